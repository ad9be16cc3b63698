"""The language of the window: sentences, direction, digits, and Qt's own words, switched in one place."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from app import i18n, locales

_QT = {"ar": "ar", "fr": "fr", "es": "es", "ru": "ru", "zh": "zh_CN"}
_LOCALES = {"en": "en_GB", "zh": "zh_CN", i18n.MADE_UP: "en_GB"}
_installed: list[QTranslator] = []


def speak(application: QApplication, code: str, numerals: str = i18n.LATIN) -> None:
    """Make `code` the language of everything; a page built after this is in it and mirrored if need be."""
    i18n.activate(code, numerals)
    right_to_left = i18n.is_right_to_left(code)
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    QLocale.setDefault(_locale(code))
    while _installed:
        application.removeTranslator(_installed.pop())
    own = QTranslator(application)
    if code in _QT and own.load(f"qtbase_{_QT[code]}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(own)
        _installed.append(own)


def _locale(code: str) -> QLocale:
    """Qt's locale with the same digits as Babel's: Qt's plain `ar` has Arabic-Indic ones, ours if asked for."""
    if code == "ar":
        country = QLocale.Country.Egypt if i18n.numerals() == i18n.ARABIC else QLocale.Country.Morocco
        locale = QLocale(QLocale.Language.Arabic, country)
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        return locale
    return QLocale(_LOCALES.get(code, code))


def system_language() -> str:
    """The first of the system's languages that there is a catalogue for; English if there is none."""
    known = {language.code for language in i18n.languages()}
    found = (locales.nearest(name, known) for name in QLocale.system().uiLanguages())
    return next((code for code in found if code), i18n.ENGLISH)
