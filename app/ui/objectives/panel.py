"""The side panel: one objective in plain words, with examples, its wording, and what was done for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.compact import Objective
from app.i18n import _, format_number, isolate, language, ngettext
from app.ui.look import icons, theme
from app.ui.widgets.buttons import GHOST, SECONDARY, Button, IconButton, in_row
from app.ui.widgets.card import Card
from app.ui.widgets.fields.check_field import CheckField
from app.ui.widgets.listening import Listening
from app.ui.widgets.text import IconLabel, Label, Line


@dataclass(frozen=True)
class Use:
    """What the panel says about an objective beyond the reference data."""

    chosen: bool = False
    place: int = 0
    """1 to 3 for a main one."""
    may_mark: bool = True
    """Whether another main one fits."""
    activities: int = 0
    latest: tuple[tuple[str, str], ...] = ()
    """(id, title) of the newest activities."""


class ObjectivePanel(Card):
    """Explains the current objective; its buttons do what the check box in the list does."""

    toggled = Signal()
    marked = Signal()
    activity_asked = Signal(str)
    back_asked = Signal()
    sheet_asked = Signal()
    """Show all that was written down for this objective."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(_("The objective in plain words"))
        self._inside = QWidget()
        self._back = Button(_("Back to the list"), GHOST, "arrow-left")
        self._back.clicked.connect(self.back_asked)
        self.add(self._back)
        self._back.hide()
        self.add(self._inside)
        self.body.addStretch(1)

    def offer_back(self, offered: bool) -> None:
        """Whether the panel stands where the list was."""
        self._back.setVisible(offered)

    def show_objective(self, objective: Objective, use: Use) -> None:
        """Explain another one."""
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addLayout(_head(objective))
        column.addWidget(Label(objective.plain(language()), "lead", wraps=True))
        column.addWidget(_listen(objective), 0, Qt.AlignmentFlag.AlignLeading)
        column.addLayout(self._choice(use))
        if examples := objective.examples(language()):
            column.addWidget(Line())
            column.addWidget(Label(_("Your work fits here if you, for example"), "strong", wraps=True))
            column.addLayout(_examples(examples))
        column.addWidget(Line())
        column.addLayout(_official(objective))
        column.addWidget(Line())
        column.addLayout(self._activities(use))
        self.body.replaceWidget(self._inside, fresh)
        self._inside.hide()
        self._inside.deleteLater()
        self._inside = fresh

    def _choice(self, use: Use) -> QVBoxLayout:
        column = QVBoxLayout()
        words = _("Remove") if use.chosen else _("Choose")
        button = Button(words, SECONDARY, "x" if use.chosen else "plus")
        button.clicked.connect(self.toggled)
        row = in_row(button)
        if use.chosen and (use.place or use.may_mark):
            help = _("Place {place} of your main ones").format(place=use.place) if use.place else _("Up to three")
            main = CheckField(_("One of our main ones"), help)
            main.set_value(bool(use.place))
            main.edited.connect(self.marked)
            column.addWidget(main)
        if use.chosen and not use.place and not use.may_mark:
            column.addWidget(Label(_("You have marked three main ones already."), "small", wraps=True))
        column.addLayout(row)
        return column

    def _activities(self, use: Use) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        words = ngettext("{count} activity uses it", "{count} activities use it", use.activities)
        told = words.format(count=format_number(use.activities))
        column.addWidget(Label(told if use.activities else _("No activity uses it yet"), "small", wraps=True))
        for id, title in use.latest:
            column.addLayout(self._activity(id, title))
        all_of_it = Button(_("Open its page"), SECONDARY, "list-details")
        all_of_it.clicked.connect(self.sheet_asked)
        column.addWidget(all_of_it, 0, Qt.AlignmentFlag.AlignLeading)
        return column

    def _activity(self, id: str, title: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Label(title, wraps=True), 1)
        go = IconButton("chevron-right", _("Open {title}").format(title=isolate(title)), "accent-text")
        go.clicked.connect(lambda: self.activity_asked.emit(id))
        row.addWidget(go)
        return row


def _head(objective: Objective) -> QHBoxLayout:
    mark = QFrame()
    mark.setProperty("role", "sunken")
    side = theme.px(44)
    mark.setFixedSize(side, side)
    inside = QHBoxLayout(mark)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(IconLabel(icons.objective(objective.number), "accent", 26), 0, Qt.AlignmentFlag.AlignCenter)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label(_("Objective {number}").format(number=format_number(objective.number)), "caption"))
    words.addWidget(Label(objective.name(language()), "h2", wraps=True))
    row = QHBoxLayout()
    row.setSpacing(theme.px(12))
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row


def _listen(objective: Objective) -> Button:
    """Name, plain sentence and examples, read aloud."""
    button = Button(_("Listen"), GHOST, "volume")
    examples = objective.examples(language())
    said = [objective.name(language()), objective.plain(language())]
    said += [_("Your work fits here if you, for example"), *examples] if examples else []
    Listening(button, ".\n".join(said), language(), (_("Listen"), _("Stop reading")))
    return button


def _examples(examples: Sequence[str]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.px(6))
    for example in examples:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(IconLabel("check", "good", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(example, wraps=True), 1)
        column.addLayout(row)
    return column


def _official(objective: Objective) -> QVBoxLayout:
    """The wording of the resolution, called official only where a copy of the source was read word for word."""
    title = objective.title(language())
    column = QVBoxLayout()
    column.setSpacing(theme.px(6))
    named = _("Official wording") if title.official else _("Working translation, not the official wording")
    column.addWidget(Label(named, "small", wraps=True))
    box = QFrame()
    box.setProperty("role", "sunken")
    inside = QVBoxLayout(box)
    inside.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
    inside.addWidget(Label(title.text, wraps=True))
    column.addWidget(box)
    return column
