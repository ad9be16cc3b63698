"""Retention: how long each kind of record is kept, what is past that, and erasing it in one go with a proof.

Nothing is erased by itself. What is erased leaves a tombstone for each record and one line in the log of decisions:
which kind, how many, kept for how long, when and by whom; never what stood there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from app.domain import retention
from app.domain.records import KINDS
from app.domain.retention import FOREVER, LONGEST, MONTHS, TRASH
from app.domain.roles import Verb
from app.domain.stamps import moment_of
from app.errors import GroundworkError
from app.i18n import N_
from app.services.opening.workspace import Workspace
from app.services.records import erasing
from app.services.records.erasing import Reason
from app.storage import decisions, records, values
from app.storage.decisions import ERASED, Decision
from app.storage.session import Session

_KEPT = "retention"
_MONTHS_A_YEAR = 12


class NoClockError(GroundworkError):
    """No kind of record has this name, or it goes with another record."""

    message = N_("There is no clock for “{kind}”. There is one for: {kinds}.")


class MonthsError(GroundworkError):
    """A number of months that is none."""

    message = N_("Please give a whole number of months from 1 to {most}, or 0 to keep it for ever.")


@dataclass(frozen=True)
class Due:
    """Records of one kind, or in the trash, that were kept as long as they should be."""

    kind: str
    months: int
    records: tuple[str, ...]


@dataclass(frozen=True)
class Proof:
    """That records were erased because their time was over; nothing of what stood in them."""

    kind: str
    count: int
    months: int
    at: datetime
    by: str
    """The profile of whoever said yes."""


def months(workspace: Workspace) -> dict[str, int]:
    """How many months each kind is kept here; 0 is for ever."""
    with workspace.reading() as session:
        return _months(session)


def keep_for(workspace: Workspace, kind: str, count: int) -> None:
    """Let records of a kind be kept for this many months, 0 for ever. Raises NotAllowedError and what is wrong."""
    workspace.may(Verb.ORGANISATION)
    if kind not in MONTHS:
        raise NoClockError(kind=kind[:40], kinds=", ".join(sorted(MONTHS)))
    if not 0 <= count <= LONGEST:
        raise MonthsError(most=LONGEST)
    with workspace.writing() as session:
        values.put(session, _KEPT, {**(values.get(session, _KEPT) or {}), kind: count})


def due(workspace: Workspace) -> tuple[Due, ...]:
    """What is past its time, by kind; a record is counted from its last change, a sealed one from its writing."""
    with workspace.reading() as session:
        return _due(session, workspace.now())


def erase(workspace: Workspace) -> tuple[Proof, ...]:
    """Erase all that is due, with what belongs to it, and keep the proof; all or none. Raises NotAllowedError.

    Backups made before still hold it until they are thinned away. Whoever was sent one of these records is told in
    the next submission that it is taken back.
    """
    workspace.may(Verb.ORGANISATION)
    with workspace.writing() as session:
        found = _due(session, workspace.now())
        wanted = [record for one in found for record in one.records]
        belonging = erasing.belonging_in(session, wanted)
        gone = Counter({one.kind: len(one.records) for one in found})
        gone.update(str(records.kind_of(session, record)) for record in belonging)
        erasing.erase_in(workspace, session, (*wanted, *belonging), Reason.OVER)
        lasted = {one.kind: one.months for one in found}
        proofs = [_prove(workspace, session, (kind, count), lasted) for kind, count in sorted(gone.items()) if count]
    erasing.finish(workspace, (*wanted, *belonging))
    return tuple(proofs)


def proofs(workspace: Workspace) -> tuple[Proof, ...]:
    """What was erased because its time was over, the newest first."""
    with workspace.reading() as session:
        kept = decisions.every(session, ERASED)
    return tuple(_proof(one) for one in reversed(kept))


def _months(session: Session) -> dict[str, int]:
    kept = values.get(session, _KEPT) or {}
    return {kind: kept.get(kind, usual) for kind, usual in MONTHS.items()}


def _due(session: Session, now: datetime) -> tuple[Due, ...]:
    clocks: Mapping[str, int] = _months(session)
    found: list[Due] = []
    seen: set[str] = set()
    for kind, count in clocks.items():
        if count == FOREVER:
            continue
        before = _before(now, count)
        old = records.thrown_away(session, before) if kind == TRASH else records.untouched(session, KINDS[kind], before)
        fresh = tuple(record for record in old if record not in seen)
        seen |= set(fresh)
        found += [Due(kind, count, fresh)] if fresh else []
    return tuple(found)


def _before(now: datetime, count: int) -> str:
    """The beginning of every stamp and id that is older than this many months."""
    months_since = now.year * _MONTHS_A_YEAR + now.month - 1 - count
    year, month = divmod(months_since, _MONTHS_A_YEAR)
    then = datetime(max(year, 1970), month + 1, min(now.day, 28), now.hour, now.minute, tzinfo=UTC)
    return f"{int(then.timestamp() * 1000):012x}"


def _prove(workspace: Workspace, session: Session, gone: tuple[str, int], lasted: Mapping[str, int]) -> Proof:
    kind, count = gone
    stamp = workspace.next_stamps(session).stamp()
    fields = {"count": str(count), "months": str(lasted.get(kind, retention.FOREVER))}
    made = Decision(stamp, stamp, ERASED, kind, fields=fields, by=workspace.profile.id)
    decisions.put(session, made)
    return _proof(made)


def _proof(kept: Decision) -> Proof:
    at = moment_of(kept.stamp)
    return Proof(kept.answer, int(kept.fields["count"]), int(kept.fields["months"]), at, kept.by)
