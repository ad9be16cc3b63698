"""Review: two people's values side by side, nothing applied before the last is decided, all of it can be undone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.filling import filled
from app.domain.records import Activity
from app.services.opening import workspace as workspaces
from app.services.opening.workspace import Profile, Workspace
from app.services.records import commenting, conflicts, recording
from app.ui.pages import PAGES
from app.ui.process.session import Session
from app.ui.review.conflict_view import ConflictView
from app.ui.review.page import ReviewPage, waiting
from app.ui.review.request_view import RequestView
from app.ui.shell.frame import Frame
from tests.making import log_activity, work_as
from tests.ui.accessible import unnamed
from tests.ui.conftest import PASSPHRASE
from tests.ui.made_up import clipped, untranslated
from tests.ui.recorded import CONTROL, texts

TABLE = tuple(entry for entry in PAGES if entry.name in ("activities", "review"))
SUMMARY = "The clinic came. Two nurses spoke Arabic. We gave out leaflets."


@pytest.fixture
def contested(workspace: Workspace) -> str:
    """An activity that two people changed in two windows at once."""
    record = log_activity(workspace, title="Vaccination day", summary=SUMMARY)
    other = workspaces.open_existing(workspace.path, PASSPHRASE)
    work_as(other, Profile("youssef", "Youssef"))
    hers, his = (recording.open_draft(one, Activity, record) for one in (workspace, other))
    recording.save(
        workspace, filled(hers, {"reach_women": "120", "start": "2026-10-19", "summary": SUMMARY + " Good."})
    )
    recording.save(
        other, filled(his, {"reach_women": "134", "start": "2026-10-21", "summary": SUMMARY.replace("Two", "Ten")})
    )
    other.close()
    return record


@pytest.fixture
def frame(session: Session, contested: str, in_front) -> Iterator[Frame]:
    made = Frame(session, TABLE)
    made.resize(1366, 768)
    made.restore({"page": "review"})
    yield in_front(made)
    made.leave()


def view_of(frame: Frame) -> ConflictView:
    page = frame.pages.page()
    assert isinstance(page, ReviewPage)
    return next(iter(page.findChildren(ConflictView)))


def shown(workspace: Workspace, record: str) -> Activity:
    return recording.open_draft(workspace, Activity, record).record


def test_nothing_is_applied_before_the_last_field_is_decided_and_undo_brings_it_all_back(
    frame: Frame, session: Session, workspace: Workspace, contested: str, qtbot
) -> None:
    assert waiting(session) == 1
    view = view_of(frame)
    assert [row.rule.name for row in view.rows] == ["start", "summary", "reach_women"]
    when, summary, women = view.rows
    women.cards[1].radio.click()
    assert "134" in view.result.text() and "Women" in view.result.text()
    summary.cards[2].radio.click()
    assert "The clinic came. Ten nurses spoke Arabic. We gave out leaflets. Good." in view.result.text()
    qtbot.keyClick(frame, Qt.Key.Key_Return, CONTROL)
    assert when.cards[0].radio.hasFocus(), "the primary button leads to what is still open"
    assert conflicts.count(workspace) == 1
    qtbot.keyClick(when.cards[0].radio, Qt.Key.Key_Space)
    qtbot.keyClick(frame, Qt.Key.Key_Return, CONTROL)
    kept = shown(workspace, contested)
    assert (kept.reach_women, kept.start.iso) == (134, "2026-10-19")
    assert kept.summary == SUMMARY.replace("Two", "Ten") + " Good."
    qtbot.waitUntil(lambda: "Nothing to review" in texts(frame))

    qtbot.keyClick(frame, Qt.Key.Key_Z, CONTROL)
    assert conflicts.count(workspace) == 1
    qtbot.waitUntil(lambda: bool(frame.pages.page().findChildren(ConflictView)))
    qtbot.keyClick(frame, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert conflicts.count(workspace) == 0


def test_another_value_may_be_written_and_a_choice_taken_back(
    frame: Frame, workspace: Workspace, contested: str
) -> None:
    view = view_of(frame)
    view.takes[0].click()
    assert len(view.chosen()) == 3
    assert view.chosen()["reach_women"] == 120
    view.undo.click()
    assert "reach_women" not in view.chosen()
    women = view.rows[2]
    women.another.click()
    women._entry.show(7)  # noqa: SLF001
    women._entry.field.edited.emit()  # noqa: SLF001
    view.done.click()
    assert shown(workspace, contested).reach_women == 7


@pytest.mark.parametrize(
    ("language", "look", "size"), [("qps", "light", 100), ("qps", "dark", 100), ("ar", "light", 150)]
)
def test_everything_is_named_translated_and_whole(
    session: Session, contested: str, in_front, dressed, language: str, look: str, size: int
) -> None:
    dressed(language, look, size)
    frame = Frame(session, TABLE)
    frame.resize(1366, 768)
    frame.restore({"page": "review"})
    in_front(frame)
    QApplication.processEvents()
    page = frame.pages.page()
    assert not unnamed(page)
    if language == "qps":
        assert not clipped(page)
        told = (SUMMARY, "Vaccination day", SUMMARY + " Good.", SUMMARY.replace("Two", "Ten"))
        assert not untranslated(page, *told, SUMMARY.replace("Two", "Ten") + " Good.", "October")
    frame.leave()


def test_a_record_is_sent_for_review_commented_on_and_approved_in_ones_own_name(
    session: Session, workspace: Workspace, in_front, qtbot
) -> None:
    record = log_activity(workspace, title="Legal desk")
    frame = Frame(session, TABLE)
    frame.resize(1366, 768)
    frame.restore({"page": "activities"})
    in_front(frame)
    desk = frame.pages.page().desk
    desk.sheet.review.trigger()
    qtbot.waitUntil(lambda: desk.sheet.chip.text() == "In review")
    frame.go("review")
    view = frame.pages.page().findChildren(RequestView)[0]
    assert "Legal desk" in texts(view) and not view.findChildren(type(desk.form))
    view.about.setCurrentIndex(view.about.findData("reach_women"))
    view.comment.setText("Please count again")
    qtbot.keyClick(view.comment, Qt.Key.Key_Return)
    view.changes.click()
    frame.go("activities")
    qtbot.waitUntil(lambda: desk.sheet.chip.text() == "Changes asked")
    qtbot.waitUntil(lambda: any("Women: \u2068Please count again\u2069" in text for text in texts(desk.sheet)))
    desk.sheet.request.done[0].click()
    assert commenting.comments(workspace, record)[0].done
    commenting.answer(workspace, record, approved=True)
    qtbot.waitUntil(lambda: desk.sheet.chip.text() == "Approved")
    assert desk.list.rows.rows.row(0).status == "Approved"
    frame.leave()


def test_what_was_decided_and_is_not_kept_yet_stands_again_in_another_language(
    frame: Frame, session: Session, qtbot, dressed
) -> None:
    view = view_of(frame)
    for row in view.rows:
        row.take(0)
    qtbot.keyClick(view.rows[-1].another, Qt.Key.Key_Space)
    row = next(one for one in view.rows if one.contested.name == "summary")
    row.choose("Something else")
    chosen, state = view.chosen(), frame.state()
    assert chosen["summary"] == "Something else" and len(chosen) == len(view.rows)

    dressed("ar")
    again = Frame(session, TABLE)
    qtbot.addWidget(again)
    again.restore(state)
    assert view_of(again).chosen() == chosen
    again.leave()
