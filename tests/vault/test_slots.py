"""The keys of a workspace: one passphrase opens them, and nothing that happens to the file loses them."""

from __future__ import annotations

import json
import os
import shutil
import stat
from pathlib import Path

import pytest
from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from app.files import FileExistsRefusedError
from app.vault import slot_file, slots
from app.vault.cost import Cost
from app.vault.slot_file import KeysDamagedError, KeysMissingError, KeysTooNewError
from app.vault.slots import WrongPassphraseError

FLOOR = Cost.floor()
GOLDEN = Path(__file__).parent / "golden" / "format-1.keys"
GOLDEN_PASSPHRASE = "Мама мыла раму 7 — é"
GOLDEN_KEY = bytes(range(32))


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return tmp_path / "Maison ouverte.groundwork"


def change_slot(workspace: Path, **changes: object) -> None:
    """Put other values in the first slot, as somebody would who can write the file and its check value."""
    path = slots.keys_path(workspace)
    first, *others = slot_file.read(path)
    slot_file.write(path, ({**first, **changes}, *others), replace=True)


def test_the_passphrase_opens_what_it_closed(workspace):
    key = slots.create(workspace, "a tiger and an olive", cost=FLOOR).key
    assert len(key.raw) == 32
    assert slots.unlock(workspace, "a tiger and an olive") == key


def test_every_workspace_has_a_key_of_its_own(tmp_path):
    assert slots.create(tmp_path / "a", "same", cost=FLOOR) != slots.create(tmp_path / "b", "same", cost=FLOOR)


def test_the_keys_lie_beside_the_workspace(workspace):
    slots.create(workspace, "x", cost=FLOOR)
    assert sorted(path.name for path in workspace.parent.glob("*.keys*")) == [
        "Maison ouverte.groundwork.keys",
        "Maison ouverte.groundwork.keys.bak",
    ]


def test_the_key_shows_neither_in_the_file_nor_when_printed(workspace):
    key = slots.create(workspace, "x", cost=FLOOR).key
    assert key.raw.hex() not in slots.keys_path(workspace).read_text()
    assert key.raw.hex() not in f"{key} {key!r}"
    assert repr(key.raw) not in repr(key)


@pytest.mark.parametrize("passphrase", ["", "a tiger and an olive ", "A tiger and an olive"])
def test_another_passphrase_does_not_open_it(workspace, passphrase):
    slots.create(workspace, "a tiger and an olive", cost=FLOOR)
    with pytest.raises(WrongPassphraseError):
        slots.unlock(workspace, passphrase)


@pytest.mark.parametrize(
    ("one", "other"), [("\u00e9t\u00e9", "e\u0301te\u0301"), ("\uff11\uff12", "12"), ("لا", "\ufefb")]
)
def test_the_same_passphrase_from_another_keyboard_opens_it(workspace, one, other):
    key = slots.create(workspace, one, cost=FLOOR).key
    assert slots.unlock(workspace, other) == key


def test_keys_that_are_there_are_never_overwritten(workspace):
    key = slots.create(workspace, "first", cost=FLOOR).key
    with pytest.raises(FileExistsRefusedError):
        slots.create(workspace, "second", cost=FLOOR)
    assert slots.unlock(workspace, "first") == key


def test_a_changed_passphrase_opens_the_same_key_and_the_old_one_nothing(workspace):
    key = slots.create(workspace, "old", cost=FLOOR).key
    assert slots.change_passphrase(workspace, "old", new="new", cost=FLOOR) == key
    assert slots.unlock(workspace, "new") == key
    for path in (slots.keys_path(workspace), slot_file.second_copy(slots.keys_path(workspace))):
        shutil.copy(path, workspace.with_name("alone.keys"))
        with pytest.raises(WrongPassphraseError):
            slots.unlock(workspace.with_name("alone"), "old")


def test_a_wrong_old_passphrase_changes_nothing(workspace):
    slots.create(workspace, "old", cost=FLOOR)
    before = slots.keys_path(workspace).read_bytes()
    with pytest.raises(WrongPassphraseError):
        slots.change_passphrase(workspace, "wrong", new="new", cost=FLOOR)
    assert slots.keys_path(workspace).read_bytes() == before


def test_slots_of_a_later_version_and_their_fields_outlive_a_change_of_passphrase(workspace):
    slots.create(workspace, "old", cost=FLOOR)
    path = slots.keys_path(workspace)
    card = {"kind": "recovery-card", "shares": [2, 3], "wrapped": "…"}
    (first,) = slot_file.read(path)
    slot_file.write(path, (card, {**first, "profile": "night shift"}), replace=True)
    slots.change_passphrase(workspace, "old", new="new", cost=FLOOR)
    kept, changed = slot_file.read(path)
    assert (kept, changed["profile"]) == (card, "night shift")


