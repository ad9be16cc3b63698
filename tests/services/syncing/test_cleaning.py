"""Replaced words leave a place only where somebody wants it and everybody has them; what is shown never changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.records import Activity
from app.services.opening.workspace import Workspace
from app.services.records import recording, versions
from app.services.syncing import acknowledging, cleaning, devices, spaces
from app.storage import segments as kept
from app.sync.space import compacting, segment
from tests.laptops import joined, laptops, later, meet, rows, sync, view
from tests.making import log_activity
from tests.services.syncing.test_exchanging import retitled
from tests.services.syncing.test_growing import read
from tests.services.syncing.test_pulling import segments
from tests.simulated import older_program

OLD, NEW = ("What was first said. " * 8).strip(), ("What was said after that. " * 8).strip()


def pass_(months: int, folder: Path, *found: Workspace) -> None:
    """So many months, after which everybody syncs."""
    for one in found:
        later(one, days=31 * months)
    for one in found:
        sync(one, folder)


def edited(one: Workspace, folder: Path) -> str:
    """A record whose words were replaced, everywhere."""
    record = log_activity(one, title="Course", summary=OLD)
    sync(one, folder)
    later(one, minutes=1)
    retitled(one, record, summary=NEW)
    sync(one, folder)
    later(one, minutes=1)
    retitled(one, record, title="Evening course")
    sync(one, folder)
    return record


def test_words_that_all_have_replaced_leave_the_place_and_no_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compacting, "MOST_SMALL", 5)
    one, other, reader = laptops(tmp_path, 3)
    folder = tmp_path / "stick"
    record = edited(one, folder)
    pass_(2, folder, one, other, reader)
    pass_(12, folder, one, other, reader)
    assert OLD in read(one, folder), "nothing goes until somebody decides"
    with pytest.raises(cleaning.CleanUpMonthsError):
        cleaning.keep_for(one, 5)
    cleaning.keep_for(one, 12)
    pass_(1, folder, one, other, reader)
    assert cleaning.months(other) == 12
    pass_(3, folder, one)
    words = read(one, folder)
    assert OLD not in words and NEW in words
    assert len(versions.history(other, record)) == 3 and view(one) == view(other) == view(reader)
    assert rows(one) == rows(other) == rows(reader), "each workspace keeps every word"

    fresh = joined(tmp_path, one, 5)
    meet(folder, fresh, one, other, reader)
    assert view(fresh) == view(one) and sync(fresh, folder).standing.waiting == ()
    first, second, _third = versions.history(fresh, record)
    assert first.cleaned == ("summary", "title") and second.changes["summary"] == (None, NEW)
    versions.revert(fresh, record, first.stamp)
    back = recording.open_draft(fresh, Activity, record).record
    assert (back.title, back.summary) == ("Evening course", NEW), "what was cleaned up stays as it is"
    late = tmp_path / "old stick"
    sync(one, late)
    for laptop in (fresh, one, other, reader):
        sync(laptop, late)
        assert sync(laptop, folder).standing.quarantined == ()
    assert view(fresh) == view(one) == view(other) == view(reader)
    assert sync(fresh, folder).sent.segments == 0


def test_a_laptop_that_acknowledges_nothing_stops_it_and_is_told_of_when_it_is_silent(tmp_path: Path) -> None:
    one, old, away = laptops(tmp_path, 3)
    folder = tmp_path / "stick"
    record = edited(one, folder)
    cleaning.keep_for(one, 6)
    sync(away, folder)
    retitled(away, record, summary="Written far away")
    for _time in range(3):
        for laptop in (one, old):
            later(laptop, days=155)
        sync(one, folder)
        with older_program():
            log_activity(old, title="An old laptop works, too")
            sync(old, folder)
    assert OLD in read(one, folder)
    seen = {line.name: line for line in devices.listed(one)}
    assert [name for name, line in seen.items() if line.is_silent] == ["Laptop 3"]
    assert [name for name, line in seen.items() if line.is_behind] == ["Laptop 2"]
    devices.revoke(one, seen["Laptop 3"].fingerprint)
    pass_(2, folder, one, old)
    pass_(2, folder, one, old)
    pass_(2, folder, one)
    pass_(2, folder, one)
    assert OLD not in read(one, folder), "its program was updated"
    newcomer = joined(tmp_path, one, 7)
    with older_program():
        waiting = sync(newcomer, folder).standing.waiting
    assert {told.reason for told in waiting} >= {"newer"}, "it asks for an update and takes nothing by halves"
    meet(folder, newcomer, one, old)
    assert view(newcomer) == view(one) == view(old)
    assert sync(newcomer, folder).standing.waiting == ()


def test_a_laptop_that_only_reads_acknowledges_once_a_month_and_nobody_answers(tmp_path: Path) -> None:
    one, reader = laptops(tmp_path)
    folder = tmp_path / "stick"
    log_activity(one)
    meet(folder, one, reader)
    assert len(segments(folder)) == 1
    pass_(2, folder, one, reader)
    meet(folder, one, reader)
    with reader.reading() as session:
        keys = next(iter(spaces.loaded(session).epochs.values()))
    opened = [segment.open_(path.read_bytes(), keys).segment for path in segments(folder)]
    assert sorted((len(said.operations), len(said.whole)) for said in opened) == [(0, 1), (2, 0)]
    with one.reading() as session:
        is_known = acknowledging.by_all(session, spaces.loaded(session))
        assert all(map(is_known, kept.every(session)))


def test_words_that_count_again_because_a_laptop_was_taken_out_are_told_again(tmp_path: Path) -> None:
    one, other, thief = laptops(tmp_path, 3)
    folder = tmp_path / "stick"
    record = log_activity(one, title="Course", summary=OLD)
    meet(folder, one, other, thief)
    cut = {}
    with one.writing() as session:
        space = spaces.loaded(session)
        cut["said"] = devices.revocation(session, space, space.membership.devices[spaces_of(thief)])
    retitled(thief, record, summary=NEW)
    log_activity(one, title="So that another file is the newest")
    cleaning.keep_for(one, 6)
    meet(folder, one, other, thief)
    pass_(2, folder, one, other, thief)
    pass_(7, folder, one, other, thief)
    pass_(2, folder, one)
    assert OLD not in read(one, folder)
    fresh = joined(tmp_path, one, 7)
    meet(folder, fresh)
    assert versions.history(fresh, record)[0].cleaned
    with one.writing() as session:  # as by an admin who had been away
        spaces.say(session, spaces.loaded(session), cut["said"], spaces.Signing(space.device, spaces.day(one)))
    for _round in range(2):
        for laptop in (one, other, fresh, one):
            sync(laptop, folder)
    for laptop in (one, other, fresh):
        assert recording.open_draft(laptop, Activity, record).record.summary == OLD
    assert view(one) == view(other) == view(fresh)


def spaces_of(workspace: Workspace) -> str:
    with workspace.reading() as session:
        return spaces.loaded(session).device.fingerprint
