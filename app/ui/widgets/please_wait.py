"""What covers the window while a job runs that nothing may disturb: what happens, how far it is, and what not to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from app.i18n import _
from app.ui.look import theme
from app.ui.widgets.text import IconLabel, Label

_WIDTH = 420


class PleaseWait(QDialog):
    """Nobody closes it but `end`; the window behind it stays as it is, and takes nothing."""

    def __init__(self, title: str, sentence: str, parent: QWidget) -> None:
        super().__init__(parent.window(), Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint)
        self.setModal(True)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.setFixedWidth(theme.px(_WIDTH))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(title)
        column = QVBoxLayout(self)
        edge = theme.px(20)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.px(12))
        column.addWidget(IconLabel("lock", "accent", 28), 0, Qt.AlignmentFlag.AlignLeading)
        warning = Label(_("Please wait, and do not switch this computer off."), "strong", wraps=True)
        for part in (Label(title, "h3", wraps=True), Label(sentence, wraps=True), self.bar, warning):
            column.addWidget(part)

    def show_progress(self, done: int, total: int) -> None:
        """How far it is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def end(self) -> None:
        """The job has ended, however it ended."""
        self.hide()
        self.deleteLater()

    def reject(self) -> None:
        """Esc changes nothing."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nor does the button that a window manager may draw."""
        event.ignore()
