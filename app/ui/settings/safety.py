"""The way to what the help says about danger; nothing is set here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _
from app.manual.safety import SAFETY
from app.ui.settings.section import Around, Section
from app.ui.widgets.buttons import GHOST, Button


def card(around: Around) -> Section:
    """For everybody."""
    made = Section(
        _("Safety"), _("What this program protects, what it cannot, and what to do. Read it before you need it.")
    )
    ways = QWidget()
    column = QVBoxLayout(ways)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for topic in SAFETY:
        button = Button(_(topic.title), GHOST, "help-circle")
        button.clicked.connect(partial(_go, around, topic.code))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        made.settings.setdefault("safety", button)
    made.add(ways)
    return made


def _go(around: Around, code: str, _checked: bool = False) -> None:
    around.go("help", code)
