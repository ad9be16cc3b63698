"""What a laptop learned waits until it was read, what was put aside can be looked at, and the fail-safe names who."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.opening import stores
from app.services.records import recording
from app.services.syncing import aside, devices, exchanging, failsafe, joining, learning, sticks
from app.services.syncing.devices import SegmentMissingError
from app.storage import segments
from tests.laptops import laptops, later, meet, place_of, sync
from tests.making import log_activity


def test_several_syncs_are_told_as_one_until_somebody_has_read_it(tmp_path: Path) -> None:
    one, other = laptops(tmp_path)
    place = tmp_path / "stick"
    assert learning.note(one, sync(one, place)) is None, "what taught nothing is not told"
    for title in ("Legal aid desk", "Evening course"):
        log_activity(other, title=title)
        sync(other, place)
        lesson = learning.note(one, sync(one, place))
    assert lesson is not None and lesson == learning.unread(one)
    assert [(fact.laptop, fact.kind, fact.deed, fact.count) for fact in lesson.facts] == [
        ("Laptop 2", "activity", "new", 2)
    ]
    assert (lesson.place, lesson.received, lesson.new_writer) == ("stick", 2, False)
    learning.read(one)
    assert learning.unread(one) is None


def test_work_that_was_put_aside_is_looked_at_before_it_counts(tmp_path: Path) -> None:
    one, other = laptops(tmp_path)
    place = tmp_path / "stick"
    shared = log_activity(one, title="Legal aid desk")
    meet(place, one, other)
    devices.revoke(one, devices.find(one, "Laptop 2").fingerprint)
    log_activity(other, title="Evening course")
    recording.trash(other, shared)
    later(other, minutes=1)
    sync(other, place)
    sync(one, place)
    (told,) = exchanging.standing(one).quarantined
    inside = aside.look(one, told.id)
    assert {(piece.kind, piece.title, piece.deed) for piece in inside.pieces} == {
        ("activity", "Evening course", "new"),
        ("activity", "Legal aid desk", "deleted"),
    }
    assert (inside.laptop, inside.is_readable, inside.may_count) == ("Laptop 2", True, True)
    devices.adopt(one, [inside.id])
    sync(one, place)
    assert recording.is_in_trash(one, shared)
    with one.reading() as session:
        assert not segments.every(session, segments.State.QUARANTINED)
    with pytest.raises(SegmentMissingError):
        aside.look(one, told.id)


def test_the_fail_safe_tells_which_records_and_whose_laptop(tmp_path: Path) -> None:
    one, other = laptops(tmp_path)
    place = tmp_path / "stick"
    ids = [log_activity(one, title=f"Desk {number}") for number in range(failsafe.MOST_HIDDEN + 3)]
    meet(place, one, other)
    recording.trash_all(other, ids[:-1])
    sync(other, place)
    with pytest.raises(failsafe.ManyDeletionsError, match="52 of 53") as caught:
        sync(one, place)
    danger = caught.value.danger
    assert danger.laptops == ("Laptop 2",)
    assert {brief.id for brief in danger.records} == set(ids[:-1])
    sync(one, place, allow_deletions=True)
    assert recording.is_in_trash(one, ids[0])


def test_a_stick_becomes_a_place_once_and_is_known_again(tmp_path: Path) -> None:
    (one,) = laptops(tmp_path, 1)
    stick = tmp_path / "BLUE"
    stick.mkdir()
    assert sticks.may_meet(one, stick) and not sticks.has_met(one, stick)
    assert sticks.known(one, stick) is None
    place_of(one, tmp_path / "elsewhere", "blue")
    place = sticks.place_on(one, stick)
    assert place.name == "BLUE 2", "two places are never called alike"
    assert sticks.place_on(one, stick) == place == sticks.known(one, stick)
    exchanging.sync_now(one, place)
    assert sticks.has_met(one, stick)
    assert len(stores.every(one)) == 2
    assert not joining.is_waiting(one)
