"""The question before records are erased: the one thing that cannot come back, so the safe answer is the default."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _, format_number, ngettext
from app.services.records import erasing
from app.services.records.erasing import Reason
from app.ui.look import theme
from app.ui.widgets.buttons import DANGER, SECONDARY, Button
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.text import Label
from app.ui.words.choice import Choice


class EraseDialog(QDialog):
    """Accepted only by the button that says what it does, and only with a reason.

    `belonging` is how many comments, steps, updates and files go with the records.
    """

    def __init__(self, count: int, belonging: int, parent: QWidget) -> None:
        super().__init__(parent)
        words = ngettext("Erase {count} record for good?", "Erase {count} records for good?", count)
        self._title = words.format(count=format_number(count))
        self.setWindowTitle(self._title)
        self.keep = Button(_("Keep in the trash"), SECONDARY)
        erase = ngettext("Erase {count} record", "Erase {count} records", count)
        self.erase = Button(erase.format(count=format_number(count)), DANGER, "trash")
        offered = [Choice(one.value, erasing.reason_words(one)) for one in erasing.OFFERED]
        self.reason = CodeField(_("Why it is erased"), offered, nothing=_("Choose a reason"))
        self._lay_out(belonging)
        self.keep.clicked.connect(self.reject)
        self.erase.clicked.connect(self._accept_with_reason)

    def _lay_out(self, belonging: int) -> None:
        column = QVBoxLayout(self)
        edge = theme.px(24)
        column.setContentsMargins(edge, edge, edge, theme.px(16))
        column.setSpacing(theme.px(12))
        column.addWidget(Label(self._title, "h2", wraps=True))
        for role, words in (("", _what_goes(belonging)), ("muted", _what_stays()), ("muted", _what_is_elsewhere())):
            column.addWidget(Label(words, role, wraps=True))
        column.addWidget(self.reason)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.erase, self.keep):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column.addLayout(foot)
        self.keep.setDefault(True)
        self.keep.setFocus()
        self.setMinimumWidth(theme.px(500))

    def _accept_with_reason(self) -> None:
        if self.reason.value():
            self.accept()
            return
        self.reason.set_problem(_("Choose a reason first. It is kept as the proof, with the day and your name."))
        self.reason.setFocus()

    def chosen_reason(self) -> Reason:
        """Why; only after it was accepted."""
        return Reason(self.reason.value())


def _what_goes(belonging: int) -> str:
    whole = _("Everything written there is destroyed here, with its history, and cannot come back.")
    if not belonging:
        return whole
    more = ngettext(
        "Everything written there is destroyed here, with its history and {count} comment, step or file that belongs "
        "to it, and cannot come back.",
        "Everything written there is destroyed here, with its history and {count} comments, steps and files that "
        "belong to it, and cannot come back.",
        belonging,
    )
    return more.format(count=format_number(belonging))


def _what_stays() -> str:
    return _("What stays is the proof: that something was erased, when, by whom and why.")


def _what_is_elsewhere() -> str:
    return _(
        "Backups made before keep it until they are replaced by newer ones. Copies saved elsewhere stay as they are; "
        "what was sent is taken back in the next submission."
    )
