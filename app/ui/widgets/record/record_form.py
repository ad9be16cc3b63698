"""A form made of the rules of a record: sections of fields, some folded away; honest about what it was given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.drafts import Draft
from app.domain.problems import Level, Problem
from app.domain.records import Record, rules
from app.i18n import _
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.buttons import GHOST, Button
from app.ui.widgets.record import record_fields
from app.ui.widgets.record.record_fields import Entry
from app.ui.widgets.text import Label, Line


@dataclass(frozen=True)
class Section:
    """Some fields under a heading; `rows` are names of fields, those of one row stand side by side."""

    rows: tuple[tuple[str, ...], ...]
    title: str = ""
    """Marked with N_."""
    help: str = ""
    """Marked with N_, beside the heading."""
    folded: bool = False
    """Shown after "More" only."""

    def names(self) -> Iterable[str]:
        """The fields, in the order of reading."""
        return (name for row in self.rows for name in row)


class RecordForm(QWidget):
    """The fields of one kind of record.

    `draft()` after `load(d)` equals d: only what a person touched is read from its field, so that a value
    which a field cannot show in full is never lost. A problem appears once its field was left.
    """

    edited = Signal(str)
    """A person changed the field of this name."""
    left = Signal(str)
    """The field of this name was left."""
    escaped = Signal()
    """Esc was pressed."""

    def __init__(self, session: Session, record_class: type[Record], sections: Sequence[Section]) -> None:
        super().__init__()
        by_name = {rule.name: rule for rule in rules(record_class)}
        names = [name for section in sections for name in section.names()]
        self.entries: dict[str, Entry] = {name: record_fields.make(by_name[name], session) for name in names}
        self._loaded: Draft[Record] = Draft(record_class())
        self._touched: set[str] = set()
        self._visited: set[str] = set()
        self._hints = {name: _(entry.rule.help) for name, entry in self.entries.items()}
        self._shown: dict[str, str] = {}
        self._folded = {name for section in sections if section.folded for name in section.names()}
        self._rows: dict[str, QHBoxLayout] = {}
        self._more = Button(_("More"), GHOST, "chevron-down")
        self._rest = QWidget()
        self._lay_out(sections)
        self._connect()
        self.unfold(shown=False)

    def _lay_out(self, sections: Sequence[Section]) -> None:
        column, rest = _column(self), _column(self._rest)
        for place, section in enumerate(sections):
            self._put(section, rest if section.folded else column, lined=place > 0)
        if self._folded:
            column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._rest)

    def _put(self, section: Section, column: QVBoxLayout, *, lined: bool) -> None:
        if lined and section.title:
            column.addWidget(Line())
        if section.title:
            head = QHBoxLayout()
            head.addWidget(Label(_(section.title), "h3"))
            head.addWidget(Label(_(section.help), "caption", wraps=True).to_trailing(), 1)
            column.addLayout(head)
        for names in section.rows:
            row = QHBoxLayout()
            row.setSpacing(theme.px(12))
            for name in names:
                row.addWidget(self.entries[name].field, 1)
                self._rows[name] = row
            column.addLayout(row)

    def _connect(self) -> None:
        self._more.clicked.connect(lambda: self.unfold(shown=not self.is_unfolded()))
        for name, entry in self.entries.items():
            entry.field.edited.connect(lambda name=name: self._edit(name))
            if entry.told is not None:
                entry.told.left.connect(lambda name=name: self._leave(name))

    def load(self, draft: Draft[Record]) -> None:
        """Show a draft; fields that show the same already keep their cursor."""
        self._loaded = draft
        self._touched.clear()
        self._visited.clear()
        for name, entry in self.entries.items():
            if name in draft.unread:
                entry.show_unread(draft.unread[name])
            else:
                entry.show(getattr(draft.record, name))
        self.show_problems(())

    def loaded(self) -> Draft[Record]:
        """The draft as it was given."""
        return self._loaded

    def saved_id(self) -> str:
        """The id of the record in the form, "" if none of it was saved yet."""
        return "" if self._loaded.is_new else self._loaded.record.id

    def draft(self) -> Draft[Record]:
        """The draft as it stands in the form."""
        unread = dict(self._loaded.unread)
        values: dict[str, object] = {}
        for name in self._touched:
            unread.pop(name, None)
            if text := self.entries[name].unread():
                unread[name] = text
            else:
                values[name] = self.entries[name].read()
        record = replace(self._loaded.record, **values)  # type: ignore[arg-type]
        return replace(self._loaded, record=record, unread=unread)

    def show_problems(self, problems: Sequence[Problem], *, everywhere: bool = False) -> None:
        """Show each problem beside its field, if that was left; with `everywhere` beside every field from now on."""
        if everywhere:
            self._visited = set(self.entries)
        for name, entry in self.entries.items():
            if entry.told is not None:
                self._tell(name, entry, [problem for problem in problems if problem.field == name])

    def set_hint(self, name: str, sentence: str) -> None:
        """The sentence under a field while there is neither problem nor warning."""
        self._hints[name] = sentence
        self._help(name, sentence)

    def state(self) -> dict[str, object]:
        """Which fields were left, so that their problems are shown, and whether all sections are, for `Page.state`."""
        return {"visited": tuple(sorted(self._visited)), "unfolded": self.is_unfolded()}

    def restore(self, state: Mapping[str, object]) -> None:
        """Take up what `state` gave."""
        visited = state.get("visited")
        self._visited = set(visited if isinstance(visited, tuple) else ()) & set(self.entries)
        self.unfold(shown=state.get("unfolded") is True)

    def is_unfolded(self) -> bool:
        """Whether the folded sections are shown."""
        return self._rest.isVisibleTo(self)

    def unfold(self, *, shown: bool) -> None:
        """Show the folded sections, or fold them away."""
        self._rest.setVisible(shown)
        self._more.set_text(_("Less") if shown else _("More"))
        self._more.set_icon("chevron-up" if shown else "chevron-down")

    def put_beside(self, name: str, widget: QWidget) -> None:
        """Put a widget at the end of the row in which this field stands."""
        self._rows[name].addWidget(widget, 1)

    def focus(self, name: str = "") -> None:
        """Go to this field, without a name to the first; unfolds what it lies in."""
        wanted = name or next(iter(self.entries))
        if wanted in self._folded:
            self.unfold(shown=True)
        self.entries[wanted].field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_first(self, problems: Sequence[Problem]) -> None:
        """Go to the first field, in the order of reading, that one of these problems is about."""
        named = {problem.field for problem in problems}
        if found := next((name for name in self.entries if name in named), ""):
            self.focus(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field, Esc out of the form."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.focusNextChild()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)

    def _edit(self, name: str) -> None:
        self._touched.add(name)
        self.edited.emit(name)

    def _leave(self, name: str) -> None:
        if name in self._touched:
            self._visited.add(name)
            self.left.emit(name)

    def _tell(self, name: str, entry: Entry, found: Sequence[Problem]) -> None:
        blocking = next((problem for problem in found if problem.level is Level.BLOCKING), None)
        warning = next((problem for problem in found if problem.level is not Level.BLOCKING), None)
        seen = name in self._visited
        if not (entry.unread() and entry.told.problem()):
            entry.told.set_problem(blocking.sentence() if blocking and seen else "")
        self._help(name, warning.sentence() if warning and seen else self._hints[name])

    def _help(self, name: str, sentence: str) -> None:
        """Change the sentence under a field, only if it is another one: that costs a new polish."""
        if self._shown.get(name, _(self.entries[name].rule.help)) != sentence and self.entries[name].told is not None:
            self._shown[name] = sentence
            self.entries[name].told.set_help(sentence)


def _column(inside: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(12))
    return column
