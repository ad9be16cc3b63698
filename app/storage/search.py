"""The search index: folded text of every record, in any script; made again from the records at any time.

SQLite has FTS5 for it, PostgreSQL a stored tsvector. Both are given words that were folded here and nothing else, so
both find the same; a parser or dictionary of the database has no say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Boolean, ColumnElement, Connection, bindparam, text, true
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from app.domain.fold import Value
from app.domain.records import KINDS, SEALED, searched_words
from app.folding import index_text, index_words
from app.folding import words as typed_words
from app.storage import plain_rows
from app.storage.session import Session

_MAKE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS record_search USING fts5(body, content='', contentless_delete=1, "
    "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* Co Mn'\")"
)

_MAKE_ON_POSTGRESQL = (
    "CREATE TABLE record_search (rowid INTEGER PRIMARY KEY, words TSVECTOR NOT NULL)",
    "CREATE INDEX record_search_words ON record_search USING gin (words)",
)
_LONGEST_WORD = 500
"""Letters of a word that PostgreSQL keeps; a lexeme may have 2,046 bytes there."""
_MOST_BYTES = 1_000_000
"""Bytes of all words of a record that PostgreSQL keeps; a tsvector may have a mebibyte."""

_NEWEST = """
SELECT record.kind, record.id, record.title, record.month, coalesce(json_extract(record.body, '$.place'), ''),
       record.complete
FROM (SELECT rowid AS number FROM record_search WHERE record_search MATCH :words
      ORDER BY rowid DESC LIMIT :limit OFFSET :skipped) AS hit
CROSS JOIN record ON record.number = hit.number
ORDER BY record.number DESC
"""
_NEAR = 20_000
"""Of so many records written down last each is looked at, before the index is asked; common words are found there."""
_NEAR_ON_POSTGRESQL = """
SELECT record.kind, record.id, record.title, record.month, record.body, record.complete
FROM (SELECT rowid AS number FROM record_search
      WHERE rowid > (SELECT max(rowid) FROM record_search) - :near AND words @@ CAST(:words AS tsquery)
      ORDER BY rowid DESC LIMIT :limit OFFSET :skipped) AS hit
JOIN record ON record.number = hit.number
ORDER BY record.number DESC
"""
_NEWEST_ON_POSTGRESQL = """
SELECT record.kind, record.id, record.title, record.month, record.body, record.complete
FROM (SELECT rowid AS number FROM record_search WHERE words @@ CAST(:words AS tsquery)
      ORDER BY rowid + 0 DESC LIMIT :limit OFFSET :skipped) AS hit
