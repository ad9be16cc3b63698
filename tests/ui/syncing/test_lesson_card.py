"""What this laptop learned of the place itself: files that had vanished, and were put there again."""

from __future__ import annotations

from pathlib import Path

from app.services.opening.workspace import Workspace
from app.services.syncing import exchanging, learning
from tests.laptops import meet, place_of
from tests.making import log_activity
from tests.ui.coordinating import finished, press, read

Laptops = tuple[Workspace, Workspace]


def test_files_that_vanished_from_the_place_are_told_with_what_to_do_until_somebody_has_read_it(
    two: Laptops, framed, qtbot, tmp_path: Path
) -> None:
    one, other = two
    share = tmp_path / "share"
    for number in range(3):
        log_activity(one, title=f"Course {number}")
        meet(share, one, other)
    place_of(one, share, "share")
    _frame, page, session = framed(one)
    for times in (1, 2):
        gone = next(path for path in share.rglob("*.gwb") if "/w/" in path.as_posix())
        gone.unlink()
        page.sync.now.click()
        finished(session, qtbot)
        qtbot.waitUntil(lambda: exchanging.standing(one).vanished == 1)
        assert gone.exists()
        qtbot.waitUntil(page.lesson.isVisible)
        assert f"{times} file" in page.lesson.vanished.text() and "Nothing is lost" in page.lesson.vanished.text()
    assert learning.unread(one).vanished == 2
    press(page.lesson, "I have read it")
    qtbot.waitUntil(lambda: not page.lesson.isVisible())
    log_activity(other)
    meet(share, other)
    page.sync.now.click()
    finished(session, qtbot)
    qtbot.waitUntil(lambda: "Laptop 2" in read(page.lesson))
    assert not page.lesson.vanished.isVisible()
