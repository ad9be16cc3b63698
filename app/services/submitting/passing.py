"""Passing: the conditions under which this workspace's records cross the border for one call."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from app.domain.records import CommitmentUpdate, Partner, Record
from app.domain.roles import Verb
from app.domain.shared import Call, Submission, Withdrawal
from app.places import load as load_places
from app.privacy.border import Passage
from app.services.opening.workspace import Workspace
from app.services.records import commenting
from app.services.submitting.findings import KEEP, RELEASE, Finding
from app.storage import records, values
from app.storage.session import Session
from app.vault.identity import pseudonym

_OWN_THRESHOLD = "threshold"


def own_threshold(workspace: Workspace) -> int:
    """The k that this organisation asks for itself; 0 if it keeps to the rules."""
    with workspace.reading() as session:
        kept = values.get(session, _OWN_THRESHOLD)
    return kept if isinstance(kept, int) else 0


def raise_threshold(workspace: Workspace, smallest: int) -> None:
    """Keep a larger k than the rules ask for; one below them changes nothing. Raises NotAllowedError."""
    workspace.may(Verb.ORGANISATION)
    with workspace.writing() as session:
        values.put(session, _OWN_THRESHOLD, max(smallest, 0))


def passage(workspace: Workspace, call: Call, found: Iterable[Record], got: Iterable[Submission]) -> Passage:
    """The conditions for these records before anybody looked at their texts; `got` is what the recipient has."""
    recipient = call.signing.hex()
    with workspace.reading() as session:
        unnamed = _unnamed(session)
    return Passage(
        audience=call.audience,
        pseudonym=lambda record: pseudonym_for(workspace, recipient, record),
        gazetteer=load_places(),
        threshold=max(call.threshold, own_threshold(workspace)),
        signed=_signed(workspace, tuple(found)),
        unnamed=unnamed,
        withdrawn=frozenset((notice.target, notice.scope) for one in got for notice in one.of(Withdrawal)),
    )


def decided(passage: Passage, findings: Iterable[Finding]) -> Passage:
    """The same conditions after people answered what was found in a record."""
    answers = [(one.record, one.field, one.answer) for one in findings]
    return replace(
        passage,
        held_back=frozenset((record, field) for record, field, answer in answers if answer == KEEP),
        released=frozenset((record, field) for record, field, answer in answers if answer == RELEASE),
    )


def pseudonym_for(workspace: Workspace, recipient: str, record: str) -> str:
    """The month the record was begun (UTC), then what nobody can follow back or join with what others received."""
    month = datetime.fromtimestamp(int(record[:12], 16) / 1000, UTC).strftime("%Y%m")
    return month + pseudonym(workspace.disclosure_secret, recipient, record)[:26]


def _signed(workspace: Workspace, found: tuple[Record, ...]) -> frozenset[str]:
    """Of these records and the commitments they are news of, those approved as they are now by one who may."""
    ids = {one.id for one in found} | {one.commitment for one in found if isinstance(one, CommitmentUpdate)}
    able = workspace.team.holders(Verb.APPROVE)
    reviews = commenting.reviews(workspace, sorted(ids)).items()
    return frozenset(id for id, one in reviews if one.status == commenting.APPROVED and one.by in able)


def _unnamed(session: Session) -> frozenset[str]:
    """Partners that did not agree to be named, unless another record of the same name says that they did."""
    known = [(one.name.strip().casefold(), one.agreed) for one in records.every(session, Partner)]
    agreed = {name for name, is_agreed in known if is_agreed}
    return frozenset(name for name, _is_agreed in known if name and name not in agreed)
