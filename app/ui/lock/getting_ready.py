"""What is shown while an older workspace is brought up to date: what happens, how far it is, and Stop."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.i18n import _, format_number, ngettext
from app.ui.look import theme
from app.ui.widgets.buttons import SECONDARY, Button
from app.ui.widgets.text import Label


class GettingReady(QWidget):
    """Stands in place of the passphrase until the workspace is open, or somebody stops it."""

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = _("Getting the workspace ready")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(name)
        self._step = Label(_("A copy is kept beside it first"), "caption")
        self.stop = Button(_("Stop"), SECONDARY, "player-stop")
        why = _("This Groundwork is newer than the workspace, so every record is checked and indexed once.")
        safe = _("Nothing is lost if you stop: the next opening goes on here.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for part in (Label(name, "strong"), Label(why, "small", wraps=True), self._bar, self._step):
            column.addWidget(part)
        column.addWidget(Label(safe, "small", wraps=True))
        column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeading)
        self.stop.clicked.connect(self._ask_stop)

    def show_progress(self, done: int, total: int) -> None:
        """How many records are ready."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        words = ngettext("{done} of {total} record", "{done} of {total} records", total)
        self._step.setText(words.format(done=format_number(done), total=format_number(total)))

    def step(self) -> str:
        """What is said about how far it is."""
        return self._step.text()

    def _ask_stop(self) -> None:
        self.stop.setEnabled(False)
        self.stop_asked.emit()
