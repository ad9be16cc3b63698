"""Language, theme, text size and backups; each change shows at once, and there is no Save button."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import N_, _, language, languages
from app.settings import TEXT_SIZES
from app.ui import theme
from app.ui.session import Session
from app.ui.settings.backups import BackupCard
from app.ui.widgets.card import Card
from app.ui.widgets.choice import Choice
from app.ui.widgets.code_field import CodeField
from app.ui.widgets.page import Page
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.segments import Segments
from app.ui.widgets.text import Label

_THEMES = {
    "system": N_("Like the system"),
    "light": N_("Light"),
    "dark": N_("Dark"),
    "contrast": N_("High contrast"),
}


class SettingsPage(Page):
    """The settings that change how everything looks and speaks."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        spoken = tuple(Choice(one.code, one.name) for one in languages())
        sizes = tuple(Choice(str(size), _("{percent} %").format(percent=size)) for size in TEXT_SIZES)
        self._language = CodeField(_("Language"), spoken)
        self._language.set_value(language())
        self._theme = Segments(_("Theme"), tuple(Choice(code, _(words)) for code, words in _THEMES.items()))
        self._theme.set_value(session.settings.theme)
        self._size = CodeField(_("Text size"), sizes, _("Ctrl+Plus makes text larger, Ctrl+Minus smaller."))
        self._size.set_value(str(session.settings.text_size))
        self.backups = self._make_backups()
        self._lay_out()
        self._language.edited.connect(lambda: self.setting.emit("language", self._language.value()))
        self._theme.chosen.connect(lambda code: self.setting.emit("theme", code))
        self._size.edited.connect(lambda: self.setting.emit("text_size", int(self._size.value())))

    def _make_backups(self) -> BackupCard | None:
        if self.session.workspace is None:
            return None
        card = BackupCard(self.session)
        card.setMaximumWidth(theme.px(620))
        card.setting.connect(self.setting)
        card.toast.connect(self.toast)
        return card

    def reload(self) -> None:
        """Show when the newest backup was made."""
        if self.backups is not None:
            self.backups.show_last()

    def _lay_out(self) -> None:
        look = Card(_("How Groundwork looks and speaks"))
        look.add(self._language)
        look.add(Label(_("Theme"), "small"))
        look.add(self._theme)
        look.add(self._size)
        look.setMaximumWidth(theme.px(620))
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(PageHeader(_("Settings"), _("They are yours, on this computer only.")))
        column.addWidget(look)
        if self.backups is not None:
            column.addWidget(self.backups)
        column.addStretch(1)
        self.set_body(body)
