from __future__ import annotations

from dataclasses import replace

from app.domain.records import Attachment, Commitment, Feedback, NeedOffer
from app.services.records import attachments, recording
from app.services.submitting import calls, reviewing, submissions
from app.ui.submissions.leaving_step import LeavingStep
from app.ui.submissions.reading import place_of, seen
from app.ui.submissions.sent_view import SentView
from app.ui.submissions.sent_words import sendings
from app.ui.widgets.record.attachment_picture import Thumbnail
from tests.attaching import picture
from tests.making import hear_feedback, log_activity, write_down
from tests.one_of_each import WRITTEN, write_one_of_each
from tests.ui.accessible import focused, unnamed
from tests.ui.coordinating import press, read


def test_every_kind_what_is_taken_back_and_what_waits_are_shown_before_anything_leaves(
    session, workspace, call_file, in_front, qtbot
) -> None:
    call = calls.take(workspace, call_file.read_bytes())
    made = write_one_of_each(workspace)
    message = hear_feedback(workspace, consent="C3", own_words="We waited for nine days.")
    submissions.make(workspace, call, accept_findings=True)
    draft = recording.open_draft(workspace, Feedback, message)
    recording.save(workspace, replace(draft, record=replace(draft.record, consent="C2")))
    need = write_down(workspace, NeedOffer, **WRITTEN["need_offer"])
    write_down(workspace, Commitment, **{**WRITTEN["commitment"], "title": "A promise nobody signed"})

    step = LeavingStep(session)
    step.resize(900, 700)
    step.show_seen(seen(workspace, call, lambda done, total: None))
    in_front(step)
    [line] = step.open_findings()
    assert (line.finding.record, line.finding.field) == (need, "text")
    press(step, "Show more items")
    qtbot.waitUntil(lambda: "What stays here, and why" in read(step))
    told = read(step)
    for words in (
        *("Nobody has approved this yet", "Told as totals only", "1 entry is taken back"),
        *("Waits for somebody's approval: 1 record", "A promise nobody signed"),
        *("62.5", "City Council", "newcomer", "What is said"),
    ):
        assert words in told
    assert not unnamed(step)
    assert place_of(workspace, made["rumour"]) == ("feedback", made["rumour"])
    assert place_of(workspace, need) == ("records", need)

    view = in_front(SentView(session.pack))
    submissions.make(workspace, call, accept_findings=True)
    view.show_sending(sendings(workspace, calls.every(workspace))[0])
    qtbot.waitUntil(lambda: "1 entry is taken back" in read(view))


def test_a_long_list_is_filtered_by_kind_and_an_answer_draws_one_card_anew(
    session, workspace, call_file, in_front, qtbot
) -> None:
    call = calls.take(workspace, call_file.read_bytes())
    for number in range(28):
        log_activity(workspace, title=f"Desk {number}", reach_total="3", reach_method="estimated")
    asked = log_activity(workspace, title="Hotline", summary="Ring +212 661 234 567.")
    log_activity(workspace, title="Half a thought", summary="")
    hear_feedback(workspace)
    step = LeavingStep(session)
    step.resize(900, 700)

    def show() -> None:
        step.show_seen(seen(workspace, call, lambda done, total: None))

    show()
    in_front(step)
    told = read(step)
    assert "31 items leave. 1 record stays here." in told
    assert "29 of 29 numbers are withheld for safety" in told and "fewer than 5 people" in told
    assert "To look at first: 1" in told and "Activity: 28" in told
    step.head.filter.set_value("feedback")
    step.head.filter.edited.emit()
    qtbot.waitUntil(lambda: len(step.cards) == 1 and "Activity: 28" not in read(step))
    step.focus_open(asked)
    assert step.head.wanted() == "all" and focused() == "Leave it in"
    before = {card.accessibleName(): card for card in step.cards}
    reviewing.decide(workspace, call, step.open_findings()[0].finding.id, release=True)
    show()
    after = {card.accessibleName(): card for card in step.cards}
    assert [name for name in before if before[name] is not after[name]] == ["Hotline"]
    with qtbot.waitSignal(step.changing):
        press(step, "Open")
    assert not unnamed(step)


def test_a_file_that_may_go_along_is_seen_beside_its_question_and_whole_at_a_press(
    session, workspace, call_file, in_front, tmp_path
) -> None:
    call = calls.take(workspace, call_file.read_bytes())
    activity = log_activity(workspace)
    (tmp_path / "hall.png").write_bytes(picture("PNG"))
    hall = Attachment("", "The hall", alt="Forty chairs", consent="C2", goes_along=True)
    saved = attachments.attach(workspace, activity, tmp_path / "hall.png", hall)

    step = LeavingStep(session)
    step.resize(900, 700)

    def show() -> None:
        step.show_seen(seen(workspace, call, lambda done, total: None))

    show()
    in_front(step)
    (line,) = step.open_findings()
    assert "who and what can be seen" in read(step) and "1 item leaves." in read(step)
    assert not next(iter(step.findChildren(Thumbnail))).pixmap().isNull()
    assert step.look_at(line.finding.record).picture.isVisible()
    assert place_of(workspace, saved.id)[1] == activity, "it is changed where it was attached"

    reviewing.decide(workspace, call, line.finding.id, release=True)
    show()
    assert "You looked at this file and let it go along." in read(step) and "2 items leave." in read(step)
    assert not unnamed(step)
