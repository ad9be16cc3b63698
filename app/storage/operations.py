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

from app.domain.fold import DELETED, Operation, State, Value, fold, remaining
from app.domain.operation import as_written, distinct, full
from app.storage import operation_rows, outbox, search
from app.storage.naming import name_of
from app.storage.operation_rows import held_by, rows_of
from app.storage.session import Session
from app.storage.tables import ELEMENT, RECORD

_INDEXED_LETTERS = 200
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


@dataclass(frozen=True)
class _Shown:
    """What a record shows, and who wrote the newest of it."""

    record: str
    state: State
    by: str

    @classmethod
    def of(cls, held: Iterable[Operation]) -> _Shown:
        """By all its operations."""
        everything = distinct(held)
        state = fold(everything.values())
        newest = everything[state.stamp]
        return cls(newest.record, state, newest.by)

    def columns(self) -> dict[str, Any]:
        """Its row, but for what a judge says."""
        return _columns(self.state, self.by)

    def listed(self, judge: Judge) -> dict[str, Any]:
        """Its row."""
        return {**self.columns(), **vars(judge(self.state.kind, self.state.fields))}


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
        by_record.setdefault(operation.record, []).append(as_written(operation))
    rows = rows_of(session, list(by_record))
    begun = {record: fresh[0] for record, fresh in by_record.items() if record not in rows and _is_whole(fresh)}
    _begin(session, begun, judge)
    held = operation_rows.held_by_each(session, rows.values())
    touched = (_added(held.get(id, []), fresh) for id, fresh in by_record.items() if id not in begun)
    changes = [one for one in touched if one is not None]
    _write(session, changes, rows, judge)
    if outgoing:
        outbox.note(session, (*begun.values(), *(added for one in changes for added in one.added)))
    return frozenset((*begun, *(one.record for one in changes)))


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
        {"row_number": number, "title": name_of(fields), **vars(judge(kind, fields))}
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
            _show(session, {row.number: _Shown.of(left)}, judge)


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
        shown = _Shown.of(held_by(session, row))
        if shown.columns() != {name: getattr(row, name) for name in shown.columns()}:
            _show(session, {row.number: shown}, judge)
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
    shown: _Shown
    is_erased: bool


def _added(before: list[Operation], fresh: list[Operation]) -> _Change | None:
    counted = frozenset(map(id, remaining((*before, *fresh))))
    held = [one for one in before if id(one) in counted]
    counting = [one for one in fresh if id(one) in counted]
    added, restored = operation_rows.unknown(held, counting), operation_rows.restored(held, counting)
    if not added and not restored:
        return None
    held = [restored.get(full(one), one) for one in held] if restored else held
    shown = _Shown.of((*held, *added))
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
    if first:
        numbered = dict(enumerate(first, _next_number(session)))
        new = [{**one.listed(judge), "number": at, "id": one.record, "many": True} for at, one in numbered.items()]
        session.execute(insert(RECORD), new)
        _project(session, numbered)
    _show(session, {rows[one.record].number: one.shown for one in changes if one.record in rows}, judge)


def _is_whole(fresh: list[Operation]) -> bool:
    """Whether these operations of a new record are one that begins it: then the row itself is the operation."""
    one = fresh[0]
    return len(fresh) == 1 and not one.replaces and not one.cleaned and DELETED not in one.fields


def _begin(session: Session, begun: Mapping[str, Operation], judge: Judge) -> None:
    """Insert records that begin with one operation each, all at once: what imports and merges do by the thousand."""
    if not begun:
        return
    numbered = dict(enumerate((_Shown.of([one]) for one in begun.values()), _next_number(session)))
    rows = [{**one.listed(judge), "number": at, "id": one.record, "many": False} for at, one in numbered.items()]
    session.execute(insert(RECORD), rows)
    _project(session, numbered)


def _next_number(session: Session) -> int:
    return (session.execute(select(func.max(RECORD.c.number))).scalar() or 0) + 1


def _show(session: Session, found: Mapping[int, _Shown], judge: Judge) -> None:
    """Let rows that are there show this, by row number."""
    if not found:
        return
    columns = [{**one.listed(judge), "many": True, "row_number": number} for number, one in found.items()]
    session.execute(update(RECORD).where(RECORD.c.number == bindparam("row_number")), columns)
    records = [{"shown": one.record} for one in found.values()]
    session.execute(delete(ELEMENT).where(ELEMENT.c.record == bindparam("shown")), records)
    search.remove(session, found)
    _project(session, found)


def _project(session: Session, found: Mapping[int, _Shown]) -> None:
    """The side tables that filters and search read, where nothing stands of these records."""
    there = {number: one for number, one in found.items() if not one.state.deleted}
    if elements := [each for one in there.values() for each in _elements(one.record, one.state)]:
        session.execute(insert(ELEMENT), elements)
    search.put_new(session, {number: (one.state.kind, one.state.fields) for number, one in there.items()})


def _elements(record: str, shown: State) -> list[dict[str, str]]:
    named = (name.split("/", 1) for name, value in shown.fields.items() if "/" in name and value is True)
    unique = dict.fromkeys((_indexed(name), _indexed(element)) for name, element in named)
    return [{"record": record, "name": name, "element": element} for name, element in unique]


def _columns(shown: State, by: str) -> dict[str, Any]:
    return {
        "kind": shown.kind,
        "stamp": shown.stamp,
        "by": by,
        "deleted": shown.deleted,
        "contested": bool(shown.conflicts) or shown.disputed,
        "waiting": bool(shown.gaps),
        "month": _indexed(_first_text(shown.fields, _MONTH_FIELDS)),
        "title": name_of(shown.fields).replace("\0", "\ufffd"),
        "body": _json(dict(shown.fields)),
    }


def _indexed(text: str) -> str:
    """A text as an index of every database takes it: not endless, and without U+0000."""
    return text[:_INDEXED_LETTERS].replace("\0", "\ufffd")


def _first_text(fields: Mapping[str, Value], names: tuple[str, ...]) -> str:
    return next((value for name in names if isinstance(value := fields.get(name), str)), "")


def _json(value: Any) -> str:
    return msgspec.json.encode(value, order="sorted").decode()
