"""Voices: a key that the one before vouches for speaks by itself; without its word a person compares digits.

Every row of the table is a file that comes to a coordinator who trusts the first key and accepted what it signed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import permutations
from pathlib import Path

import pytest

from app.domain.shared import Withdrawal
from app.services.coordinating import receipts as written
from app.services.coordinating import receiving, triage
from app.services.coordinating.triage import Key, ReasonMissingError, Replacing, Verdict
from app.services.keeping import signing
from app.services.opening.workspace import Workspace, digits
from app.services.picturing import national
from app.services.submitting import calls, receipts, submissions
from app.sync import bundle
from app.sync.manifest import Purpose
from app.sync.reading import read
from app.vault.identity import OrganisationKeys, fingerprint
from app.vault.key_change import KeyChange, sign_change
from tests.making import PERIOD, copy_of, log_activity, make_call, make_workspace, new_folder

THIEF = OrganisationKeys.from_seed(b"whoever has the laptop")
STRANGER = OrganisationKeys.from_seed(b"somebody without any word")
TANGIER = "Tangier Network"


@dataclass(frozen=True)
class Files:
    """What may come in, by name; each is the same submission in a later version."""

    folder: Path
    ministry: Path
    keys: tuple[OrganisationKeys, ...]

    def __getitem__(self, name: str) -> Path:
        return self.folder / f"{name}.gwb"


@pytest.fixture(scope="module")
def files() -> Files:
    folder = new_folder()
    ministry = make_workspace(folder, "Ministry", coordinator=True, seed=9)
    own = make_workspace(folder)
    call = make_call(ministry, own)
    log_activity(own, title="Desk")
    first = submissions.make(own, call).bundle
    keys = [own.keys]
    for _time in range(2):
        signing.change(own)
        keys.append(own.keys)
    one_two, two_three = sorted(signing.changes(own), key=lambda one: one.old != keys[0].public.signing.hex())
    owner = own.organisation.id
    rival = sign_change(keys[0], owner, THIEF.public.signing, "2026-11-01")
    later = sign_change(keys[1], owner, THIEF.public.signing, "2026-11-01")
    forged = KeyChange(owner, one_two.old, THIEF.public.signing.hex(), one_two.day, one_two.signature)
    foreign = sign_change(keys[0], "f" * 32, STRANGER.public.signing, "2026-11-01")
    made: dict[str, tuple[OrganisationKeys, list[KeyChange], int]] = {
        "first": (keys[0], [], 1),
        "second": (keys[1], [one_two], 2),
        "third": (keys[2], [one_two, two_three], 3),
        "third, last word only": (keys[2], [two_three], 3),
        "no word": (STRANGER, [], 2),
        "forged": (THIEF, [forged], 2),
        "replayed": (THIEF, [one_two], 2),
        "for another organisation": (STRANGER, [foreign], 2),
        "rival": (THIEF, [rival], 2),
        "rival of the second": (THIEF, [one_two, later], 4),
        "first, late": (keys[0], [], 5),
    }
    for name, (signer, changes, revision) in made.items():
        (folder / f"{name}.gwb").write_bytes(signed(first, signer, changes, revision))
    ministry.close()
    own.close()
    return Files(folder, ministry.path, tuple(keys))


def signed(made: bytes, keys: OrganisationKeys, changes: list[KeyChange], revision: int) -> bytes:
    """The same submission as another key would sign it, with these changes in its header."""
    found = read(made, purpose=Purpose.SUBMISSION)
    header = {**found.header, "revision": revision, "key_changes": [one.as_dict() for one in changes]}
    label = bundle.Label(Purpose.SUBMISSION, found.manifest.created)
    return bundle.write(label, header, lines=found.lines(), keys=keys)


@pytest.fixture
def office(files: Files, tmp_path: Path) -> Iterator[Workspace]:
    """A coordinator who trusts the first key, and accepted what it signed."""
    made = copy_of(files.ministry, tmp_path, seed=9)
    receiving.receive(made, [files["first"]])
    triage.trust(made, TANGIER)
    triage.accept_all(made)
    yield made
    made.close()


def known(office: Workspace) -> dict[int, Key]:
    return {line.revision: line.key for line in triage.inbox(office)}


def counted(office: Workspace) -> list[int]:
    return [line.revision for line in triage.inbox(office) if line.counted]


@pytest.mark.parametrize(
    ("names", "outcome", "key", "said"),
    [
        (("second",), "replaces", Key.NAMED, "the new one is trusted, too"),
        (("third",), "replaces", Key.NAMED, "the new one is trusted, too"),
        (("second", "third, last word only"), "replaces", Key.NAMED, "the new one is trusted, too"),
        (("third, last word only", "second"), "older", Key.OLDER, "used before"),
        (("third, last word only",), "unknown-sender", Key.UNKNOWN, "Compare its digits"),
        (("no word",), "unknown-sender", Key.UNKNOWN, "Compare its digits"),
        (("forged",), "unknown-sender", Key.UNKNOWN, "that key did not sign this"),
        (("replayed",), "unknown-sender", Key.UNKNOWN, "Compare its digits"),
        (("for another organisation",), "unknown-sender", Key.UNKNOWN, "Compare its digits"),
        (("second", "rival"), "unknown-sender", Key.UNKNOWN, "somebody has it who should not"),
        (("rival", "second"), "unknown-sender", Key.UNKNOWN, "somebody has it who should not"),
        (("third", "rival of the second"), "unknown-sender", Key.UNKNOWN, "somebody has it who should not"),
        (("second", "first, late"), "replaces", Key.OLDER, "used before"),
    ],
)
def test_what_a_file_is_by_its_key(
    files: Files, office: Workspace, names: tuple[str, ...], outcome: str, key: Key, said: str
) -> None:
    *_before, last = receiving.receive(office, [files[name] for name in names])
    line = triage.find(office, last.submission)

    assert (last.outcome.value, line.key) == (outcome, key)
    assert said in last.reason
    assert line.trusted == (key is not Key.UNKNOWN)
    triage.decide(office, line.id, Verdict.ACCEPTED)
    assert (line.revision in counted(office)) is line.trusted
    if not line.trusted:
        assert counted(office) == [1], "what the known key signed goes on counting"


def test_in_whatever_order_they_come_the_same_keys_speak_and_the_same_counts(files: Files, tmp_path: Path) -> None:
    for place, names in enumerate(permutations(("first", "second", "third, last word only"))):
        (tmp_path / str(place)).mkdir()
        office = copy_of(files.ministry, tmp_path / str(place), seed=9)
        receiving.receive(office, [files[name] for name in names])
        triage.trust(office, TANGIER, fingerprint(files.keys[0].public.signing))
        assert known(office) == {1: Key.OLDER, 2: Key.OLDER, 3: Key.NAMED}
        assert triage.accept_all(office) == 1, "what older keys signed is looked at one by one"
        for line in triage.inbox(office):
            triage.decide(office, line.id, Verdict.ACCEPTED)
        assert counted(office) == [3]
        assert {one.fate for one in national.picture(office, PERIOD).contributors} == {"accepted", "replaced"}
        office.close()


def test_a_key_without_a_word_is_trusted_by_hand_with_digits_and_a_reason_that_stays(
    files: Files, office: Workspace
) -> None:
    receiving.receive(office, [files["second"], files["no word"]])
    right = fingerprint(STRANGER.public.signing)
    with pytest.raises(ReasonMissingError):
        triage.trust(office, TANGIER, right)
    assert Key.NAMED in {line.key for line in triage.inbox(office)}
    triage.trust(office, TANGIER, right, replacing=Replacing("Samira read them to me; the laptop broke.", lost=True))
    by_key = {line.sender: line for line in triage.inbox(office)}
    assert (by_key[right].key, by_key[right].reason) == (Key.COMPARED, "Samira read them to me; the laptop broke.")
    assert {line.key for line in triage.inbox(office)} == {Key.COMPARED, Key.OLDER}
    assert counted(office) == [1], "the old key is only lost: what was accepted goes on counting"

    receiving.receive(office, [files["rival"], files["third"]])
    found = {line.sender: line.key for line in triage.inbox(office)}
    assert found[fingerprint(THIEF.public.signing)] is Key.UNKNOWN, "a key that was replaced by hand vouches for nobody"
    assert found[fingerprint(files.keys[2].public.signing)] is Key.UNKNOWN
    assert found[right] is Key.COMPARED


def test_a_key_that_was_stolen_counts_nowhere_once_it_is_replaced(files: Files, office: Workspace) -> None:
    receiving.receive(office, [files["second"], files["rival"]])
    right = fingerprint(files.keys[1].public.signing)
    triage.trust(office, TANGIER, right, replacing=Replacing("The laptop was stolen; I spoke to Samira."))
    assert {line.sender: line.key for line in triage.inbox(office)} == {
        right: Key.COMPARED,
        fingerprint(files.keys[0].public.signing): Key.UNKNOWN,
        fingerprint(THIEF.public.signing): Key.UNKNOWN,
    }
    assert counted(office) == []
    receiving.receive(office, [files["third"]])
    assert known(office)[3] is Key.NAMED, "from the key that a person trusts the line goes on by itself"


def test_both_sides_may_change_their_keys_and_go_on_understanding_each_other(tmp_path: Path) -> None:
    own, office = make_workspace(tmp_path), make_workspace(tmp_path, "Ministry", coordinator=True, seed=9)
    call = make_call(office, own)
    record = log_activity(own, title="Desk")
    sealed = submissions.make(own, call, seal=True)
    (tmp_path / "sealed.gwb").write_bytes(sealed.bundle)
    receiving.receive(office, [tmp_path / "sealed.gwb"])
    triage.trust_all_waiting(office)
    triage.accept_all(office)
    before = digits(own)
    signing.change(own)
    signing.change(office)
    assert digits(own) != before
    assert submissions.every(own)[0].submission.entries, "what was sealed under the old name still opens"
    assert len(national.picture(office, PERIOD).activities) == 1

    again = submissions.make(own, call, seal=True)
    assert (again.fresh, again.submission.revision) == (True, 2), "a new key is something to tell"
    assert not submissions.make(own, call, seal=True).fresh
    answer = receipts.take(own, written.write(office, sealed.id).data)
    assert answer.verdict is Verdict.ACCEPTED, "signed by a key that the one in the call vouches for"
    changed, data = calls.revise(office, call, replace(call, due="2026-12-01"))
    assert calls.take(own, data).series == call.series
    assert calls.newest_of(own, call) == changed
    log_activity(own, title="Second")
    (tmp_path / "second.gwb").write_bytes(submissions.make(own, changed, seal=True).bundle)
    (arrived,) = receiving.receive(office, [tmp_path / "second.gwb"])
    assert arrived.outcome is receiving.Outcome.REPLACES
    entries = {one.title: one.id for one in triage.opened(office, arrived.submission).entries if one.KIND == "activity"}
    (desk,) = (one.id for one in triage.opened(office, sealed.id).entries if one.KIND == "activity")
    assert entries["Desk"] == desk, "the recipient stays who it was, whatever its key"
    assert not list(triage.opened(office, arrived.submission).of(Withdrawal))
    triage.decide(office, arrived.submission, Verdict.RETURNED, questions={f"{desk}.summary": "Which days?"})
    receipts.take(own, written.write(office, arrived.submission).data)
    assert [(task.record, task.field) for task in receipts.tasks(own)] == [(record, "summary")]
    own.close()
    office.close()
