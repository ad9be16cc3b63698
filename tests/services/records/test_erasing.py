"""Erasing: nothing of a record is left in any page of the file, and the proof tells nothing but that it happened."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.records import Activity, Attachment, Resources
from app.services import integrity
from app.services.opening.people import NotAllowedError, Profile
from app.services.opening.workspace import Workspace
from app.services.records import attachments, commenting, erasing, recording, undoing
from app.services.records.erasing import NotInTrashError, Reason
from app.services.records.recording import Query, RecordMissingError
from tests import raw_pages
from tests.attaching import picture
from tests.making import NOW, approve, log_activity, work_as, write_down

WORDS = ("zqtitle", "zqearlier", "zqtyping", "zqsaid", "zqshown", "zqmoney", "zqbeneath")


def lying(own: Workspace) -> list[str]:
    """The words that lie anywhere in the file or its journal."""
    return [word for word in WORDS if raw_pages.holds(own.path, own.opened.key.raw, word)]


def test_nothing_of_an_erased_record_lies_in_any_page_and_the_proof_says_that_it_was(
    own: Workspace, tmp_path: Path
) -> None:
    kept = log_activity(own, title="Stays", summary="zqkept")
    record = log_activity(own, title="Desk", summary=f"zqearlier {'and more ' * 900}")
    draft = recording.open_draft(own, Activity, record)
    recording.save(own, replace(draft, record=replace(draft.record, title="zqtitle")))
    draft = recording.open_draft(own, Activity, record)
    recording.keep(own, replace(draft, record=replace(draft.record, result="zqtyping")))
    commenting.comment(own, record, "zqsaid, please look")
    approve(own, record)
    money = write_down(own, Resources, of=record, in_kind="zqmoney", budget="10")
    commenting.comment(own, money, "zqbeneath")
    (tmp_path / "hall.jpg").write_bytes(picture())
    about = Attachment(title="The hall", alt="zqshown")
    photo = attachments.attach(own, record, tmp_path / "hall.jpg", about).id
    hash = attachments.of(own, record)[0].hash
    older = own.path.with_name(f"{own.path.name}.before-0003")
    older.write_bytes(b"what an update left")
    assert lying(own) == list(WORDS)
    with pytest.raises(NotInTrashError):
        erasing.refuse_shown(own, record)
    recording.trash(own, record)
    erasing.refuse_shown(own, record)
    assert len(erasing.belonging(own, record)) == 5 and photo in erasing.belonging(own, record)

    made = erasing.erase(own, record, "nothing", reason=Reason.ASKED)

    assert lying(own) == [] and not older.exists()
    assert raw_pages.holds(own.path, own.opened.key.raw, "zqkept"), "what is looked for is found where it is"
    assert len(made) == 6
    proof = next(one for one in erasing.proofs(own) if one.record == record)
    assert (proof.reason, proof.by, proof.at.date()) == ("asked", own.profile.id, NOW.date())
    assert recording.deleted(own) == () and not recording.lines(own, Query("activity", words="zqtitle"))
    assert [line.record.id for line in recording.lines(own, Query("activity"))] == [kept]
    with pytest.raises(attachments.AttachmentGoneError):
        attachments.read(own, hash)
    assert all(step.record == kept for change in own.done.to_undo for step in change.steps)
    undoing.undo(own)
    with pytest.raises(RecordMissingError):
        recording.bring_back(own, record)
    assert integrity.examine(own).sound
    assert erasing.erase(own, record, reason=Reason.OVER) == (), "erased once, told once"


def test_whoever_still_types_in_an_erased_record_is_told_and_leaves_no_word(own: Workspace) -> None:
    record = log_activity(own)
    draft = recording.open_draft(own, Activity, record)
    typed = replace(draft, record=replace(draft.record, title="zqtyping"))
    recording.keep(own, typed)
    erasing.erase(own, record, reason=Reason.DANGER)
    for refused in (recording.keep, recording.save):
        with pytest.raises(RecordMissingError):
            refused(own, typed)
    assert lying(own) == []
    assert recording.kept_drafts(own) == ()


def test_a_file_that_another_record_shows_stays_and_who_may_not_write_erases_nothing(
    own: Workspace, tmp_path: Path
) -> None:
    one, other = log_activity(own), log_activity(own)
    (tmp_path / "hall.jpg").write_bytes(picture())
    photo = attachments.attach(own, one, tmp_path / "hall.jpg", Attachment(title="Hall")).id
    draft = recording.open_draft(own, Attachment, photo)
    recording.save(own, replace(draft, record=replace(draft.record, about=(one, other))))
    recording.trash(own, one)
    me = own.profile
    work_as(own, Profile("f" * 32, "Reader", role="a newer one"))
    with pytest.raises(NotAllowedError):
        erasing.erase(own, one, reason=Reason.MISTAKE)
    work_as(own, me)
    erasing.erase(own, one, reason=Reason.MISTAKE)
    (shown,) = attachments.of(own, other)
    assert shown.id == photo and attachments.read(own, shown.hash)
