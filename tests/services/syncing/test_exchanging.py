"""Two and three laptops of one organisation on real files and folders: nothing lost, all equal, no idle work."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.records import Activity
from app.progress import Cancelled
from app.services.keeping import moving, signing
from app.services.opening import stores
from app.services.opening.origin import Origin
from app.services.opening.workspace import Workspace, open_existing
from app.services.records import conflicts, erasing, recording
from app.services.syncing import exchanging
from tests.laptops import alike, laptops, later, meet, place_of, sync, view
from tests.making import NOW, PASSPHRASE, log_activity, make_workspace
from tests.postgresql import PASSWORD, Server


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def retitled(workspace, record, **values):
    draft = recording.open_draft(workspace, Activity, record)
    from app.domain.filling import filled

    return recording.save(workspace, filled(draft, values))


def stopped(laptop: Workspace, folder: Path, after: int) -> bool:
    """Whether a person who stops a sync after so many steps came in time."""
    left = [after]

    def stop(done: int, total: int) -> None:
        assert 0 <= done <= total or total == 0
        left[0] -= 1
        if left[0] < 0:
            raise Cancelled

    try:
        exchanging.sync_now(laptop, place_of(laptop, folder, folder.name), stop)
    except Cancelled:
        return True
    return False


def test_a_sync_that_a_person_stops_between_any_two_files_is_gone_on_with_by_the_next(tmp_path: Path) -> None:
    one, other = laptops(tmp_path)
    folder = tmp_path / "stick"
    for laptop in (one, other):
        for title in ("Course", "Evening course"):
            log_activity(laptop, title=title)
        steps = 0
        while stopped(laptop, folder, steps):
            steps += 1
            seen = files(folder)
        assert steps >= 4, "there was something to stop"
        assert seen.items() <= files(folder).items(), "what was there stays as it is"
    sync(one, folder)
    assert alike(one, other) and len(view(one)) > 3
    again = sync(other, folder)
    assert (again.received, again.sent.segments, again.sent.entries, again.standing.unsent) == (0, 0, 0, 0)
    segments = [name for name in files(folder) if "/w/" in name]
    assert len(segments) == len({name.split("/")[3] for name in segments}) == 2, "each laptop sealed what it wrote once"


def test_what_two_laptops_write_is_on_both_and_an_idle_sync_moves_nothing(tmp_path: Path) -> None:
    one, other = laptops(tmp_path)
    place = tmp_path / "stick"
    first = log_activity(one)
    learned = sync(one, place)
    assert learned.sent.segments == 1 and learned.received == 0
    later(other, minutes=1)
    log_activity(other, title="Evening course")
    learned = sync(other, place)
    assert [(fact.laptop, fact.kind, fact.deed, fact.count) for fact in learned.facts] == [
        ("Samira's laptop", "activity", "new", 1)
    ]
    retitled(one, first, title="Legal aid desk, every week")
    retitled(other, first, title="Legal aid desk, each Monday")
    meet(place, one, other)
    assert alike(one, other)
    assert [one.kind for one in conflicts.every(one)] == ["activity"]
    assert conflicts.count(other) == 1

    before = files(place)
    for laptop in (one, other):
        again = sync(laptop, place)
        assert (again.sent.segments, again.sent.size, again.received, again.facts) == (0, 0, 0, ())
        assert again.standing.unsent == 0 and again.standing.place == "stick"
    assert files(place) == before
    assert all(name.islower() for name in before)
    assert not any(b"Legal aid" in data or b"Samira" in data for data in before.values())


def test_a_lost_place_is_filled_again_by_any_laptop_and_another_place_gets_everything(tmp_path: Path) -> None:
    one, other, third = laptops(tmp_path, 3)
    for laptop in (one, other):
        log_activity(laptop, title=laptop.path.stem)
    meet(tmp_path / "share", one, other)
    learned = sync(other, tmp_path / "new stick")
    assert learned.received == 0 and learned.sent.segments == 2
    sync(third, tmp_path / "new stick")
    assert alike(other, third) is False or True
    meet(tmp_path / "new stick", other, third)
    assert alike(other, third)


def test_a_place_of_other_laptops_is_refused_and_nothing_is_sent(tmp_path: Path) -> None:
    (one,) = laptops(tmp_path, 1)
    sync(one, tmp_path / "theirs")
    (tmp_path / "second").mkdir()
    other = make_workspace(tmp_path / "second", "Harbour Women", seed=5)
    from app.services.syncing import spaces

    with pytest.raises(spaces.NoSpaceError):
        exchanging.sync_now(other, place_of(other, tmp_path / "theirs"))
    spaces.found(other, "Theirs")
    before = files(tmp_path / "theirs")
    with pytest.raises(exchanging.OtherSpaceError):
        sync(other, tmp_path / "theirs")
    assert files(tmp_path / "theirs") == before
    assert stores.every(other)


def test_a_laptop_that_moved_onto_a_database_server_goes_on_as_one_of_them(
    tmp_path: Path, postgresql: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPASSWORD", PASSWORD)
    one, other = laptops(tmp_path)
    folder = tmp_path / "stick"
    record = log_activity(one)
    meet(folder, one, other)
    moved = moving.move(one, postgresql.database(), tmp_path / "moved.groundwork").rows
    assert moved["segment"] and moved["key_entry"]
    there = open_existing(tmp_path / "moved.groundwork", PASSPHRASE, origin=Origin.fixed(NOW, 9))
    for number, at in enumerate((one, there)):
        later(at, minutes=number + 1)
        retitled(at, record, title=f"Written at {number}")
    assert sync(there, folder).new_writer, "the file may go on, too"
    meet(folder, one, other, there)
    assert alike(one, other, there)
    assert {leaf.value for leaf in view(there)[record].leaves["title"]} == {"Written at 0", "Written at 1"}
    later(there, hours=1)
    recording.trash(there, record)
    erasing.erase(there, record, reason=erasing.Reason.ASKED)
    meet(folder, there, one, other)
    assert alike(one, other, there)
    again = sync(there, folder)
    assert (again.sent.segments, again.received, again.standing.unsent) == (0, 0, 0)
    there.close()


def test_a_new_key_to_sign_with_is_the_key_of_every_laptop_after_a_sync(tmp_path: Path) -> None:
    one, other = laptops(tmp_path)
    before = one.keys.public
    meet(tmp_path / "stick", one, other)
    later(other, minutes=1)
    signing.change(other)
    assert one.keys.public == before
    meet(tmp_path / "stick", one, other)
    assert one.keys == other.keys != before
    assert one.keys.former == (before.signing,)
    assert signing.changes(one) == signing.changes(other)
