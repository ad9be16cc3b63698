"""The language of a PDF, and a second one if it is to be in two: one after the other, or side by side."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import _, format_list, languages
from app.services.pages import AFTER, BESIDE, tongues
from app.ui.look import theme
from app.ui.widgets.fields.check_field import CheckField
from app.ui.widgets.fields.code_field import CodeField
from app.ui.words.choice import Choice


class TonguesField(QWidget):
    """The value is that of `services.pages.tongues`: fr, fr+ar or fr/ar."""

    edited = Signal()

    def __init__(self, help: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        spoken = tuple(Choice(one.code, one.name) for one in languages())
        self.first = CodeField(_("Language of the PDF"), spoken, help)
        self.second = CodeField(_("Second language"), spoken, _("In the same PDF."), nothing=_("None"))
        self.beside = CheckField(_("Side by side"), _("Else one after the other."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for part in (self.first, self.second, self.beside):
            column.addWidget(part)
        self.setFocusProxy(self.first)
        self.beside.hide()
        for part in (self.first, self.second, self.beside):
            part.edited.connect(self._tell)

    def value(self) -> str:
        """One language or two; the same one twice is one."""
        first, second = self.first.value(), self.second.value()
        if second in ("", first):
            return first
        return f"{first}{BESIDE if self.beside.value() else AFTER}{second}"

    def set_value(self, words: str) -> None:
        """Choose these."""
        first, *others = tongues(words)
        self.first.set_value(first)
        self.second.set_value(others[0] if others else "")
        self.beside.set_value(BESIDE in words)
        self.beside.setVisible(bool(others))

    def _tell(self) -> None:
        self.beside.setVisible(bool(self.second.value()))
        self.edited.emit()


def tongue_words(words: str) -> str:
    """The names of one language or two, each in its own."""
    named = {one.code: one.name for one in languages()}
    return format_list([named.get(code, code) for code in tongues(words)])
