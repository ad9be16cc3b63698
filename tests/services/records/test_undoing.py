"""Undo and redo are new writes: what nobody touched since is put back, what somebody did stays and is told."""

from __future__ import annotations

from app.domain.filling import filled
from app.domain.records import Activity
from app.services.opening.workspace import Workspace
from app.services.records import objectives, recording, undoing, versions
from app.services.records.recording import Query
from tests.making import log_activity


def shown(own: Workspace, record: str) -> Activity:
    return recording.open_draft(own, Activity, record).record


def edit(own: Workspace, record: str, **values: str) -> None:
    recording.save(own, filled(recording.open_draft(own, Activity, record), values))


def told(undone: undoing.Undone | None) -> str:
    assert undone is not None
    return undone.sentence().replace("\u2068", "").replace("\u2069", "")


def test_changes_are_undone_and_done_again_across_records_in_order(own: Workspace) -> None:
    one, other = log_activity(own, title="One"), log_activity(own, title="Other")
    edit(own, one, title="One, better", reach_women="12", objectives="7")
    recording.trash(own, other)

    assert told(undoing.undo(own)) == "Other is out of the trash again."
    assert not recording.is_in_trash(own, other)
    assert told(undoing.undo(own)) == "The change to One, better was undone."
    kept = shown(own, one)
    assert (kept.title, kept.reach_women, kept.objectives) == ("One", None, (4, 7))
    assert told(undoing.redo(own)) == "The change to One, better was made again."
    assert (shown(own, one).title, shown(own, one).objectives) == ("One, better", (7,))
    assert told(undoing.redo(own)) == "Other is in the trash again."
    assert undoing.redo(own) is None
    for _step in range(4):
        undoing.undo(own)
    assert undoing.undo(own) is None, "an empty list of changes is no mistake"
    assert recording.count(own, Query("activity")) == 0
    assert recording.count(own, Query("activity", deleted=True)) == 2
    assert len(versions.history(own, one)) == 6, "nothing ever leaves a history"


def test_what_somebody_changed_since_stays_and_is_told(own: Workspace) -> None:
    record = log_activity(own, title="One")
    edit(own, record, title="Two", result="Good")
    change = own.done.to_undo[-1]
    edit(own, record, title="Three")

    assert "stays as it is" in told(undoing.undo(own, change))
    assert (shown(own, record).title, shown(own, record).result) == ("Three", "")
    edit(own, record, place="MA001")
    change = own.done.to_undo[-1]
    edit(own, record, place="MA002")
    before = len(versions.history(own, record))
    assert told(undoing.undo(own, change)).startswith("This was changed again meanwhile")
    assert len(versions.history(own, record)) == before


def test_undo_never_shows_a_record_that_is_in_the_trash_for_a_reason(own: Workspace) -> None:
    record = log_activity(own, title="One")
    edit(own, record, title="Two")
    assert recording.trash(own, record, undoable=False) is None
    undoing.undo(own)
    undoing.undo(own)
    assert recording.is_in_trash(own, record)


def test_many_records_changed_at_once_are_one_change(own: Workspace) -> None:
    objectives.choose(own, [4, 7])
    objectives.settle(own, {4: 1, 15: 0})
    assert told(undoing.undo(own)) == "3 records are as they were."
    assert [one.objective for one in objectives.choices(own)] == [4, 7]
    gone = [log_activity(own, title=name) for name in ("a", "b")]
    for record in gone:
        recording.trash(own, record)
    assert {brief.title for brief in recording.deleted(own)} >= {"a", "b"}
    recording.bring_back(own, *gone)
    assert recording.count(own, Query("activity")) == 2
    undoing.undo(own)
    assert recording.count(own, Query("activity")) == 0
