"""Loops: nobody who waits is forgotten, and a message that turns out sensitive leaves nothing behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.filling import filled
from app.domain.fold import ERASED, Operation
from app.domain.records import Feedback, LoopStep, ReferralContact
from app.services.feedback import loops
from app.services.opening.workspace import Workspace
from app.services.overview import overview
from app.services.records import batches, erasing, recording, versions
from app.services.records.erasing import Reason
from app.services.records.recording import Query, RecordMissingError
from app.storage import operations
from tests.making import NOW, hear_feedback

SECRET = "Zainab was hurt in the blue house"


def everything_in_the_file(own: Workspace) -> str:
    """Every row of every table of the decrypted workspace, as text."""
    from sqlalchemy import text

    with own.reading() as session:
        tables = session.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
        kept = [repr(row) for name in tables for row in session.execute(text(f"SELECT * FROM {name}")).all()]
    return "\n".join(kept)


def test_who_waits_longest_comes_first_until_answered(own: Workspace) -> None:
    fresh = hear_feedback(own, paraphrase="Today", month="2026-10", due="2026-10-01")
    older = hear_feedback(own, paraphrase="In summer", month="2026-07")
    hear_feedback(own, status="closed")

    found = loops.waiting(own)
    assert [one.record.id for one in found] == [older, fresh]
    assert [one.days for one in found] == [91, 0]
    assert [one.late for one in found] == [False, True]
    assert overview(own).longest_waiting == found

    begun = loops.begin_step(own, older)
    loops.add_step(own, replace(begun.record, what="Asked the registry office"))
    assert len(loops.waiting(own)) == 2, "a step that answers nobody closes nothing"
    later = replace(loops.begin_step(own, older).record, what="Papers take six weeks", answered=True, method="radio")
    loops.add_step(own, later)
    closed = recording.open_draft(own, Feedback, older).record
    assert (closed.status, closed.answer) == ("answered_to_community", "Papers take six weeks")
    assert [one.what for one in loops.steps(own, older)] == ["Asked the registry office", "Papers take six weeks"]
    assert [one.record.id for one in loops.waiting(own)] == [fresh]
    with pytest.raises(RecordMissingError):
        loops.add_step(own, LoopStep("x", feedback="none"))
    assert loops.wait(Feedback("0" * 5), NOW.date() + timedelta(days=3)).days == 0


def test_an_erased_message_leaves_nothing_and_never_comes_back(own: Workspace) -> None:
    heard = hear_feedback(own, paraphrase=SECRET, own_words=f"{SECRET}!", status="new")
    kept = hear_feedback(own, paraphrase="When does the school open?")
    draft = recording.open_draft(own, Feedback, heard)
    recording.save(own, replace(draft, record=replace(draft.record, answer=f"{SECRET}, we heard")))
    recording.keep(own, recording.open_draft(own, Feedback, heard))
    loops.add_step(own, replace(loops.begin_step(own, heard).record, what=f"Spoke with {SECRET}"))
    with own.reading() as session:
        before = operations.of_record(session, heard)
    assert "Zainab" in everything_in_the_file(own)

    loops.erase_message(own, heard)

    written = everything_in_the_file(own)
    assert "Zainab" not in written and "blue house" not in written
    assert heard in written, "the tombstone keeps the id"
    assert [line.record.id for line in recording.lines(own, Query("feedback"))] == [kept]
    assert not recording.lines(own, Query("feedback", words="Zainab"))
    assert not recording.lines(own, Query("feedback", deleted=True))
    assert not recording.kept_drafts(own)
    with own.writing() as session:
        assert operations.add_all(session, before) == frozenset()
        assert operations.rebuild(session) == 0
    assert "Zainab" not in everything_in_the_file(own)
    for refused in (recording.bring_back, recording.trash, versions.history):
        with pytest.raises(RecordMissingError):
            refused(own, heard)


def test_a_tombstone_that_arrives_first_keeps_the_record_out(own: Workspace) -> None:
    late = "0199" + "0" * 28
    tombstone = Operation(late, ERASED, "0199" + "f" * 28, {})
    earlier = Operation(late, "feedback", "0199" + "0" * 28, {"paraphrase": SECRET})
    with own.writing() as session:
        operations.add_all(session, [tombstone])
        operations.add_all(session, [earlier])
    assert "Zainab" not in everything_in_the_file(own)
    erasing.erase(own, late, "nothing", reason=Reason.MISTAKE)


def test_a_day_of_messages_is_taken_back_exactly(own: Workspace) -> None:
    before = hear_feedback(own)
    setting = batches.Setting(
        recording.open_draft(own, Feedback, before).record.month, "community_meeting", "MA001", "ar"
    )
    typed = [
        batches.add(own, setting, batches.Entry("question", (4,), "How long?", "C2")),
        batches.add(own, setting, batches.Entry("", (), "Half", "")),
    ]
    first = recording.open_draft(own, Feedback, typed[0]).record
    assert (first.channel, first.place, first.language, first.topics) == ("community_meeting", "MA001", "ar", (4,))
    with pytest.raises(batches.SensitiveInBatchError):
        batches.add(own, setting, batches.Entry("sensitive_report", (), SECRET, ""))
    with pytest.raises(RecordMissingError):
        batches.take_back(own, [*typed, "none"])
    assert recording.count(own, Query("feedback")) == 3, "all or none"
    batches.take_back(own, typed)
    assert [line.record.id for line in recording.lines(own, Query("feedback"))] == [before]
    assert "Zainab" not in everything_in_the_file(own)


def test_the_focal_point_is_the_first_to_call(own: Workspace) -> None:
    for name, values in {"Clinic": {}, "Ambulance": {"emergency": "1"}, "Amina": {"focal_point": "1"}}.items():
        made = filled(recording.new(own, ReferralContact), {"service": name, "contact": "15", **values})
        recording.save(own, made)
    assert [one.service for one in loops.contacts(own)] == ["Amina", "Ambulance", "Clinic"]
