"""How the whole application speaks and looks: the language in force, and the dress that the settings ask for."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.settings import Settings
from app.ui.look import theme
from app.ui.widgets.brand import NAME
from app.ui.words import speech


def make_application() -> QApplication:
    """The one QApplication, in the style that looks the same everywhere."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName(NAME)
    application.setStyle("Fusion")
    return application


class Appearance:
    """The language in force; one that was told at the start gives way to nobody's profile."""

    def __init__(self, application: QApplication, told: str, settings: Settings) -> None:
        self._application = application
        self.language = told or settings.language
        self._is_told = bool(told)

    def chosen(self, code: str) -> bool:
        """A person chose this language: it is in force from now on. Whether that changes anything."""
        self._is_told = False
        return self.asked(code)

    def asked(self, code: str) -> bool:
        """A profile asks for this language; whether it is another one than before and in force now."""
        if not code or self._is_told or code == self.language:
            return False
        self.language = code
        return True

    def dress(self, settings: Settings) -> None:
        """Speak and look as this says from the next widget on."""
        speech.speak(self._application, self.language or speech.system_language(), settings.numerals)
        theme.still(self._application, reduced=settings.reduced_motion)
        theme.apply(self._application, settings.theme, settings.text_size)
