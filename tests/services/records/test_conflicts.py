"""Two people on one file: nothing is overwritten, both values wait, settling is one write and can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from app.domain.filling import filled
from app.domain.records import Activity
from app.services.opening import workspace as workspaces
from app.services.opening.workspace import Origin, Profile, Workspace
from app.services.records import conflicts, recording, undoing, versions
from tests.making import NOW, PASSPHRASE, log_activity, work_as

SUMMARY = "The clinic came. Two nurses spoke Arabic. We gave out leaflets."


@pytest.fixture
def other(own: Workspace) -> Iterator[Workspace]:
    """The same file, opened a second time by another person."""
    opened = workspaces.open_existing(own.path, PASSPHRASE, origin=Origin.fixed(NOW, 77))
    work_as(opened, Profile("youssef", "Youssef"))
    yield opened
    opened.close()


def edit_at_once(own: Workspace, other: Workspace, record: str) -> None:
    hers, his = (recording.open_draft(one, Activity, record) for one in (own, other))
    recording.save(own, filled(hers, {"title": "Her title", "summary": SUMMARY + " All went well.", "place": "MA001"}))
    recording.save(other, filled(his, {"title": "His title", "summary": SUMMARY.replace("Two", "Three")}))


def shown(own: Workspace, record: str) -> Activity:
    return recording.open_draft(own, Activity, record).record


def test_two_windows_on_one_file_never_overwrite_each_other(own: Workspace, other: Workspace) -> None:
    record = log_activity(own, summary=SUMMARY)
    edit_at_once(own, other, record)

    assert conflicts.count(own) == conflicts.count(other) == 1
    found = conflicts.every(own)[0]
    title, summary = found.fields
    assert (found.record, found.kind, title.name, summary.name) == (record, "activity", "title", "summary")
    assert [(side.value, side.by == "youssef", side.is_mine) for side in title.sides] == [
        ("Her title", False, True),
        ("His title", True, False),
    ]
    assert summary.proposal == SUMMARY.replace("Two", "Three") + " All went well."
    assert title.proposal is None
    assert title.before == "Legal aid desk at the bus station"
    assert shown(own, record).place == "MA001", "what only one person wrote is in no conflict"


def test_settling_is_one_write_and_undo_brings_every_version_back(own: Workspace, other: Workspace) -> None:
    record = log_activity(own, summary=SUMMARY)
    edit_at_once(own, other, record)
    found = conflicts.every(own)[0]
    before = len(versions.history(own, record))

    stamp = conflicts.settle(own, found, {"title": "His title", "summary": str(found.fields[1].proposal)})
    assert conflicts.every(other) == ()
    assert [version.stamp for version in versions.history(own, record)][before:] == [stamp]
    assert shown(other, record).title == "His title"

    undone = undoing.undo(own)
    assert undone is not None and undone.sentence().startswith("\u2068")
    again = conflicts.every(own)[0]
    told = [[(side.value, side.by) for side in field.sides] for field in again.fields]
    assert told == [[(side.value, side.by) for side in field.sides] for field in found.fields]
    assert shown(own, record).title == "His title", "what was shown first is shown again"
    undoing.redo(own)
    assert conflicts.count(own) == 0
    assert shown(own, record).summary == found.fields[1].proposal


def test_a_version_that_came_in_meanwhile_stays_beside_the_decision(own: Workspace, other: Workspace) -> None:
    record = log_activity(own)
    late = recording.open_draft(other, Activity, record)
    edit_at_once(own, other, record)
    found = conflicts.every(own)[0]
    recording.save(other, replace(late, record=replace(late.record, title="A third title")))
    conflicts.settle(own, found, {"title": "Her title"})

    left = {field.name: [side.value for side in field.sides] for field in conflicts.every(own)[0].fields}
    assert left["title"] == ["Her title", "A third title"]
    with pytest.raises(conflicts.NotContestedError):
        conflicts.settle(own, conflicts.every(own)[0], {"place": "MA001"})


def test_a_version_is_brought_back_by_a_new_write_and_that_can_be_undone(own: Workspace) -> None:
    record = log_activity(own, title="First", objectives="4,7")
    draft = recording.open_draft(own, Activity, record)
    recording.save(own, filled(draft, {"title": "Second", "objectives": "15", "result": "Good", "place": "MA001"}))
    first = versions.history(own, record)[0].stamp

    versions.revert(own, record, first)
    kept = shown(own, record)
    assert (kept.title, kept.objectives, kept.result, kept.place) == ("First", (4, 7), "", "")
    assert versions.revert(own, record, first) == "", "bringing the same back again writes nothing"
    assert len(versions.history(own, record)) == 3
    undoing.undo(own)
    assert (shown(own, record).title, shown(own, record).objectives) == ("Second", (15,))
    with pytest.raises(versions.VersionMissingError):
        versions.revert(own, record, "0" * 32)