JOIN record ON record.number = hit.number
ORDER BY record.number DESC
"""
"""The sum keeps the server from walking all records backwards for a word that few of them have."""


class _Holds(FunctionElement[bool]):
    """That a record has the words: as FTS5 asks for them, and as PostgreSQL does."""

    inherit_cache = True
    type = Boolean()


@compiles(_Holds, "sqlite")
def _on_sqlite(element: _Holds, compiler: Any, **given: Any) -> str:
    asked_for, _other = element.clauses
    wanted = compiler.process(asked_for, **given)
    return f"record.number IN (SELECT rowid FROM record_search WHERE record_search MATCH {wanted})"


@compiles(_Holds, "postgresql")
def _on_postgresql(element: _Holds, compiler: Any, **given: Any) -> str:
    _other, asked_for = element.clauses
    wanted = compiler.process(asked_for, **given)
    return f"record.number IN (SELECT rowid FROM record_search WHERE words @@ CAST({wanted} AS tsquery))"


def make(connection: Connection) -> None:
    """Create the index in a new store."""
    for words in (_MAKE,) if connection.dialect.name == "sqlite" else _MAKE_ON_POSTGRESQL:
        connection.exec_driver_sql(words)


def put_new(session: Session, found: Mapping[int, tuple[str, Mapping[str, Value]]]) -> None:
    """Index records that are not in the index yet, by row number: kind and flat form of each."""
    if not found:
        return
    written = ((number, _written(kind, entries)) for number, (kind, entries) in found.items())
    if _is_sqlite(session):
        rows = ((number, index_text(told)) for number, told in written)
        plain_rows.run(session, "INSERT INTO record_search (rowid, body) VALUES (?, ?)", rows)
        return
    made = ((number, _lexemes(index_words(told))) for number, told in written)
    adding = "INSERT INTO record_search (rowid, words) VALUES (?, array_to_tsvector(CAST(? AS text[])))"
    plain_rows.run(session, adding, made)


def lexemes(kind: str, entries: Mapping[str, Value]) -> list[str]:
    """The words by which PostgreSQL finds a record of this kind and flat form."""
    return _lexemes(index_words(_written(kind, entries)))


def _written(kind: str, entries: Mapping[str, Value]) -> str:
    if kind not in KINDS or SEALED in entries:
        return ""  # nothing of what is sealed is found by others, and its letters are noise
    return searched_words(KINDS[kind], entries)


def _lexemes(words: Iterable[str]) -> list[str]:
    kept: dict[str, None] = {}
    left = _MOST_BYTES
    for word in dict.fromkeys(one[:_LONGEST_WORD] for one in words if one):
        left -= len(word.encode())
        if left < 0:
            break
        kept[word] = None
    return list(kept)


def empty(session: Session) -> None:
    """Take every record out of the index."""
    all_of_it = "INSERT INTO record_search(record_search) VALUES ('delete-all')"
    session.execute(text(all_of_it if _is_sqlite(session) else "DELETE FROM record_search"))


def remove(session: Session, numbers: Iterable[int]) -> None:
    """Take records out of the index."""
    plain_rows.run(session, "DELETE FROM record_search WHERE rowid = ?", ((number,) for number in numbers))


def destroy_removed(session: Session) -> None:
    """Write the index anew, so that no word of a removed record is left in it."""
    if _is_sqlite(session):
        session.execute(text("INSERT INTO record_search(record_search) VALUES ('optimize')"))


def condition(words: str) -> ColumnElement[bool]:
    """The SQL condition that a record has a word beginning like each of these.

    Without a single letter or digit in `words` it holds for every record.
    """
    query = asked(words)
    if not query:
        return true()
    return _Holds(bindparam("fts5", query, unique=True), bindparam("tsquery", _asked_there(words), unique=True))


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
    where = {"limit": limit, "skipped": skipped}
    if _is_sqlite(session):
        rows = [tuple(row) for row in session.execute(text(_NEWEST), {"words": query, **where})]
    else:  # the place is read here: PostgreSQL refuses to look into a JSON text that has U+0000 anywhere
        rows = [
            (*row[:4], msgspec.json.decode(row[4]).get("place") or "", row[5]) for row in _there(session, words, where)
        ]
    return [Seen(one[0], one[1], one[2], one[3], one[4], None if one[5] is None else bool(one[5])) for one in rows]


def _there(session: Session, words: str, where: Mapping[str, int]) -> Sequence[Any]:
    """On PostgreSQL: among the newest records, where there are enough; else wherever the index says."""
    given = {"words": _asked_there(words), **where}
    near = session.execute(text(_NEAR_ON_POSTGRESQL), {**given, "near": _NEAR}).all()
    return near if len(near) == where["limit"] else session.execute(text(_NEWEST_ON_POSTGRESQL), given).all()


def asked(words: str) -> str:
    """What was typed, as FTS5 is asked for it; empty without a single letter or digit."""
    return " ".join(f'"{word}"*' for word in typed_words(words))


def _asked_there(words: str) -> str:
    """What was typed, as PostgreSQL is asked for it; words are letters and digits, so nothing needs to be escaped."""
    return " & ".join(f"'{word[:_LONGEST_WORD]}':*" for word in typed_words(words))


def _is_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"
