"""Named values of the workspace, and drafts: what is being typed and is not an operation yet."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
from sqlalchemy import delete, select
from sqlmodel import Session, col

from app.domain.drafts import Draft
from app.domain.records import KINDS, Record, flat, unflat
from app.storage.tables import DRAFT, DraftRow, ValueRow

R = TypeVar("R", bound=Record)
COPIED = "copied"
"""The value that a copy carries until it is opened: who opens it writes under a writer of its own."""


def get(session: Session, name: str) -> Any:
    """The value with this name, None if it was never set."""
    kept = session.execute(select(col(ValueRow.value)).where(col(ValueRow.name) == name)).scalar()
    return None if kept is None else msgspec.json.decode(kept)


def put(session: Session, name: str, value: Any) -> None:
    """Set a value, replacing what it was."""
    session.merge(ValueRow(name=name, value=msgspec.json.encode(value).decode()))


def put_draft(session: Session, draft: Draft[R], *, by: str, now_ms: int) -> None:
    """Keep what is being typed, as typed."""
    body = {
        "now": flat(draft.record),
        "before": dict(draft.before),
        "base": {name: list(stamps) for name, stamps in draft.base.items()},
        "unread": dict(draft.unread),
    }
    kept = msgspec.json.encode(body).decode()
    session.merge(
        DraftRow(
            record=draft.record.id,
            kind=type(draft.record).KIND,
            by=by,
            saved_ms=now_ms,
            body=kept,
        )
    )


def drop_draft(session: Session, record: str) -> None:
    """Forget a draft that was saved, or given up by its writer."""
    session.execute(delete(DraftRow).where(col(DraftRow.record) == record))


def drafts(session: Session) -> tuple[Draft[Record], ...]:
    """Every draft, the one typed last first. Kinds that this program does not know are left where they are."""
    rows = session.execute(select(DRAFT).order_by(DRAFT.c.saved_ms.desc()))
    return tuple(_draft(row) for row in rows if row.kind in KINDS)


def _draft(row: Any) -> Draft[Record]:
    body = msgspec.json.decode(row.body)
    return Draft(
        record=unflat(KINDS[row.kind], row.record, body["now"]),
        before=body["before"],
        base={name: tuple(stamps) for name, stamps in body["base"].items()},
        unread=body["unread"],
    )
