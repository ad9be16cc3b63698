"""The grow-only set of operations and the rows it folds into: the one place where a record is written.

A record with a single operation is its own row; the first operation moves to its table when a second
arrives. So new records cost one insert, and only touched records are folded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import bindparam, delete, func, select, text, update

from app.domain.fold import DELETED, ERASED, Operation, State, Value, fold, remaining
from app.domain.operation import as_written, distinct, full
from app.storage import operation_rows, outbox, search, shown_rows
from app.storage.naming import name_of
from app.storage.operation_rows import held_by, rows_of
from app.storage.session import Session
from app.storage.shown_rows import Judge as Judge
from app.storage.shown_rows import Judged as Judged
from app.storage.shown_rows import Shown
from app.storage.tables import ELEMENT, RECORD


def unjudged(kind: str, fields: Mapping[str, Value]) -> Judged:
    """Leave it to `judge_next`."""
    return Judged()


def add_all(
    session: Session, operations: Iterable[Operation], judge: Judge = unjudged, *, outgoing: bool = True
) -> frozenset[str]:
    """Add operations to the set and fold what they touch; ids of records that changed.

    Union of sets: the order, repetition and cutting of what is given cannot matter. A tombstone destroys what is
    held of its record, and what comes after it is not kept. Without a `judge` the records wait for `judge_next`.
    In a space the workspace's own writes go into the outbox, unless they came in and are not `outgoing`.
    """
    return frozenset(told(session, operations, judge, outgoing=outgoing))


class Deed(NamedTuple):
    """Of a record that changed whether lists show it: before, None where it was not there at all, and now."""

    before: bool | None
    after: bool


def told(
    session: Session, operations: Iterable[Operation], judge: Judge = unjudged, *, outgoing: bool = True
) -> dict[str, Deed]:
    """Do what `add_all` does, and tell what became of every record that changed."""
    by_record: dict[str, list[Operation]] = {}
    for operation in operations:
        by_record.setdefault(operation.record, []).append(as_written(operation))
    rows = rows_of(session, list(by_record))
    begun = {record: fresh[0] for record, fresh in by_record.items() if record not in rows and _is_whole(fresh)}
    shown_rows.put(session, map(Shown.begun, begun.values()), judge, many=False)
    held = operation_rows.held_by_each(session, rows.values())
    touched = (_added(held.get(id, []), fresh) for id, fresh in by_record.items() if id not in begun)
    changes = [one for one in touched if one is not None]
    _write(session, changes, rows, judge)
    if outgoing:
        outbox.note(session, (*begun.values(), *(added for one in changes for added in one.added)))
    deeds = {record: Deed(None, one.kind != ERASED) for record, one in begun.items()}
    for one in changes:
        before = not rows[one.record].deleted if one.record in rows else None
        deeds[one.record] = Deed(before, not one.shown.deleted)
    return deeds


def of_record(session: Session, record: str) -> tuple[Operation, ...]:
    """Every operation of one record, oldest first, each by a stamp that is its alone; empty if there is no record."""
    row = rows_of(session, [record]).get(record)
    return tuple(one for _stamp, one in sorted(distinct(held_by(session, row)).items())) if row else ()


def state(session: Session, record: str) -> State | None:
    """What one record shows and keeps; None if there is no such record."""
    held = of_record(session, record)
    return fold(held) if held else None


def forget_judgements(session: Session) -> None:
    """Let every record be judged and indexed anew, as after a change of the checks or of the index."""
    search.empty(session)
    session.execute(update(RECORD).values(complete=None))


def count_unjudged(session: Session) -> int:
    """How many records wait for `judge_next`."""
    waiting = select(func.count()).select_from(RECORD).where(text("complete IS NULL"))
    return int(session.execute(waiting).scalar_one())


def judge_next(session: Session, judge: Judge, limit: int = 5_000) -> int:
    """Judge and index the next records that nobody judged; how many there were, 0 when all are judged."""
    waiting = select(RECORD.c.number, RECORD.c.kind, RECORD.c.deleted, RECORD.c.body).where(text("complete IS NULL"))
    rows = session.execute(waiting.order_by(RECORD.c.number).limit(limit)).all()
    shown = {row.number: (row.kind, msgspec.json.decode(row.body)) for row in rows}
    if not shown:
        return 0
    judged = [
        {"row_number": number, "title": name_of(fields), **judge(kind, fields)._asdict()}
        for number, (kind, fields) in shown.items()
    ]
    session.execute(update(RECORD).where(RECORD.c.number == bindparam("row_number")), judged)
    search.remove(session, shown)
    search.put_new(session, {row.number: shown[row.number] for row in rows if not row.deleted})
    return len(rows)


def withdraw(session: Session, gone: Iterable[Operation], judge: Judge = unjudged) -> None:
    """Take operations out of the set again: those of a laptop that nobody vouches for any more.

    A record of which nothing is left is there no more.
    """
    by_record: dict[str, set[str]] = {}
    for operation in gone:
        by_record.setdefault(operation.record, set()).add(full(operation))
    for record, row in rows_of(session, by_record).items():
        held = held_by(session, row)
        withdrawn = [one for one in held if full(one) in by_record[record]]
        left = [one for one in held if full(one) not in by_record[record]]
        if not left:
            session.execute(delete(ELEMENT).where(ELEMENT.c.record == record))
            search.remove(session, [row.number])
            session.execute(delete(RECORD).where(RECORD.c.id == record))
        if row.many:
            operation_rows.remove(session, withdrawn)
        if left and withdrawn:
            shown_rows.change(session, {row.number: Shown.of(left)}, judge)


def erase(session: Session, tombstone: Operation, judge: Judge = unjudged) -> None:
    """Destroy all that is held of a record but this tombstone, which keeps every copy of it from coming back.

    `sweep` after the last one.
    """
    add_all(session, [tombstone], judge)


def sweep(session: Session) -> None:
    """Leave no word of erased records in the search index."""
    search.destroy_removed(session)


def rebuild(session: Session, judge: Judge = unjudged) -> int:
    """Fold every record again from its operations and count those whose row was not what it says."""
    wrong = 0
    for (record,) in session.execute(select(RECORD.c.id).order_by(RECORD.c.id)).all():
        row = rows_of(session, [record])[record]
        shown = Shown.of(held_by(session, row))
        if shown.columns() != {name: getattr(row, name) for name in shown.columns()}:
            shown_rows.change(session, {row.number: shown}, judge)
            wrong += 1
    return wrong


@dataclass(frozen=True)
class _Change:
    """What operations made of a record that has some, or that begins with several."""

    record: str
    added: list[Operation]
    """Those that were not held already."""
    held: list[Operation]
    """Those that were, and still are."""
    restored: list[Operation]
    """Of those that are held, the ones of which more is known now."""
    shown: Shown
    is_erased: bool


def _added(before: list[Operation], fresh: list[Operation]) -> _Change | None:
    counted = frozenset(map(id, remaining((*before, *fresh))))
    held = [one for one in before if id(one) in counted]
    counting = [one for one in fresh if id(one) in counted]
    added, restored = operation_rows.unknown(held, counting), operation_rows.restored(held, counting)
    if not added and not restored:
        return None
    held = [restored.get(full(one), one) for one in held] if restored else held
    shown = Shown.of((*held, *added))
    return _Change(fresh[0].record, added, held, list(restored.values()), shown, len(held) < len(before))


def _write(session: Session, changes: list[_Change], rows: Mapping[str, Any], judge: Judge) -> None:
    """Write all of them down, each kind of row at once: a server is far away."""
    if not changes:
        return
    first = [one.shown for one in changes if one.record not in rows]
    operation_rows.erase(session, (one.record for one in changes if one.is_erased))
    operation_rows.restore(session, (one for each in changes for one in each.restored))
    moving = (one for each in changes if each.record in rows and not rows[each.record].many for one in each.held)
    operation_rows.keep(session, (*moving, *(one for each in changes for one in each.added)))
    shown_rows.put(session, first, judge, many=True)
    shown_rows.change(session, {rows[one.record].number: one.shown for one in changes if one.record in rows}, judge)


def _is_whole(fresh: list[Operation]) -> bool:
    """Whether these operations of a new record are one that begins it: then the row itself is the operation."""
    one = fresh[0]
    return len(fresh) == 1 and not one.replaces and not one.cleaned and DELETED not in one.fields
