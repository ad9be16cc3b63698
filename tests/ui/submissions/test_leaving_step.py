from __future__ import annotations

from dataclasses import replace

from app.domain.records import Commitment, Feedback, NeedOffer
from app.services import calls, recording, submissions
from app.ui.submissions.leaving_step import LeavingStep
from app.ui.submissions.reading import place_of, seen
from app.ui.submissions.sent_view import SentView
from app.ui.submissions.sent_words import sendings
from tests.making import hear_feedback, write_down
from tests.one_of_each import WRITTEN, write_one_of_each
from tests.ui.accessible import unnamed
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

    step = LeavingStep(session.pack)
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
