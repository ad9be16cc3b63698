"""New keys: the whole file is encrypted anew, everybody still gets in, and the old key opens nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.domain.records import Activity
from app.progress import Cancelled
from app.services.keeping import renewing, team
from app.services.opening import workspace
from app.services.opening.people import NotAllowedError
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.storage import database
from app.storage.database import NotAWorkspaceError, WorkspaceBusyError
from app.storage.rekeying import NotRenewedError
from app.vault import slot_file, slots
from app.vault.cost import Cost
from app.vault.renewals import Renewal, with_renewal
from app.vault.slots import WrongPassphraseError
from tests.making import NOW, PASSPHRASE, copy_of, log_activity, make_workspace
from tests.services.keeping.test_team import SECRET, Note

FLOOR = Cost.floor()
AMINA, BORIS = "four lemons in a boat", "a quiet hill of snow"


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    own = make_workspace(tmp_path_factory.mktemp("renewing"))
    log_activity(own)
    for name, passphrase in (("Amina", AMINA), ("Boris", BORIS)):
        team.add(own, name, "editor", passphrase=passphrase, cost=FLOOR)
    recording.save(own, recording.new(own, Note, text=SECRET))
    own.close()
    return own.path


@pytest.fixture
def own(made: Path, tmp_path: Path) -> Workspace:
    return copy_of(made, tmp_path)


def shown(opened: Workspace) -> tuple[str, int]:
    return opened.profile.name, len(recording.lines(opened, recording.Query(Activity.KIND)))


def test_meanwhile_everybody_is_refused_at_once_and_stopped_before_the_end_all_is_as_it_was(own):
    old, files = own.opened.key, {one.name for one in own.path.parent.iterdir()}
    told: list[tuple[int, int]] = []

    def stop_at(step: int):
        def progress(done: int, total: int) -> None:
            told.append((done, total))
            with pytest.raises(WorkspaceBusyError), own.reading():
                pass
            with pytest.raises(WorkspaceBusyError), own.writing():
                pass
            if done == step:
                raise Cancelled

        return progress

    for step in range(4):
        with pytest.raises(Cancelled):
            renewing.renew(own, PASSPHRASE, cost=FLOOR, progress=stop_at(step))
        assert (own.opened.key, shown(own)) == (old, ("Samira B.", 1))
    told.clear()
    renewing.renew(own, PASSPHRASE, cost=FLOOR, progress=stop_at(9))
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert shown(own) == ("Samira B.", 1)
    own.close()
    assert {one.name for one in own.path.parent.iterdir()} - files <= {f"{own.path.name}.keys.bak"}


def test_a_new_file_that_the_disk_spoils_takes_nobodys_place(own):
    old, before = own.opened.key, slot_file.read(slots.keys_path(own.path))

    def spoil(done: int, total: int) -> None:
        if done == 2:
            with Path(f"{own.path}.renewed").open("r+b") as file:
                file.seek(5000)
                file.write(bytes(64))

    with pytest.raises(NotRenewedError):
        renewing.renew(own, PASSPHRASE, cost=FLOOR, progress=spoil)
    assert (own.opened.key, shown(own)) == (old, ("Samira B.", 1))
    assert slot_file.read(slots.keys_path(own.path)) == before
    assert not Path(f"{own.path}.renewed").exists()
    own.close()


def test_the_slot_of_somebody_who_left_is_dropped_also_where_an_old_keys_file_came_back(own):
    path, boris = slots.keys_path(own.path), team.find(own, "Boris").id
    before = slot_file.read(path)
    team.remove(own, boris)
    slot_file.write(path, before, replace=True)
    renewing.renew(own, PASSPHRASE, cost=FLOOR)
    assert len(slot_file.read(path)) == len(before) - 1
    own.close()


def test_everybody_still_opens_it_and_the_old_key_and_whoever_left_do_not(own):
    old, before = own.opened.key, own.path.with_name("before.groundwork")
    boris = team.find(own, "Boris").id
    for ending in ("", ".keys"):
        shutil.copy(f"{own.path}{ending}", f"{before}{ending}")
    team.remove(own, boris)
    renewing.renew(own, PASSPHRASE, cost=FLOOR)
    assert shown(own) == ("Samira B.", 1)
    log_activity(own)
    own.close()
    with pytest.raises(NotAWorkspaceError):
        database.open_existing(own.path, old.raw)
    with pytest.raises(WrongPassphraseError):
        workspace.open_existing(own.path, BORIS)
    shutil.copy(f"{before}.keys", slots.keys_path(before.with_name("stolen.groundwork")))
    shutil.copy(own.path, before.with_name("stolen.groundwork"))
    for passphrase in (BORIS, PASSPHRASE):
        with pytest.raises(NotAWorkspaceError):
            workspace.open_existing(before.with_name("stolen.groundwork"), passphrase)
    for _time in range(2):
        for passphrase, name in ((AMINA, "Amina"), (PASSPHRASE, "Samira B.")):
            opened = workspace.open_existing(own.path, passphrase)
            assert shown(opened) == (name, 2)
            opened.close()
    assert not any("renewed" in slot for slot in slot_file.read(slots.keys_path(own.path)))
    assert sorted(path.name for path in own.path.parent.glob(f"{own.path.name}*")) == [
        own.path.name,
        f"{own.path.name}.keys",
        f"{own.path.name}.keys.bak",
    ]


def test_who_did_not_open_it_between_two_renewals_gets_in_all_the_same_and_private_notes_stay(own):
    renewing.renew(own, PASSPHRASE, cost=FLOOR)
    renewing.renew(own, PASSPHRASE, cost=FLOOR)
    own.close()
    amina = workspace.open_existing(own.path, AMINA)
    team.change_passphrase(amina, AMINA, new="three blue paper cups", cost=FLOOR)
    amina.close()
    assert shown(workspace.open_existing(own.path, "three blue paper cups")) == ("Amina", 1)
    own = workspace.open_existing(own.path, PASSPHRASE)
    (note,) = recording.lines(own, recording.Query(Note.KIND))
    assert recording.open_draft(own, Note, note.record.id).record.text == SECRET


def test_a_kill_after_the_keys_were_written_and_before_the_file_was_replaced_loses_nothing(own):
    path, fresh = slots.keys_path(own.path), Renewal("never went through", bytes(32))
    renewing.renew(own, PASSPHRASE, cost=FLOOR)
    whose = {slots.owner_of(own.opened.key, one.id): own.team.area_keys[one.id] for one in own.team.present}
    held = slot_file.read(path)
    keys = [next(whose[owner] for owner in slots.owners(slot) if owner in whose) for slot in held]
    pending = [with_renewal(slot, fresh, "x", one) for slot, one in zip(held, keys, strict=True)]
    own.close()
    slot_file.write(path, tuple(pending), replace=True)
    Path(f"{own.path}.renewed").write_bytes(b"half of it")

    amina = workspace.open_existing(own.path, AMINA)
    team.change_passphrase(amina, AMINA, new="three blue paper cups", cost=FLOOR)
    amina.close()
    for passphrase in ("three blue paper cups", BORIS, PASSPHRASE):
        opened = workspace.open_existing(own.path, passphrase)
        assert shown(opened)[1] == 1
        opened.close()
    assert not Path(f"{own.path}.renewed").exists()
    assert "never went through" not in path.read_text()


def test_it_is_refused_while_another_window_has_the_file_and_nothing_is_changed(own):
    other = workspace.open_existing(own.path, AMINA)
    with other.reading() as session:
        session.connection()
        before = slot_file.read(slots.keys_path(own.path))
        with pytest.raises(WorkspaceBusyError):
            renewing.renew(own, PASSPHRASE, cost=FLOOR)
    assert slot_file.read(slots.keys_path(own.path)) == before
    assert shown(own) == ("Samira B.", 1)
    other.close()
    own.close()


def test_only_a_keeper_with_their_own_passphrase_renews(own):
    with pytest.raises(WrongPassphraseError):
        renewing.renew(own, AMINA, cost=FLOOR)
    own.close()
    amina = workspace.open_existing(own.path, AMINA)
    with pytest.raises(NotAllowedError):
        renewing.renew(amina, AMINA, cost=FLOOR)
    amina.close()


def test_one_wrong_passphrase_costs_one_derivation_however_many_people_there_are(own, monkeypatch):
    from app.vault import wrapping

    asked: list[bytes] = []
    derive = wrapping.derive
    monkeypatch.setattr(wrapping, "derive", lambda secret, salt, cost: asked.append(salt) or derive(secret, salt, cost))
    with pytest.raises(WrongPassphraseError):
        slots.unlock(own.path, "nobody's passphrase")
    assert len(asked) == 1
    own.close()


def test_new_keys_raise_an_old_low_cost_and_the_others_follow_when_they_open(own):
    dearer = Cost(FLOOR.memory_kib, 2)
    renewing.renew(own, PASSPHRASE, cost=dearer)
    assert renewing.hardness(own) == (46, 1)
    own.close()
    for passphrase in (AMINA, BORIS):
        workspace.open_existing(own.path, passphrase).close()
    own = workspace.open_existing(own.path, PASSPHRASE)
    assert renewing.hardness(own) == (46, 2)
    assert len({slot["salt"] for slot in slot_file.read(slots.keys_path(own.path))}) == 1
    assert own.now() >= NOW
    own.close()
