from __future__ import annotations

import gc
import sys
from functools import partial

import pytest
from PySide6.QtCore import QObject, QThread, Signal

from app.progress import Progress
from app.ui.process.tasks import TaskRunner


class Receiver(QObject):
    """Keeps what it hears, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: set[bool] = set()

    def take(self, result: object) -> None:
        self.heard.append(result)
        self.threads.add(QThread.currentThread() is self.thread())


def _count(number: int, progress: Progress) -> int:
    for step in range(3):
        progress(step, 3)
    return number


def _fail(progress: Progress) -> None:
    raise KeyError("lost")


def _never_ends(progress: Progress) -> None:
    while True:
        progress(0, 0)


def test_two_hundred_jobs_all_come_back_in_order_and_in_the_main_thread(qtbot, tasks: TaskRunner) -> None:
    receiver = Receiver()
    for number in range(200):
        tasks.run(partial(_count, number), done=receiver.take)
    qtbot.waitUntil(lambda: len(receiver.heard) == 200)
    assert receiver.heard == list(range(200))
    assert receiver.threads == {True}
    qtbot.waitUntil(lambda: not tasks.running())


def test_a_lambda_is_called_in_the_main_thread_too(qtbot, tasks: TaskRunner) -> None:
    main, heard = QThread.currentThread(), []
    tasks.run(partial(_count, 1), done=lambda result: heard.append((result, QThread.currentThread() is main)))
    qtbot.waitUntil(lambda: heard == [(1, True)])


def test_a_job_that_is_stopped_says_cancelled_and_nothing_else(qtbot, tasks: TaskRunner) -> None:
    heard: list[str] = []
    task = tasks.run(_never_ends, done=lambda _r: heard.append("done"), failed=lambda _e: heard.append("failed"))
    task.cancelled.connect(lambda: heard.append("cancelled"))
    with qtbot.waitSignal(task.finished, timeout=5000):
        task.stop()
    qtbot.waitUntil(lambda: not tasks.running())
    assert heard == ["cancelled"]


def test_a_job_that_is_stopped_before_its_turn_never_begins(qtbot, tasks: TaskRunner) -> None:
    begun: list[int] = []
    first = tasks.run(_never_ends)
    second = tasks.run(lambda _progress: begun.append(1))
    second.stop()
    first.stop()
    qtbot.waitUntil(lambda: not tasks.running())
    assert not begun


def test_a_failure_reaches_whoever_asked(qtbot, tasks: TaskRunner) -> None:
    heard: list[Exception] = []
    tasks.run(_fail, failed=heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert isinstance(heard[0], KeyError)


def test_a_failure_nobody_asked_for_is_told_to_the_window(qtbot, tasks: TaskRunner) -> None:
    with qtbot.waitSignal(tasks.unhandled, timeout=5000) as told:
        tasks.run(_fail)
    assert isinstance(told.args[0], KeyError)


def test_a_receiver_that_is_gone_is_not_called_and_nothing_is_lost(qtbot, tasks: TaskRunner) -> None:
    kept = Receiver()
    for number in range(60):
        gone = Receiver()
        tasks.run(partial(_count, number), done=gone.take)
        gone.deleteLater()
        del gone
        tasks.run(partial(_count, number), done=kept.take)
    gc.collect()
    qtbot.waitUntil(lambda: len(kept.heard) == 60)
    assert kept.heard == list(range(60))


def test_progress_is_told_sparingly_but_the_end_always(qtbot, tasks: TaskRunner) -> None:
    told: list[tuple[int, int]] = []

    def work(progress: Progress) -> None:
        for step in range(1, 20_001):
            progress(step, 20_000)

    task = tasks.run(work, progressed=lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(task.finished, timeout=10_000):
        pass
    assert told[-1] == (20_000, 20_000)
    assert len(told) < 500


def test_a_job_with_a_name_is_announced_and_one_without_is_not(qtbot, tasks: TaskRunner) -> None:
    announced: list[str] = []
    tasks.started.connect(lambda task: announced.append(task.name))
    tasks.run(partial(_count, 1), "Making the report")
    tasks.run(partial(_count, 2))
    qtbot.waitUntil(lambda: not tasks.running())
    assert announced == ["Making the report"]


def test_finishing_stops_what_runs_and_waits(qtbot) -> None:
    runner = TaskRunner()
    for _job in range(5):
        runner.run(_never_ends)
    assert runner.finish()


@pytest.mark.parametrize("value", [True, False, None])
def test_signals_do_not_eat_references(value: object) -> None:
    class Speaker(QObject):
        said = Signal(object)

    speaker, before = Speaker(), sys.getrefcount(value)
    for _turn in range(5000):
        speaker.said.emit(value)
    assert abs(sys.getrefcount(value) - before) < 100
