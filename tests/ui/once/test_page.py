from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.services.coordinating import triage
from app.services.coordinating.triage import Verdict
from app.services.picturing import duplicates
from app.ui.once.pairs import APART, ONCE, PROPOSED
from tests.making import make_workspace
from tests.ui.accessible import unnamed
from tests.ui.coordinating import button, finished, press, read


def turn_to(page, name: str) -> None:
    page.listing.chooser.set_value(name)
    page.listing.turned.emit()


def test_a_pair_stands_side_by_side_with_reasons_and_what_linking_does(coordinator, opened) -> None:
    page = opened(coordinator)
    said = read(page)

    assert "1 pair may be one activity. You decide." in said
    assert "Legal aid day at the town hall" in said and "Legal aid day in Oujda town hall" in said
    assert "Oujda City Council names Maghreb Law Clinic as its partner." in said
    assert "nearly as many people: 61 and 64" in said or "nearly as many people: 64 and 61" in said
    assert "64 to 125 people" in said
    assert unnamed(page) == []
    assert page.primary().text() == "Count as one"


def test_an_answer_by_key_is_kept_shown_and_taken_back(coordinator, opened, qtbot) -> None:
    page = opened(coordinator)
    toasts: list[tuple] = []
    page.toast.connect(lambda sentence, undo: toasts.append((sentence, undo)))
    qtbot.keyClick(page, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: bool(toasts))

    assert "count as one activity" in toasts[-1][0]
    assert "Nothing waits for your answer" in read(page)
    assert len(list(duplicates.answers(coordinator).given)) == 1
    turn_to(page, ONCE)
    assert "2 pairs count once." in read(page)
    assert "They were linked here." in read(page)

    toasts[-1][1]()
    assert page.listing.chooser.value() == PROPOSED
    assert "1 pair may be one activity" in read(page)
    press(page, "Not the same")
    turn_to(page, APART)
    assert "are not proposed again" in read(page)
    press(page, "Take the answer back")
    turn_to(page, PROPOSED)
    assert "1 pair may be one activity" in read(page)


def test_a_shared_number_counts_once_by_itself_and_can_be_told_apart(coordinator, opened) -> None:
    page = opened(coordinator)
    turn_to(page, ONCE)

    assert "Both have the shared number MA-2026/14, so they count once by themselves." in read(page)
    press(page, "Not the same")
    assert "No pair here" in read(page)
    turn_to(page, APART)
    assert "Papers for newborns" in read(page)


def test_nothing_is_compared_again_until_other_files_count(coordinator, opened, qtbot) -> None:
    page = opened(coordinator)
    page.reload()
    assert not page.session.tasks.running()
    triage.decide(coordinator, triage.inbox(coordinator)[0].id, Verdict.ASIDE)
    page.reload()
    assert page.session.tasks.running()
    finished(page.session, qtbot)
    assert "Nothing waits for your answer" in read(page)


def test_an_empty_workspace_leads_to_the_inbox_and_a_narrow_window_shows_one_pane(
    coordinator, opened, tmp_path, qtbot
) -> None:
    empty = make_workspace(tmp_path, "Empty", coordinator=True)
    page = opened(empty)
    with qtbot.waitSignal(page.navigate) as asked:
        button(page, "Open the inbox").click()
    assert asked.args[0] == "inbox"

    narrow = opened(coordinator, 560)
    narrow.listing.list.opened.emit("")
    assert button(narrow, "Count as one").isVisible()
    kept = narrow.state()
    again = opened(coordinator)
    again.restore(kept)
    assert "Legal aid day" in read(again)
    empty.close()


def test_what_nobody_accepted_yet_is_shown_beside_it_only_where_that_is_asked_for(coordinator, opened, qtbot) -> None:
    lines = triage.inbox(coordinator)
    clinic = next(line for line in lines if line.name == "Maghreb Law Clinic")
    triage.decide(coordinator, clinic.id, Verdict.WAITING)
    page = opened(coordinator)
    assert "Nothing waits for your answer" in read(page)
    assert "Also 1 file not accepted yet" in read(page)

    page.listing.waiting.control.click()
    finished(page.session, qtbot)
    assert "1 pair may be one activity" in read(page)
    assert "Not accepted yet" in read(page)
    assert unnamed(page) == []
    kept = page.state()
    again = opened(coordinator)
    again.restore(kept)
    assert not again.session.tasks.running(), "what was compared comes along"
    assert "Legal aid day at the town hall" in read(again)
    again.open("waiting")
    press(again, "Count as one")
    assert "Nothing waits for your answer" in read(again)
    turn_to(again, ONCE)
    assert "They were linked here." in read(again)
    again.listing.waiting.control.click()
    finished(again.session, qtbot)
    assert "No pair here" in read(again)

    triage.decide(coordinator, clinic.id, Verdict.ACCEPTED)
    again.reload()
    finished(again.session, qtbot)
    assert "2 pairs count once." in read(again)
    assert not again.listing.waiting.isVisible()


def test_comparing_that_was_stopped_can_be_begun_again(coordinator, opened, qtbot) -> None:
    triage.decide(coordinator, triage.inbox(coordinator)[0].id, Verdict.WAITING)
    page = opened(coordinator)
    page.listing.waiting.control.click()
    page.session.tasks.running()[0].stop()
    finished(page.session, qtbot)
    assert "Comparing was stopped" in read(page)
    press(page, "Compare again")
    finished(page.session, qtbot)
    assert "1 pair may be one activity" in read(page)


def test_no_answer_is_cut_in_large_text_whatever_the_room(coordinator, opened, dressed) -> None:
    dressed("fr", "light", 150)
    page = opened(coordinator, 960, 560, "fr")
    bar = page.areas()[-1]
    for width in (960, 780, 620, 460):
        page.resize(width, 560)
        page.listing.list.opened.emit("")
        QApplication.processEvents()
        shown = [one for one in (bar.later, bar.apart, bar.link) if one.isVisible()]
        assert len(shown) == 3
        for one in shown:
            place = one.mapTo(page, one.rect().topLeft())
            assert one.width() >= one.sizeHint().width() and one.height() >= one.sizeHint().height(), width
            assert page.rect().contains(one.rect().translated(place)), (width, one.text())
