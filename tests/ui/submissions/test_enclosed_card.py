from __future__ import annotations

from app.domain.records import Challenge, SensitiveNote
from app.domain.roles import EDITOR, FOCAL_POINT
from app.services.opening.people import Profile
from app.services.submitting import calls, enclosing, ombudsperson, submissions
from app.services.submitting.enclosing import Choice
from app.ui.submissions.journey_words import APPROVE, LEAVING
from app.ui.submissions.leaving_step import LeavingStep
from app.ui.submissions.reading import seen
from tests.making import log_activity, work_as, write_down
from tests.ui.accessible import unnamed
from tests.ui.coordinating import read as words_of
from tests.ui.settings.test_ombudsperson import KEY


def test_what_an_office_is_told_is_chosen_and_listed_before_it_leaves(
    session, workspace, call_file, opened, read, qtbot
) -> None:
    call = calls.take(workspace, call_file.read_bytes())
    log_activity(workspace)
    write_down(
        workspace,
        Challenge,
        objectives="15",
        type="funding",
        level="national",
        description="Officers wait at the door; ring +212 661 234 567.",
        not_for_government="yes",
    )
    write_down(workspace, SensitiveNote, type="urgent_danger", month="2026-08", passed_on="yes")
    ombudsperson.keep(workspace, "Human Rights Institution", KEY, digits=ombudsperson.digits_of(KEY))
    page = opened()
    page.open(call.id)
    read(page)
    page.journey.go(LEAVING)
    leaving = page.journey.leaving
    qtbot.waitUntil(lambda: "Nothing is enclosed." in words_of(leaving))
    assert "Not for government: 1 record" in words_of(leaving)

    leaving.enclosed.challenges.control.click()
    qtbot.waitUntil(lambda: len(leaving.open_findings()) == 1)
    leaving.enclosed.notes.control.setFocus()
    leaving.enclosed.notes.control.click()
    qtbot.waitUntil(lambda: "2 entries are enclosed." in words_of(leaving))
    assert enclosing.choice(workspace, call) == Choice(challenges=True, notes=True)
    told = words_of(leaving)
    for words in (
        "Human Rights Institution",
        "cannot open this part",
        "Kind of challenge: Funding",
        "Passed on to the focal point: yes",
    ):
        assert words in told
    assert "Not for government: 1 record" not in told
    assert not unnamed(page)
    leaving.open_findings()[0].first_button().click()
    qtbot.waitUntil(lambda: not leaving.open_findings())
    qtbot.waitUntil(lambda: not session.tasks.running())
    page.journey.go(APPROVE)
    assert "2 entries are for Human Rights Institution only." in words_of(page.journey.approval)


def test_who_is_no_focal_point_cannot_choose_reports_and_is_told_who_must_send(
    session, workspace, call_file, in_front
) -> None:
    call = calls.take(workspace, call_file.read_bytes())
    log_activity(workspace)
    step = LeavingStep(session)
    step.show_seen(seen(workspace, call, lambda done, total: None))
    assert step.enclosed is None, "nobody is named, so nothing is offered"
    ombudsperson.keep(workspace, "Human Rights Institution", KEY, digits=ombudsperson.digits_of(KEY))
    work_as(workspace, Profile("aa" * 8, "Amina", FOCAL_POINT))
    enclosing.choose(workspace, call, Choice(notes=True))
    work_as(workspace, Profile("bb" * 8, "Boris", EDITOR))
    found = seen(workspace, call, lambda done, total: None)
    step.show_seen(found)
    in_front(step)
    assert not step.enclosed.notes.control.isEnabled()
    assert "a focal point has to make this submission" in words_of(step)
    assert found.review.enclosed.entries == ()


def test_what_an_office_was_told_is_shown_again_as_it_was_sent(workspace, call_file, opened, qtbot) -> None:
    call = calls.take(workspace, call_file.read_bytes())
    log_activity(workspace)
    write_down(workspace, SensitiveNote, type="urgent_danger", month="2026-08")
    ombudsperson.keep(workspace, "Human Rights Institution", KEY, digits=ombudsperson.digits_of(KEY))
    enclosing.choose(workspace, call, Choice(notes=True))
    made = submissions.make(workspace, call)
    page = opened()
    page.start.sent_asked.emit(made.id)
    assert "For Human Rights Institution only" in words_of(page.sent)
    assert "Urgent danger" in words_of(page.sent)
    workspace.area = None
    page.start.sent_asked.emit(made.id)
    qtbot.waitUntil(lambda: "Only a focal point can read" in words_of(page.sent))
