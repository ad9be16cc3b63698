"""Rows as the driver takes them: SQL made once for each table and kind of database, values in the order of the columns.

What is written by the thousand goes this way, as there the name of every value of every row costs more than the row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Table

from app.storage.session import Session

_AT_ONCE = 900
Row = tuple[object, ...]
"""One value for each column, none of which needs to be made another for any database."""


def put(session: Session, table: Table, rows: Iterable[Row]) -> None:
    """Insert these rows, each with a value for every column of the table, in its order."""
    run(session, _inserting(table), rows)


def change(session: Session, table: Table, columns: tuple[str, ...], rows: Iterable[Row]) -> None:
    """Set these columns; the last value of each row is the key of the row to change."""
    run(session, _updating(table, columns), rows)


def remove(session: Session, table: Table, column: str, rows: Iterable[Row]) -> None:
    """Delete every row that has one of these single values in that column."""
    run(session, f"DELETE FROM {table.name} WHERE {column} = ?", rows)


def keep(session: Session, table: Table, row: Row) -> None:
    """Insert this row, or put it in the place of the one with its key."""
    run(session, _keeping(table), (row,))


def ask(session: Session, statement: str, values: Sequence[object] = ()) -> Sequence[Any]:
    """The rows that a question of ours gives, in which `?` stands for a value."""
    connection = session.connection()
    return connection.exec_driver_sql(_marked(connection, statement), tuple(values)).all()


def among(session: Session, table: Table, column: str, values: Sequence[object]) -> Iterator[Any]:
    """The rows that have one of these values in that column, some hundred values at a time."""
    for start in range(0, len(values), _AT_ONCE):
        part = values[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(part))
        yield from ask(
            session, f'SELECT {_named(table.c.keys())} FROM {table.name} WHERE "{column}" IN ({marks})', part
        )


def run(session: Session, statement: str, rows: Iterable[Row]) -> None:
    """Run a statement of ours, in which `?` stands for a value, once for each row; without rows not at all."""
    found = list(rows)
    if found:
        connection = session.connection()
        connection.exec_driver_sql(_marked(connection, statement), found)


def _marked(connection: Connection, statement: str) -> str:
    """The statement with the mark for values that this driver knows."""
    return statement if connection.dialect.paramstyle == "qmark" else statement.replace("?", "%s")


@lru_cache
def _selecting(table: Table) -> str:
    return f"SELECT {_named(table.c.keys())} FROM {table.name}"


@lru_cache
def _inserting(table: Table) -> str:
    return f"INSERT INTO {table.name} ({_named(table.c.keys())}) VALUES ({', '.join('?' * len(table.c))})"


@lru_cache
def _keeping(table: Table) -> str:
    keys = table.primary_key.columns.keys()
    others = ", ".join(f'"{name}" = excluded."{name}"' for name in table.c.keys() if name not in keys)
    return f"{_inserting(table)} ON CONFLICT ({_named(keys)}) DO UPDATE SET {others}"


@lru_cache
def _updating(table: Table, columns: tuple[str, ...]) -> str:
    (key,) = table.primary_key.columns.keys()
    told = ", ".join(f'"{name}" = ?' for name in columns)
    return f'UPDATE {table.name} SET {told} WHERE "{key}" = ?'


def _named(columns: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)
