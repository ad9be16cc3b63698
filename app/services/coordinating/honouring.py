"""Honouring: what came in is read without what its sender took back, whatever order the files came in.

A notice holds if it was signed by the key that signed the entry, or by the key that is trusted for the organisation;
it holds whatever was decided about the file it came in, because nobody's words wait for a decision.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from app.domain.shared import Submission, Withdrawal
from app.privacy.withdrawal import honoured
from app.services.opening.workspace import Workspace
from app.storage import decisions, exchange
from app.storage.decisions import TRUST
from app.storage.exchange import Received
from app.sync import wire
from app.sync.manifest import Purpose
from app.sync.reading import read

Read = tuple[Received, Submission]


def readings(workspace: Workspace, wanted: Iterable[Received]) -> Iterator[Read]:
    """What these files say, each opened once, without what was taken back; in the order they are given."""
    kept = tuple(wanted)
    held: dict[str, dict[str, Read]] = {}
    left = Counter(one.organisation for one in kept)
    for one in kept:
        if one.organisation not in held:
            held[one.organisation] = {found[0].id: found for found in _of_organisation(workspace, one.organisation)}
        yield held[one.organisation][one.id]
        left[one.organisation] -= 1
        if not left[one.organisation]:
            del held[one.organisation]


def taken_back(workspace: Workspace, submission: Submission, sender: str) -> int:
    """How many entries held here are taken back by this submission of a sender."""
    notices = tuple(submission.of(Withdrawal))
    if not notices:
        return 0
    with workspace.reading() as session:
        trusted = decisions.newest(session, TRUST, submission.organisation.id).get(submission.organisation.id)
    targets = {
        notice.target
        for one, found in _opened(workspace, submission.organisation.id)
        if sender in (one.sender, trusted.answer if trusted else "")
        for notice in honoured(found, notices).honoured
    }
    return len(targets)


def _of_organisation(workspace: Workspace, organisation: str) -> list[Read]:
    found = _opened(workspace, organisation)
    with workspace.reading() as session:
        trust = decisions.newest(session, TRUST, organisation).get(organisation)
    trusted = trust.answer if trust else ""
    by_sender: dict[str, list[Withdrawal]] = {}
    for one, submission in found:
        by_sender.setdefault(one.sender, []).extend(submission.of(Withdrawal))
    return [
        (one, honoured(submission, [*by_sender[one.sender], *by_sender.get(trusted, ())])) for one, submission in found
    ]


def _opened(workspace: Workspace, organisation: str) -> list[Read]:
    with workspace.reading() as session:
        ids = [one.id for one in exchange.received(session, organisation)]
        held = [one for one in (exchange.received_one(session, each) for each in ids) if one is not None]
    opened = [read(one.bundle, purpose=Purpose.SUBMISSION, keys=workspace.keys) for one in held]
    return [(one, wire.read_submission(found.header, found.lines())) for one, found in zip(held, opened, strict=True)]
