"""What the recovery words are for when laptops are not enough."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.filling import filled
from app.domain.records import Activity, PrivateNote
from app.services import integrity
from app.services.keeping import recovering
from app.services.opening.stores import NewPlace
from app.services.opening.workspace import Origin, Workspace, open_existing
from app.services.records import conflicts, recording
from app.services.syncing import devices, restoring, spaces
from app.services.syncing.devices import NewLaptop
from app.services.syncing.exchanging import TakenOutError
from app.services.syncing.restoring import NothingToRecoverError, Recovering, WordsOfOthersError
from app.storage.records import Query
from app.sync.space import entry, names
from app.vault import recovery
from app.vault.cost import Cost
from app.vault.slots import keys_path
from tests.laptops import meet, rows, sync, view
from tests.making import NOW, PASSPHRASE, log_activity, make_workspace, write_down
from tests.services.syncing.laptops import LATER, carry, entries, joined, space_of

KEEPER = NewLaptop("Field", "Amina", "keeper")


def put_log(laptop: Workspace, place: Path) -> Path:
    """The key log of a laptop in a folder, as an exchange puts it there."""
    space = space_of(laptop).id
    for data in entries(laptop):
        path = place / names.key_name(space, entry.read(data, space).seq, data)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return place


def recovered(words: str, folder: Path, place: Path) -> Workspace:
    wanted = Recovering(folder / "again.groundwork", LATER, NewPlace("Share", str(place)), "New office")
    return restoring.recover(words, wanted, origin=Origin.fixed(NOW, 70), cost=Cost.floor())


def test_words_and_the_place_bring_back_keys_people_and_the_private_area_of_the_founder(tmp_path: Path) -> None:
    office = make_workspace(tmp_path)
    words = " ".join(spaces.found(office, "Office").words)
    field = joined(office, tmp_path, KEEPER)
    devices.rotate(field)
    (tmp_path / "place").mkdir()
    put_log(office, put_log(field, tmp_path / "place"))
    (tmp_path / "place" / "groundwork-1" / f"space-{space_of(office).id}" / "keys" / "half.gwb").write_bytes(b"PK")

    again = recovered(words, tmp_path, tmp_path / "place")
    assert (again.organisation, again.keys.public) == (office.organisation, office.keys.public)
    assert again.disclosure_secret == office.disclosure_secret
    assert again.profile == office.profile
    assert again.area.public == office.area.public  # type: ignore[union-attr]
    mine = space_of(again)
    assert mine.me is not None and mine.me.is_admin
    assert set(mine.epochs) == set(space_of(field).epochs) and len(mine.epochs) == 2
    assert {one.name for one in devices.listed(again)} == {"Field", "Office", "New office"}
    assert recovering.rehearse(again, words).words, "the words open the new workspace, too"
    devices.revoke(again, space_of(field).device.fingerprint)
    carry(again, office)
    assert devices.find(office, "Field").revoked


def test_the_drill_all_laptops_lost_and_words_and_place_bring_back_every_record(tmp_path: Path) -> None:
    office, place = make_workspace(tmp_path), tmp_path / "place"
    words = " ".join(spaces.found(office, "Office").words)
    field = joined(office, tmp_path, KEEPER)
    log_activity(office, title="Advice at the office")
    record = log_activity(field, title="Advice in the field")
    write_down(office, PrivateNote, text="Only for the founder")
    meet(place, office, field)
    for laptop, title in ((office, "Advice at the office, too"), (field, "Advice in two fields")):
        recording.save(laptop, filled(recording.open_draft(laptop, Activity, record), {"title": title}))
    meet(place, office, field)
    devices.revoke(office, space_of(field).device.fingerprint)
    sync(office, place)
    office.close()

    again = recovered(words, tmp_path, place)
    sync(again, place)
    assert integrity.examine(again).sound
    opened = open_existing(office.path, PASSPHRASE)
    assert rows(again) == rows(opened) and view(again) == view(opened), "the same to the last conflict and stamp"
    (note,) = recording.lines(again, Query("private_note"))
    assert note.record.text == "Only for the founder"  # type: ignore[attr-defined]
    assert conflicts.count(again) == 1
    assert devices.find(again, "Field").revoked
    with pytest.raises(TakenOutError):
        sync(field, place)


def test_other_words_or_an_empty_place_bring_back_nothing_and_leave_nothing(tmp_path: Path) -> None:
    office = make_workspace(tmp_path)
    words = " ".join(spaces.found(office, "Office").words)
    (tmp_path / "place").mkdir()
    with pytest.raises(NothingToRecoverError):
        recovered(words, tmp_path, tmp_path / "place")
    put_log(office, tmp_path / "place")
    strange = " ".join(recovery.words(b"x" * 32, "en"))
    with pytest.raises(WordsOfOthersError, match="nobody can bring this back"):
        recovered(strange, tmp_path, tmp_path / "place")
    path = tmp_path / "again.groundwork"
    assert not path.exists() and not keys_path(path).exists()


def test_two_admins_who_revoked_each_other_are_settled_by_the_words(tmp_path: Path) -> None:
    office = make_workspace(tmp_path)
    words = " ".join(spaces.found(office, "Office").words)
    field = joined(office, tmp_path, KEEPER)
    carry(office, field)
    devices.revoke(office, space_of(field).device.fingerprint)
    devices.revoke(field, space_of(office).device.fingerprint)
    carry(office, field)
    assert devices.overview(office).is_deadlocked and not devices.overview(field).may_change
    mine = space_of(office).device.fingerprint
    with pytest.raises(WordsOfOthersError):
        restoring.settle(office, " ".join(recovery.words(b"x" * 32, "en")), mine)
    restoring.settle(office, words, mine)
    carry(office, field)
    for laptop in (office, field):
        assert [one.name for one in devices.listed(laptop) if not one.revoked] == ["Office"]
    assert devices.overview(office).may_change
    assert space_of(office).opener([space_of(office).current.fingerprint]) is not None  # type: ignore[union-attr]


def test_new_words_take_the_place_of_the_old_ones_on_every_laptop(tmp_path: Path) -> None:
    office = make_workspace(tmp_path)
    words = " ".join(spaces.found(office, "Office").words)
    field = joined(office, tmp_path, KEEPER)
    fresh = recovering.fresh(office)
    with pytest.raises(recovering.WordsSharedError):
        recovering.keep(office, fresh)
    restoring.change_words(office, words, fresh)
    carry(office, field)
    assert space_of(field).membership.root == space_of(office).membership.root
    with pytest.raises(WordsOfOthersError):
        restoring.change_words(field, words, recovering.fresh(field))
    recovering.keep(field, fresh)
    (tmp_path / "place").mkdir()
    put_log(field, tmp_path / "place")
    with pytest.raises(WordsOfOthersError):
        recovered(words, tmp_path, tmp_path / "place")
    again = recovered(" ".join(fresh.words), tmp_path, tmp_path / "place")
    assert again.area.public == office.area.public  # type: ignore[union-attr]
    assert len(devices.listed(again)) == 3
