"""Rows as the driver takes and gives them: SQL made once for each table, values in the order of its columns.

What is written by the thousand, and what every save asks, goes this way: building a query for each, and naming every
value of every row, costs more than the rows. Mistakes of the driver are told in our sentences as all others are.
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from functools import lru_cache
from typing import Any

from sqlalchemy import Table

from app.storage.session import Session

_AT_ONCE = 900
Row = tuple[object, ...]
"""One value for each column, none of which needs to be made another for any database."""


def put(session: Session, table: Table, rows: Iterable[Row]) -> None:
    """Insert these rows, each with a value for every column of the table, in its order."""
    run(session, _inserting(table), rows)


def keep(session: Session, table: Table, row: Row) -> None:
    """Insert this row, or put it in the place of the one with its key."""
    run(session, _keeping(table), (row,))


def change(session: Session, table: Table, columns: tuple[str, ...], rows: Iterable[Row]) -> None:
    """Set these columns; the last value of each row is the key of the row to change."""
    run(session, _updating(table, columns), rows)


def remove(session: Session, table: Table, column: str, rows: Iterable[Row]) -> None:
    """Delete every row that has one of these single values in that column."""
    run(session, f"DELETE FROM {table.name} WHERE {column} = ?", rows)


def among(session: Session, table: Table, column: str, values: Sequence[object]) -> Iterator[Any]:
    """The rows that have one of these values in that column, by the names of their columns."""
    made = _named_row(table)
    for start in range(0, len(values), _AT_ONCE):
        part = values[start : start + _AT_ONCE]
        asked = f'{_selecting(table)} WHERE "{column}" IN ({", ".join("?" * len(part))})'
        yield from map(made, ask(session, asked, part))


def ask(session: Session, statement: str, values: Sequence[object] = ()) -> Sequence[Any]:
    """The rows that a question of ours gives, in which `?` stands for a value."""
    with closing(session.connection().connection.cursor()) as cursor:
        cursor.execute(_marked(session, statement), tuple(values))
        return cursor.fetchall()


def run(session: Session, statement: str, rows: Iterable[Row]) -> None:
    """Run a statement of ours, in which `?` stands for a value, once for each row; without rows not at all."""
    found = list(rows)
    if found:
        with closing(session.connection().connection.cursor()) as cursor:
            cursor.executemany(_marked(session, statement), found)


def _marked(session: Session, statement: str) -> str:
    """The statement with the mark for values that this driver knows."""
    return statement if session.get_bind().dialect.paramstyle == "qmark" else statement.replace("?", "%s")


@lru_cache
def _named_row(table: Table) -> Any:
    named: Any = namedtuple(str(table.name), table.c.keys())  # type: ignore[misc] # as the table says
    return named._make


@lru_cache
def _selecting(table: Table) -> str:
    return f"SELECT {_listed(table.c.keys())} FROM {table.name}"


@lru_cache
def _inserting(table: Table) -> str:
    return f"INSERT INTO {table.name} ({_listed(table.c.keys())}) VALUES ({', '.join('?' * len(table.c))})"


@lru_cache
def _keeping(table: Table) -> str:
    keys = table.primary_key.columns.keys()
    others = ", ".join(f'"{name}" = excluded."{name}"' for name in table.c.keys() if name not in keys)
    return f"{_inserting(table)} ON CONFLICT ({_listed(keys)}) DO UPDATE SET {others}"


@lru_cache
def _updating(table: Table, columns: tuple[str, ...]) -> str:
    (key,) = table.primary_key.columns.keys()
    told = ", ".join(f'"{name}" = ?' for name in columns)
    return f'UPDATE {table.name} SET {told} WHERE "{key}" = ?'


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)
