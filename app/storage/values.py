"""Named values of the workspace, and drafts: what is being typed and is not an operation yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec
from sqlalchemy import delete, select

from app.domain.drafts import Draft
from app.domain.records import KINDS, SEALED, Record, flat, unflat
from app.errors import GroundworkError
from app.storage import plain_rows
from app.storage.session import Session
from app.storage.tables import DRAFT, VALUE

R = TypeVar("R", bound=Record)
COPIED = "copied"
"""The value that a copy carries until it is opened: who opens it writes under a writer of its own."""


def get(session: Session, name: str) -> Any:
    """The value with this name, None if it was never set."""
    kept = plain_rows.ask(session, "SELECT value FROM value WHERE name = ?", (name,))
    return msgspec.json.decode(kept[0][0]) if kept else None


def several(session: Session, names: Iterable[str], beginnings: Iterable[str] = ()) -> dict[str, Any]:
    """The values with these names and of those that begin so, as far as they were set."""
    wanted = list(names)
    kept = {row.name: row.value for row in plain_rows.among(session, VALUE, "name", wanted)}
    for one in beginnings:
        found = select(VALUE).where(VALUE.c.name.startswith(one, autoescape=True))
        kept.update((row.name, row.value) for row in session.execute(found))
    return {name: msgspec.json.decode(value) for name, value in kept.items()}


def put(session: Session, name: str, value: Any) -> None:
    """Set a value, replacing what it was."""
    plain_rows.keep(session, VALUE, (name, msgspec.json.encode(value).decode()))


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
    """Keep what is being typed, as typed; of a sealed kind only what `cover` makes of it.

    It stands in the place of what this sitting typed there before, and of what it took up from one that is gone.
    """
    body = {
        "now": flat(draft.record),
        "before": dict(draft.before),
        "base": {name: list(stamps) for name, stamps in draft.base.items()},
        "unread": dict(draft.unread),
    }
    if draft.record.SEALED_FOR:
        body = {SEALED: cover(msgspec.json.encode(body).decode())}
    if draft.sitting != typing.sitting:
        drop_draft(session, draft.record.id, (draft.sitting,))
    written = msgspec.json.encode(body).decode()
    row = (draft.record.id, typing.sitting, type(draft.record).KIND, typing.by, typing.now_ms, written)
    plain_rows.keep(session, DRAFT, row)


def drop_draft(session: Session, record: str, sittings: Iterable[str]) -> None:
    """Forget what these sittings typed in a record: it was saved, or given up by its writer."""
    mine = [(record, sitting) for sitting in dict.fromkeys(sittings)]
    plain_rows.run(session, "DELETE FROM draft WHERE record = ? AND sitting = ?", mine)


def destroy_drafts(session: Session, record: str) -> None:
    """Forget whatever anybody typed in a record, as when it is erased."""
    session.execute(delete(DRAFT).where(DRAFT.c.record == record))


def drafts(
    session: Session, by: str, uncover: Cover = str, elsewhere: Elsewhere = lambda word: False
) -> tuple[Draft[Record], ...]:
    """Every draft of one person, the one typed last first; not those that are being typed elsewhere.

    Kinds that this program does not know, and what cannot be uncovered, are left where they are.
    """
    rows = session.execute(select(DRAFT).where(DRAFT.c.by == by).order_by(DRAFT.c.saved_ms.desc(), DRAFT.c.sitting))
    kept = [row for row in rows if row.kind in KINDS]
    found = (_draft(row, uncover) for row in kept if not elsewhere(row.sitting))
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
        sitting=row.sitting,
    )
