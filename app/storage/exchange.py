"""What goes out and comes in, byte for byte: calls, submissions sent, submissions received."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import insert, select

from app.storage import unsent_rows, values
from app.storage.session import Session
from app.storage.tables import CALL, RECEIVED, SENT

_SERIES = "versions of calls"


@dataclass(frozen=True)
class KeptCall:
    """A call as it was made or taken."""

    id: str
    own: bool
    period: str
    taken_ms: int
    bundle: bytes


@dataclass(frozen=True)
class Sent:
    """A submission exactly as it was sent."""

    id: str
    call: str
    revision: int
    made_ms: int
    bundle: bytes = b""
    """Nothing where only what it is was asked for."""


@dataclass(frozen=True)
class Received:
    """A submission that came in. `bundle` is b"" where only the envelope was asked for."""

    id: str
    organisation: str
    name: str
    call: str
    period: str
    revision: int
    sender: str
    source: str
    received_ms: int
    bundle: bytes = b""


def put_call(session: Session, kept: KeptCall) -> bool:
    """Keep a call; False if it is held already."""
    if call(session, kept.id) is not None:
        return False
    session.execute(insert(CALL), [_row(kept)])
    unsent_rows.note(session, CALL.name, [kept.id])
    return True


def call(session: Session, call_id: str) -> KeptCall | None:
    """One call."""
    row = session.execute(select(CALL).where(CALL.c.id == call_id)).mappings().first()
    return KeptCall(**row) if row else None


def calls(session: Session) -> tuple[KeptCall, ...]:
    """Every call, the newest first."""
    rows = session.execute(select(CALL).order_by(CALL.c.taken_ms.desc(), CALL.c.id))
    return tuple(KeptCall(**row) for row in rows.mappings())


def put_series(session: Session, call_id: str, first: str) -> None:
    """Remember of which call this is a later version; of a first one there is nothing to remember."""
    kept = series(session)
    if call_id != first and call_id not in kept:
        values.put(session, _SERIES, {**kept, call_id: first})


def series(session: Session) -> dict[str, str]:
    """Call to the first version of it, for every later version."""
    return dict(values.get(session, _SERIES) or {})


def put_sent(session: Session, kept: Sent) -> None:
    """Keep a submission exactly as it goes out."""
    session.execute(insert(SENT), [_row(kept)])
    unsent_rows.note(session, SENT.name, [kept.id])


def sent(session: Session, call_id: str = "") -> tuple[Sent, ...]:
    """What was sent, for one call or for all, the newest first."""
    chosen = select(SENT).order_by(SENT.c.call, SENT.c.revision.desc())
    rows = session.execute(chosen.where(SENT.c.call == call_id) if call_id else chosen)
    return tuple(Sent(**row) for row in rows.mappings())


def sent_lines(session: Session) -> tuple[Sent, ...]:
    """What was sent, without its bytes."""
    columns = [column for column in SENT.c if column.name != "bundle"]
    rows = session.execute(select(*columns).order_by(SENT.c.call, SENT.c.revision.desc()))
    return tuple(Sent(**row) for row in rows.mappings())


def sent_ids(session: Session) -> tuple[str, ...]:
    """Which submissions were sent, without opening any."""
    return tuple(session.execute(select(SENT.c.id).order_by(SENT.c.id)).scalars())


def put_received(session: Session, kept: Received) -> bool:
    """Keep a file that came in; False if the same one is held already."""
    if session.execute(select(RECEIVED.c.id).where(RECEIVED.c.id == kept.id)).first():
        return False
    session.execute(insert(RECEIVED), [_row(kept)])
    unsent_rows.note(session, RECEIVED.name, [kept.id])
    return True


def received(session: Session, organisation: str = "") -> tuple[Received, ...]:
    """Every file that came in, or those of one organisation, without their bytes, the newest first."""
    columns = [RECEIVED.c[one.name] for one in fields(Received) if one.name != "bundle"]
    chosen = select(*columns).order_by(RECEIVED.c.received_ms.desc(), RECEIVED.c.id)
    rows = session.execute(chosen.where(RECEIVED.c.organisation == organisation) if organisation else chosen)
    return tuple(Received(*row) for row in rows)


def periods(session: Session) -> tuple[str, ...]:
    """The periods that files are about which came in, each once."""
    return tuple(session.execute(select(RECEIVED.c.period).distinct().order_by(RECEIVED.c.period)).scalars())


def received_one(session: Session, submission: str) -> Received | None:
    """One file that came in, with its bytes."""
    row = session.execute(select(RECEIVED).where(RECEIVED.c.id == submission)).mappings().first()
    return Received(**row) if row else None


def _row(kept: Any) -> dict[str, Any]:
    return dict(vars(kept))
