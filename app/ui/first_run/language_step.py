"""The first question: which language, each named in itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.i18n import _, language, languages
from app.ui.look import theme
from app.ui.widgets.buttons import PRIMARY, SECONDARY, Button
from app.ui.widgets.page_header import PageHeader


class LanguageStep(QWidget):
    """One button per language; the system's is the strong one and has the focus."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout()
        grid.setSpacing(theme.px(10))
        for place, one in enumerate(languages()):
            active = one.code == language()
            button = Button(one.label, PRIMARY if active else SECONDARY)
            button.make_large()
            button.clicked.connect(lambda _checked=False, code=one.code: self.chosen.emit(code))
            grid.addWidget(button, place // 2, place % 2)
            if active or place == 0:
                self.setFocusProxy(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.px(24), 0, 0)
        layout.setSpacing(theme.px(20))
        layout.addWidget(PageHeader(_("Welcome to Groundwork"), _("Which language do you work in?")))
        layout.addLayout(grid)
        layout.addStretch(1)
