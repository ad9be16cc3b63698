"""Honouring: what came in is read without what its sender took back, whatever order the files came in.

A notice holds if it was signed by the key that signed the entry, or by the key that is trusted for the organisation;
it holds whatever was decided about the file it came in, because nobody's words wait for a decision.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from app.domain.shared import Submission, Withdrawal
from app.privacy.withdrawal import honoured
from app.services.coordinating import shelf, voices
from app.services.coordinating.voices import Voice
from app.services.opening.workspace import Workspace
from app.storage import exchange
from app.storage.exchange import Received

Read = tuple[Received, Submission]
_LOOKED_AT = 20
"""Files of one organisation that are looked at or held together, so that no sender slows or fills this computer."""


def readings(workspace: Workspace, wanted: Iterable[Received]) -> Iterator[Read]:
    """What these files say, without what was taken back; in the order they are given.

    Each is opened once, unless an organisation sent very many: then one is held at a time, however large they are.
    """
    kept = tuple(wanted)
    known: dict[str, _Known] = {}
    left = Counter(one.organisation for one in kept)
    for one in kept:
        if one.organisation not in known:
            known[one.organisation] = _known(workspace, one.organisation)
        about = known[one.organisation]
        found = about.opened.get(one.id) or next(_opened(workspace, [one.id]))
        yield found[0], honoured(found[1], about.notices.get(one.sender, ()))
        left[one.organisation] -= 1
        if not left[one.organisation]:
            del known[one.organisation]


def taken_back(workspace: Workspace, submission: Submission, sender: str) -> int:
    """How many entries are taken back by this submission of a sender, of those in the files that came last."""
    notices = tuple(submission.of(Withdrawal))
    if not notices:
        return 0
    with workspace.reading() as session:
        owner = submission.organisation.id
        voice = voices.voices(session, owner).get(owner, Voice())
        held = [one.id for one in exchange.received(session, submission.organisation.id)[:_LOOKED_AT]]
    targets = {
        notice.target
        for one, found in _opened(workspace, held)
        if sender in (one.sender, voice.key)
        for notice in honoured(found, notices).honoured
    }
    return len(targets)


@dataclass(frozen=True)
class _Known:
    """Of an organisation: by sender what is taken back of what they signed, and its files where they are few."""

    notices: Mapping[str, tuple[Withdrawal, ...]]
    opened: Mapping[str, Read]


def _known(workspace: Workspace, organisation: str) -> _Known:
    """A notice holds by whom it was signed: by the sender themselves, or by whom is trusted."""
    with workspace.reading() as session:
        held = exchange.received(session, organisation)
        voice = voices.voices(session, organisation).get(organisation, Voice())
    told: dict[str, dict[Withdrawal, None]] = {one.sender: {} for one in held}
    few: dict[str, Read] = {}
    for one, submission in _opened(workspace, [one.id for one in held]):
        told[one.sender] |= dict.fromkeys(submission.of(Withdrawal))
        if len(held) <= _LOOKED_AT:
            few[one.id] = one, submission
    everywhere = told.get(voice.key, {})
    return _Known({sender: tuple(found | everywhere) for sender, found in told.items()}, few)


def _opened(workspace: Workspace, ids: Iterable[str]) -> Iterator[Read]:
    for each in ids:
        found = shelf.said(workspace, each)
        if found is not None:
            yield found.received, found.submission
