"""Integrity: what is not as it should be is found, and a repair discards nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sqlalchemy import text

from app.domain.records import Activity
from app.services import integrity
from app.services.coordinating import receiving
from app.services.opening import workspace
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.services.submitting import submissions
from tests.making import PASSPHRASE, log_activity, make_call, make_workspace


def damage(workspace: Workspace, statement: str) -> None:
    with workspace.writing() as session:
        session.execute(text(statement))


def parts(workspace: Workspace) -> list[str]:
    return [one.part for one in integrity.examine(workspace).findings]


def test_a_workspace_in_which_work_was_done_is_sound(tmp_path: Path, own: Workspace, ministry: Workspace) -> None:
    call = make_call(ministry, own)
    recording.trash(own, log_activity(own))
    log_activity(own)
    path = tmp_path / "sent.gwb"
    path.write_bytes(submissions.make(own, call).bundle)
    receiving.receive(ministry, [path])

    assert integrity.examine(own).sound
    assert integrity.examine(ministry).sound


def test_looking_changes_nothing_and_a_repair_folds_again_what_is_wrong(own: Workspace) -> None:
    identity = log_activity(own, title="Desk")
    draft = recording.open_draft(own, Activity, identity)
    recording.save(own, replace(draft, record=replace(draft.record, title="Legal desk")))
    damage(own, "UPDATE record SET title = 'Somebody else wrote this'")

    assert parts(own) == ["records"]
    assert parts(own) == ["records"], "looking does not mend"
    repaired = integrity.examine(own, repair=True)
    assert (repaired.repaired, repaired.sound) == (1, True)
    assert parts(own) == []


def test_a_submission_that_was_changed_where_it_is_kept_is_named(
    tmp_path: Path, own: Workspace, ministry: Workspace
) -> None:
    call = make_call(ministry, own)
    log_activity(own)
    path = tmp_path / "sent.gwb"
    path.write_bytes(submissions.make(own, call).bundle)
    receiving.receive(ministry, [path])
    damage(ministry, "UPDATE received SET bundle = substr(bundle, 1, 500)")
    damage(own, "UPDATE sent SET bundle = substr(bundle, 1, 500)")
    damage(own, "UPDATE call SET bundle = substr(bundle, 1, 500)")

    assert parts(ministry) == ["received"]
    assert parts(own) == ["calls", "sent"]
    assert not integrity.examine(own, repair=True).sound, "what was signed cannot be made again"


def test_a_damaged_page_is_named_and_nothing_is_written_to_the_file(tmp_path: Path) -> None:
    made = make_workspace(tmp_path)
    for number in range(30):
        log_activity(made, title=f"Desk {number}", summary="Many questions about papers. " * 60)
    made.close()
    data = bytearray(made.path.read_bytes())
    data[len(data) * 3 // 4] ^= 1  # the first half holds the tables themselves, without which nothing opens
    made.path.write_bytes(data)

    damaged = workspace.open_existing(made.path, PASSPHRASE)
    found = integrity.examine(damaged, repair=True)
    damaged.close()

    assert {one.part for one in found.findings} == {"pages"}
    assert (found.sound, found.repaired) == (False, 0)
    assert made.path.read_bytes() == data
