"""At the row of a laptop: what is odd about it with what to do, and whether it may let others in."""

from __future__ import annotations

from pathlib import Path

from app.services.opening.workspace import Workspace
from app.services.syncing import devices
from tests.laptops import laptops, later, meet, sync
from tests.making import log_activity
from tests.simulated import older_program
from tests.ui.accessible import focused, unnamed
from tests.ui.coordinating import press, read

Laptops = tuple[Workspace, Workspace]


def test_a_laptop_that_is_silent_and_one_that_tells_nothing_are_named_at_their_rows(tmp_path: Path, framed) -> None:
    one, old, away = laptops(tmp_path, 3)
    folder = tmp_path / "stick"
    sync(one, folder)
    sync(away, folder)
    for laptop in (one, old):
        later(laptop, days=380)
    log_activity(one)
    sync(one, folder)
    with older_program():
        log_activity(old)
        sync(old, folder)
    sync(one, folder)
    _frame, page, _session = framed(one)
    told = {devices.find(one, row.fingerprint).name: read(row) for row in page.laptops.rows}
    assert "for a year. Sync it; if it is lost, take it out" in told["Laptop 3"]
    assert "older Groundwork" in told["Laptop 2"] and "for a year" not in told["Laptop 2"]
    assert not any(words in told["Samira's laptop"] for words in ("for a year", "older Groundwork"))
    for laptop in (one, old, away):
        laptop.close()


def test_a_laptop_may_let_others_in_and_be_an_ordinary_one_again_but_never_the_last(
    two: Laptops, framed, qtbot, tmp_path: Path
) -> None:
    one, other = two
    meet(tmp_path / "stick", one, other)
    _frame, page, _session = framed(one)
    mine, theirs = page.laptops.rows
    assert "May let others in" in read(theirs)
    theirs.standing.click()
    assert theirs.asked.stay.hasFocus() and "counts on" in read(theirs)
    theirs.lost.click()
    assert not theirs.asked.isVisible() and theirs.question.isVisible(), "one question at a time"
    theirs.question.stay.click()
    theirs.standing.click()
    theirs.asked.stay.click()
    assert theirs.standing.hasFocus() and devices.find(one, theirs.fingerprint).is_admin
    theirs.standing.click()
    assert not unnamed(page)
    theirs.asked.go.click()
    qtbot.waitUntil(lambda: page.laptops.rows[1] is not theirs)
    mine, theirs = page.laptops.rows
    assert "May let others in" not in read(theirs) and focused().startswith("Rename")
    assert not devices.find(one, theirs.fingerprint).is_admin
    mine.standing.click()
    assert "only another one can give this back" in read(mine)
    mine.asked.go.click()
    assert "only laptop that may admit others" in mine.asked.problem.text() and mine.asked.stay.hasFocus()
    mine.asked.stay.click()
    assert not mine.asked.isVisible() and devices.overview(one).may_change
    theirs.standing.click()
    press(theirs, "Let \u2068Laptop 2\u2069 admit others")
    qtbot.waitUntil(lambda: "May let others in" in read(page.laptops.rows[1]))
    mine = page.laptops.rows[0]
    mine.standing.click()
    mine.asked.go.click()
    qtbot.waitUntil(lambda: not page.admit.isVisible())
    assert not devices.overview(one).may_change and not page.laptops.rows[1].standing.isVisible()
    meet(tmp_path / "stick", one, other)
    assert devices.overview(other).may_change and not devices.find(other, mine.fingerprint).is_admin
