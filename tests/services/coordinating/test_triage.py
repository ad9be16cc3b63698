"""Triage: whose key is trusted, and what a coordinator decides about many files at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.coordinating import receiving, triage
from app.services.coordinating.triage import (
    FingerprintDiffersError,
    Replacing,
    SenderUnknownError,
    SubmissionMissingError,
    Verdict,
)
from app.services.opening import workspace
from app.services.opening.workspace import Workspace
from app.services.submitting import calls, submissions
from app.vault.identity import OrganisationKeys
from tests.making import log_activity, make_call, make_workspace


@pytest.fixture
def asked(own: Workspace, ministry: Workspace) -> Workspace:
    """A coordinator that has asked, and nothing came in yet."""
    make_call(ministry, own)
    return ministry


def send(own: Workspace, to: Workspace, folder: Path) -> str:
    """Whatever this workspace has to say, received; the id of the submission."""
    call = next(one for one in calls.every(own))
    made = submissions.make(own, call)
    path = folder / f"{made.id[:8]}.gwb"
    path.write_bytes(made.bundle)
    receiving.receive(to, [path])
    return made.id


def stranger(to: Workspace, folder: Path) -> Workspace:
    other = make_workspace(folder, "Harbour Union", seed=5)
    calls.take(other, calls.file_of(to, calls.every(to)[0]))
    log_activity(other)
    return other


def test_accepting_all_takes_what_waits_of_trusted_senders_and_nothing_else(
    tmp_path: Path, own: Workspace, asked: Workspace
) -> None:
    log_activity(own)
    returned = send(own, asked, tmp_path)
    triage.trust(asked, "Tangier Network")
    triage.decide(asked, returned, Verdict.RETURNED)
    log_activity(own, title="Second")
    waiting = send(own, asked, tmp_path)
    other = stranger(asked, tmp_path)
    unknown = send(other, asked, tmp_path)
    other.close()

    assert triage.accept_all(asked) == 1
    assert {line.id: line.verdict for line in triage.inbox(asked)} == {
        returned: Verdict.RETURNED,
        waiting: Verdict.ACCEPTED,
        unknown: Verdict.WAITING,
    }


def test_a_script_trusts_first_keys_only_and_never_one_that_replaces_another(
    tmp_path: Path, own: Workspace, asked: Workspace
) -> None:
    log_activity(own)
    send(own, asked, tmp_path)
    assert triage.trust_all_waiting(asked) == ("Tangier Network",)

    own.keys = OrganisationKeys.from_seed(b"somebody else's key")
    log_activity(own, title="Written by somebody else")
    send(own, asked, tmp_path)
    assert triage.trust_all_waiting(asked) == ()
    assert sorted(line.trusted for line in triage.inbox(asked)) == [False, True]


def test_a_key_that_replaces_another_needs_its_own_digits(tmp_path: Path, own: Workspace, asked: Workspace) -> None:
    log_activity(own)
    send(own, asked, tmp_path)
    before = triage.trust(asked, "tangier network")
    own.keys = OrganisationKeys.from_seed(b"a new laptop, a new key")
    log_activity(own, title="Second")
    send(own, asked, tmp_path)

    for digits in ("", before):
        with pytest.raises(FingerprintDiffersError):
            triage.trust(asked, "Tangier Network", digits)
    right = workspace.digits(own)
    assert triage.trust(asked, "Tangier Network", right, replacing=Replacing("They called.")) == right
    assert sorted((line.revision, line.trusted) for line in triage.inbox(asked)) == [(1, False), (2, True)]


def test_who_and_what_never_came_is_named(asked: Workspace) -> None:
    with pytest.raises(SenderUnknownError) as nobody:
        triage.trust(asked, "Nobody")
    assert "Nobody" in nobody.value.sentence()
    for words in ("", "abc"):
        with pytest.raises(SubmissionMissingError):
            triage.decide(asked, words, Verdict.ACCEPTED)
    with pytest.raises(SubmissionMissingError):
        triage.opened(asked, "abc")


def test_every_decision_stays_in_the_log_and_the_last_one_holds(
    tmp_path: Path, own: Workspace, asked: Workspace
) -> None:
    log_activity(own)
    identity = send(own, asked, tmp_path)
    triage.trust(asked, "Tangier Network")
    for verdict in (Verdict.ACCEPTED, Verdict.ASIDE, Verdict.REJECTED):
        triage.decide(asked, identity, verdict, comment=verdict.value)

    line = triage.find(asked, identity[:10])
    assert (line.verdict, line.comment, line.counted) == (Verdict.REJECTED, "rejected", False)