def test_a_second_passphrase_slot_opens_too_and_only_its_own_is_changed(workspace):
    key = slots.create(workspace, "mine", cost=FLOOR).key
    path = slots.keys_path(workspace)
    (mine,) = slot_file.read(path)
    slots.change_passphrase(workspace, "mine", new="yours", cost=FLOOR)
    slot_file.write(path, (mine, *slot_file.read(path)), replace=True)
    slots.change_passphrase(workspace, "yours", new="ours", cost=FLOOR)
    assert slots.unlock(workspace, "mine") == slots.unlock(workspace, "ours") == key
    with pytest.raises(WrongPassphraseError):
        slots.unlock(workspace, "yours")


@pytest.mark.parametrize(
    "harm", [b"", b"{", b"[]", b"\xff\xfe", b'{"format": "groundwork-keys"}', b"[" * 100_000, None]
)
def test_the_second_copy_opens_when_the_first_is_gone_or_damaged(workspace, harm):
    key = slots.create(workspace, "x", cost=FLOOR).key
    path = slots.keys_path(workspace)
    path.unlink() if harm is None else path.write_bytes(harm)
    assert slots.unlock(workspace, "x") == key


def test_any_changed_byte_is_damage_and_not_a_wrong_passphrase(workspace):
    slots.create(workspace, "x", cost=FLOOR)
    path = slots.keys_path(workspace)
    good = path.read_bytes()
    slot_file.second_copy(path).unlink()
    for place in range(0, len(good), 7):
        path.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
        with pytest.raises((KeysDamagedError, KeysTooNewError)):
            slot_file.read(path)


def test_missing_keys_are_called_by_the_name_of_the_file_to_bring(workspace):
    with pytest.raises(KeysMissingError) as caught:
        slots.unlock(workspace, "x")
    assert "“Maison ouverte.groundwork.keys”" in caught.value.sentence()


def test_keys_of_a_newer_version_ask_for_an_update(workspace):
    slots.create(workspace, "x", cost=FLOOR)
    path = slots.keys_path(workspace)
    path.write_text(json.dumps({**json.loads(path.read_text()), "version": 2}))
    with pytest.raises(KeysTooNewError) as caught:
        slots.unlock(workspace, "x")
    assert caught.value.fields["found"] == 2


@pytest.mark.parametrize(
    "changes",
    [
        {"memory_kib": 100 * 1024 * 1024},
        {"memory_kib": 1024},
        {"memory_kib": True},
        {"memory_kib": "47104"},
        {"passes": 10**9},
        {"lanes": 0},
        {"kdf": "scrypt"},
        {"salt": "zz"},
        {"salt": ""},
        {"nonce": "00"},
        {"nonce": 5},
        {"wrapped": "00"},
        {"wrapped": None},
    ],
)
def test_a_forged_slot_is_damage_and_not_a_wrong_passphrase(workspace, changes):
    slots.create(workspace, "x", cost=FLOOR)
    change_slot(workspace, **changes)
    with pytest.raises(KeysDamagedError):
        slots.unlock(workspace, "x")


def test_a_broken_slot_does_not_keep_a_good_one_from_opening(workspace):
    key = slots.create(workspace, "x", cost=FLOOR).key
    path = slots.keys_path(workspace)
    slot_file.write(path, ({"kind": "passphrase"}, *slot_file.read(path)), replace=True)
    assert slots.unlock(workspace, "x") == key


@pytest.mark.parametrize("content", [[], ["slot"], [{}] * 65, None, {}])
def test_a_file_without_sane_slots_is_damage(workspace, content):
    path = slots.keys_path(workspace)
    path.write_text(json.dumps({"format": "groundwork-keys", "version": 1, "check": "", "slots": content}))
    with pytest.raises(KeysDamagedError):
        slots.unlock(workspace, "x")


if os.name == "posix":

    def test_only_this_person_may_read_the_keys(workspace):
        slots.create(workspace, "x", cost=FLOOR)
        for path in workspace.parent.glob("*.keys*"):
            assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_keys_of_format_1_open_for_ever(workspace):
    shutil.copy(GOLDEN, slots.keys_path(workspace))
    assert slots.unlock(workspace, GOLDEN_PASSPHRASE).raw == GOLDEN_KEY


def test_keys_of_format_1_open_without_groundwork():
    slot = json.loads(GOLDEN.read_text())["slots"][0]
    salt, nonce, wrapped = (bytes.fromhex(slot[name]) for name in ("salt", "nonce", "wrapped"))
    passphrase = GOLDEN_PASSPHRASE.encode()
    cost = (slot["passes"], slot["memory_kib"], slot["lanes"])
    wrapping = hash_secret_raw(passphrase, salt, *cost, hash_len=32, type=Type.ID)
    assert ChaCha20Poly1305(wrapping).decrypt(nonce, wrapped, b"groundwork-keys-v1\0passphrase") == GOLDEN_KEY
