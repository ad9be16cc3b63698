"""Faults of keys and laptops, on real files in a real folder, each with what a person sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.filling import filled
from app.domain.records import Activity
from app.errors import GroundworkError
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.services.syncing import devices, exchanging, restoring, spaces
from app.services.syncing.devices import NewLaptop
from app.services.syncing.exchanging import TakenOutError
from app.storage.records import Query
from app.sync.space import entry, names
from app.sync.space.entry import Kind, Place, Said
from app.vault.identity import OrganisationKeys
from tests.laptops import alike, meet, place_of, sync
from tests.making import log_activity, make_workspace
from tests.services.syncing.laptops import entries, joined, space_of
from tests.sync.made import redated

DAY = "2026-10-31"
STRANGER = OrganisationKeys.from_seed(b"a stranger with a laptop")


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    made = make_workspace(tmp_path)
    made.words = " ".join(spaces.found(made, "Office").words)  # type: ignore[attr-defined]
    return made


def laid(folder: Path, space: str, data: bytes) -> None:
    """A file of the key log in the place, as anybody who can write there can lay one."""
    path = folder / names.key_name(space, 99, data)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def signed(said: Said, space: str, keys: OrganisationKeys) -> bytes:
    return entry.write(said, Place(space, DAY, 99), keys)


def titles(laptop: Workspace) -> list[str]:
    return sorted(line.record.title for line in recording.lines(laptop, Query("activity")))  # type: ignore[attr-defined]


def standing_of(laptop: Workspace) -> list[tuple[str, str]]:
    return [(one.laptop, one.words) for one in exchanging.standing(laptop).quarantined]


def test_forged_entries_and_those_of_another_space_admit_and_revoke_nobody(office: Workspace, tmp_path: Path) -> None:
    place, space = tmp_path / "place", space_of(office).id
    sync(office, place)
    before = devices.overview(office)
    mine = space_of(office).device
    own = Said(Kind.ADD, device=STRANGER.public, writer="9" * 16, is_admin=True)
    against = Said(Kind.REVOKE, subject=mine.fingerprint)
    whole = signed(against, space, mine)
    cut, flipped = whole[:-40], redated(whole)
    assert flipped != whole
    for forged in (
        signed(own, space, STRANGER),
        signed(against, space, STRANGER),
        signed(Said(Kind.FOUND), space, STRANGER),
        signed(Said(Kind.ROOT, key=STRANGER.public), space, STRANGER),
        signed(against, "0" * 32, mine),
        cut,
        flipped,
    ):
        laid(place, space, forged)
    sync(office, place)
    assert devices.overview(office) == before, "the list looks as it did"
    with office.writing() as session:
        space_now = spaces.loaded(session)
        for data, sentence in (
            (signed(against, "0" * 32, mine), "belongs to the laptops of another organisation"),
            (cut, "did not arrive whole"),
            (flipped, "The signature of this file does not fit"),
        ):
            with pytest.raises(GroundworkError, match=sentence):
                spaces.take(session, space_now, data)


def test_an_old_key_log_replayed_brings_no_revoked_laptop_back(office: Workspace, tmp_path: Path) -> None:
    place = tmp_path / "place"
    field = joined(office, tmp_path, NewLaptop("Field", "Amina", "keeper"))
    old = entries(office)
    meet(place, office, field)
    devices.revoke(office, space_of(field).device.fingerprint)
    sync(office, place)
    before = devices.listed(office)
    for path in (place / names.home(space_of(office).id) / names.KEYS).glob("*"):
        path.unlink()
    for data in old:
        laid(place, space_of(office).id, data)
    sync(office, place)
    assert devices.listed(office) == before
    with pytest.raises(TakenOutError):
        sync(field, place)  # the office has put the newer entries back


def test_what_a_revoked_laptop_wrote_later_is_put_aside_and_can_be_adopted(office: Workspace, tmp_path: Path) -> None:
    place, late = tmp_path / "place", tmp_path / "late"
    field = joined(office, tmp_path, NewLaptop("Field", "Amina", "keeper"))
    car = joined(office, tmp_path, NewLaptop("Car"), seed=51)
    log_activity(field, title="Before it was lost")
    meet(place, office, field, car)
    devices.revoke(office, space_of(field).device.fingerprint)
    log_activity(field, title="A week of honest work")
    sync(field, late)  # somewhere else, without knowing
    meet(place, office, car)
    for laptop in (office, car):
        meet(late, laptop)
        assert titles(laptop) == ["Before it was lost"]
        assert standing_of(laptop) == [("Field", "It was written by a laptop after that laptop was taken out.")]
    assert devices.find(car, "Field").put_aside == 1
    (aside,) = exchanging.standing(office).quarantined
    devices.adopt(office, [aside.id])
    meet(late, office, car)
    for laptop in (office, car):
        assert titles(laptop) == ["A week of honest work", "Before it was lost"]
        assert standing_of(laptop) == []
    assert alike(office, car)


def test_a_stolen_admins_laptop_that_revokes_the_others_loses_to_the_words(office: Workspace, tmp_path: Path) -> None:
    place = tmp_path / "place"
    stolen = joined(office, tmp_path, NewLaptop("Stolen"))
    shared = log_activity(office)
    meet(place, office, stolen)
    mine, theirs = space_of(office).device.fingerprint, space_of(stolen).device.fingerprint
    devices.revoke(office, theirs)
    devices.revoke(stolen, mine)
    puppet = joined(stolen, tmp_path, NewLaptop("Puppet", "X", "keeper"), seed=51)
    sync(office, place)
    for data in (*entries(stolen), *entries(puppet)):
        laid(place, space_of(office).id, data)
    with pytest.raises(TakenOutError):
        sync(office, place)
    seen = devices.overview(office)
    assert seen.is_deadlocked and not seen.may_change
    assert {one.name for one in seen.lines if not one.revoked} == set(), "the puppet never counted"
    with pytest.raises(GroundworkError, match="may not admit or revoke others"):
        devices.rotate(office)

    restoring.settle(office, office.words, mine)  # type: ignore[attr-defined]
    sync(office, place)
    seen = devices.overview(office)
    assert [one.name for one in seen.lines if not one.revoked] == ["Office"] and seen.may_change
    assert not seen.is_stale
    current = space_of(office).current
    assert current is not None and space_of(stolen).opener([current.fingerprint]) is None
    recording.save(office, filled(recording.open_draft(office, Activity, shared), {"title": "Goes on"}))
    assert sync(office, place).sent.segments == 1
    for thief in (stolen, puppet):
        with pytest.raises((TakenOutError, exchanging.NotAdmittedError)):
            sync(thief, place)
    assert place_of(office, place, "place").name == "place"
