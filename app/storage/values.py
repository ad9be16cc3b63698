"""Named values of the workspace, and drafts: what is being typed and is not an operation yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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


_SITTING = "sitting"
"""Who is typing a draft: the word of a sitting (see `presence`)."""
Elsewhere = Callable[[str], bool]
"""Whether the sitting of this word is another one than that which asks, and alive."""
Cover = Callable[[str], str]
"""Makes of what is kept what may lie there, and back; a draft that cannot be uncovered raises GroundworkError."""


@dataclass(frozen=True)
class Typing:
    """Who types, at which sitting, and when."""

    by: str
    now_ms: int
    sitting: str = ""


def put_draft(session: Session, draft: Draft[R], typing: Typing, cover: Cover = str) -> None:
    """Keep what is being typed, as typed; of a sealed kind only what `cover` makes of it."""
    body = {
        "now": flat(draft.record),
        "before": dict(draft.before),
        "base": {name: list(stamps) for name, stamps in draft.base.items()},
        "unread": dict(draft.unread),
    }
    if draft.record.SEALED_FOR:
        body = {SEALED: cover(msgspec.json.encode(body).decode())}
    kept = msgspec.json.encode({**body, _SITTING: typing.sitting}).decode()
    session.merge(
        DraftRow(
            record=draft.record.id,
            kind=type(draft.record).KIND,
            by=typing.by,
            saved_ms=typing.now_ms,
            body=kept,
        )
    )


def drop_draft(session: Session, record: str, elsewhere: Elsewhere = lambda word: False) -> None:
    """Forget a draft that was saved, or given up by its writer; not one that somebody is typing elsewhere."""
    found = session.execute(select(col(DraftRow.body)).where(col(DraftRow.record) == record)).scalar()
    if found is not None and not elsewhere(_sitting(msgspec.json.decode(found))):
        session.execute(delete(DraftRow).where(col(DraftRow.record) == record))


def drafts(
    session: Session, by: str, uncover: Cover = str, elsewhere: Elsewhere = lambda word: False
) -> tuple[Draft[Record], ...]:
    """Every draft of one person, the one typed last first; not those that are being typed elsewhere.

    Kinds that this program does not know, and what cannot be uncovered, are left where they are.
    """
    rows = session.execute(select(DRAFT).where(DRAFT.c.by == by).order_by(DRAFT.c.saved_ms.desc()))
    kept = [(row, msgspec.json.decode(row.body)) for row in rows if row.kind in KINDS]
    found = (_draft(row, body, uncover) for row, body in kept if not elsewhere(_sitting(body)))
    return tuple(draft for draft in found if draft is not None)


def _sitting(body: dict[str, Any]) -> str:
    return str(body.get(_SITTING, ""))


def _draft(row: Any, body: dict[str, Any], uncover: Cover) -> Draft[Record] | None:
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
