"""Passing: the conditions under which this workspace's records cross the border for one call."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from app.domain.records import CommitmentUpdate, Partner, Record
from app.domain.roles import Verb
from app.domain.shared import Call
from app.places import load as load_places
from app.privacy.border import Passage
from app.services import commenting
from app.services.findings import KEEP, RELEASE, Finding
from app.services.withdrawing import notices_sent
from app.services.workspace import Workspace
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


def passage(workspace: Workspace, call: Call, found: Iterable[Record]) -> Passage:
    """The conditions for these records before anybody looked at their texts."""
    kept = tuple(found)
    recipient = call.signing.hex()
    ids = {one.id for one in kept} | {one.commitment for one in kept if isinstance(one, CommitmentUpdate)}
    statuses = commenting.statuses(workspace, sorted(ids))
    with workspace.reading() as session:
        unnamed = _unnamed(session)
    return Passage(
        audience=call.audience,
        pseudonym=lambda record: pseudonym_for(workspace, recipient, record),
        gazetteer=load_places(),
        threshold=max(call.threshold, own_threshold(workspace)),
        signed=frozenset(record for record, status in statuses.items() if status == commenting.APPROVED),
        unnamed=unnamed,
        withdrawn=frozenset((one.target, one.scope) for one in notices_sent(workspace, call)),
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


def _unnamed(session: Session) -> frozenset[str]:
    """Partners that did not agree to be named, unless another record of the same name says that they did."""
    known = [(one.name.strip().casefold(), one.agreed) for one in records.every(session, Partner)]
    agreed = {name for name, is_agreed in known if is_agreed}
    return frozenset(name for name, _is_agreed in known if name and name not in agreed)
