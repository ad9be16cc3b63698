"""Unsent rows: which rows of tables that travel were written here and are in no segment yet, noted on writing.

So a sync looks at what was written since the last one, however many rows there are. Until the first sync nothing is
noted, and all rows count as written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import delete, select, text

from app.storage import values
from app.storage.session import Session
from app.storage.space_tables import CARRIED

_BEGUN = "rows noted"
_MARK, _BEYOND = "+", ","
"""What kinds of noted rows begin with, beside what is known of those that were sent."""
_PUT = text("INSERT INTO carried (kind, key, digest) VALUES (:kind, :key, '') ON CONFLICT DO NOTHING")


def are_noted(session: Session) -> bool:
    """Whether rows are noted on writing, as they are since the first sync."""
    return values.get(session, _BEGUN) is True


def begin(session: Session, waiting: Iterable[tuple[str, str]]) -> None:
    """From now on rows are noted; these (kind, key) wait already."""
    values.put(session, _BEGUN, True)
    _put(session, waiting)


def note(session: Session, kind: str, keys: Iterable[str]) -> None:
    """Rows of a kind were written, or are in no segment any more."""
    if are_noted(session):
        _put(session, ((kind, key) for key in keys))


def every(session: Session) -> Iterator[tuple[str, str]]:
    """Kind and key of all that is noted, sorted."""
    waits = (CARRIED.c.kind >= _MARK) & (CARRIED.c.kind < _BEYOND)
    chosen = select(CARRIED.c.kind, CARRIED.c.key).where(waits).order_by(CARRIED.c.kind, CARRIED.c.key)
    for row in session.execute(chosen).all():
        yield row.kind.removeprefix(_MARK), row.key


def remove(session: Session, kind: str, key: str) -> None:
    """This row is in a segment now."""
    session.execute(delete(CARRIED).where(CARRIED.c.kind == _MARK + kind, CARRIED.c.key == key))


def clear(session: Session) -> None:
    """All that waited is in segments; what is still noted says nothing new."""
    session.execute(delete(CARRIED).where((CARRIED.c.kind >= _MARK) & (CARRIED.c.kind < _BEYOND)))


def joined(*key: str) -> str:
    """A key as it is noted."""
    return "\n".join(key)


def _put(session: Session, waiting: Iterable[tuple[str, str]]) -> None:
    rows = [{"kind": _MARK + kind, "key": key} for kind, key in waiting]
    if rows:
        session.execute(_PUT, rows)
