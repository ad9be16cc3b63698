"""The grow-only set of operations and the rows it folds into: the one place where a record is written.

A record with a single operation is its own row; the first operation moves to its table when a second
arrives. So new records cost one insert, and only touched records are folded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import bindparam, delete, func, insert, select, update

from app.domain.fold import DELETED, ERASED, Operation, State, Value, fold, remaining
from app.storage import search
from app.storage.session import Session
from app.storage.tables import ELEMENT, OPERATION, RECORD

_AT_ONCE = 900
_MONTH_FIELDS = ("start", "month", "date", "due", "until")
_TITLE_FIELDS = ("title", "paraphrase", "summary", "name", "text", "description")


class _Body(msgspec.Struct, omit_defaults=True):
    f: dict[str, Any]
    p: dict[str, list[str]] = {}


def add_all(session: Session, operations: Iterable[Operation]) -> frozenset[str]:
    """Add operations to the set and fold what they touch; ids of records that changed.

    Union of sets: the order, repetition and cutting of what is given cannot matter. A tombstone destroys what is
    held of its record, and what comes after it is not kept.
    """
    by_record: dict[str, list[Operation]] = {}
    for operation in operations:
        by_record.setdefault(operation.record, []).append(operation)
    rows = _rows(session, list(by_record))
    begun = {record: fresh[0] for record, fresh in by_record.items() if record not in rows and _is_whole(fresh)}
    _begin(session, begun)
    others = ((record, fresh) for record, fresh in by_record.items() if record not in begun)
    changed = [record for record, fresh in others if _add(session, rows.get(record), record, fresh)]
    return frozenset((*begun, *changed))


def of_record(session: Session, record: str) -> tuple[Operation, ...]:
    """Every operation of one record, oldest first; empty if there is no such record."""
    row = _rows(session, [record]).get(record)
    return tuple(sorted(_held(session, row), key=lambda operation: operation.stamp)) if row else ()


def state(session: Session, record: str) -> State | None:
    """What one record shows and keeps; None if there is no such record."""
    held = of_record(session, record)
    return fold(held) if held else None


def erase(session: Session, tombstone: Operation) -> None:
    """Destroy all that is held of a record but this tombstone, which keeps every copy of it from coming back."""
    add_all(session, [tombstone])
    search.destroy_removed(session)


def rebuild(session: Session) -> int:
    """Fold every record again from its operations and count those whose row was not what it says."""
    wrong = 0
    for (record,) in session.execute(select(RECORD.c.id).order_by(RECORD.c.id)).all():
        row = _rows(session, [record])[record]
        shown = fold(_held(session, row))
        if _columns(shown, row.by) != {name: getattr(row, name) for name in _columns(shown, row.by)}:
            _show(session, row.number, record, shown, row.by)
            wrong += 1
    return wrong


def _rows(session: Session, records: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for start in range(0, len(records), _AT_ONCE):
        part = records[start : start + _AT_ONCE]
        query = select(RECORD).where(RECORD.c.id.in_(part))
        found.update((row.id, row) for row in session.execute(query))
    return found


def _held(session: Session, row: Any) -> list[Operation]:
    if not row.many:
        return [Operation(row.id, row.kind, row.stamp, msgspec.json.decode(row.body), {}, row.by)]
    query = select(OPERATION).where(OPERATION.c.record == row.id)
    return [_operation(found) for found in session.execute(query)]


def _operation(row: Any) -> Operation:
    body = msgspec.json.decode(row.body, type=_Body)
    replaces = {name: tuple(stamps) for name, stamps in body.p.items()}
    return Operation(row.record, row.kind, row.stamp, body.f, replaces, row.by)


def _add(session: Session, row: Any, record: str, fresh: list[Operation]) -> bool:
    """Add operations to a record that has some, or that begins with several; False if all were held already."""
    held = {operation.stamp: operation for operation in (_held(session, row) if row else [])}
    counted = remaining([*held.values(), *fresh])
    unknown = {operation.stamp: operation for operation in counted if operation.stamp not in held}
    if not unknown:
        return False
    if row is None:
        _insert(session, fold(unknown.values()), record, by=max(unknown.items())[1].by)
        _keep(session, unknown.values())
        return True
    if counted[0].kind == ERASED:
        held = {stamp: operation for stamp, operation in held.items() if operation.kind == ERASED}
        session.execute(delete(OPERATION).where(OPERATION.c.record == record, OPERATION.c.kind != ERASED))
    _keep(session, [*unknown.values(), *(() if row.many else held.values())])
    everything = {**held, **unknown}
    _show(session, row.number, record, fold(everything.values()), everything[max(everything)].by)
    return True


def _keep(session: Session, operations: Iterable[Operation]) -> None:
    rows = [
        {
            "record": operation.record,
            "stamp": operation.stamp,
            "kind": operation.kind,
            "by": operation.by,
            "body": _json(_Body(dict(operation.fields), {n: list(s) for n, s in operation.replaces.items()})),
        }
        for operation in operations
    ]
    session.execute(insert(OPERATION), rows)


def _is_whole(fresh: list[Operation]) -> bool:
    """Whether these operations of a new record are one that begins it: then the row itself is the operation."""
    return len(fresh) == 1 and not fresh[0].replaces and DELETED not in fresh[0].fields


def _begin(session: Session, begun: Mapping[str, Operation]) -> None:
    """Insert records that begin with one operation each, all at once: what imports and merges do by the thousand."""
    if not begun:
        return
    first = _next_number(session)
    shown = {record: fold([operation]) for record, operation in begun.items()}
    rows = [
        {**_columns(shown[record], operation.by), "number": number, "id": record, "many": False}
        for number, (record, operation) in enumerate(begun.items(), first)
    ]
    session.execute(insert(RECORD), rows)
    elements = [one for record, found in shown.items() for one in _elements(record, found)]
    if elements:
        session.execute(insert(ELEMENT), elements)
    search.put_new(session, {number: found.fields for number, found in enumerate(shown.values(), first)})


def _insert(session: Session, shown: State, record: str, *, by: str) -> None:
    """Insert a record that begins with several operations."""
    number = _next_number(session)
    session.execute(insert(RECORD), [{**_columns(shown, by), "number": number, "id": record, "many": True}])
    _project(session, number, record, shown)


def _next_number(session: Session) -> int:
    return (session.execute(select(func.max(RECORD.c.number))).scalar() or 0) + 1


def _show(session: Session, number: int, record: str, shown: State, by: str) -> None:
    columns = {**_columns(shown, by), "many": True}
    session.execute(
        update(RECORD).where(RECORD.c.number == bindparam("row_number")),
        [{**columns, "row_number": number}],
    )
    session.execute(delete(ELEMENT).where(ELEMENT.c.record == record))
    _project(session, number, record, shown)


def _project(session: Session, number: int, record: str, shown: State) -> None:
    """The side tables that filters and search read."""
    if shown.deleted:
        search.remove(session, number)
        return
    if elements := _elements(record, shown):
        session.execute(insert(ELEMENT), elements)
    search.put(session, number, shown.fields)


def _elements(record: str, shown: State) -> list[dict[str, str]]:
    named = (name.split("/", 1) for name, value in shown.fields.items() if "/" in name and value is True)
    return [{"record": record, "name": name, "element": element} for name, element in named]


def _columns(shown: State, by: str) -> dict[str, Any]:
    return {
        "kind": shown.kind,
        "stamp": shown.stamp,
        "by": by,
        "deleted": shown.deleted,
        "contested": bool(shown.conflicts),
        "waiting": bool(shown.gaps),
        "month": _first_text(shown.fields, _MONTH_FIELDS),
        "title": _first_text(shown.fields, _TITLE_FIELDS)[:200],
        "body": _json(dict(shown.fields)),
    }


def _first_text(fields: Mapping[str, Value], names: tuple[str, ...]) -> str:
    return next((value for name in names if isinstance(value := fields.get(name), str)), "")


def _json(value: Any) -> str:
    return msgspec.json.encode(value, order="sorted").decode()
