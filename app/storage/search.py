"""The search index: folded text of every record, in any script; made again from the records at any time."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, text

from app.domain.fold import Value
from app.domain.records import SEALED
from app.folding import index_words
from app.folding import words as typed_words
from app.storage.session import Session

_MAKE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS record_search USING fts5(body, content='', contentless_delete=1, "
    "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co Mn'\")"
)


def make(connection: Connection) -> None:
    """Create the index in a new file; PostgreSQL has its own."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_MAKE)


def put(session: Session, number: int, entries: Mapping[str, Value]) -> None:
    """Index one record under its row number, replacing what stood there."""
    remove(session, number)
    put_new(session, {number: entries})


def put_new(session: Session, found: Mapping[int, Mapping[str, Value]]) -> None:
    """Index records that are not in the index yet, by row number."""
    rows = [{"number": number, "body": _written(entries)} for number, entries in found.items()]
    session.execute(text("INSERT INTO record_search(rowid, body) VALUES (:number, :body)"), rows)


def _written(entries: Mapping[str, Value]) -> str:
    if SEALED in entries:
        return ""  # nothing of it is found by others, and its letters are noise
    return " ".join(index_words(" ".join(value for value in entries.values() if isinstance(value, str))))


def remove(session: Session, number: int) -> None:
    """Take one record out of the index."""
    session.execute(text("DELETE FROM record_search WHERE rowid = :number"), {"number": number})


def destroy_removed(session: Session) -> None:
    """Write the index anew, so that no word of a removed record is left in it."""
    if session.get_bind().dialect.name == "sqlite":
        session.execute(text("INSERT INTO record_search(record_search) VALUES ('optimize')"))


def condition(words: str) -> tuple[str, dict[str, str]]:
    """An SQL condition on `record.number` for records that have a word beginning like each of these, and its parameter.

    Without a single letter or digit in `words` it holds for every record.
    """
    query = " ".join(f'"{word}"*' for word in typed_words(words))
    if not query:
        return "1 = 1", {}
    return (
        "number IN (SELECT rowid FROM record_search WHERE record_search MATCH :words)",
        {"words": query},
    )
