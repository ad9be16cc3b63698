"""Language, theme and text size; each change shows at once, and there is no Save button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _, language, languages
from app.settings import TEXT_SIZES
from app.ui import theme
from app.ui.session import Session
from app.ui.settings import table
from app.ui.widgets.card import Card
from app.ui.widgets.choice import Choice
from app.ui.widgets.code_field import CodeField
from app.ui.widgets.page import Page
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.segments import Segments
from app.ui.widgets.text import Label


class SettingsPage(Page):
    """The settings that change how everything looks and speaks."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        spoken = tuple(Choice(one.code, one.name) for one in languages())
        sizes = tuple(Choice(str(size), _("{percent} %").format(percent=size)) for size in TEXT_SIZES)
        self._language = CodeField(_(table.title("language")), spoken)
        self._language.set_value(language())
        self._theme = Segments(
            _(table.title("theme")), tuple(Choice(code, _(words)) for code, words in table.THEMES.items())
        )
        self._theme.set_value(session.settings.theme)
        self._size = CodeField(
            _(table.title("text_size")), sizes, _("Ctrl+Plus makes text larger, Ctrl+Minus smaller.")
        )
        self._size.set_value(str(session.settings.text_size))
        self._parts: dict[str, QWidget] = {"language": self._language, "theme": self._theme, "text_size": self._size}
        self._lay_out()
        self._language.edited.connect(lambda: self.setting.emit("language", self._language.value()))
        self._theme.chosen.connect(lambda code: self.setting.emit("theme", code))
        self._size.edited.connect(lambda: self.setting.emit("text_size", int(self._size.value())))

    def _lay_out(self) -> None:
        look = Card(_("How Groundwork looks and speaks"))
        look.add(self._language)
        look.add(Label(_(table.title("theme")), "small"))
        look.add(self._theme)
        look.add(self._size)
        look.setMaximumWidth(theme.px(620))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(PageHeader(_("Settings"), _("They are yours, on this computer only.")))
        column.addWidget(look)
        column.addStretch(1)
        self.set_body(body)

    def open(self, argument: object) -> None:
        """Bring the setting with this name into sight and give it the focus."""
        part = self._parts.get(str(argument))
        if part is not None:
            part.setFocus(Qt.FocusReason.ShortcutFocusReason)
