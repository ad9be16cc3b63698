"""A sync that is stopped, a clock that is wrong, a key that has to be new: told where laptops are, with what to do."""

from __future__ import annotations

import os
from pathlib import Path

from app.services.opening import stores
from app.services.opening.stores import NewPlace
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.services.syncing import devices, exchanging
from app.storage.records import Query
from app.ui.widgets.task_line import TaskLine
from app.ui.widgets.toast import Toast
from tests.laptops import alike, laptops, later, meet, place_of
from tests.making import log_activity
from tests.services.syncing.laptops import carry
from tests.stores import servers
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


if os.name == "posix":  # which has pipes with a name

    def test_a_sync_that_is_stopped_midway_loses_nothing_and_the_next_one_goes_on_there(
        two: Laptops, framed, qtbot, tmp_path: Path
    ) -> None:
        served, gate = tmp_path / "served", tmp_path / "gate"
        for folder in (served, gate):
            folder.mkdir()
        os.mkfifo(gate / "go")
        with servers.wsgidav(served, gate) as server:
            for laptop in two:
                where = NewPlace("cloud", server.access.address.text, server.access.secret, allow_plain=True)
                stores.add(laptop, where, untried=True)
            log_activity(two[0])
            for laptop, held in zip(two, ("PUT 3", "GET 1"), strict=True):
                frame, page, session = framed(laptop)
                finished(session, qtbot)
                (gate / "hold").write_text(held, "utf-8")
                page.sync.now.click()
                qtbot.waitUntil((gate / "held").exists, timeout=20_000)
                line = frame.top_bar.findChild(TaskLine)
                qtbot.waitUntil(line.isVisible)
                press(line, "Stop")
                (gate / "held").unlink()
                (gate / "go").write_bytes(b"")
                finished(session, qtbot)
                qtbot.waitUntil(page.sync.now.isEnabled)
                assert "The sync was stopped" in frame.findChild(Toast).accessibleName()
                assert exchanging.standing(laptop).last is None and recording.count(two[1], Query("activity")) == 0
                there = {path.name for path in served.rglob("*.gwb")}
                page.sync.now.click()
                finished(session, qtbot)
                qtbot.waitUntil(lambda laptop=laptop: exchanging.standing(laptop).last is not None)
                frame.leave()
                if laptop is two[0]:
                    assert len(there) == 3 and there < {path.name for path in served.rglob("*.gwb")}
                    log_activity(laptop, title="Evening course")
                    exchanging.sync_now(laptop, exchanging.chosen(laptop))
            assert exchanging.sync_now(two[0], exchanging.chosen(two[0])).sent.segments == 0
        assert alike(*two) and recording.count(two[1], Query("activity")) == 2


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
