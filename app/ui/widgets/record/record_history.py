"""The history of a record in words: who wrote when, what became of each field, and the way back to any version."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.differences import differences
from app.domain.fold import DELETED, Value
from app.domain.records import FieldRule, Record, Shape, rule, rules
from app.i18n import _, isolate
from app.services.records import versions
from app.services.records.pack_versions import version_words
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.buttons import GHOST, PRIMARY, Button
from app.ui.widgets.card import Card
from app.ui.widgets.formatted_text import FormattedText, of_differences, plain
from app.ui.widgets.record.saved_words import moment_words
from app.ui.widgets.record.value_words import value_words
from app.ui.widgets.scrolling import Scrolling
from app.ui.widgets.text import Label


class HistoryDialog(QDialog):
    """Every version of one record, the newest first; any of them can be brought back, and nothing is lost by it."""

    brought_back = Signal(object)
    """The record says again what an older version said: the Change, that can be undone."""

    def __init__(self, session: Session, record_class: type[Record], record: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("History"))
        self._session, self._class, self._record = session, record_class, record
        self._versions = versions.history(session.workspace, record)
        self.fields = QComboBox()
        self.fields.setAccessibleName(_("Show changes of"))
        self.fields.addItem(_("All fields"), "")
        changed = {entry.partition("/")[0] for version in self._versions for entry in version.changes}
        for found in rules(record_class):
            if found.name in changed:
                self.fields.addItem(_(found.label), found.name)
        self.fields.currentIndexChanged.connect(self._fill)
        self._place = QVBoxLayout()
        self._lay_out()
        self._fill()
        self.resize(theme.px(620), theme.px(560))

    def _lay_out(self) -> None:
        close = Button(_("Close"), PRIMARY)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        body = QWidget()
        self._place.setContentsMargins(0, 0, 0, 0)
        body.setLayout(self._place)
        head, foot = _row(16, 0), _row(8, 16)
        head.addWidget(Label(_("Show changes of"), "small"))
        head.addWidget(self.fields, 1)
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(Scrolling(body), 1)
        layout.addLayout(foot)

    def _fill(self) -> None:
        while (item := self._place.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        cards = QWidget()
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for version in reversed(self._versions):
            shown = list(lines(self._session, self._class, version, only=str(self.fields.currentData() or "")))
            if shown:
                column.addWidget(self._card(version, shown))
        column.addStretch(1)
        self._place.addWidget(cards)

    def _card(self, version: versions.Version, shown: Iterable[QWidget]) -> Card:
        back: Button | None = None
        if version is not self._versions[-1]:
            back = Button(_("Bring this version back"), GHOST, "history")
            back.clicked.connect(partial(self._bring_back, version.stamp))
        card = Card(moment_words(version.saved_at), writer(self._session, version.by), aside=back)
        for line in shown:
            card.add(line)
        known = self._session.workspace.pack.version
        if version.pack not in ("", known):
            card.add(Label(version_words(version.pack, known), "small", wraps=True))
        return card

    def _bring_back(self, stamp: str) -> None:
        if versions.revert(self._session.workspace, self._record, stamp):
            self.brought_back.emit(self._session.workspace.done.to_undo[-1])
        self.accept()


def writer(session: Session, by: str) -> str:
    """Who wrote a version, as far as this computer knows."""
    found = session.workspace.team.find(by)
    return found.name if found and found.name else _("Somebody in your organisation")


def lines(
    session: Session, record_class: type[Record], version: versions.Version, *, only: str = ""
) -> Iterable[QWidget]:
    """What a version changed, as lines to show: a text that stays in part with its words, all else as a sentence."""
    for entry, found, (before, after) in _changes(record_class, version, only):
        is_text = found is not None and found.shape in (Shape.TEXT, Shape.LONG_TEXT)
        if found is not None and is_text and isinstance(before, str) and isinstance(after, str) and before and after:
            label = (_("{field} – ").format(field=_(found.label)), plain("muted"))
            yield FormattedText([label, *of_differences(differences(before, after))])
        else:
            yield Label(_sentence(session, entry, found, (before, after)), wraps=True)


def sentences(session: Session, record_class: type[Record], version: versions.Version) -> Iterable[str]:
    """What a version changed, a line for each field or element in the order of the form.

    What a newer program wrote and this one does not know is left out.
    """
    for entry, found, change in _changes(record_class, version):
        yield _sentence(session, entry, found, change)
    for name in sorted(
        {entry.partition("/")[0] for entry in version.cleaned} & {one.name for one in rules(record_class)}
    ):
        words = _("{field} – older words, cleaned up before they came here")
        yield words.format(field=_(rule(record_class, name).label))


def _changes(
    record_class: type[Record], version: versions.Version, only: str = ""
) -> Iterable[tuple[str, FieldRule | None, tuple[Value, Value]]]:
    """The changes that this program can tell, in the order of the form; None in place of the rule for the trash."""
    order = {found.name: place for place, found in enumerate(rules(record_class))}
    for entry, change in sorted(version.changes.items(), key=lambda one: order.get(one[0].partition("/")[0], -1)):
        name = entry.partition("/")[0]
        if entry == DELETED and not only:
            yield entry, None, change
        elif name in order and only in ("", name) and not rule(record_class, name).hidden:
            yield entry, rule(record_class, name), change


def _sentence(session: Session, entry: str, found: FieldRule | None, change: tuple[Value, Value]) -> str:
    before, after = change
    if found is None:
        return _("Taken out of the trash.") if after is False else _("Moved to the trash.")
    element = entry.partition("/")[2]
    return _element(session, found, element, after) if element else _change(session, found, before, after)


def _element(session: Session, found: FieldRule, element: str, after: Value) -> str:
    words = _("{field} – added: {value}") if after is True else _("{field} – taken out: {value}")
    return words.format(field=_(found.label), value=isolate(value_words(session, found, element)))


def _change(session: Session, found: FieldRule, before: Value, after: Value) -> str:
    old = isolate(value_words(session, found, before)) if before not in (None, "") else ""
    new = isolate(value_words(session, found, after)) if after not in (None, "") else ""
    words = _("{field} – {new}")
    if old and new:
        words = _("{field} – {new} (before: {old})")
    elif not new:
        words = _("{field} – emptied (before: {old})")
    return words.format(field=_(found.label), new=new, old=old)


def _row(above: int, below: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(theme.px(24), theme.px(above), theme.px(24), theme.px(below))
    row.setSpacing(theme.px(8))
    return row
