"""A row that tells one thing: an icon for how it stands, what it is in bold, more below, perhaps a button."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import N_, _
from app.ui.look import theme
from app.ui.widgets.text import IconLabel, Label

_ICONS = {"good": "circle-check", "warn": "alert-triangle", "bad": "alert-octagon", "info": "info-circle"}
_SPOKEN = {"good": N_("In order"), "warn": N_("To look at"), "bad": N_("In the way"), "info": N_("To know")}


@dataclass(frozen=True)
class Telling:
    """`tone` is good, warn, bad or info; `more` may be empty, `why` stands under it.

    `ask` are words that can be asked of the sender; empty where there is nothing to ask.
    """

    tone: str
    title: str
    more: str = ""
    why: str = ""
    ask: str = ""


class TellingRow(QWidget):
    """Shows a Telling; `button` stands at the trailing end."""

    def __init__(self, telling: Telling, button: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("{state}: {title}").format(state=_(_SPOKEN[telling.tone]), title=telling.title))
        self.setAccessibleDescription(telling.more)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(telling.title, "strong", wraps=True))
        for text in (telling.more, telling.why):
            if text:
                words.addWidget(Label(text, "small", wraps=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(4), 0, theme.px(4))
        row.setSpacing(theme.px(10))
        row.addWidget(IconLabel(_ICONS[telling.tone], telling.tone, 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        if button is not None:
            row.addWidget(button)
