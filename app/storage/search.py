"""The search index: folded text of every record, in any script; made again from the records at any time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, text

from app.domain.fold import Value
from app.domain.records import KINDS, SEALED, searched_words
from app.folding import index_words
from app.folding import words as typed_words
from app.storage.session import Session

_MAKE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS record_search USING fts5(body, content='', contentless_delete=1, "
    "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co Mn'\")"
)

_NEWEST = """
SELECT record.kind, record.id, record.title, record.month, coalesce(json_extract(record.body, '$.place'), ''),
       record.complete
FROM (SELECT rowid AS number FROM record_search WHERE record_search MATCH :words
      ORDER BY rowid DESC LIMIT :limit OFFSET :skipped) AS hit
CROSS JOIN record ON record.number = hit.number
ORDER BY record.number DESC
"""


def make(connection: Connection) -> None:
    """Create the index in a new file; PostgreSQL has its own."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_MAKE)


def put(session: Session, number: int, kind: str, entries: Mapping[str, Value]) -> None:
    """Index one record under its row number, replacing what stood there."""
    remove(session, number)
    put_new(session, {number: (kind, entries)})


def put_new(session: Session, found: Mapping[int, tuple[str, Mapping[str, Value]]]) -> None:
    """Index records that are not in the index yet, by row number: kind and flat form of each."""
    rows = [{"number": number, "body": _written(kind, entries)} for number, (kind, entries) in found.items()]
    if rows:
        session.execute(text("INSERT INTO record_search(rowid, body) VALUES (:number, :body)"), rows)


def _written(kind: str, entries: Mapping[str, Value]) -> str:
    if kind not in KINDS or SEALED in entries:
        return ""  # nothing of what is sealed is found by others, and its letters are noise
    return " ".join(index_words(searched_words(KINDS[kind], entries)))


def empty(session: Session) -> None:
    """Take every record out of the index."""
    session.execute(text("INSERT INTO record_search(record_search) VALUES ('delete-all')"))


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
    query = asked(words)
    if not query:
        return "1 = 1", {}
    return (
        "number IN (SELECT rowid FROM record_search WHERE record_search MATCH :words)",
        {"words": query},
    )


@dataclass(frozen=True)
class Seen:
    """What is told of a record that was found, without reading it whole."""

    kind: str
    id: str
    title: str
    """The first of its texts that it has, cut short."""
    month: str
    place: str
    complete: bool | None


def newest(session: Session, words: str, limit: int, *, skipped: int = 0) -> list[Seen]:
    """The records written down last that have a word beginning like each of these, newest first.

    The index is walked backwards and left as soon as there are enough: no hit is ranked, none is counted.
    """
    query = asked(words)
    if not query:
        return []
    found = session.execute(text(_NEWEST), {"words": query, "limit": limit, "skipped": skipped})
    return [Seen(one[0], one[1], one[2], one[3], one[4], None if one[5] is None else bool(one[5])) for one in found]


def asked(words: str) -> str:
    """What was typed, as the index is asked for it; empty without a single letter or digit."""
    return " ".join(f'"{word}"*' for word in typed_words(words))
