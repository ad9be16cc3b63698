"""The second envelope: what an ombudsperson is told is told to nobody else, and nobody else sees whether it is."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from app.domain.records import Challenge, SensitiveNote
from app.domain.roles import EDITOR, FOCAL_POINT
from app.domain.shared import Call
from app.intake.guard.seeking import seek
from app.services.coordinating import envelopes, receiving, triage
from app.services.opening.people import NotAllowedError, Profile
from app.services.opening.workspace import Origin, Workspace
from app.services.submitting import approving, enclosing, ombudsperson, reviewing, submissions
from app.services.submitting.enclosing import Choice, FocalPointNeededError
from app.services.submitting.ombudsperson import DigitsDifferError, Ombudsperson
from app.services.submitting.submissions import FindingsUndecidedError
from app.sync import archive, second_envelope
from app.sync.manifest import Purpose
from app.sync.reading import read
from app.vault import sealing
from app.vault.cost import Cost
from app.vault.identity import OrganisationKeys
from app.vault.sealing import SealedForOthersError
from tests.making import log_activity, make_call, make_workspace, work_as, write_down

PASSPHRASE = "six herons over water"
BLOB = f"blob-{second_envelope.NAME}"
WORDS = "Officers wait at the clinic door."
SECRETS = (WORDS, "urgent_danger", "enclosed_note", "passed_on", "Passed on")
VOCABULARY = (WORDS + " People fear every visit since they check papers there and some left again").split()
ALL = Choice(challenges=True, notes=True)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ombudsperson]:
    """A key file, and what its owner sends to organisations."""
    path = tmp_path_factory.mktemp("office") / "office.key"
    return path, ombudsperson.make_key(path, PASSPHRASE, origin=Origin(), cost=Cost.floor())


@pytest.fixture
def call(ministry: Workspace, own: Workspace, office: tuple[Path, Ombudsperson]) -> Call:
    """A call that an organisation answers that has something to tell to the office alone."""
    _path, key = office
    ombudsperson.keep(own, "Human Rights Institution", key.key, digits=key.digits)
    log_activity(own)
    challenge(own, WORDS)
    write_down(own, Challenge, objectives="7", type="funding", level="national", description="For everybody to read.")
    write_down(own, SensitiveNote, type="urgent_danger", month="2026-08", passed_on="yes")
    write_down(own, SensitiveNote, type="urgent_danger", month="2025-01")
    return make_call(ministry, own)


def challenge(own: Workspace, words: str) -> str:
    return write_down(
        own,
        Challenge,
        objectives="15",
        type="funding",
        level="national",
        description=words,
        addressee="government",
        not_for_government="yes",
        month="2026-08",
    )


def told(data: bytes, office: tuple[Path, Ombudsperson], folder: Path) -> envelopes.Told:
    path = folder / "got.gwb"
    path.write_bytes(data)
    return envelopes.read(path, office[0], PASSPHRASE)


def test_nothing_is_enclosed_by_itself_and_every_submission_has_an_envelope_all_the_same(
    own: Workspace, call: Call, office: tuple[Path, Ombudsperson], tmp_path: Path
) -> None:
    assert reviewing.review(own, call).enclosed.entries == ()
    made = submissions.make(own, call)
    assert read(made.bundle, purpose=Purpose.SUBMISSION).blob_names == (second_envelope.NAME,)
    with pytest.raises(second_envelope.NotForThisKeyError):
        told(made.bundle, office, tmp_path)
    assert not submissions.make(own, call).fresh


@pytest.mark.parametrize("seal", [False, True])
def test_the_office_reads_exactly_what_the_sender_saw_and_nobody_else_reads_any_of_it(
    own: Workspace, ministry: Workspace, call: Call, office: tuple[Path, Ombudsperson], tmp_path: Path, seal: bool
) -> None:
    enclosing.choose(own, call, ALL)
    seen = reviewing.review(own, call).enclosed
    assert [entry.KIND for entry in seen.entries] == ["challenge", "enclosed_note"]
    made = submissions.make(own, call, seal=seal)

    got = told(made.bundle, office, tmp_path)
    assert (got.organisation, got.call, got.period) == (own.organisation.name, call.id, call.period.iso)
    assert [(one["t"], one["id"]) for one in got.entries] == [(one.KIND, one.id) for one in seen.entries]
    assert [one["f"] for one in got.entries] == [
        {"objectives": [15], "type": "funding", "level": "national", "description": WORDS, "month": "2026-08"},
        {"type": "urgent_danger", "month": "2026-08", "passed_on": True},
    ]
    assert b"Officers wait" in envelopes.as_csv(got)

    received = tmp_path / "received.gwb"
    received.write_bytes(made.bundle)
    [arrival] = receiving.receive(ministry, [received])
    assert WORDS not in repr(triage.opened(ministry, arrival.submission))
    assert WORDS not in repr(made.submission)
    inside = read(made.bundle, purpose=Purpose.SUBMISSION, keys=ministry.keys)
    for keys in (ministry.keys, own.keys, own.area):
        with pytest.raises(SealedForOthersError):
            sealing.open_sealed(inside.blob(second_envelope.NAME), keys, limit=1 << 26)
    for left in (made.bundle, b"".join(inside.lines()), submissions.drawn(own, made, "en").data):
        assert not seek(left, SECRETS)


def test_a_change_in_the_envelope_alone_makes_no_version_that_would_tell_of_it_unless_that_is_chosen(
    own: Workspace, call: Call
) -> None:
    enclosing.choose(own, call, ALL)
    first = submissions.make(own, call)
    assert submissions.make(own, call).bundle == first.bundle
    challenge(own, "A second one.")
    waiting = submissions.make(own, call)
    assert (waiting.bundle, waiting.fresh, waiting.envelope_waits) == (first.bundle, False, True)

    log_activity(own, title="Something else")
    second = submissions.make(own, call)
    assert second.submission.revision == 2 and not second.envelope_waits
    assert "A second one." in repr(enclosing.sent_with(own, second.id)), "it went along"
    assert not submissions.make(own, call).envelope_waits
    blobs = [read(one.bundle, purpose=Purpose.SUBMISSION).blob(second_envelope.NAME) for one in (first, second)]
    assert blobs[0] != blobs[1] and len(blobs[0]) == len(blobs[1]), "it differs in every version, changed or not"

    enclosing.choose(own, call, Choice())
    assert submissions.make(own, call).envelope_waits, "also that nothing is told any more waits"
    enclosing.choose(own, call, Choice(alone=True))
    third = submissions.make(own, call)
    assert third.submission.revision == 3 and third.submission.entries == second.submission.entries
    assert enclosing.choice(own, call) == Choice(), "alone holds for one version"
    assert not submissions.make(own, call).fresh


def test_none_and_twenty_entries_have_one_size_and_many_more_the_next(own: Workspace, ministry: Workspace) -> None:
    key, chance = second_envelope.OpeningKey.generate(), Random(1)
    lines = [
        json.dumps({"t": "challenge", "id": chance.randbytes(16).hex(), "f": {"description": _text(chance)}})
        for _ in range(400)
    ]
    header = {"sender": own.keys.public.fingerprint}
    packed = [second_envelope.sealed(header, map(str.encode, lines[:count]), key.public) for count in (0, 1, 20, 400)]
    nothing = second_envelope.empty(b"s" * 32, b"a submission")
    assert [len(one) for one in packed[:3]] == [len(nothing)] * 3
    assert len(packed[3]) > 4 * 4096
    assert nothing == second_envelope.empty(b"s" * 32, b"a submission") != second_envelope.empty(b"s" * 32, b"another")
    shape = [len(line) for line in nothing.split(b"\n", 3)[:3]]
    assert shape == [len(line) for line in packed[2].split(b"\n", 3)[:3]]


def _text(chance: Random) -> str:
    return " ".join(chance.choice(VOCABULARY) for _ in range(20))


def test_an_envelope_that_was_changed_moved_or_left_out_is_found(
    own: Workspace, call: Call, office: tuple[Path, Ombudsperson], tmp_path: Path
) -> None:
    enclosing.choose(own, call, ALL)
    made = submissions.make(own, call)
    entries = {name: bytes(content) for name, content in archive.unpack(made.bundle).items()}
    changed = {**entries, BLOB: entries[BLOB][:-1] + bytes([entries[BLOB][-1] ^ 1])}
    left_out = {name: content for name, content in entries.items() if name != BLOB}
    for broken in (changed, left_out):
        with pytest.raises(Exception) as failure:
            told(archive.pack(broken.items()), office, tmp_path)
        assert type(failure.value).__name__ in ("BundleDamagedError", "BundleContentError")

    thief = make_workspace(tmp_path, "Thief", seed=11)
    moved = other_bundle(OrganisationKeys.generate(), blobs={second_envelope.NAME: entries[BLOB]})
    with pytest.raises(second_envelope.EnvelopeMisplacedError):
        told(moved, office, tmp_path)
    with pytest.raises(second_envelope.NoSecondEnvelopeError):
        told(other_bundle(thief.keys, blobs={}), office, tmp_path)
    thief.close()


def other_bundle(keys: OrganisationKeys, *, blobs: dict[str, bytes]) -> bytes:
    from app.sync import bundle

    return bundle.write(bundle.Label(Purpose.SUBMISSION, "2026-10"), {}, keys=keys, blobs=blobs)


def test_sensitive_reports_are_chosen_and_sent_by_a_focal_point_alone(own: Workspace, call: Call) -> None:
    founder = own.profile
    work_as(own, Profile("aa" * 8, "Amina", FOCAL_POINT))
    enclosing.choose(own, call, Choice(notes=True))
    work_as(own, Profile("bb" * 8, "Boris", EDITOR))
    assert not reviewing.review(own, call).enclosed.notes
    with pytest.raises(FocalPointNeededError):
        submissions.make(own, call)
    with pytest.raises(NotAllowedError):
        enclosing.choose(own, call, Choice())
    enclosing.choose(own, call, Choice(challenges=True, notes=True))
    assert [item.entry.KIND for item in reviewing.review(own, call).enclosed.items] == ["challenge"]
    work_as(own, founder)
    assert not enclosing.may_enclose_notes(own), "the keeper, where there is a focal point"


def test_words_in_the_envelope_are_looked_at_and_approved_like_all_others(own: Workspace, call: Call) -> None:
    challenge(own, "Ring +212 661 234 567 about it.")
    assert not reviewing.review(own, call).undecided
    before = reviewing.review(own, call).approvable
    enclosing.choose(own, call, Choice(challenges=True))
    seen = reviewing.review(own, call)
    assert [finding.kind for finding in seen.undecided] == ["phone"]
    with pytest.raises(FindingsUndecidedError):
        submissions.make(own, call)
    reviewing.decide(own, call, seen.undecided[0].id, release=False)
    seen = reviewing.review(own, call)
    assert "661" not in repr(seen.enclosed.entries)
    assert seen.entries == before
    approving.approve(own, call, before)
    assert not approving.approved_by(own, call, seen.approvable)
    assert submissions.make(own, call).fresh


def test_a_key_counts_with_its_digits_only_and_a_new_one_begins_with_nothing_chosen(
    own: Workspace, call: Call, office: tuple[Path, Ombudsperson]
) -> None:
    enclosing.choose(own, call, ALL)
    other = second_envelope.OpeningKey.generate().public
    with pytest.raises(DigitsDifferError):
        ombudsperson.keep(own, "Another office", other.recipient, digits=office[1].digits)
    assert enclosing.choice(own, call) == ALL
    ombudsperson.keep(own, "Another office", f" {other.recipient}\n", digits=other.digits.replace(" ", ""))
    assert enclosing.choice(own, call) == Choice()
    ombudsperson.forget(own)
    assert ombudsperson.kept(own) is None
    assert reviewing.review(own, call).enclosed.to is None


def test_what_was_sent_lies_sealed_for_the_focal_points_in_the_workspace(own: Workspace, call: Call) -> None:
    from app.storage import values

    enclosing.choose(own, call, ALL)
    made = submissions.make(own, call)
    with own.reading() as session:
        kept = values.get(session, f"enclosed:{made.id}")
    assert set(kept) == {"name", "sealed"}
    told = enclosing.sent_with(own, made.id)
    assert told == enclosing.SentAlone("Human Rights Institution", reviewing.review(own, call).enclosed.entries)
    own.area = None
    assert enclosing.sent_with(own, made.id) == enclosing.SentAlone("Human Rights Institution", ())
    assert enclosing.sent_with(own, "another") is None
