"""A sync that is stopped, a clock that is wrong, a key that has to be new: told where laptops are, with what to do."""

from __future__ import annotations

from pathlib import Path

from app.services.opening.workspace import Workspace
from app.services.syncing import devices, exchanging
from app.ui.widgets.task_line import TaskLine
from app.ui.widgets.toast import Toast
from tests.laptops import laptops, later, meet, place_of
from tests.making import log_activity
from tests.services.syncing.laptops import carry
from tests.ui.coordinating import finished, press, read

Laptops = tuple[Workspace, Workspace]


def test_a_sync_is_stopped_from_the_state_line_and_the_next_one_goes_on(
    two: Laptops, framed, qtbot, tmp_path: Path
) -> None:
    one, _other = two
    place_of(one, tmp_path / "share", "Share")
    log_activity(one)
    frame, page, session = framed(one)
    finished(session, qtbot)
    page.sync.now.click()
    line = frame.top_bar.findChild(TaskLine)
    line.show()
    press(line, "Stop")
    finished(session, qtbot)
    qtbot.waitUntil(page.sync.now.isEnabled)
    assert "The sync was stopped" in frame.findChild(Toast).accessibleName()
    assert exchanging.standing(one).unsent and frame.top_bar.state.accessibleName() != "Syncing"
    page.sync.now.click()
    finished(session, qtbot)
    qtbot.waitUntil(lambda: exchanging.standing(one).unsent == 0)


def test_a_wrong_clock_is_told_with_what_to_do_and_goes_once_it_is_right(two: Laptops, framed, tmp_path: Path) -> None:
    one, other = two
    place = tmp_path / "stick"
    meet(place, one, other)
    right = one.now()
    later(one, days=2)
    log_activity(one)
    _frame, page, _session = framed(one)
    assert not page.sync.clock.isVisible()
    later(one, days=-4)
    page.reload()
    assert page.sync.clock.isVisible()
    assert "Please set it" in page.sync.clock.accessibleName() and "Look at the clock" in read(page.sync.clock)
    later(one, days=(right - one.now()).total_seconds() / 86400 + 3)
    page.reload()
    assert not page.sync.clock.isVisible()


def test_a_new_key_is_made_where_a_laptop_that_was_taken_out_holds_the_one_in_use(
    tmp_path: Path, framed, qtbot
) -> None:
    one, second, third = laptops(tmp_path, 3)
    meet(tmp_path / "stick", one, second, third)
    devices.revoke(one, devices.find(one, "Laptop 3").fingerprint)
    for _times in range(2):
        devices.rotate(second)  # without knowing, so that the one that was taken out gets the key
    carry(second, one)
    _frame, page, _session = framed(one)
    assert page.laptops.stale.isVisible() and "Make a new one" in read(page.laptops.stale)
    press(page.laptops, "Make a new key")
    qtbot.waitUntil(lambda: not page.laptops.stale.isVisible())
    assert not devices.overview(one).is_stale
    for laptop in (one, second, third):
        laptop.close()
