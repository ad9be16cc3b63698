"""The outbox: which operations written here are in no segment yet; empty where a workspace belongs to no space."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import delete, func, insert, select

from app.domain.fold import Operation
from app.storage import values
from app.storage.session import Session
from app.storage.space_tables import OUTBOX
from app.storage.tables import OPERATION, RECORD

SHARED = "shared"
"""The value that says that what is written here goes to other laptops, too."""
_AT_ONCE = 900


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
    """Put operations that were just written into the outbox: those of this workspace's writer, if it has a space."""
    found = list(fresh)
    if not found or not is_kept(session):
        return
    writer = values.get(session, "writer")
    own = [{"record": one.record, "stamp": one.stamp} for one in found if one.stamp[16:] == writer]
    if own:
        session.execute(insert(OUTBOX).prefix_with("OR IGNORE", dialect="sqlite"), own)


def put_back(session: Session, waiting: Iterable[Operation]) -> None:
    """Let these go out (again), as when the segment that they were in is taken apart."""
    rows = [{"record": one.record, "stamp": one.stamp} for one in waiting]
    if rows:
        session.execute(insert(OUTBOX).prefix_with("OR IGNORE", dialect="sqlite"), rows)


def follow(session: Session, gone: Iterable[str], moved: Iterable[Operation]) -> None:
    """Operations that got another stamp, as a cloned writer had given theirs, too, wait on if they were waiting."""
    moments = {stamp[:16]: stamp for stamp in gone}
    for one in moved:
        before = moments.get(one.stamp[:16], one.stamp)
        mine = (OUTBOX.c.record == one.record) & (OUTBOX.c.stamp == before)
        if before != one.stamp and session.execute(select(OUTBOX).where(mine)).first():
            put_back(session, [one])


def count(session: Session) -> int:
    """How many operations wait."""
    return int(session.execute(select(func.count()).select_from(OUTBOX)).scalar_one())


def next_records(session: Session, limit: int = _AT_ONCE, *, after: str = "") -> dict[str, frozenset[str]]:
    """The waiting stamps of the next records, the oldest records first."""
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


def _by_record(gone: Iterable[tuple[str, str]]) -> Iterator[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for record, stamp in gone:
        found.setdefault(record, []).append(stamp)
    for record, stamps in found.items():
        for start in range(0, len(stamps), _AT_ONCE):
            yield record, stamps[start : start + _AT_ONCE]
