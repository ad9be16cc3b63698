"""Long work in the state line: name, how far, and Stop; work goes on in other pages."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.i18n import _, format_number
from app.ui.look import theme
from app.ui.process.tasks import Task
from app.ui.widgets.buttons import BAR, Button
from app.ui.widgets.text import Label

_SHOWN_AFTER_MS = 300


class TaskLine(QWidget):
    """One job; it is shown after 300 ms, so that short jobs do not flicker, and goes when the job has finished."""

    def __init__(self, task: Task, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(task.name)
        self._task = task
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(theme.px(110))
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(task.name)
        self._step = Label("", "caption")
        self._stop = Button(_("Stop"), BAR, "player-stop")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for part in (Label(task.name, "small"), self._bar, self._step, self._stop):
            row.addWidget(part)
        self.hide()
        self._stop.clicked.connect(self._ask_stop)
        task.progressed.connect(self.show_progress)
        task.finished.connect(self._finish)
        QTimer.singleShot(_SHOWN_AFTER_MS, self, self._appear)

    def show_progress(self, done: int, total: int) -> None:
        """How far the job is; a total of 0 is not known."""
        self._bar.setRange(0, total)
        self._bar.setValue(min(done, total))
        words = _("{done} of {total}").format(done=format_number(done), total=format_number(total))
        self._step.setText(words if total else "")

    def _appear(self) -> None:
        if self._task is not None:
            self.show()

    def _ask_stop(self) -> None:
        if self._task is not None:
            self._task.stop()
            self._stop.setEnabled(False)

    def _finish(self) -> None:
        self._task = None
        self.hide()
        self.deleteLater()
