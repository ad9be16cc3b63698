"""Two real laptops and a real folder: founding, letting in, syncing, learning, losing one, all in the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.domain.filling import filled
from app.domain.records import Activity
from app.services.keeping import recovering
from app.services.opening.workspace import Workspace
from app.services.records import conflicts, recording
from app.services.syncing import devices, exchanging, failsafe, learning, spaces
from app.ui.syncing.admit_card import OTHER
from tests.laptops import later, meet, place_of, sync
from tests.making import PASSPHRASE, log_activity
from tests.ui.accessible import unnamed
from tests.ui.coordinating import finished, press, read

Laptops = tuple[Workspace, Workspace]


def test_one_laptop_is_made_ready_with_words_that_are_asked_back(workspace: Workspace, framed, qtbot) -> None:
    frame, page, _session = framed(workspace)
    assert frame.top_bar.state.accessibleName() == "Offline. All saved here"
    assert page.found.isVisible() and not page.laptops.isVisible()
    assert page.primary() is page.found.begin
    page.found.begin.click()
    maker = page.found.maker
    for field, word in zip(maker.asked.fields, maker.asked._wanted, strict=True):  # noqa: SLF001
        field.set_value(word)
    maker.keep.click()
    assert "name" in page.found.name.problem() and not recovering.standing(workspace).exists
    page.found.name.set_value("Office")
    made = " ".join(maker._fresh.words)  # noqa: SLF001
    maker.keep.click()
    qtbot.waitUntil(lambda: page.laptops.isVisible())
    assert not page.found.isVisible() and page.primary() is page.sync.now
    (row,) = page.laptops.rows
    assert not row.lost.isVisible() and row.rename.isVisible()
    assert recovering.rehearse(workspace, made)
    assert "All kept here" in frame.top_bar.state.accessibleName()
    assert not unnamed(page)


def test_a_new_laptop_is_let_in_after_the_digits_were_compared(
    workspace: Workspace, framed, qtbot, tmp_path: Path, monkeypatch
) -> None:
    spaces.found(workspace, "Office")
    _frame, page, _session = framed(workspace)
    asked = devices.request(tmp_path / "new.groundwork", PASSPHRASE, cost=_floor())
    (tmp_path / "request.gwb").write_bytes(asked.data)
    chosen = str(tmp_path / "request.gwb")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (chosen, ""))
    page.admit.open.click()
    assert page.admit.compare.value() == asked.digits
    assert asked.digits.split()[0] in page.admit.compare.digits.text()
    page.admit.compare.differ.click()
    assert "Nothing was done" in page.admit.problem.text()
    page.admit.open.click()
    page.admit.compare.match.click()
    page.admit.about.let_in.click()
    assert page.admit.about.name.problem()
    page.admit.about.name.set_value("Amina")
    page.admit.about.who.set_value(OTHER)
    page.admit.about.who.chosen.emit(OTHER)
    page.admit.about.let_in.click()
    assert "who works" in page.admit.about.person.problem()
    page.admit.about.person.set_value("Amina")
    page.admit.about.let_in.click()
    qtbot.waitUntil(lambda: len(page.laptops.rows) == 2)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(tmp_path / "welcome.gwb"), ""))
    page.admit.welcome.save.click()
    data = (tmp_path / "welcome.gwb").read_bytes()
    shown = "".join(page.admit.admitted.digits.split())
    joined = devices.join(tmp_path / "new.groundwork", PASSPHRASE, data, shown)
    assert joined.profile.name == "Amina"
    joined.close()
    page.admit.welcome.done.click()
    assert page.admit.open.isVisible() and not page.admit.welcome.isVisible()
    chosen = str(tmp_path / "welcome.gwb")
    page.admit.open.click()
    assert page.admit.problem.isVisible()
    assert not unnamed(page)


def test_what_came_is_told_until_it_was_read_and_leads_to_the_lists(
    two: Laptops, framed, qtbot, tmp_path: Path
) -> None:
    one, other = two
    place = tmp_path / "Blue stick"
    record = log_activity(one)
    for laptop in (one, other):
        sync(laptop, place)
    later(other, minutes=2)
    log_activity(other, title="Evening course")
    for laptop, title in ((one, "Legal aid desk, every week"), (other, "Legal aid desk, each Monday")):
        draft = recording.open_draft(laptop, Activity, record)
        recording.save(laptop, filled(draft, {"title": title}))
    sync(other, place)
    frame, page, session = framed(one)
    state = frame.top_bar.state
    assert "1 change not yet on your other laptops" in state.accessibleName()
    assert "over \u2068Blue stick\u2069" in state.accessibleName()
    assert page.sync.where.value() == "Blue stick"
    frame.go("activities")
    qtbot.keyClick(frame, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert state.accessibleName() == "Syncing"
    finished(session, qtbot)
    qtbot.waitUntil(lambda: "not yet" not in state.accessibleName() and state.accessibleName() != "Syncing")
    press(frame.banners.banner, "Show it")
    assert frame.pages.current_name == "syncing"
    assert page.lesson.isVisible() and "Laptop 2" in read(page)
    press(page.lesson, "Activity: 1 new and 1 changed")
    assert frame.pages.current_name == "activities"
    frame.go("syncing")
    assert conflicts.count(one) == 1
    page.lesson.decide.click()
    assert frame.pages.current_name == "review"
    assert "Samira B., on Laptop 2" in read(frame.pages.page()), (
        "a conflict says on which laptop each version was written"
    )
    frame.go("syncing")
    page.lesson.read.click()
    qtbot.waitUntil(lambda: not page.lesson.isVisible())
    page.sync.now.click()
    assert not page.sync.now.isEnabled() and page.sync.now.text() == "Syncing"
    finished(session, qtbot)
    qtbot.waitUntil(page.sync.now.isEnabled)
    assert learning.unread(one) is None, "where nothing came, nothing has to be read"


def test_a_place_that_is_away_is_a_sentence_and_the_sync_can_be_tried_again(
    two: Laptops, framed, qtbot, tmp_path: Path
) -> None:
    one, _other = two
    frame, page, session = framed(one)
    page.sync.now.click()
    assert "no place to meet" in frame.banners.banner.accessibleName()
    press(frame.banners.banner, "Add a place")
    assert frame.pages.current_name == "settings"
    place_of(one, tmp_path / "share", "Share")
    (tmp_path / "share").rename(tmp_path / "away")
    log_activity(one)
    frame.go("syncing")
    page.sync.now.click()
    finished(session, qtbot)
    qtbot.waitUntil(lambda: frame.banners.banner is not None)
    assert "Everything is kept on this laptop" in frame.banners.banner.accessibleName()
    (tmp_path / "away").rename(tmp_path / "share")
    press(frame.banners.banner, "Try again")
    finished(session, qtbot)
    qtbot.waitUntil(lambda: exchanging.standing(one).unsent == 0)
    one_more = place_of(one, tmp_path / "other", "Other")
    frame.sync_now()
    finished(session, qtbot)
    assert exchanging.standing(one).place == "Share" and one_more.name == "Other", "the place of the last time goes on"


def test_a_stick_is_synced_with_in_one_press_and_known_again(two: Laptops, framed, qtbot, tmp_path: Path) -> None:
    one, _other = two
    frame, _page, session = framed(one)
    frame.go("overview")
    finished(session, qtbot)
    log_activity(one)
    stick = tmp_path / "BLUE"
    stick.mkdir()
    frame.sticks.offer(stick)
    assert "Sync with it, so that your laptops meet" in frame.banners.banner.accessibleName()
    press(frame.banners.banner, "Sync with it")
    finished(session, qtbot)
    qtbot.waitUntil(lambda: exchanging.standing(one).place == "BLUE")
    frame.sticks.offer(stick)
    assert "met on it before" in frame.banners.banner.accessibleName()
    press(frame.banners.banner, "Back up to it")
    finished(session, qtbot)
    log_activity(one, title="Evening course")
    finished(session, qtbot)
    card = frame.pages.page().offline
    qtbot.waitUntil(lambda: "1 change is not yet" in card.sync.told.text())
    card.sync.now.click()
    finished(session, qtbot)
    qtbot.waitUntil(lambda: exchanging.standing(one).unsent == 0)
    card.sync.more.click()
    assert frame.pages.current_name == "syncing"


def test_many_deletions_ask_first_and_name_who_did_it(two: Laptops, framed, qtbot, tmp_path: Path) -> None:
    one, other = two
    place = tmp_path / "stick"
    ids = [log_activity(one, title=f"Desk {number}") for number in range(failsafe.MOST_HIDDEN + 3)]
    for laptop in (one, other):
        sync(laptop, place)
    recording.trash_all(other, ids[:-1])
    sync(other, place)
    frame, page, session = framed(one)
    for answer in ("not_now", "allow"):
        frame.sync_now()
        finished(session, qtbot)
        qtbot.waitUntil(lambda: frame.syncing.dialog is not None and frame.syncing.dialog.isVisible())
        dialog = frame.syncing.dialog
        told = read(dialog)
        assert "52 of your 53 records" in told and "Laptop 2" in told
        assert dialog.not_now.isDefault() and dialog.not_now.hasFocus()
        dialog.look.click()
        assert "Desk 0" in dialog.records.toPlainText()
        assert not unnamed(dialog)
        getattr(dialog, answer).click()
        frame.syncing.dialog = None
        finished(session, qtbot)
        assert recording.is_in_trash(one, ids[0]) is (answer == "allow")


def test_a_lost_laptop_is_taken_out_and_its_late_work_is_looked_at_before_it_counts(
    two: Laptops, framed, qtbot, tmp_path: Path
) -> None:
    one, other = two
    place = tmp_path / "stick"
    meet(place, one, other)
    frame, page, _session = framed(one)
    _mine, theirs = page.laptops.rows
    theirs.rename.click()
    theirs.form.name.set_value("Youssef")
    theirs.form.keep.click()
    qtbot.waitUntil(lambda: page.laptops.rows[1] is not theirs)
    theirs = page.laptops.rows[1]
    theirs.lost.click()
    assert theirs.question.stay.hasFocus()
    assert "still on it" in read(theirs)
    theirs.question.stay.click()
    assert theirs.lost.hasFocus()
    theirs.lost.click()
    theirs.question.go.click()
    qtbot.waitUntil(lambda: page.laptops.rows[1] is not theirs)
    assert "Taken out" in read(page.laptops.rows[1])
    log_activity(other, title="A week of honest work")
    sync(other, place)
    sync(one, place)
    qtbot.waitUntil(lambda: page.held.isVisible())
    (row,) = page.held.rows
    assert "taken out" in read(row)
    row.look.click()
    assert "A week of honest work" in row.inside.text() and row.adopt.hasFocus()
    row.adopt.click()
    sync(one, place)
    qtbot.waitUntil(lambda: not page.held.isVisible())
    assert not unnamed(page)


def _floor():
    from app.services.opening.workspace import quick_cost

    return quick_cost()
