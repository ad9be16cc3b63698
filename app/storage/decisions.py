"""What people decided: about submissions, keys, duplicates, findings. Only added to; the newest per subject holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec
from sqlalchemy import insert, select

from app.storage import unsent_rows
from app.storage.session import Session
from app.storage.tables import DECISION, FINDING_DECISION, FindingDecisionRow

VERDICT = "verdict"
TRUST = "trust"
ONCE = "once"
"""Whether two entries are one activity; the subject is the pair of them."""
ERASED = "erased"
"""That records were erased when their time was over; each such decision is a subject of its own."""

PACK = "pack"
"""With which reference pack a writer writes from its stamp on: the subject is the writer, the answer the version."""


@dataclass(frozen=True)
class Decision:
    """One decision of a coordinator. For a verdict the subject is a submission, for trust an organisation."""

    stamp: str
    subject: str
    kind: str
    answer: str
    """The verdict, or the public key that is trusted."""
    comment: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    """Questions at fields: `entry.field` to the question."""
    by: str = ""


def put(session: Session, decision: Decision) -> None:
    """Add a decision; an earlier one stays in the log."""
    body = {"answer": decision.answer, "comment": decision.comment, "fields": dict(decision.fields)}
    row = {
        "stamp": decision.stamp,
        "subject": decision.subject,
        "kind": decision.kind,
        "by": decision.by,
        "body": msgspec.json.encode(body).decode(),
    }
    session.execute(insert(DECISION), [row])
    unsent_rows.note(session, DECISION.name, [decision.stamp])


def newest(session: Session, kind: str, subject: str = "") -> dict[str, Decision]:
    """Per subject the decision that holds, for one subject or for all."""
    return {one.subject: one for one in every(session, kind, subject)}


def every(session: Session, kind: str, subject: str = "") -> tuple[Decision, ...]:
    """All decisions of a kind, the oldest first; about one subject or about all."""
    columns = DECISION.c.stamp, DECISION.c.subject, DECISION.c.by, DECISION.c.body
    chosen = select(*columns).where(DECISION.c.kind == kind).order_by(DECISION.c.stamp)
    rows = session.execute(chosen.where(DECISION.c.subject == subject) if subject else chosen)
    decode = msgspec.json.decode
    return tuple(Decision(stamp, about, kind, by=by, **decode(body)) for stamp, about, by, body in rows)


def stamps(session: Session, kind: str) -> tuple[str, ...]:
    """The decisions of a kind by their stamps alone: whether there are others than before, without reading any."""
    return tuple(
        session.execute(select(DECISION.c.stamp).where(DECISION.c.kind == kind).order_by(DECISION.c.stamp)).scalars()
    )


@dataclass(frozen=True)
class FindingAnswer:
    """A person's answer to one finding of the review of one call."""

    call: str
    finding: str
    answer: str
    by: str
    made_ms: int


def answer_finding(session: Session, given: FindingAnswer) -> None:
    """Keep an answer, replacing an earlier one to the same finding, whatever the clock of this laptop says."""
    mine = (FINDING_DECISION.c.call == given.call) & (FINDING_DECISION.c.finding == given.finding)
    before = session.execute(select(FINDING_DECISION.c.made_ms).where(mine)).scalar() or 0
    session.merge(FindingDecisionRow(**{**vars(given), "made_ms": max(given.made_ms, before + 1)}))
    unsent_rows.note(session, FINDING_DECISION.name, [unsent_rows.joined(given.call, given.finding)])


def finding_answers(session: Session, call: str) -> dict[str, str]:
    """Finding to answer, for one call."""
    rows = session.execute(select(FINDING_DECISION).where(FINDING_DECISION.c.call == call))
    return {row.finding: row.answer for row in rows}
