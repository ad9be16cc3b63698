"""The outbox: which operations written here are in no segment yet; empty where a workspace belongs to no space.

It names the rows in which they lie, so that of twins only the one that was written here goes out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import delete, func, insert, select, text

from app.domain.operation import Operation, bare
from app.storage import operation_rows, values
from app.storage.session import Session
from app.storage.space_tables import OUTBOX
from app.storage.tables import OPERATION, RECORD

SHARED = "shared"
"""The value that says that what is written here goes to other laptops, too."""
_AT_ONCE = 900
_PUT = text("INSERT INTO outbox (record, stamp) VALUES (:record, :stamp) ON CONFLICT DO NOTHING")


def is_kept(session: Session) -> bool:
    """Whether anything written here goes to other laptops."""
    return values.get(session, SHARED) is True


def begin(session: Session) -> None:
    """From now on what is written here goes out, and once all that is held already; done again it does nothing."""
    if is_kept(session):
        return
    values.put(session, SHARED, True)
    single = select(RECORD.c.id, RECORD.c.stamp).where(RECORD.c.many.is_(False))
    several = select(OPERATION.c.record, OPERATION.c.stamp)
    for chosen in (single, several):
        session.execute(insert(OUTBOX).from_select(["record", "stamp"], chosen))


def note(session: Session, fresh: Iterable[Operation]) -> None:
    """Put operations that were just kept into the outbox: those of this workspace's writer, if it has a space."""
    found = list(fresh)
    if not found or not is_kept(session):
        return
    writer = values.get(session, "writer")
    _put(session, ((one.record, one.stamp) for one in found if bare(one.stamp)[16:] == writer))


def put_back(session: Session, waiting: Iterable[Operation]) -> None:
    """Let these go out (again), as when the segment that they were in is taken apart."""
    _put(session, operation_rows.stamps_of(session, waiting))


def count(session: Session) -> int:
    """How many operations wait."""
    return int(session.execute(select(func.count()).select_from(OUTBOX)).scalar_one())


def next_records(session: Session, limit: int = _AT_ONCE, *, after: str = "") -> dict[str, frozenset[str]]:
    """The waiting stamps of the next records, as their rows have them, the oldest records first."""
    wanted = (
        select(OUTBOX.c.record)
        .where(OUTBOX.c.record > after)
        .distinct()
        .order_by(OUTBOX.c.record)
        .limit(limit)
        .subquery()
    )
    rows = session.execute(select(OUTBOX).where(OUTBOX.c.record.in_(select(wanted.c.record))))
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row.record, set()).add(row.stamp)
    return {record: frozenset(found[record]) for record in sorted(found)}


def remove(session: Session, gone: Iterable[tuple[str, str]]) -> None:
    """These (record, stamp) are in a segment now, or were erased."""
    for record, stamps in _by_record(gone):
        session.execute(delete(OUTBOX).where(OUTBOX.c.record == record, OUTBOX.c.stamp.in_(stamps)))


def _put(session: Session, waiting: Iterable[tuple[str, str]]) -> None:
    rows = [{"record": record, "stamp": stamp} for record, stamp in waiting]
    if rows:
        session.execute(_PUT, rows)


def _by_record(gone: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for record, stamp in gone:
        found.setdefault(record, []).append(stamp)
    for record, stamps in found.items():
        for start in range(0, len(stamps), _AT_ONCE):
            yield record, stamps[start : start + _AT_ONCE]
