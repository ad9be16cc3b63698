"""Two and three laptops of one organisation on real files and folders: nothing lost, all equal, no idle work."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.records import Activity
from app.services.opening import stores
from app.services.records import conflicts, recording
from app.services.syncing import exchanging
from tests.laptops import alike, laptops, later, meet, place_of, sync
from tests.making import log_activity, make_workspace


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def retitled(workspace, record, **values):
    draft = recording.open_draft(workspace, Activity, record)
    from app.domain.filling import filled

    return recording.save(workspace, filled(draft, values))


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
