"""What a dialog does in the background: a bar with Stop while it lasts, then a sentence of what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import GroundworkError
from app.i18n import _
from app.ui.look import theme
from app.ui.process.tasks import Task, TaskRunner, Work
from app.ui.widgets.task_line import TaskLine
from app.ui.widgets.text import Label


class Making(QWidget):
    """One job at a time. A dialog covers the state line of the window, so the job is shown, and stopped, in here."""

    busy = Signal(bool)
    """A job began, or has ended in whatever way: buttons that would begin another wait meanwhile."""

    def __init__(self, tasks: TaskRunner) -> None:
        super().__init__()
        self._tasks = tasks
        self._task: Task | None = None
        self._sentence: Callable[[Any], str] = str
        self.told = Label("", "small", wraps=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self._column.addWidget(self.told)
        self.told.hide()

    def run(self, work: Work, name: str, sentence: Callable[[Any], str]) -> None:
        """Do it; `sentence` says its result, "" for none."""
        if self._task is not None:
            return
        self._sentence = sentence
        self.tell("")
        self._task = self._tasks.run(work, name, done=self._show, failed=self._show_failure)
        self._task.cancelled.connect(self._show_stop)
        self._column.addWidget(TaskLine(self._task))
        self.busy.emit(True)

    def stop(self) -> None:
        """Ask the job to stop, if there is one: the dialog goes."""
        if self._task is not None:
            self._task.stop()

    def tell(self, sentence: str, tone: str = "") -> None:
        """Show a sentence, and tell it to those who listen; an empty one takes it away."""
        self.told.setText(sentence)
        self.told.set_tone(tone)
        self.told.setVisible(bool(sentence))
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _show(self, result: object) -> None:
        self._end()
        self.tell(self._sentence(result))

    def _show_failure(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, GroundworkError):
            raise error
        self.tell(error.sentence(), "bad")

    def _show_stop(self) -> None:
        self._end()
        self.tell(_("Stopped. Nothing was made."))

    def _end(self) -> None:
        self._task = None
        self.busy.emit(False)
