"""Named values of the workspace, and drafts: what is being typed and is not an operation yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from sqlalchemy import delete, select
from sqlmodel import Session, col

from app.domain.drafts import Draft
from app.domain.records import KINDS, SEALED, Record, flat, unflat
from app.errors import GroundworkError
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


Cover = Callable[[str], str]
"""Makes of what is kept what may lie there, and back; a draft that cannot be uncovered raises GroundworkError."""


def put_draft(session: Session, draft: Draft[R], *, by: str, now_ms: int, cover: Cover = str) -> None:
    """Keep what is being typed, as typed; of a sealed kind only what `cover` makes of it."""
    body = {
        "now": flat(draft.record),
        "before": dict(draft.before),
        "base": {name: list(stamps) for name, stamps in draft.base.items()},
        "unread": dict(draft.unread),
    }
    kept = msgspec.json.encode(body).decode()
    if draft.record.SEALED_FOR:
        kept = msgspec.json.encode({SEALED: cover(kept)}).decode()
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


def drafts(session: Session, by: str, uncover: Cover = str) -> tuple[Draft[Record], ...]:
    """Every draft of one person, the one typed last first.

    Kinds that this program does not know, and what cannot be uncovered, are left where they are.
    """
    rows = session.execute(select(DRAFT).where(DRAFT.c.by == by).order_by(DRAFT.c.saved_ms.desc()))
    found = (_draft(row, uncover) for row in rows if row.kind in KINDS)
    return tuple(draft for draft in found if draft is not None)


def _draft(row: Any, uncover: Cover) -> Draft[Record] | None:
    body = msgspec.json.decode(row.body)
    if SEALED in body:
        try:
            body = msgspec.json.decode(uncover(body[SEALED]))
        except GroundworkError:
            return None
    return Draft(
        record=unflat(KINDS[row.kind], row.record, body["now"]),
        before=body["before"],
        base={name: tuple(stamps) for name, stamps in body["base"].items()},
        unread=body["unread"],
    )
