"""Laptops listed, renamed, revoked and brought back to agreement, on the key log that each of them holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.keeping.team import NameMissingError
from app.services.opening.people import NotAllowedError, Profile
from app.services.opening.workspace import Workspace
from app.services.syncing import admins, devices, spaces
from app.services.syncing.devices import DeviceMissingError, NewLaptop, OwnLaptopError, SegmentMissingError
from app.services.syncing.joining import NotAdminError
from app.storage import segments
from app.storage.segments import Kept, State
from app.sync.space.membership import Standing
from tests.making import make_workspace, work_as
from tests.services.syncing.laptops import carry, joined, space_of

KEEPER = NewLaptop("Field", "Amina", "keeper")


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    made = make_workspace(tmp_path)
    spaces.found(made, "Office")
    return made


def came(laptop: Workspace, sender: Workspace, seq: int, state: State = State.HELD) -> Kept:
    """A segment of `sender` as if it had arrived."""
    device = space_of(sender).device.fingerprint
    writer = space_of(sender).me.writers[0]  # type: ignore[union-attr]
    kept = Kept(f"{seq:064x}", f"{seq + 9:064x}", writer, seq, device, "", state, "", 1000 * seq, 0, 1, seq)
    with laptop.writing() as session:
        segments.put(session, kept)
    return kept


def standing(laptop: Workspace, kept: Kept, sender: Workspace) -> Standing:
    signing = space_of(sender).device.public.signing
    return space_of(laptop).membership.standing(signing, writer=kept.writer, seq=kept.seq, segment=kept.id)


def test_laptops_are_listed_with_name_digits_and_when_their_work_was_seen(office: Workspace, tmp_path: Path) -> None:
    field = joined(office, tmp_path, KEEPER)
    came(office, field, 7)
    mine, theirs = devices.listed(office)
    assert (mine.name, mine.is_me, mine.is_admin, mine.added) == ("Office", True, True, "2026-10-30")
    assert (theirs.name, theirs.is_me, theirs.last_seen.second) == ("Field", False, 7)  # type: ignore[union-attr]
    assert len(theirs.digits.split()) == 6
    assert [one.name for one in devices.listed(field)] == ["Office", "Field"]
    assert devices.overview(field).digits == devices.overview(office).digits
    assert devices.find(office, "field") == devices.find(office, theirs.digits[:11]) == theirs
    for unknown in ("", "nobody", "0" * 64):
        with pytest.raises(DeviceMissingError):
            devices.find(office, unknown)

    assert devices.rename(field, theirs.fingerprint, "Van").name == "Van"
    carry(office, field)
    assert devices.rename(office, theirs.fingerprint, "Van of Amina").name == "Van of Amina"
    with pytest.raises(NameMissingError):
        devices.rename(office, theirs.fingerprint, " ")


def test_a_revoked_laptop_counts_up_to_what_has_arrived_and_lacks_the_new_key(
    office: Workspace, tmp_path: Path
) -> None:
    field, car = joined(office, tmp_path, KEEPER), joined(office, tmp_path, NewLaptop("Car"), seed=51)
    carry(office, field, car)
    arrived, late = came(office, field, 3), came(car, field, 4)
    gone = devices.revoke(office, space_of(field).device.fingerprint)
    assert gone.revoked == "2026-10-30"
    carry(office, field, car)
    for laptop in (office, field, car):
        assert standing(laptop, arrived, field) is Standing.ACCEPTED
        assert standing(laptop, late, field) is Standing.REVOKED
        assert [one.name for one in space_of(laptop).membership.present and devices.listed(laptop)] == [
            "Office",
            "Car",
            "Field",
        ]
    now = space_of(car)
    assert now.membership.epoch.number == 2  # type: ignore[union-attr]
    assert now.current is not None and now.opener([now.current.fingerprint]) is not None
    assert space_of(field).opener([now.current.fingerprint]) is None
    assert not now.membership.is_stale

    aside = came(office, field, 4, State.QUARANTINED)
    assert devices.find(office, "Field").put_aside == 1
    with pytest.raises(SegmentMissingError):
        devices.adopt(office, [arrived.id])
    assert devices.adopt(office, [aside.id]) == 1
    assert standing(office, aside, field) is Standing.ACCEPTED
    with pytest.raises(NotAdminError):
        devices.revoke(field, space_of(office).device.fingerprint)


def test_who_may_not_manage_the_team_changes_nothing_and_nobody_revokes_their_own_laptop(
    office: Workspace, tmp_path: Path
) -> None:
    desk = joined(office, tmp_path, NewLaptop("Desk", "Amina", "editor"))
    mine, theirs = space_of(office).device.fingerprint, space_of(desk).device.fingerprint
    with pytest.raises(OwnLaptopError):
        devices.revoke(office, mine)
    with pytest.raises(NotAllowedError):
        devices.revoke(desk, mine)
    work_as(desk, Profile(desk.profile.id, "Amina", "keeper"))
    with pytest.raises(NotAdminError):
        devices.rotate(desk)
    assert devices.rename(desk, theirs, "Own name").name == "Own name"
    with pytest.raises(NotAdminError):
        devices.rename(desk, mine, "Somebody else's")
    with pytest.raises(DeviceMissingError):
        devices.revoke(office, "0" * 64)
    assert not devices.overview(desk).may_change and devices.overview(office).may_change


def test_keys_rotated_while_another_laptop_joined_or_was_revoked_are_mended(office: Workspace, tmp_path: Path) -> None:
    field = joined(office, tmp_path, KEEPER)
    car = joined(office, tmp_path, NewLaptop("Car"), seed=51)
    assert devices.rotate(field) == 2, "field does not know of car yet"
    carry(office, field, car)
    assert space_of(car).current is not None
    assert space_of(car).opener([space_of(car).current.fingerprint]) is None  # type: ignore[union-attr]
    with office.writing() as session:
        before = spaces.loaded(session)
        mended = devices.mend(office, session, before)
        assert devices.mend(office, session, mended) == mended, "what is whole is left alone"
        assert devices.mend(office, session, mended).membership.seq == before.membership.seq + 1
    carry(office, car)
    assert space_of(car).opener([space_of(car).current.fingerprint]) is not None  # type: ignore[union-attr]

    devices.revoke(office, space_of(car).device.fingerprint)
    for _times in range(2):
        devices.rotate(field)  # without knowing of the revocation, so that the revoked one gets the key
    carry(office, field)
    assert space_of(office).membership.is_stale
    with office.writing() as session:
        devices.mend(office, session, spaces.loaded(session))
    assert not space_of(office).membership.is_stale
    with car.writing() as session:
        space = spaces.loaded(session)
        assert devices.mend(car, session, space).membership.seq >= space.membership.seq


def test_an_admins_laptop_becomes_an_ordinary_one_and_an_admins_again(office: Workspace, tmp_path: Path) -> None:
    field = joined(office, tmp_path, KEEPER)
    mine, theirs = (one.fingerprint for one in devices.listed(office))
    third = joined(field, tmp_path, NewLaptop("Van", "Noor", "editor"), seed=61)
    carry(office, field, third)
    assert not admins.demote(office, theirs).is_admin
    with pytest.raises(admins.NoAdminLeftError):
        admins.demote(office, mine)
    carry(office, field, third)
    for change in (admins.demote, admins.promote, devices.revoke):
        with pytest.raises(NotAdminError):
            change(field, mine)
    assert [one.name for one in devices.listed(third)] == ["Office", "Field", "Van"], "whom it admitted stays"
    assert not devices.overview(third).is_deadlocked
    assert admins.promote(office, theirs).is_admin and admins.promote(office, theirs).is_admin
    carry(office, field, third)
    assert not admins.demote(field, mine).is_admin
    carry(office, field, third)
    assert [one.is_admin for one in devices.listed(third)] == [False, True, False]
