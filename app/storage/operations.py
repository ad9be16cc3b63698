"""The grow-only set of operations and the rows it folds into: the one place where a record is written.

A record with a single operation is its own row; the first operation moves to its table when a second
arrives. So new records cost one insert, and only touched records are folded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import bindparam, delete, func, insert, select, text, update

from app.domain.fold import DELETED, Operation, State, Value, fold, remaining, told_apart
from app.storage import operation_rows, outbox, search
from app.storage.naming import name_of
from app.storage.operation_rows import body_of, held_by, rows_of
from app.storage.session import Session
from app.storage.tables import ELEMENT, OPERATION, RECORD

_MONTH_FIELDS = ("start", "month", "date", "due", "until")


@dataclass(frozen=True)
class Judged:
    """What lists show and count of a record without reading it; None: not judged yet."""

    complete: bool | None = None
    open_loop: bool | None = None
    counted: int | None = None


Judge = Callable[[str, Mapping[str, Value]], Judged]
"""Judges a record by its kind and flat form; this room cannot, as what is complete is decided by the checks."""


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
    by_record: dict[str, list[Operation]] = {}
    for operation in operations:
        by_record.setdefault(operation.record, []).append(operation)
    rows = rows_of(session, list(by_record))
    begun = {record: fresh[0] for record, fresh in by_record.items() if record not in rows and _is_whole(fresh)}
    _begin(session, begun, judge)
    added = list(begun.values())
    changed = set(begun)
    for record, fresh in by_record.items():
        if record not in begun and (found := _add(session, (record, rows.get(record)), fresh, judge)):
            changed.add(record)
            added += found
    if outgoing:
        outbox.note(session, added)
    return frozenset(changed)


def of_record(session: Session, record: str) -> tuple[Operation, ...]:
    """Every operation of one record, oldest first; empty if there is no such record."""
    row = rows_of(session, [record]).get(record)
    return tuple(sorted(held_by(session, row), key=lambda operation: operation.stamp)) if row else ()


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
        {"row_number": number, "title": name_of(fields), **vars(judge(kind, fields))}
        for number, (kind, fields) in shown.items()
    ]
    session.execute(update(RECORD).where(RECORD.c.number == bindparam("row_number")), judged)
    session.execute(text("DELETE FROM record_search WHERE rowid = :number"), [{"number": number} for number in shown])
    search.put_new(session, {row.number: shown[row.number] for row in rows if not row.deleted})
    return len(rows)


def withdraw(session: Session, gone: Iterable[tuple[str, str]], judge: Judge = unjudged) -> None:
    """Take operations out of the set again, by (record, stamp): those of a laptop that nobody vouches for any more.

    A record of which nothing is left is there no more.
    """
    by_record: dict[str, set[str]] = {}
    for record, stamp in gone:
        by_record.setdefault(record, set()).add(stamp)
    for record, row in rows_of(session, by_record).items():
        left = {one.stamp: one for one in held_by(session, row) if one.stamp not in by_record[record]}
        if row.many:
            operation_rows.remove(session, record, by_record[record])
        if left:
            _show(session, row.number, record, (fold(left.values()), left[max(left)].by, judge))
        else:
            session.execute(delete(ELEMENT).where(ELEMENT.c.record == record))
            search.remove(session, row.number)
            session.execute(delete(RECORD).where(RECORD.c.id == record))


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
        shown = fold(held_by(session, row))
        if _columns(shown, row.by) != {name: getattr(row, name) for name in _columns(shown, row.by)}:
            _show(session, row.number, record, (shown, row.by, judge))
            wrong += 1
    return wrong


def _add(session: Session, found: tuple[str, Any], fresh: list[Operation], judge: Judge) -> list[Operation]:
    """Add operations to a record that has some, or that begins with several; those that were not held already."""
    record, row = found
    before = {operation.stamp: operation for operation in (held_by(session, row) if row else [])}
    told = told_apart(before, fresh)
    counted = remaining(told.values())
    unknown = {one.stamp: one for one in counted if one is not before.get(one.stamp)}
    if not unknown:
        return []
    added = list(unknown.values())
    if row is None:
        _insert(session, record, (fold(added), max(unknown.items())[1].by, judge))
        _keep(session, added)
        return added
    held = {one.stamp: one for one in counted if one.stamp not in unknown}
    if gone := set(before) - set(held):  # erased, or written anew because a cloned writer gave its stamp twice
        operation_rows.remove(session, record, gone)
        outbox.follow(session, gone, added)
    _keep(session, [*added, *(() if row.many else held.values())])
    everything = {**held, **unknown}
    _show(session, row.number, record, (fold(everything.values()), everything[max(everything)].by, judge))
    return added


def _keep(session: Session, operations: Iterable[Operation]) -> None:
    rows = [
        {
            "record": operation.record,
            "stamp": operation.stamp,
            "kind": operation.kind,
            "by": operation.by,
            "body": body_of(operation),
        }
        for operation in operations
    ]
    session.execute(insert(OPERATION), rows)


def _is_whole(fresh: list[Operation]) -> bool:
    """Whether these operations of a new record are one that begins it: then the row itself is the operation."""
    return len(fresh) == 1 and not fresh[0].replaces and DELETED not in fresh[0].fields


def _begin(session: Session, begun: Mapping[str, Operation], judge: Judge) -> None:
    """Insert records that begin with one operation each, all at once: what imports and merges do by the thousand."""
    if not begun:
        return
    first = _next_number(session)
    shown = {record: fold([operation]) for record, operation in begun.items()}
    rows = [
        {**_listed(shown[record], operation.by, judge), "number": number, "id": record, "many": False}
        for number, (record, operation) in enumerate(begun.items(), first)
    ]
    session.execute(insert(RECORD), rows)
    elements = [one for record, found in shown.items() for one in _elements(record, found)]
    if elements:
        session.execute(insert(ELEMENT), elements)
    search.put_new(session, {number: (found.kind, found.fields) for number, found in enumerate(shown.values(), first)})


def _insert(session: Session, record: str, shown: tuple[State, str, Judge]) -> None:
    """Insert a record that begins with several operations."""
    number = _next_number(session)
    session.execute(insert(RECORD), [{**_listed(*shown), "number": number, "id": record, "many": True}])
    _project(session, number, record, shown[0])


def _next_number(session: Session) -> int:
    return (session.execute(select(func.max(RECORD.c.number))).scalar() or 0) + 1


def _show(session: Session, number: int, record: str, shown: tuple[State, str, Judge]) -> None:
    columns = {**_listed(*shown), "many": True}
    session.execute(
        update(RECORD).where(RECORD.c.number == bindparam("row_number")),
        [{**columns, "row_number": number}],
    )
    session.execute(delete(ELEMENT).where(ELEMENT.c.record == record))
    _project(session, number, record, shown[0])


def _project(session: Session, number: int, record: str, shown: State) -> None:
    """The side tables that filters and search read."""
    if shown.deleted:
        search.remove(session, number)
        return
    if elements := _elements(record, shown):
        session.execute(insert(ELEMENT), elements)
    search.put(session, number, shown.kind, shown.fields)


def _elements(record: str, shown: State) -> list[dict[str, str]]:
    named = (name.split("/", 1) for name, value in shown.fields.items() if "/" in name and value is True)
    return [{"record": record, "name": name, "element": element} for name, element in named]


def _listed(shown: State, by: str, judge: Judge) -> dict[str, Any]:
    return {**_columns(shown, by), **vars(judge(shown.kind, shown.fields))}


def _columns(shown: State, by: str) -> dict[str, Any]:
    return {
        "kind": shown.kind,
        "stamp": shown.stamp,
        "by": by,
        "deleted": shown.deleted,
        "contested": bool(shown.conflicts) or shown.disputed,
        "waiting": bool(shown.gaps),
        "month": _first_text(shown.fields, _MONTH_FIELDS),
        "title": name_of(shown.fields),
        "body": _json(dict(shown.fields)),
    }


def _first_text(fields: Mapping[str, Value], names: tuple[str, ...]) -> str:
    return next((value for name in names if isinstance(value := fields.get(name), str)), "")


def _json(value: Any) -> str:
    return msgspec.json.encode(value, order="sorted").decode()
