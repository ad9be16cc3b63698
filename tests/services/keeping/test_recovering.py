"""Recovery: words or two cards open a workspace whose passphrase is forgotten, and one card alone does not."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.services.keeping import backup, recovering, renewing, team
from app.services.opening import workspace
from app.services.opening.people import NotAllowedError
from app.services.opening.workspace import Workspace
from app.services.records import areas, recording
from app.vault import recovery_slot, slot_file, slots
from app.vault.cost import Cost
from app.vault.recovery import OneCardError, WordUnknownError
from app.vault.recovery_slot import RecoveryMissingError, RecoveryWrongError
from app.vault.slots import PassphraseTakenError, WrongPassphraseError
from tests.making import PASSPHRASE, copy_of, log_activity, make_workspace
from tests.services.keeping.test_team import SECRET, Note

FLOOR = Cost.floor()
AMINA, NEW = "four lemons in a boat", "a new road of stones"


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> tuple[Path, recovering.Fresh]:
    own = make_workspace(tmp_path_factory.mktemp("recovering"))
    log_activity(own)
    team.add(own, "Amina", "editor", passphrase=AMINA, cost=FLOOR)
    fresh = recovering.fresh(own, "fr")
    recovering.keep(own, fresh)
    own.close()
    return own.path, fresh


@pytest.fixture
def own(made, tmp_path: Path) -> Workspace:
    return copy_of(made[0], tmp_path)


def reopened(own: Workspace, typed: str, passphrase: str = NEW) -> Workspace:
    own.close()
    return recovering.reopen(own.path, typed, passphrase, cost=FLOOR)


def test_words_or_any_two_cards_open_everything_as_their_maker_under_a_new_passphrase(own, made):
    note = recording.save(own, recording.new(own, Note, text=SECRET)).id
    fingerprint = own.keys.fingerprint
    one, two, three = made[1].cards
    for number, typed in enumerate((" ".join(made[1].words), f"{one}\n{three}", f"{three} {two}")):
        own = reopened(own, typed, f"{NEW} {number}")
        assert (own.profile.name, own.keys.fingerprint) == ("Samira B.", fingerprint)
        assert recording.open_draft(own, Note, note).record.text == SECRET
    own.close()
    for gone in (PASSPHRASE, f"{NEW} 1"):
        with pytest.raises(WrongPassphraseError):
            workspace.open_existing(own.path, gone)
    workspace.open_existing(own.path, AMINA).close()


def test_without_the_file_right_words_say_what_is_needed_and_a_backup_opens_with_them(own, made, tmp_path):
    words, wrong = " ".join(made[1].words), " ".join(recovering.fresh(own).words)
    kept = backup.make(own, tmp_path / "stick").path
    own.close()
    own.path.unlink()
    with pytest.raises(RecoveryWrongError):
        recovering.reopen(own.path, wrong, NEW, cost=FLOOR)
    with pytest.raises(recovering.FileLostError) as caught:
        recovering.reopen(own.path, words, NEW, cost=FLOOR)
    assert "backup" in caught.value.sentence()
    assert not own.path.exists()
    back = recovering.reopen(backup.restore(kept, tmp_path / "back.groundwork"), words, NEW, cost=FLOOR)
    assert back.keys.fingerprint == own.keys.fingerprint
    back.close()
    slots.keys_path(own.path).unlink()
    with pytest.raises(workspace.WorkspaceMissingError):
        recovering.reopen(own.path, words, NEW, cost=FLOOR)


def test_one_card_another_workspaces_words_and_a_wrong_word_each_say_what_they_are(own, made):
    before = {path.name: path.read_bytes() for path in own.path.parent.glob("*.keys*")}
    other = recovering.fresh(own)
    refused = {
        made[1].cards[0]: OneCardError,
        " ".join(other.words): RecoveryWrongError,
        " ".join(("zzzz", *made[1].words[1:])): WordUnknownError,
    }
    own.close()
    for typed, error in refused.items():
        with pytest.raises(error):
            recovering.reopen(own.path, typed, NEW, cost=FLOOR)
    with pytest.raises(PassphraseTakenError):
        recovering.reopen(own.path, " ".join(made[1].words), AMINA, cost=FLOOR)
    assert {path.name: path.read_bytes() for path in own.path.parent.glob("*.keys*")} == before


def test_other_peoples_private_notes_stay_closed_to_the_words(own, made):
    own.close()
    amina = workspace.open_existing(own.path, AMINA)
    note = recording.save(amina, recording.new(amina, Note, text=SECRET)).id
    own = reopened(amina, " ".join(made[1].words))
    with pytest.raises(areas.AreaClosedError):
        recording.open_draft(own, Note, note)
    own.close()


def test_words_open_nothing_before_they_are_kept_and_new_ones_make_the_old_ones_void(own, made):
    fresh = recovering.fresh(own)
    with pytest.raises(RecoveryWrongError):
        recovering.rehearse(own, " ".join(fresh.words))
    recovering.keep(own, fresh)
    with pytest.raises(RecoveryWrongError):
        recovering.rehearse(own, " ".join(made[1].words))
    assert recovering.rehearse(own, f"{fresh.cards[1]} {fresh.cards[0]}").seed == fresh.seed
    own.close()


def test_a_rehearsal_keeps_its_day_and_is_due_again_after_a_year(own, made):
    today = own.now().date()
    assert recovering.standing(own) == recovering.Standing(True, today)
    again = recovering.rehearse(own, " ".join(made[1].words))
    kept = recovering.standing(own)
    assert (kept.tried_on, again.seed) == (today, made[1].seed)
    assert [kept.is_old(today + timedelta(days)) for days in (0, 364, 365)] == [False, False, True]
    own.close()


def test_only_a_keeper_makes_words_and_who_made_them_takes_them_along(own):
    own.close()
    amina = workspace.open_existing(own.path, AMINA)
    with pytest.raises(NotAllowedError):
        recovering.fresh(amina)
    founder = amina.team.founder
    amina.close()
    own = workspace.open_existing(own.path, PASSPHRASE)
    team.set_role(own, team.find(own, "Amina").id, "keeper")
    own.close()
    amina = workspace.open_existing(own.path, AMINA)
    team.remove(amina, founder)
    assert recovering.standing(amina) == recovering.Standing(exists=False)
    amina.close()
    with pytest.raises(RecoveryMissingError):
        recovering.reopen(own.path, "abandon " * 23 + "art", NEW, cost=FLOOR)


def test_a_backup_opens_with_the_words_too_and_the_keys_file_alone_gives_the_organisations_keys(own, made, tmp_path):
    kept = backup.make(own, tmp_path / "stick")
    back = backup.restore(kept.path, tmp_path / "back.groundwork")
    found = recovering.reopen(back, " ".join(made[1].words), NEW, cost=FLOOR)
    assert found.organisation == own.organisation
    back.unlink()
    assert recovery_slot.open_with(back, made[1].seed).organisation == own.keys
    found.close()
    own.close()


def test_neither_words_nor_seed_lie_anywhere_beside_the_workspace(own, made):
    own.close()
    for path in own.path.parent.iterdir():
        data = path.read_bytes()
        assert made[1].seed not in data
        assert made[1].seed.hex().encode() not in data
        assert " ".join(made[1].words[:3]).encode() not in data
    kinds = [slot["kind"] for slot in slot_file.read(slots.keys_path(own.path))]
    assert kinds.count("recovery") == 1


def test_words_stay_good_when_the_keys_are_renewed(own, made):
    assert renewing.renew(own, PASSPHRASE, cost=FLOOR)
    recovering.rehearse(own, " ".join(made[1].words))
    own = reopened(own, " ".join(made[1].words))
    assert own.profile.name == "Samira B."
    own.close()
