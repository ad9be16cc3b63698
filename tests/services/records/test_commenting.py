"""Review inside an organisation: asked, commented on, answered; an approval holds for what was read."""

from __future__ import annotations

import pytest

from app.domain.filling import filled
from app.domain.records import Activity
from app.services.opening.workspace import Workspace
from app.services.records import commenting, recording
from app.services.records.recording import RecordMissingError
from tests.making import log_activity


def test_a_record_goes_to_review_and_comes_back_with_comments_and_an_approval(own: Workspace) -> None:
    record, other = log_activity(own), log_activity(own)
    commenting.ask(own, record)
    assert [brief.id for brief in commenting.waiting(own)] == [record]
    said = commenting.comment(own, record, " Please count again. ", field="reach_women")
    commenting.answer(own, record, approved=False)
    assert commenting.waiting(own) == ()
    assert commenting.statuses(own, [record, other]) == {record: commenting.CHANGES}
    found = commenting.comments(own, record)
    assert [(one.text, one.field, one.by, one.done) for one in found] == [
        ("Please count again.", "reach_women", own.profile.id, False)
    ]
    commenting.mark_done(own, said)
    assert commenting.comments(own, record)[0].done
    commenting.answer(own, record, approved=True)
    review = commenting.review_of(own, record)
    assert review is not None and (review.status, review.by) == (commenting.APPROVED, own.profile.id)

    recording.save(own, filled(recording.open_draft(own, Activity, record), {"title": "Changed afterwards"}))
    assert commenting.review_of(own, record) is None, "an approval holds for what was read"
    with pytest.raises(RecordMissingError):
        commenting.ask(own, "0" * 32)
    with pytest.raises(RecordMissingError):
        commenting.comment(own, "0" * 32, "?")
