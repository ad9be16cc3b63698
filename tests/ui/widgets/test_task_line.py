from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QProgressBar

from app.progress import Progress
from app.ui.process.tasks import TaskRunner
from app.ui.widgets.buttons import Button
from app.ui.widgets.task_line import TaskLine
from app.ui.widgets.top_bar import TopBar


def _until(seen: list[int], progress: Progress) -> None:
    while True:
        progress(23, 37)
        seen.append(1)
        del seen[:-1]


def test_a_job_shows_how_far_it_is_and_can_be_stopped(in_front, qtbot, tasks: TaskRunner) -> None:
    bar = in_front(TopBar())
    tasks.started.connect(bar.show_task)
    task = tasks.run(partial(_until, []), "Making the national report")
    line = bar.findChild(TaskLine)
    qtbot.waitUntil(line.isVisible)
    progress = line.findChild(QProgressBar)
    qtbot.waitUntil(lambda: (progress.value(), progress.maximum()) == (23, 37))
    with qtbot.waitSignal(task.cancelled):
        line.findChild(Button).click()
    qtbot.waitUntil(lambda: not bar.findChildren(TaskLine))
