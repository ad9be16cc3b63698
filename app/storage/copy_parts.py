"""The parts in which a whole file is carried onto a server: each one range of keys of one table, or of its words.

A part is read, and made the bytes of a COPY, by whoever has the file open: this process, or another one beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import msgspec
from sqlalchemy import LargeBinary, Table, func, select

from app.storage import copy_rows, plain_rows, search
from app.storage.session import Session
from app.storage.space_tables import METADATA
from app.storage.tables import RECORD

WORDS = "record_search"
"""The name of the parts that hold what records are found by."""
AT_ONCE = 2000
_LARGE_AT_ONCE = 8
_MOST_BYTES = 4 << 20
"""So much of a part is given away at a time; only those with files have more."""
Key = tuple[Any, ...]


@dataclass(frozen=True)
class CopyPart:
    """What is read at once."""

    table: str
    rows: int
    begins: Key
    """The key of its first row."""
    ends: Key | None
    """The key of the first row that is not in it any more; None: there is none."""


def tables() -> tuple[Table, ...]:
    """Every table, in an order in which they can be filled."""
    return tuple(METADATA.sorted_tables)


def parts_of(session: Session, table: Table) -> tuple[CopyPart, ...]:
    """A table in parts, in the order of its key."""
    keys = list(table.primary_key.columns)
    size = _size(table)
    place = func.row_number().over(order_by=keys).label("place")
    numbered = select(*keys, place).subquery()
    first = select(numbered).where(numbered.c.place % size == 1).order_by(numbered.c.place)
    begins = [tuple(row)[:-1] for row in session.execute(first)]
    held = session.execute(select(func.count()).select_from(table)).scalar_one()
    limits = [*begins, None]
    sizes = [min(size, held - size * number) for number in range(len(begins))]
    return tuple(
        CopyPart(table.name, rows, begin or (), end) for (begin, end), rows in zip(pairwise(limits), sizes, strict=True)
    )


def count(session: Session) -> int:
    """How many records there are."""
    return int(session.execute(select(func.count()).select_from(RECORD)).scalar_one())


def look(session: Session) -> None:
    """Begin to read: what is seen from here on is this moment, whatever others write."""
    session.execute(select(RECORD.c.number).limit(1)).first()


def read(session: Session, part: CopyPart) -> Iterator[bytes]:
    """The rows of a part as the bytes of a COPY, some mebibytes at a time."""
    held: list[bytes] = []
    size = 0
    for row in _words(session, part) if part.table == WORDS else _rows(session, part):
        held.append(row)
        size += len(row)
        if size > _MOST_BYTES:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


def _rows(session: Session, part: CopyPart) -> Iterator[bytes]:
    table = METADATA.tables[part.table]
    return map(copy_rows.writer(table), _asked(session, table, [column.name for column in table.c], part))


def _words(session: Session, part: CopyPart) -> Iterator[bytes]:
    """Of what is in the trash no word is found."""
    for number, kind, body, is_deleted in _asked(session, RECORD, ["number", "kind", "body", "deleted"], part):
        if not is_deleted:
            yield copy_rows.lexemes(number, search.lexemes(kind, msgspec.json.decode(body)))


def _asked(session: Session, table: Table, columns: list[str], part: CopyPart) -> Sequence[Any]:
    """The rows of a part as the driver gives them."""
    key, value = _listed(table.primary_key.columns.keys()), ", ".join("?" * len(part.begins))
    asked = f'SELECT {_listed(columns)} FROM "{table.name}" WHERE ({key}) >= ({value})'
    if part.ends is not None:
        asked = f"{asked} AND ({key}) < ({value})"
    return plain_rows.ask(session, f"{asked} ORDER BY {key}", [*part.begins, *(part.ends or ())])


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def _size(table: Table) -> int:
    """Rows of one part: fewer of those that hold files."""
    return _LARGE_AT_ONCE if any(isinstance(one.type, LargeBinary) for one in table.c) else AT_ONCE
