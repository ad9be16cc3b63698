"""The question before files are erased: the one thing here that cannot come back, so the safe answer is the default."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _, format_number, ngettext
from app.ui.look import theme
from app.ui.widgets.buttons import DANGER, SECONDARY, Button
from app.ui.widgets.text import Label


class EraseDialog(QDialog):
    """Accepted only by the button that says what it does."""

    def __init__(self, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        words = ngettext("Erase {count} file for good?", "Erase {count} files for good?", count)
        title = words.format(count=format_number(count))
        self.setWindowTitle(title)
        self.keep = Button(_("Keep in the trash"), SECONDARY)
        erase = ngettext("Erase {count} file", "Erase {count} files", count)
        self.erase = Button(erase.format(count=format_number(count)), DANGER, "trash")
        about = _("The file and what was written about it are destroyed here and cannot come back.")
        copies = _("Copies that were saved elsewhere, and backups made before, stay as they are.")
        column = QVBoxLayout(self)
        edge = theme.px(24)
        column.setContentsMargins(edge, edge, edge, theme.px(16))
        column.setSpacing(theme.px(12))
        for label in (Label(title, "h2", wraps=True), Label(about, wraps=True), Label(copies, "muted", wraps=True)):
            column.addWidget(label)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.erase, self.keep):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column.addLayout(foot)
        self.keep.setDefault(True)
        self.keep.setFocus()
        self.keep.clicked.connect(self.reject)
        self.erase.clicked.connect(self.accept)
        self.setMinimumWidth(theme.px(460))
