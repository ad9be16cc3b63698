"""The look in force: one theme and one text size for the whole application.

`apply` is the only place that sets palette, font and style sheet. Painted widgets ask `colour` and `px`
while painting and keep nothing, so a rebuilt page is a restyled page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from app.ui.look import fonts, tokens
from app.ui.look.style_sheet import style_sheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SYSTEM = "system"
_FLASH_MS = 1000
"""How fast the caret blinks, as on most systems."""


@dataclass(frozen=True)
class Look:
    """A theme of the token table and the text size as a factor (1.0 is 100 %)."""

    theme: str = tokens.LIGHT
    factor: float = 1.0


_look = [Look()]


def look() -> Look:
    """The look in force."""
    return _look[0]


def colour(token: str) -> QColor:
    """The colour of a token in the theme in force. Raises KeyError for a name that is no token."""
    return QColor(tokens.COLOURS[look().theme][token])


def px(size: float) -> int:
    """A length in logical px at the text size in force."""
    return round(size * look().factor)


def is_contrast() -> bool:
    """Whether the high-contrast theme is in force: lines are 2 px there."""
    return look().theme == tokens.CONTRAST


def line_width() -> int:
    """The width of a hairline: 1 px, or 2 px in high contrast."""
    return 2 if is_contrast() else 1


def font(role: str = "body", weight: int = 0) -> QFont:
    """The font of a text role of the token table; `weight` 400, 500 or 600 overrides its own."""
    chosen = QFont(QGuiApplication.font())
    chosen.setPixelSize(px(tokens.SIZES[role]))
    chosen.setWeight(QFont.Weight(weight or tokens.WEIGHTS.get(role, 400)))
    return chosen


def named(choice: str) -> str:
    """The theme that a setting means; `system` follows the system's own light, dark or high contrast."""
    if choice != SYSTEM:
        return choice if choice in tokens.THEMES else tokens.LIGHT
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)
    preference = accessibility().contrastPreference() if accessibility else None
    if preference is not None and preference == Qt.ContrastPreference.HighContrast:
        return tokens.CONTRAST
    return tokens.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else tokens.LIGHT


def apply(application: QApplication, choice: str, text_size: int) -> None:
    """Dress the application in a theme and a text size in percent.

    Costs a re-polish of every live widget: take the page away first, build it again after.
    """
    _look[0] = Look(named(choice), text_size / 100)
    fonts.load()
    application.setPalette(_palette())
    plain = QFont(fonts.families())
    plain.setPixelSize(px(tokens.SIZES["body"]))
    application.setFont(plain)
    application.setStyleSheet(style_sheet(look().theme, look().factor))


def still(application: QApplication, *, reduced: bool) -> None:
    """Take away what moves by itself: menus and lists that slide, tooltips that fade, the caret that blinks."""
    for effect in (Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_AnimateCombo, Qt.UIEffect.UI_AnimateTooltip):
        application.setEffectEnabled(effect, not reduced)
    application.setEffectEnabled(Qt.UIEffect.UI_FadeTooltip, not reduced)
    application.setEffectEnabled(Qt.UIEffect.UI_FadeMenu, not reduced)
    application.setCursorFlashTime(0 if reduced else _FLASH_MS)


def _palette() -> QPalette:
    role = QPalette.ColorRole
    pairs = {
        role.Window: "bg",
        role.WindowText: "text",
        role.Base: "surface",
        role.AlternateBase: "sunken",
        role.Text: "text",
        role.PlaceholderText: "faint",
        role.Button: "surface",
        role.ButtonText: "text",
        role.BrightText: "bad",
        role.Highlight: "accent",
        role.HighlightedText: "on-accent",
        role.Link: "accent-text",
        role.LinkVisited: "accent-text",
        role.ToolTipBase: "surface",
        role.ToolTipText: "text",
        role.Light: "surface",
        role.Midlight: "sunken",
        role.Mid: "line",
        role.Dark: "line-strong",
        role.Shadow: "line-strong",
        role.Accent: "accent",
    }
    palette = QPalette()
    for place, token in pairs.items():
        palette.setColor(place, colour(token))
    for place in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, place, colour("faint"))
    return palette
