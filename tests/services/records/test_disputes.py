"""Disputes: what one trashed while another wrote in it stays, until a person keeps it or lets it go."""

from __future__ import annotations

import pytest

from app.domain.filling import filled
from app.domain.records import Activity
from app.services.opening import workspace as workspaces
from app.services.opening.workspace import Profile, Workspace
from app.services.records import conflicts, disputes, recording, undoing
from tests.making import PASSPHRASE, log_activity, work_as


@pytest.fixture
def disputed(own: Workspace) -> str:
    """An activity that Youssef put in the trash while its writer went on writing."""
    record = log_activity(own, title="Vaccination day")
    other = workspaces.open_existing(own.path, PASSPHRASE)
    work_as(other, Profile("youssef", "Youssef"))
    hers = recording.open_draft(own, Activity, record)
    recording.trash(other, record)
    recording.save(own, filled(hers, {"result": "Everybody came."}))
    other.close()
    return record


def test_it_stays_in_sight_and_tells_who_did_what(own: Workspace, disputed: str) -> None:
    (found,) = disputes.every(own)
    assert (found.record, found.title, found.trashed_by) == (disputed, "Vaccination day", "youssef")
    assert len(found.unseen) == 1
    assert not recording.is_in_trash(own, disputed)
    assert conflicts.count(own) == 1, "the badge of Review counts it"
    assert not conflicts.every(own)


@pytest.mark.parametrize("kept", [True, False])
def test_the_decision_holds_for_everybody_and_can_be_undone_and_done_again(
    own: Workspace, disputed: str, kept: bool
) -> None:
    (found,) = disputes.every(own)
    change = disputes.keep(own, found) if kept else disputes.let_go(own, found)
    assert recording.is_in_trash(own, disputed) is not kept
    assert conflicts.count(own) == 0

    undone = undoing.undo(own, change)
    assert undone is not None and "Vaccination day" in undone.sentence()
    assert disputes.every(own)[0].unseen == found.unseen
    undoing.redo(own)
    assert recording.is_in_trash(own, disputed) is not kept
    assert conflicts.count(own) == 0


def test_what_is_trashed_by_who_knows_everything_is_no_dispute(own: Workspace) -> None:
    record = log_activity(own)
    recording.trash(own, record)
    recording.bring_back(own, record)
    undoing.undo(own)
    undoing.undo(own)
    assert not recording.is_in_trash(own, record)
    assert disputes.of_record(own, record) is None
