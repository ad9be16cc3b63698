"""While thousands of rows come in the window goes on answering, and whoever stops halfway has brought in nothing."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt, QTimer

from app.services.opening.workspace import Workspace
from app.services.records import importing
from app.ui.importing.journey import CHECK, DONE
from app.ui.importing.page import ImportPage
from app.ui.process.session import Session
from app.ui.process.tasks import Task

ROWS = 6_500
"""More than are written at once, three times over."""


def test_the_window_goes_on_while_a_table_comes_in_and_what_is_stopped_halfway_leaves_nothing(
    session: Session, in_front, workspace: Workspace, tmp_path: Path, qtbot
) -> None:
    path = tmp_path / "many.csv"
    rows = (f"Course {number};training_or_education;16;2026-04\n" for number in range(ROWS))
    path.write_text("Activity;Activity type;Objective;Start date\n" + "".join(rows), "utf-8")
    page = ImportPage(session)
    in_front(page)
    beats: Counter[str] = Counter()
    timer = QTimer()
    timer.timeout.connect(lambda: beats.update(task.name for task in session.tasks.running()))
    timer.start(0)

    def rest() -> None:
        qtbot.waitUntil(lambda: not session.tasks.running() and not page.journey.is_busy(), timeout=60_000)

    def keep() -> Task:
        page.journey.primary.click()
        (task,) = session.tasks.running()
        return task

    page.open([path])
    rest()
    page.journey.going.emit(CHECK)
    rest()
    assert page.journey.primary.text() == "Bring in 6,500 records"
    task = keep()
    task.progressed.connect(lambda done, _total: done and task.stop(), Qt.ConnectionType.DirectConnection)
    rest()
    assert page.journey.step == CHECK
    assert importing.batches(workspace) == ()

    keep()
    rest()
    timer.stop()
    assert page.journey.step == DONE
    (batch,) = importing.batches(workspace)
    assert f'"new": {ROWS}' in batch.counts
    assert {name for name, times in beats.items() if times > 9} >= {
        "Reading the table",
        "Checking every row",
        "Bringing in the table",
    }
