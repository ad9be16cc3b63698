"""The card with the five steps, and the sentence that nothing needs to be saved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _
from app.ui.look import theme
from app.ui.widgets.card import Card
from app.ui.widgets.scrolling import Scrolling
from app.ui.widgets.steps import Step, Steps
from app.ui.widgets.text import IconLabel, Label

_WIDTH = 258


class StepsCard(Card):
    """Steps already reached can be pressed."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFixedWidth(theme.px(_WIDTH))
        self.steps = Steps((Step(""),))
        self.steps.chosen.connect(self.chosen)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.steps)
        column.addStretch(1)
        column.addWidget(_saved())
        self.body.setContentsMargins(theme.px(12), theme.px(16), theme.px(12), theme.px(12))
        self.add(Scrolling(inside, margin=0), 1)

    def show_steps(self, steps: tuple[Step, ...], current: int) -> None:
        """Show these with one in force."""
        self.steps.set_steps(steps, current)


def _saved() -> QFrame:
    box = QFrame()
    box.setProperty("role", "sunken")
    head = QHBoxLayout()
    head.setSpacing(theme.px(8))
    head.addWidget(IconLabel("device-floppy", "muted", 18))
    head.addWidget(Label(_("Saved as you go"), "strong", wraps=True), 1)
    column = QVBoxLayout(box)
    column.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
    column.addLayout(head)
    column.addWidget(Label(_("You can leave at any time and continue later."), "small", wraps=True))
    return box
