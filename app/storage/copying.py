"""Copying a whole store into a new file, and proving that everything arrived as it was; `copy_out` is the other way."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import LargeBinary, Table, func, insert, select

from app.errors import GroundworkError
from app.i18n import N_
from app.progress import Progress, silent
from app.storage import search
from app.storage.session import Session
from app.storage.space_tables import METADATA
from app.storage.tables import RECORD

_ROWS, _LARGE_ROWS = 1000, 8
"""Rows in memory at a time; fewer of those that hold files."""


class NotCopiedError(GroundworkError):
    """A table over there is not what it is here; nothing was kept there."""

    message = N_("What arrived on the other side is not what was sent. Nothing was kept there; please try again.")


@dataclass(frozen=True)
class Proof:
    """What a table holds: how many rows, and a digest of all of them in the order of their keys."""

    rows: int
    digest: str


def copy_all(source: Session, target: Session, progress: Progress = silent) -> Mapping[str, Proof]:
    """Copy every row of every table into an empty store, read all of it back and compare; proofs by table.

    The search index is made anew. Raises NotCopiedError, and whoever holds the transaction keeps nothing.
    """
    found = {table: source.execute(select(func.count()).select_from(table)).scalar_one() for table in _tables()}
    telling = _Telling(progress, 2 * sum(found.values()) + found[RECORD])
    sent: dict[str, Proof] = {}
    for table in found:
        proof = _Proving()
        with closing(_rows(source, table)) as rows:
            _put(target, table, telling.each(proof.each(rows)))
        sent[table.name] = proof.done()
    _index(source, target, telling)
    for table in found:
        arrived = _Proving()
        with closing(_rows(target, table)) as rows:
            for _row in telling.each(arrived.each(rows)):
                pass
        if arrived.done() != sent[table.name]:
            raise NotCopiedError(detail=table.name)
    return sent


def _tables() -> tuple[Table, ...]:
    return tuple(METADATA.sorted_tables)


class _Proving:
    """Counts rows and digests them while they pass."""

    def __init__(self) -> None:
        self._rows, self._digest = 0, hashlib.sha256()

    def each(self, rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
        """Pass the rows on."""
        for row in rows:
            self._digest.update(msgspec.msgpack.encode(row))
            self._rows += 1
            yield row

    def done(self) -> Proof:
        """What passed."""
        return Proof(self._rows, self._digest.hexdigest())


class _Telling:
    """Tells how far a job of several rounds is; a thousand rows at a time."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress, self._total, self._done = progress, total, 0

    def each(self, rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
        """Pass the rows on."""
        for row in rows:
            self.add(1)
            yield row

    def add(self, count: int) -> None:
        """So many more are done."""
        before, self._done = self._done, self._done + count
        if before // _ROWS != self._done // _ROWS or self._done >= self._total:
            self._progress(self._done, self._total)


def _rows(session: Session, table: Table) -> Generator[tuple[Any, ...], None, None]:
    """Every row in the order of its key, in a form that is the same in every store."""
    at_once = _LARGE_ROWS if any(isinstance(column.type, LargeBinary) for column in table.c) else _ROWS
    chosen = select(table).order_by(*table.primary_key.columns).execution_options(yield_per=at_once)
    with session.execute(chosen) as found:
        for row in found:
            yield tuple(map(_plain, row))


def _plain(value: Any) -> Any:
    if isinstance(value, str) and "\0" in value:
        return value.replace("\0", "\ufffd")  # there is no such letter on PostgreSQL; texts of records escape it
    return value


def _put(target: Session, table: Table, rows: Iterator[tuple[Any, ...]]) -> None:
    names = [column.name for column in table.c]
    while some := list(islice(rows, _ROWS)):
        target.execute(insert(table), [dict(zip(names, row, strict=True)) for row in some])


def _index(source: Session, target: Session, telling: _Telling) -> None:
    chosen = select(RECORD.c.number, RECORD.c.kind, RECORD.c.deleted, RECORD.c.body).order_by(RECORD.c.number)
    with source.execute(chosen.execution_options(yield_per=_ROWS)) as rows:
        for some in rows.partitions():
            shown = {row.number: (row.kind, msgspec.json.decode(row.body)) for row in some if not row.deleted}
            search.put_new(target, shown)
            telling.add(len(some))
