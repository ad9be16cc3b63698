"""The versions of one record side by side; nothing is applied before the last field is decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.domain.fold import Value
from app.domain.records import KINDS, rules
from app.i18n import _, format_list, format_number, isolate, ngettext
from app.services.records.conflicts import Conflict, Contested, Side
from app.services.syncing import devices
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.review.field_row import Column, FieldRow
from app.ui.review.view import ReviewView
from app.ui.widgets.buttons import GHOST, PRIMARY, SECONDARY, Button
from app.ui.widgets.footer_bar import FooterBar
from app.ui.widgets.formatted_text import MINE, THEIRS
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.record.record_history import writer
from app.ui.widgets.record.saved_words import moment_words
from app.ui.widgets.record.value_words import title_words, value_words
from app.ui.widgets.segments import Segments
from app.ui.widgets.text import IconLabel, Label
from app.ui.words.choice import Choice

DIFFERENT, EVERYTHING = "different", "all"
_BESIDE = 152
"""Px at 100 % that the names of the fields have at least."""
_MOST_IN_FOOTER = 2
"""So many versions have their buttons beside those that decide; of more, each has its own above it."""


class ConflictView(ReviewView):
    """One row per field; the result so far below, the buttons that decide in the footer."""

    settled = Signal(object)
    """Every field is decided and the person said so: field to value."""

    def __init__(self, session: Session, conflict: Conflict, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.conflict = conflict
        self._session = session
        self.columns = _columns(session, conflict)
        self.rows = [
            FieldRow(session, conflict, one, self.columns, _placed(one, self.columns)) for one in conflict.fields
        ]
        self._order: list[FieldRow] = []
        self.switch = Segments(
            _("Which fields"), [Choice(DIFFERENT, _("Only differences")), Choice(EVERYTHING, _("All fields"))]
        )
        self.undo = Button(_("Undo"), GHOST, "arrow-back-up")
        few = len(self.columns) <= _MOST_IN_FOOTER
        self.takes = [Button(_take_words(self.columns, column), SECONDARY if few else GHOST) for column in self.columns]
        self.done = Button("", PRIMARY)
        self.result = Label("", wraps=True)
        self._left = Label("", "small", tone="warn")
        self._bar = QProgressBar()
        self._rest = self._others()
        self._lay_out()
        self._connect()
        self._tell()

    def _lay_out(self) -> None:
        about = _("Choose what to keep. The other version stays in the history and can be brought back.")
        title = title_words(self.conflict.kind, self.conflict.title)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(PageHeader(title, about, self.switch, role="h2"))
        column.addLayout(self._heads())
        for row in self.rows:
            column.addWidget(row)
        column.addWidget(self._rest)
        column.addWidget(self._result_card())
        column.addStretch(1)
        self._bar.setRange(0, len(self.rows))
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(theme.px(64))
        self._bar.setAccessibleName(_("Fields decided"))
        takes = self.takes if len(self.columns) <= _MOST_IN_FOOTER else []
        footer = FooterBar(self.undo, *takes, self.done)
        footer.put_first(self._bar)
        self._rest.hide()
        self.stand(body, footer, self.done)

    def _connect(self) -> None:
        for row in self.rows:
            row.decided.connect(lambda row=row: self._decide(row))
        for place, button in enumerate(self.takes):
            button.clicked.connect(lambda _on=False, place=place: self.take_all(place))
        self.undo.clicked.connect(self.take_back)
        self.done.clicked.connect(self.finish)
        self.switch.chosen.connect(lambda code: self._rest.setVisible(code == EVERYTHING))

    def take_all(self, column: int) -> None:
        """Choose the versions of one person wherever there are some; it can still be changed."""
        for row in self.rows:
            row.take(column)

    def take_back(self) -> None:
        """Undo the newest decision that is not applied yet."""
        if self._order:
            self._order.pop().undecide()
            self._tell()

    def finish(self) -> None:
        """Keep the result; while something is open, go there instead."""
        left = [row for row in self.rows if not row.is_decided()]
        if left:
            left[0].focus()
            return
        self.settled.emit(self.chosen())

    def chosen(self) -> dict[str, Value]:
        """What was decided so far."""
        return {row.contested.name: row.value() for row in self.rows if row.is_decided()}

    def choose(self, chosen: Mapping[str, Value]) -> None:
        """Decide again what was decided before."""
        for row in self.rows:
            if row.contested.name in chosen:
                row.choose(chosen[row.contested.name])

    def _decide(self, row: FieldRow) -> None:
        self._order = [*(one for one in self._order if one is not row), row]
        self._tell()

    def _tell(self) -> None:
        done = [row for row in self.rows if row.is_decided()]
        left = len(self.rows) - len(done)
        told = [_("{field} – {value}").format(field=_(row.rule.label), value=isolate(row.words())) for row in done]
        self.result.setText("\n".join(told) or _("Nothing is decided yet; the record stays as it is."))
        words = ngettext("{count} field still to decide", "{count} fields still to decide", left)
        self._left.setText(words.format(count=format_number(left)) if left else _("Everything is decided"))
        self._left.set_tone("warn" if left else "good")
        self._bar.setValue(len(done))
        progress = _("{done} of {count} decided")
        self.footer.say(progress.format(done=format_number(len(done)), count=format_number(len(self.rows))))
        self.undo.setEnabled(bool(self._order))
        self.done.set_text(_("Next open field") if left else _("Keep this result"))

    def _heads(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        beside = max(theme.px(_BESIDE), *(one.about.minimumSizeHint().width() for one in self.rows))
        for one in self.rows:
            one.about.setFixedWidth(beside)
        row.addSpacing(beside + row.spacing())
        for place, column in enumerate(self.columns):
            take = self.takes[place] if len(self.columns) > _MOST_IN_FOOTER else None
            row.addWidget(_head(column, MINE if place == 0 else THEIRS, take), 1)
        return row

    def _result_card(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "sunken")
        head = QHBoxLayout()
        head.addWidget(IconLabel("eye", "accent", 18))
        head.addWidget(Label(_("Result so far"), "strong"), 1)
        head.addWidget(self._left)
        column = QVBoxLayout(card)
        edge = theme.px(14)
        column.setContentsMargins(edge, theme.px(10), edge, theme.px(12))
        column.addLayout(head)
        column.addWidget(self.result)
        return card

    def _others(self) -> QWidget:
        """The fields in which nothing differs."""
        contested = {one.name for one in self.conflict.fields}
        rest = QWidget()
        column = QVBoxLayout(rest)
        column.setContentsMargins(0, 0, 0, 0)
        for found in rules(KINDS[self.conflict.kind]):
            told = _whole(self._session, self.conflict, found.name)
            if told and found.name not in contested:
                words = _("{field} – {value}").format(field=_(found.label), value=isolate(told))
                column.addWidget(Label(words, "muted", wraps=True))
        return rest


def _whole(session: Session, conflict: Conflict, name: str) -> str:
    found = next(one for one in rules(KINDS[conflict.kind]) if one.name == name)
    if not found.shape.many:
        value = conflict.values.get(name)
        return value_words(session, found, value) if value not in (None, "", False) else ""
    start = f"{name}/"
    elements = [
        entry[len(start) :] for entry, value in conflict.values.items() if entry.startswith(start) and value is True
    ]
    return format_list([value_words(session, found, element) for element in elements])


def _columns(session: Session, conflict: Conflict) -> Sequence[Column]:
    """Whose versions there are: mine first; a person who wrote several of one field has several columns."""
    found: dict[tuple[str, bool, int], Column] = {}
    for field in conflict.fields:
        for key, side in _keyed(field).items():
            found.setdefault(key, Column(key, _who(session, side), side, _name(session, side)))
    return sorted(found.values(), key=lambda column: (not column.is_mine, column.side.stamp))


def _keyed(field: Contested) -> dict[tuple[str, bool, int], Side]:
    keyed: dict[tuple[str, bool, int], Side] = {}
    for side in field.sides:
        nth = sum(1 for by, here, _n in keyed if (by, here) == (side.by, side.is_here))
        keyed[side.by, side.is_here, nth] = side
    return keyed


def _placed(field: Contested, columns: Sequence[Column]) -> dict[int, Side]:
    places = {column.key: place for place, column in enumerate(columns)}
    return {places[key]: side for key, side in _keyed(field).items()}


def _who(session: Session, side: Side) -> str:
    name = isolate(writer(session, side.by))
    if side.is_here:
        return _("{name}, this computer").format(name=name)
    if laptop := devices.written_on(session.workspace, side.stamp):
        return _("{name}, on {laptop}").format(name=name, laptop=isolate(laptop))
    return _("{name}, another computer").format(name=name)


def _name(session: Session, side: Side) -> str:
    found = session.workspace.team.find(side.by)
    return found.name if found else ""


def _take_words(columns: Sequence[Column], column: Column) -> str:
    """What the button is called that takes all of one version; where one person wrote both, by whose is first."""
    if column is columns[0] and column.is_mine:
        return _("Keep all mine")
    if column.is_mine:
        return _("Take all of the other")
    if not column.name:
        return _("Take all theirs")
    return _("Take all from {name}").format(name=isolate(column.name))


def _head(column: Column, side: str, take: Button | None) -> QFrame:
    """Who and when, on the colour of the side; with many versions also the button that takes all of this one."""
    head = QFrame()
    head.setObjectName("head")
    edge = f"2px solid {theme.colour(side).name()}" if theme.is_contrast() else "none"
    ground = theme.colour(f"{side}-soft").name()
    head.setStyleSheet(f"QFrame#head {{ background: {ground}; border-radius: 8px; border: {edge}; }}")
    row = QHBoxLayout(head)
    row.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
    row.addWidget(IconLabel("users", side, 20), 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label(column.who, "strong", wraps=True))
    words.addWidget(Label(moment_words(column.side.saved_at), "caption", wraps=True))
    if take is not None:
        words.addWidget(take, 0, Qt.AlignmentFlag.AlignLeading)
    row.addLayout(words, 1)
    return head
