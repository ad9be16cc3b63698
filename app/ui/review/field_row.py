"""One field with several values: the choice between them, or another value written instead."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.differences import Piece, sides
from app.domain.fold import Value
from app.domain.records import KINDS, FieldRule, flat, rule, unflat
from app.i18n import _, pgettext
from app.services.records.conflicts import Conflict, Contested, Side
from app.ui.look import icons, theme
from app.ui.process.session import Session
from app.ui.review.choice_card import ChoiceCard
from app.ui.widgets.buttons import GHOST, Button, IconButton
from app.ui.widgets.formatted_text import MINE, THEIRS, of_side, plain
from app.ui.widgets.record import record_fields
from app.ui.widgets.record.value_words import value_words
from app.ui.widgets.text import Label

_TICK = 18


@dataclass(frozen=True)
class Column:
    """Whose versions stand below each other."""

    key: tuple[str, bool, int]
    who: str
    side: Side
    name: str = ""
    """Of the person."""

    @property
    def is_mine(self) -> bool:
        """Whether it is that of who is working now."""
        return self.side.is_mine


class FieldRow(QWidget):
    """The versions of one field side by side; `chosen` is whether something is decided, `value` what."""

    decided = Signal()
    """A person chose a version, or wrote another value."""

    def __init__(
        self,
        session: Session,
        conflict: Conflict,
        contested: Contested,
        columns: Sequence[Column],
        placed: Mapping[int, Side],
    ) -> None:
        super().__init__()
        self.contested = contested
        self._session, self._conflict = session, conflict
        self.rule: FieldRule = rule(KINDS[conflict.kind], contested.name)
        self._columns, self._placed = columns, dict(placed)
        self._group = QButtonGroup(self)
        self._values: list[Value] = []
        self.cards: list[ChoiceCard] = []
        self._written: Value = None
        self._writes = False
        self.label = Label(_(self.rule.label), "strong", wraps=True)
        self.status = Label(_("Please decide"), "caption", wraps=True)
        self.tick = Tick()
        self.another = self._writer()
        self._entry = record_fields.make(replace(self.rule, help=""), session)
        self._lay_out()
        self.another.clicked.connect(self.write_another)
        self._entry.field.edited.connect(self._take_written)
        self._group.idClicked.connect(lambda _place: self._choose())

    def _lay_out(self) -> None:
        self.about = QWidget()
        about = QVBoxLayout(self.about)
        about.setSpacing(0)
        head, words = QHBoxLayout(), QVBoxLayout()
        head.setSpacing(theme.px(8))
        words.setSpacing(0)
        for part in (self.label, self.status):
            words.addWidget(part)
        head.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        if isinstance(self.another, IconButton):
            head.addWidget(self.another, 0, Qt.AlignmentFlag.AlignTop)
        about.setContentsMargins(0, theme.px(6), 0, 0)
        about.addLayout(head)
        if isinstance(self.another, Button):
            about.addWidget(self.another, 0, Qt.AlignmentFlag.AlignLeading)
        about.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(12))
        grid.addWidget(self.about, 0, 0, 3, 1)
        shown = self._pieces()
        for place, side in sorted(self._placed.items()):
            token = MINE if place == 0 else THEIRS
            card = self._card(side.value, self._columns[place].who, shown[place], token)
            grid.addWidget(card, 0, place + 1)
        for place in range(len(self._columns)):
            grid.setColumnStretch(place + 1, 1)
        if self.contested.proposal is not None:
            text = self.contested.proposal
            who = _("Both changes put together")
            card = self._card(text, who, [(text, plain())], "accent", note=who)
            grid.addWidget(card, 1, 1, 1, len(self._columns))
        self._entry.field.hide()
        grid.addWidget(self._entry.field, 2, 1, 1, len(self._columns))

    def is_decided(self) -> bool:
        """Whether a version was chosen or another value written."""
        return self._writes or self._group.checkedId() >= 0

    def value(self) -> Value:
        """What is to be kept."""
        return self._written if self._writes else self._values[self._group.checkedId()]

    def words(self) -> str:
        """What is to be kept, in words."""
        return value_words(self._session, self.rule, self.value()) or _("empty")

    def take(self, column: int) -> None:
        """Choose the version of a column, where this field has one."""
        if column in self._placed:
            self.cards[sorted(self._placed).index(column)].radio.setChecked(True)
            self._choose()

    def choose(self, value: Value) -> None:
        """Keep this value: the version that has it, or else as one that was written."""
        if value in self._values:
            self.cards[self._values.index(value)].radio.setChecked(True)
            self._choose()
            return
        record = unflat(KINDS[self._conflict.kind], "", {self.rule.name: value})
        self._entry.show(getattr(record, self.rule.name))
        self._entry.field.show()
        self._take_written()

    def undecide(self) -> None:
        """Nothing is decided."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)
        self._writes = False
        self._entry.field.hide()
        self._say()

    def write_another(self) -> None:
        """Show a field with the version shown now, to be written over."""
        shown = next(side.value for side in self.contested.sides if side.stamp == self.contested.shown)
        record = unflat(KINDS[self._conflict.kind], "", {self.rule.name: shown})
        self._entry.show(getattr(record, self.rule.name))
        self._entry.field.show()
        self._entry.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus(self) -> None:
        """Go to the first version."""
        self.cards[0].radio.setFocus(Qt.FocusReason.OtherFocusReason)

    def _writer(self) -> Button | IconButton:
        """The way to write another value: in words beside a long text, as a pencil beside a short one."""
        if self.contested.is_text:
            return Button(_("Write another"), GHOST, "pencil")
        words = _("Write another value for {field}").format(field=_(self.rule.label))
        return IconButton("pencil", words, "accent-text")

    def _card(self, value: Value, who: str, pieces: object, side: str, note: str = "") -> ChoiceCard:
        card = ChoiceCard(who, pieces, side, note=note)  # type: ignore[arg-type]
        self._group.addButton(card.radio, len(self._values))
        self._values.append(value)
        self.cards.append(card)
        return card

    def _pieces(self) -> dict[int, object]:
        """The words of each version, marked where another one differs."""
        told = {
            place: value_words(self._session, self.rule, side.value) or _("empty")
            for place, side in self._placed.items()
        }
        first = min(told)
        shown: dict[int, object] = {}
        for place, text in told.items():
            other = next((one for at, one in told.items() if at != place), text)
            pieces: Sequence[Piece] = sides(text, other)[0]
            shown[place] = of_side(pieces, MINE if place == first == 0 else THEIRS)
        return shown

    def _take_written(self) -> None:
        if self._entry.unread():
            return
        values: dict[str, Any] = {self.rule.name: self._entry.read()}
        self._written, self._writes = flat(KINDS[self._conflict.kind](**values)).get(self.rule.name), True
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)
        self._say()
        self.decided.emit()

    def _choose(self) -> None:
        self._writes = False
        self._entry.field.hide()
        self._say()
        self.decided.emit()

    def _say(self) -> None:
        self.status.setText(pgettext("field", "Decided") if self.is_decided() else _("Please decide"))
        self.status.set_tone("good" if self.is_decided() else "")
        self.tick.show_decided(decided=self.is_decided())


class Tick(QLabel):
    """Before the name of a field: a tick once it is decided, an empty circle before; the words stand below it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(theme.px(_TICK), theme.px(_TICK))
        self.is_decided = False
        self.show_decided(decided=False)

    def show_decided(self, *, decided: bool) -> None:
        """Show which of the two it is."""
        self.is_decided = decided
        icon, tone = ("circle-check", "good") if decided else ("circle", "muted")
        self.setPixmap(icons.pixmap(icon, tone, _TICK))
