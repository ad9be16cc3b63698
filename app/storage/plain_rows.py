"""Rows as the driver takes them: SQL made once for each table and kind of database, values in the order of the columns.

What is written by the thousand goes this way, as there the name of every value of every row costs more than the row.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from sqlalchemy import Connection, Table

from app.storage.session import Session

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
def _inserting(table: Table) -> str:
    return f"INSERT INTO {table.name} ({_named(table.c.keys())}) VALUES ({', '.join('?' * len(table.c))})"


@lru_cache
def _updating(table: Table, columns: tuple[str, ...]) -> str:
    (key,) = table.primary_key.columns.keys()
    told = ", ".join(f'"{name}" = ?' for name in columns)
    return f'UPDATE {table.name} SET {told} WHERE "{key}" = ?'


def _named(columns: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in columns)
