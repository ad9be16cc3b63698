"""Retention: what is past its time is told, never erased by itself, and then leaves a proof and not a word."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.domain.records import KINDS, Attachment, Feedback, LoopStep, PrivateNote, SensitiveNote
from app.domain.retention import BELONGS, MONTHS, TRASH
from app.domain.roles import EDITOR
from app.services import integrity, overview
from app.services.feedback import loops
from app.services.keeping import retention
from app.services.opening.people import NotAllowedError, Profile
from app.services.opening.workspace import Origin, Workspace
from app.services.records import attachments, recording
from tests.attaching import picture
from tests.making import NOW, hear_feedback, log_activity, make_workspace, work_as, write_down
from tests.raw_pages import pages

SECRET = "Zainab of the blue house"


def let_pass(own: Workspace, days: int) -> datetime:
    own._origin = Origin.fixed(NOW + timedelta(days=days), 5 + days)  # noqa: SLF001 - days pass
    return own.now()


def test_every_kind_has_a_clock_or_goes_with_another_record() -> None:
    assert set(MONTHS) | set(BELONGS) == {*KINDS, TRASH}
    assert [kind for kind in ("feedback", "rumour", "sensitive_note", "private_note", TRASH) if not MONTHS[kind]] == []
    assert MONTHS["activity"] == 0, "work that was done is kept"


def test_what_is_past_its_time_is_told_and_erased_in_one_go_with_a_proof_and_without_a_word(tmp_path: Path) -> None:
    own = make_workspace(tmp_path)
    heard = hear_feedback(own, paraphrase=SECRET, own_words=f"{SECRET}!")
    draft = recording.open_draft(own, Feedback, heard)
    recording.save(own, replace(draft, record=replace(draft.record, answer=f"We heard {SECRET}")))
    loops.add_step(own, replace(loops.begin_step(own, heard).record, what=f"Spoke with {SECRET}"))
    (tmp_path / "p.jpg").write_bytes(picture())
    shown = attachments.attach(own, heard, tmp_path / "p.jpg", Attachment("", "Hall", alt=SECRET, consent="C2"))
    hash = attachments.of(own, heard)[0].hash
    write_down(own, PrivateNote, text=SECRET)
    write_down(own, SensitiveNote, type="exploitation", month="2026-08", passed_on=True)
    work = log_activity(own)
    thrown = log_activity(own, title=SECRET)
    recording.trash(own, thrown)
    later = let_pass(own, 300)
    fresh = hear_feedback(own, paraphrase="When does the school open?")
    assert retention.due(own) == () and overview.overview(own).past_keeping == 0

    let_pass(own, 370)
    found = {one.kind: (one.months, len(one.records)) for one in retention.due(own)}
    assert found == {"sensitive_note": (12, 1), TRASH: (12, 1)}
    now = let_pass(own, 740)
    found = {one.kind: len(one.records) for one in retention.due(own)}
    assert found == {"feedback": 1, "sensitive_note": 1, "private_note": 1, TRASH: 1}
    assert overview.overview(own).past_keeping == 4
    assert len(recording.lines(own, recording.Query("feedback"))) == 2, "looking erases nothing"

    proofs = retention.erase(own)
    counted = {one.kind: (one.count, one.months) for one in proofs}
    assert counted == {
        "feedback": (1, 24), "sensitive_note": (1, 12), "private_note": (1, 24), TRASH: (1, 12),
        "loop_step": (1, 0), "attachment": (1, 0),
    }  # fmt: skip
    assert {(one.at, one.by) for one in proofs} == {(now, own.profile.id)}
    assert retention.proofs(own) == proofs[::-1], "the newest first"
    assert retention.due(own) == () and retention.erase(own) == ()
    assert [line.record.id for line in recording.lines(own, recording.Query("feedback"))] == [fresh]
    with pytest.raises(recording.RecordMissingError):
        recording.kind_of(own, shown.id)
    with pytest.raises(attachments.AttachmentGoneError):
        attachments.read(own, hash)
    assert recording.kind_of(own, work).KIND == "activity" and integrity.examine(own).sound
    assert later < now

    own.close()
    assert own.opened is not None
    raw = b"".join(pages(own.path, own.opened.key.raw))
    assert b"When does the school open?" in raw, "the pages were decrypted"
    assert b"Zainab" not in raw and b"zainab" not in raw and b"blue house" not in raw
    assert heard.encode() in raw, "the tombstone keeps the id, so no copy of it comes back"


def test_a_file_that_another_record_shows_stays_and_a_change_begins_the_time_anew(tmp_path: Path, own: Workspace):
    heard, work = hear_feedback(own), log_activity(own)
    (tmp_path / "p.jpg").write_bytes(picture())
    for record in (heard, work):
        attachments.attach(own, record, tmp_path / "p.jpg", Attachment("", "Hall", alt="Chairs", consent="C2"))
    touched = hear_feedback(own)
    retention.keep_for(own, "attachment", 0)
    let_pass(own, 400)
    draft = recording.open_draft(own, Feedback, touched)
    recording.save(own, replace(draft, record=replace(draft.record, paraphrase="Somebody asked again.")))
    let_pass(own, 740)
    assert {one.kind: one.records for one in retention.due(own)} == {"feedback": (heard,)}
    retention.erase(own)
    assert attachments.read(own, attachments.of(own, work)[0].hash)
    assert integrity.examine(own).sound


def test_months_are_those_of_the_calendar_and_what_is_in_the_trash_is_due_once(own: Workspace) -> None:
    for kind, count in ((TRASH, 2), ("feedback", 1)):
        retention.keep_for(own, kind, count)
    assert let_pass(own, 11).isoformat()[5:10] == "11-10"
    record = hear_feedback(own)
    recording.trash(own, record)
    assert let_pass(own, 40).isoformat()[5:10] == "12-09"
    assert retention.due(own) == ()
    assert let_pass(own, 42).isoformat()[5:10] == "12-11"
    assert [(one.kind, one.records) for one in retention.due(own)] == [("feedback", (record,))]
    let_pass(own, 76)
    assert [(one.kind, one.records) for one in retention.due(own)] == [("feedback", (record,))], "not twice"
    (proof,) = retention.erase(own)
    assert (proof.kind, proof.count, proof.months) == ("feedback", 1, 1)


def test_only_a_keeper_sets_a_clock_or_erases_and_others_are_not_reminded(own: Workspace) -> None:
    hear_feedback(own)
    retention.keep_for(own, "feedback", 1)
    retention.keep_for(own, LoopStep.KIND if LoopStep.KIND in MONTHS else "activity", 120)
    assert retention.months(own)["feedback"] == 1 and retention.months(own)["activity"] == 120
    let_pass(own, 60)
    assert overview.overview(own).past_keeping == 1
    for wrong in (-1, 10_000):
        with pytest.raises(retention.MonthsError):
            retention.keep_for(own, "feedback", wrong)
    with pytest.raises(retention.NoClockError):
        retention.keep_for(own, "loop_step", 3)
    work_as(own, Profile("2" * 32, "Ali", EDITOR))
    assert overview.overview(own).past_keeping == 0
    for refused in (lambda: retention.erase(own), lambda: retention.keep_for(own, "feedback", 2)):
        with pytest.raises(NotAllowedError):
            refused()
    assert len(recording.lines(own, recording.Query("feedback"))) == 1
