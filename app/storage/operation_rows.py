"""Operations as rows: of a record with several each has its own; a single one is the row of the record.

A row lies under the stamp of its operation; of twins the one that came second lies under stamp and digest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import delete, func, select, update

from app.domain.fold import ERASED
from app.domain.operation import Operation, as_written, bare, full, fuller
from app.storage import plain_rows
from app.storage.session import Session
from app.storage.tables import OPERATION, RECORD

_AT_ONCE = 900
_LETTERS = 32
"""Of a stamp that no twin has."""


class _Body(msgspec.Struct, omit_defaults=True):
    f: dict[str, Any]
    p: dict[str, list[str]] = {}
    c: list[str] = []
    d: str = ""


_encode = msgspec.json.Encoder(order="sorted").encode
_decode_body = msgspec.json.Decoder(_Body).decode


def rows_of(session: Session, records: Iterable[str]) -> dict[str, Any]:
    """The rows of these records, by id; those that are not there are left out."""
    return {row.id: row for row in plain_rows.among(session, RECORD, "id", list(records))}


def held_by(session: Session, row: Any) -> list[Operation]:
    """Every operation of the record with this row, as it was written."""
    return held_by_each(session, [row])[row.id]


def held_by_each(session: Session, rows: Iterable[Any]) -> dict[str, list[Operation]]:
    """Every operation of the records with these rows, by record, as it was written."""
    found: dict[str, list[Operation]] = {}
    several: list[str] = []
    for row in rows:
        found[row.id] = [] if row.many else [_single(row)]
        several += [row.id] if row.many else []
    for row in plain_rows.among(session, OPERATION, "record", several):
        found[row.record].append(as_written(_operation(row)))
    return found


def chosen(session: Session, wanted: Mapping[str, frozenset[str]]) -> list[Operation]:
    """The operations in the rows with these stamps, by record and stamp; those that are there no more are left out."""
    rows = rows_of(session, wanted)
    several = [record for record, row in rows.items() if row.many]
    found = [_single(row) for row in rows.values() if not row.many]
    rows_of_their_own = plain_rows.among(session, OPERATION, "record", several)
    found += [_operation(row) for row in rows_of_their_own if row.stamp in wanted[row.record]]
    kept = (one for one in found if one.stamp in wanted[one.record])
    return sorted(kept, key=lambda one: (one.record, one.stamp))


def unknown(held: Iterable[Operation], fresh: Iterable[Operation]) -> list[Operation]:
    """What of `fresh` is not held, each once and under the stamp to keep it by: a second twin has its digest there."""
    known: dict[str, list[Operation]] = {}
    for operation in held:
        known.setdefault(bare(operation.stamp), []).append(operation)
    found: list[Operation] = []
    for operation in _once(fresh):
        same = known.setdefault(bare(operation.stamp), [])
        if same and full(operation) in map(full, same):
            continue
        found.append(replace(operation, stamp=full(operation)) if same else as_written(operation))
        same.append(operation)
    return found


def _once(fresh: Iterable[Operation]) -> Iterable[Operation]:
    """Of an operation that comes whole and cleaned up all that is known."""
    found = list(fresh)
    if not any(one.cleaned for one in found):
        return found
    forms: dict[str, Operation] = {}
    for one in found:
        forms[full(one)] = fuller(forms.get(full(one), one), one)
    return forms.values()


def restored(held: Iterable[Operation], fresh: Iterable[Operation]) -> dict[str, Operation]:
    """By full stamp those that are held with values cleaned up and of which `fresh` says more."""
    lacking = {full(one): one for one in held if one.cleaned}
    found: dict[str, Operation] = {}
    for one in fresh if lacking else ():
        known = lacking.get(full(one))
        if known is not None and (more := fuller(found.get(full(one), known), one)).cleaned < known.cleaned:
            found[full(one)] = as_written(more)
    return found


def restore(session: Session, operations: Iterable[Operation]) -> None:
    """Let the rows of these, of which values had been cleaned up, say all that is known of them."""
    for one in operations:
        for record, stamp in stamps_of(session, [one]):
            mine = (OPERATION.c.record == record) & (OPERATION.c.stamp == stamp)
            session.execute(update(OPERATION).where(mine).values(body=_body_of(one)))


def keep(session: Session, operations: Iterable[Operation]) -> None:
    """Give each of these a row of its own."""
    plain_rows.put(session, OPERATION, ((one.record, one.stamp, one.kind, one.by, _body_of(one)) for one in operations))


def stamps_of(session: Session, wanted: Iterable[Operation]) -> Iterator[tuple[str, str]]:
    """The (record, stamp) of the rows in which these operations lie."""
    operations = list(wanted)
    records = sorted({one.record for one in operations})
    apart: set[tuple[str, str]] = set()
    for start in range(0, len(records), _AT_ONCE):
        query = select(OPERATION.c.record, OPERATION.c.stamp).where(
            OPERATION.c.record.in_(records[start : start + _AT_ONCE]), func.length(OPERATION.c.stamp) > _LETTERS
        )
        apart.update((row.record, row.stamp) for row in session.execute(query))
    for one in operations:
        yield one.record, full(one) if (one.record, full(one)) in apart else bare(one.stamp)


def with_twins(session: Session, records: Iterable[str]) -> frozenset[str]:
    """Those of these records of which two writes share a stamp."""
    wanted, found = list(records), set[str]()
    for start in range(0, len(wanted), _AT_ONCE):
        query = select(OPERATION.c.record).where(
            OPERATION.c.record.in_(wanted[start : start + _AT_ONCE]), func.length(OPERATION.c.stamp) > _LETTERS
        )
        found.update(row.record for row in session.execute(query))
    return frozenset(found)


def remove(session: Session, gone: Iterable[Operation]) -> None:
    """Take these operations, of records with several, out of the set."""
    for found, stamp in stamps_of(session, gone):
        session.execute(delete(OPERATION).where(OPERATION.c.record == found, OPERATION.c.stamp == stamp))


def _body_of(operation: Operation) -> str:
    replaces = {name: list(stamps) for name, stamps in operation.replaces.items()}
    return _encode(_Body(dict(operation.fields), replaces, sorted(operation.cleaned), operation.told)).decode()


def erase(session: Session, records: Iterable[str]) -> None:
    """Destroy all that lies in rows of its own but the tombstones of these records."""
    gone = ((record, ERASED) for record in records)
    plain_rows.run(session, "DELETE FROM operation WHERE record = ? AND kind <> ?", gone)


def _single(row: Any) -> Operation:
    return Operation(row.id, row.kind, row.stamp, msgspec.json.decode(row.body), {}, row.by)


def _operation(row: Any) -> Operation:
    body = _decode_body(row.body)
    replaces = {name: tuple(stamps) for name, stamps in body.p.items()}
    return Operation(row.record, row.kind, row.stamp, body.f, replaces, row.by, frozenset(body.c), body.d)
