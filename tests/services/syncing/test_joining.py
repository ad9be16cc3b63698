"""A new laptop belongs after people compared digits on both screens, and not before."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.opening import stores
from app.services.opening.people import NotAllowedError, Profile
from app.services.opening.stores import NewPlace
from app.services.opening.workspace import Origin, open_existing
from app.services.syncing import exchanging, joining, meeting, spaces
from app.services.syncing.joining import (
    DigitsDifferError,
    NewLaptop,
    NotAdminError,
    NotWaitingError,
    PersonKnownError,
    RequestUsedError,
)
from app.sync.refusals import BundleError, NotForUsError
from app.sync.space import joining as bundles
from app.sync.space.entry import WrongSpaceError
from app.vault.cost import Cost
from tests.making import EASTERN, NOW, log_activity, make_workspace, work_as
from tests.services.syncing.laptops import LATER, joined, space_of


def test_a_laptop_joins_and_is_a_full_member_with_its_own_keys(tmp_path: Path) -> None:
    first = make_workspace(tmp_path)
    spaces.found(first, "Office")
    second = joined(first, tmp_path, NewLaptop("Field", "Amina", "keeper"))
    assert (second.organisation, second.keys.public) == (first.organisation, first.keys.public)
    assert second.disclosure_secret == first.disclosure_secret
    assert second.profile.name == "Amina" and second.profile.role == "keeper"
    mine, theirs = space_of(first), space_of(second)
    assert theirs.id == mine.id and theirs.membership == mine.membership
    assert theirs.device.fingerprint != mine.device.fingerprint
    assert set(theirs.epochs) == set(mine.epochs), "what was written before can be read"
    assert theirs.me is not None and theirs.me.is_admin and theirs.me.writers != mine.me.writers  # type: ignore[union-attr]
    assert second.team.area_keys[second.profile.id] == second.area.public == first.team.area_keys[second.profile.id]  # type: ignore[union-attr]
    log_activity(second, title="Written on the second laptop")
    third = joined(second, tmp_path, NewLaptop("Car"), seed=51)
    assert third.profile.name == "Amina", "her own second laptop"
    assert third.area.public == second.area.public, "with her private area"  # type: ignore[union-attr]


def test_a_keeper_takes_the_private_area_along_and_an_editor_admits_nobody(tmp_path: Path) -> None:
    first = make_workspace(tmp_path)
    spaces.found(first, "Office")
    mine = joined(first, tmp_path, NewLaptop("Home"))
    assert mine.area.public == first.area.public  # type: ignore[union-attr]
    assert mine.profile == first.profile
    mine.close()
    again = open_existing(mine.path, LATER)
    assert again.profile == first.profile
    editor = joined(first, tmp_path, NewLaptop("Desk", "Amina", "editor"), seed=52)
    asked = joining.request(tmp_path / "more.groundwork", LATER, cost=Cost.floor())
    with pytest.raises(PersonKnownError):
        joining.admit(first, asked.data, asked.digits, NewLaptop("Another", "amina"))
    with pytest.raises(NotAllowedError):
        joining.admit(editor, asked.data, asked.digits, NewLaptop("Another"))
    work_as(editor, Profile(editor.profile.id, "Amina", "keeper"))
    with pytest.raises(NotAdminError, match="Office"):
        joining.admit(editor, asked.data, asked.digits, NewLaptop("Another"))


def test_nothing_counts_before_a_person_says_that_the_digits_match(tmp_path: Path) -> None:
    first = make_workspace(tmp_path)
    spaces.found(first, "Office")
    path, other = tmp_path / "new.groundwork", tmp_path / "other.groundwork"
    asked = joining.request(path, LATER, origin=Origin.fixed(NOW, 60), cost=Cost.floor())
    strange = joining.request(other, LATER, origin=Origin.fixed(NOW, 61), cost=Cost.floor())
    before = space_of(first)
    for wrong in ("", asked.digits[:-1], strange.digits):
        with pytest.raises(DigitsDifferError):
            joining.admit(first, asked.data, wrong, NewLaptop("New"))
    assert space_of(first) == before and len(first.team.everybody) == 1
    admitted = joining.admit(first, asked.data, asked.digits.translate(EASTERN).replace(" ", ""), NewLaptop("New"))
    with pytest.raises(DigitsDifferError):
        joining.join(path, LATER, admitted.data, asked.digits)
    with pytest.raises(NotForUsError):
        joining.join(other, LATER, admitted.data, admitted.digits)
    assert joining.welcome_digits(path, LATER, admitted.data) == admitted.digits
    waiting = open_existing(path, LATER)
    with waiting.reading() as session:
        assert spaces.load(session) is None, "a refused welcome changes nothing"
    assert waiting.organisation.name == ""
    waiting.close()
    joining.join(path, LATER, admitted.data, admitted.digits).close()
    with pytest.raises(NotWaitingError):
        joining.join(path, LATER, admitted.data, admitted.digits)
    with pytest.raises(RequestUsedError):
        joining.admit(first, asked.data, asked.digits, NewLaptop("New"))


def test_a_welcome_of_somebody_who_may_not_admit_is_refused(tmp_path: Path) -> None:
    first, stranger = make_workspace(tmp_path), make_workspace(tmp_path, "Elsewhere", seed=2)
    spaces.found(first, "Office")
    spaces.found(stranger, "Trap")
    path = tmp_path / "new.groundwork"
    asked = joining.request(path, LATER, cost=Cost.floor())
    right = joining.admit(first, asked.data, asked.digits, NewLaptop("New"))
    forged = joining.admit(stranger, asked.data, asked.digits, NewLaptop("New"))
    with pytest.raises(DigitsDifferError):
        joining.join(path, LATER, forged.data, right.digits)
    trap, office = space_of(stranger), space_of(first)
    device = bundles.read_request(asked.data).device
    mixed = bundles.Welcome(office.id, "", trap.device.public, bundles.Person({}), ())
    bad = bundles.write_welcome(mixed, device, trap.device, day="2026-10-31")
    with pytest.raises(WrongSpaceError):
        joining.join(path, LATER, bad, right.digits)
    for no_request in (b"", right.data, asked.data[:-9]):
        with pytest.raises(BundleError):
            joining.admit(first, no_request, right.digits, NewLaptop("New"))


def test_a_new_laptop_knows_where_the_others_meet_but_for_the_password(tmp_path: Path) -> None:
    one = make_workspace(tmp_path)
    spaces.found(one, "Office")
    folder = tmp_path / "stick"
    folder.mkdir()
    assert stores.every(joined(one, tmp_path, NewLaptop("First"), seed=71)) == ()
    place = stores.add(one, NewPlace("stick", str(folder)))
    exchanging.sync_now(one, place)
    second = joined(one, tmp_path, NewLaptop("Second", "Noor", "editor"), seed=72)
    (known,) = stores.every(second)
    assert (known.name, known.address, known.lacks_secret) == ("stick", str(folder), False)
    assert exchanging.sync_now(second, exchanging.chosen(second)).received == 1

    cloud = NewPlace("cloud", "webdavs://us@cloud.example/dav", "not to be told", allow_plain=True)
    stores.add(one, cloud, untried=True)
    stores.remove(one, "stick")
    third = joined(one, tmp_path, NewLaptop("Third"), seed=73)
    (told,) = stores.every(third)
    assert (told.name, told.lacks_secret, stores.every(one)[0].lacks_secret) == ("cloud", True, False)
    with pytest.raises(stores.PlaceSecretMissingError):
        exchanging.sync_now(third, told)
    welcome = folder / "for Third" / "welcome.gwb"
    beside = meeting.beside(third, welcome)
    assert beside is not None and beside.address == str(folder) and meeting.beside(third, welcome) == beside
    assert meeting.beside(third, tmp_path / "elsewhere" / "w.gwb") is None
    assert meeting.keep(third, {"name": "S", "address": str(tmp_path)}) is None, "another folder of that name"
