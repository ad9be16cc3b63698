"""Operations as rows: of a record with several each has its own; a single one is the row of the record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import delete, select

from app.domain.fold import Operation
from app.storage.session import Session
from app.storage.tables import OPERATION, RECORD

_AT_ONCE = 900


class _Body(msgspec.Struct, omit_defaults=True):
    f: dict[str, Any]
    p: dict[str, list[str]] = {}


def rows_of(session: Session, records: Iterable[str]) -> dict[str, Any]:
    """The rows of these records, by id; those that are not there are left out."""
    wanted = list(records)
    found: dict[str, Any] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        query = select(RECORD).where(RECORD.c.id.in_(wanted[start : start + _AT_ONCE]))
        found.update((row.id, row) for row in session.execute(query))
    return found


def held_by(session: Session, row: Any) -> list[Operation]:
    """Every operation of the record with this row."""
    if not row.many:
        return [_single(row)]
    query = select(OPERATION).where(OPERATION.c.record == row.id)
    return [_operation(found) for found in session.execute(query)]


def chosen(session: Session, wanted: Mapping[str, frozenset[str]]) -> list[Operation]:
    """The operations with these stamps, by record and stamp; those that are there no more are left out."""
    rows = rows_of(session, wanted)
    several = [record for record, row in rows.items() if row.many]
    found = [_single(row) for row in rows.values() if not row.many]
    for start in range(0, len(several), _AT_ONCE):
        query = select(OPERATION).where(OPERATION.c.record.in_(several[start : start + _AT_ONCE]))
        found += [_operation(row) for row in session.execute(query) if row.stamp in wanted[row.record]]
    kept = (one for one in found if one.stamp in wanted[one.record])
    return sorted(kept, key=lambda one: (one.record, one.stamp))


def remove(session: Session, record: str, stamps: Iterable[str]) -> None:
    """Take these operations of a record with several out of its set."""
    session.execute(delete(OPERATION).where(OPERATION.c.record == record, OPERATION.c.stamp.in_(set(stamps))))


def body_of(operation: Operation) -> str:
    """What an operation says, as its row keeps it."""
    body = _Body(dict(operation.fields), {name: list(stamps) for name, stamps in operation.replaces.items()})
    return msgspec.json.encode(body, order="sorted").decode()


def _single(row: Any) -> Operation:
    return Operation(row.id, row.kind, row.stamp, msgspec.json.decode(row.body), {}, row.by)


def _operation(row: Any) -> Operation:
    body = msgspec.json.decode(row.body, type=_Body)
    replaces = {name: tuple(stamps) for name, stamps in body.p.items()}
    return Operation(row.record, row.kind, row.stamp, body.f, replaces, row.by)
