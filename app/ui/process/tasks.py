"""The one worker thread: long work leaves the window, and comes back by signal.

    self._task = session.tasks.run(
        partial(national.report, workspace, period, path),   # called with progress as its last argument
        _("Making the national report"),
        done=self._show_report, failed=self._show_failure, progressed=self._bar.show_progress,
    )

Work below the window knows `progress(done, total)` and nothing of threads. It touches no widget, and opens
its own database connection. Receivers that are methods of a widget are dropped when the widget is.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal

from app.progress import Cancelled, Progress

_INTERVAL = 0.05
"""Seconds between two reports of progress: at most 20 a second reach the window."""
Work = Callable[[Progress], Any]
"""What is done elsewhere; returns a value, raises an error, or raises Cancelled through `progress`."""


class Task(QObject):
    """One job; lives in the main thread and is kept alive by its runner until it has finished.

    Exactly one of `done`, `failed` and `cancelled` is emitted, then `finished`.
    """

    progressed = Signal(int, int)
    """(done, total); total 0 means not known."""
    done = Signal(object)
    failed = Signal(object)
    """The exception."""
    cancelled = Signal()
    finished = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = name
        """What the job is, in words, for the bar; empty: it is not shown there."""
        self.about = ""
        """What the job is, as a code, for whoever must know whether one like it runs."""
        self.holds = False
        """Whether the workspace may not be closed under it: a lock waits until it has finished."""
        self._stop = threading.Event()
        self._reported = 0.0

    def stop(self) -> None:
        """Ask the work to stop; it does at its next report of progress."""
        self._stop.set()

    def is_stopping(self) -> bool:
        """Whether someone asked this job to stop."""
        return self._stop.is_set()

    def report(self, done: int, total: int) -> None:
        """The `progress` of this job, called by the work in its thread. Raises Cancelled once stopped."""
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._reported >= _INTERVAL or (done == total and total):
            self._reported = now
            self.progressed.emit(done, total)


class _Run(QRunnable):
    def __init__(self, task: Task, work: Work) -> None:
        super().__init__()
        self._task, self._work = task, work

    def run(self) -> None:
        task = self._task
        try:
            if task.is_stopping():
                raise Cancelled
            result = self._work(task.report)
        except Cancelled:
            task.cancelled.emit()
        except Exception as error:  # noqa: BLE001 - carried to the main thread, shown or crashed there
            task.failed.emit(error)
        else:
            task.done.emit(result)
        task.finished.emit()


class TaskRunner(QObject):
    """Runs jobs one after the other on one thread; belongs to the main thread."""

    started = Signal(object)
    """A Task with a name was queued: the state line shows it."""
    unhandled = Signal(object)
    """The exception of a job that was started without `failed`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._alive: set[Task] = set()
        self._waiting: deque[_Run] = deque()
        self._spent: Task | None = None

    def run(
        self,
        work: Work,
        name: str = "",
        *,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        progressed: Callable[[int, int], None] | None = None,
    ) -> Task:
        """Queue `work(progress)`; every callback is called in the main thread.

        Connect `cancelled` or `finished` on the returned task if needed: nothing begins before the event
        loop runs again, so nothing is missed. Without `failed` the failure is shown by the window.
        """
        task = Task(name, self)
        self._alive.add(task)
        queued = Qt.ConnectionType.QueuedConnection
        if done is not None:
            task.done.connect(done, queued)
        if progressed is not None:
            task.progressed.connect(progressed, queued)
        task.failed.connect(failed if failed is not None else self.unhandled.emit, queued)
        task.finished.connect(self._forget, queued)
        if name:
            self.started.emit(task)
        self._waiting.append(_Run(task, work))
        QTimer.singleShot(0, self, self._begin)
        return task

    def running(self) -> tuple[Task, ...]:
        """Every job that has not finished."""
        return tuple(self._alive)

    def put_off(self, then: Callable[[], None]) -> bool:
        """Whether a job holds the workspace; then `then` is called when it has finished."""
        held = next((task for task in self._alive if task.holds), None)
        if held is not None:
            held.finished.connect(then, Qt.ConnectionType.QueuedConnection)
        return held is not None

    def finish(self, wait_ms: int = 10_000) -> bool:
        """Ask every job to stop and wait; called before the program ends. False if one did not stop in time.

        One that `holds` is waited for, however long it takes.
        """
        self._waiting.clear()
        if any(task.holds for task in self._alive):
            wait_ms = -1
        for task in self._alive:
            task.stop()
        return self._pool.waitForDone(wait_ms)

    def _begin(self) -> None:
        while self._waiting:
            self._pool.start(self._waiting.popleft())

    def _forget(self) -> None:
        task = self.sender()
        if isinstance(task, Task):
            self._alive.discard(task)
            self._let_go(task)

    def _let_go(self, task: Task) -> None:
        """Delete the job before this one: of this one the worker may still be emitting `finished`.

        There is one worker, so when a job has finished, the one before has long returned from its last signal.
        """
        if self._spent is not None:
            self._spent.deleteLater()
        self._spent = task
