"""Rows of other tables that every laptop of an organisation needs: which there are, and how two of one key merge.

They are sets that only grow, so their union is the merge. Where a row can change, the greater one holds, in an order
that depends on the two rows alone; so it cannot matter which came first.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Table, and_, delete, insert, select, update

from app.storage import outside, unsent_rows, values
from app.storage.decisions import PACK
from app.storage.session import Session
from app.storage.space_tables import CARRIED
from app.storage.tables import BATCH, CALL, DECISION, FINDING_DECISION, IMPORTED, PRACTICES, PRINTED, RECEIVED, SENT
from app.storage.unsent_rows import joined

RECEIPTS = "receipts"
"""The value in which the answers to what was sent are kept, by submission; each of them is carried as a row."""


@dataclass(frozen=True)
class Carried:
    """One kind of rows that travel."""

    table: Table
    key: tuple[str, ...]
    content: str = ""
    """The column of bytes, which goes beside the line."""
    changes: tuple[str, ...] = ()
    """The columns that may change, the one that decides first; none: a row is never another."""

    @property
    def name(self) -> str:
        """As the rows are called in a segment."""
        return str(self.table.name)


KINDS: Mapping[str, Carried] = {
    one.name: one
    for one in (
        Carried(CALL, ("id",), "bundle"),
        Carried(SENT, ("id",), "bundle"),
        Carried(RECEIVED, ("id",), "bundle"),
        Carried(PRACTICES, ("id",), "bundle"),
        Carried(PRINTED, ("submission", "digest"), "rest", ("outcome", "source")),
        Carried(DECISION, ("stamp",), changes=("subject", "kind", "body", "by")),
        Carried(FINDING_DECISION, ("call", "finding"), changes=("made_ms", "answer", "by")),
        Carried(BATCH, ("id",)),
        Carried(IMPORTED, ("key",), changes=("batch", "record", "digest")),
    )
}
"""Every kind, by name."""


@dataclass(frozen=True)
class Row:
    """One row as it travels."""

    kind: str
    key: tuple[str, ...]
    columns: Mapping[str, Any]
    content: bytes | None = None

    @property
    def digest(self) -> str:
        """Of what may change; equal rows have equal ones."""
        if self.kind not in KINDS:
            return _digest([dict(self.columns)])
        return _digest([self.columns.get(name) for name in KINDS[self.kind].changes])


def unsent(session: Session) -> Iterator[Row]:
    """The rows that are in no segment yet, or changed since, in an order that depends on them alone.

    Received files whose bytes lie outside wait until these are here again.
    """
    waiting = unsent_rows.every(session) if unsent_rows.are_noted(session) else compared(session)
    for name, key in waiting:
        kind = KINDS[name]
        if kind.table is RECEIVED and outside.of(session, key) is not None:
            continue
        row = _row(session, kind, tuple(key.split("\n", len(kind.key) - 1)))
        if row is not None and _known(session, name, key) != row.digest:
            yield row
    yield from _unsent_receipts(session)


def begin(session: Session) -> None:
    """From now on rows are noted as they are written; done again it does nothing."""
    if not unsent_rows.are_noted(session):
        unsent_rows.begin(session, compared(session))


def compared(session: Session) -> Iterator[tuple[str, str]]:
    """Kind and key of every row that is in no segment in the form it has, by looking at all of them."""
    known = {(row.kind, row.key): row.digest for row in session.execute(select(CARRIED))}
    for kind in KINDS.values():
        columns = [kind.table.c[name] for name in (*kind.key, *kind.changes)]
        for found in session.execute(select(*columns).order_by(*columns[: len(kind.key)])).mappings():
            key = joined(*(str(found[name]) for name in kind.key))
            if known.get((kind.name, key)) != _digest([found[name] for name in kind.changes]):
                yield kind.name, key


def note(session: Session, rows: Iterable[Row]) -> None:
    """These rows are in a segment, in this form."""
    for row in rows:
        _mark(session, row.kind, joined(*row.key), row.digest)
        unsent_rows.remove(session, row.kind, joined(*row.key))


def clear(session: Session) -> None:
    """All that was unsent is in segments, but for what waits for its bytes."""
    left = unsent_outside(session)
    unsent_rows.clear(session)
    unsent_rows.note(session, RECEIVED.name, left)


def unsent_outside(session: Session) -> tuple[str, ...]:
    """The received files that are noted as unsent and whose bytes lie outside."""
    noted = (key for name, key in unsent_rows.every(session) if name == RECEIVED.name)
    return tuple(key for key in noted if outside.of(session, key) is not None)


def forget(session: Session, keys: Iterable[tuple[str, tuple[str, ...]]]) -> None:
    """These rows are in no segment any more."""
    for kind, key in keys:
        session.execute(delete(CARRIED).where(CARRIED.c.kind == kind, CARRIED.c.key == joined(*key)))
        if kind in KINDS:
            unsent_rows.note(session, kind, [joined(*key)])


def take(session: Session, row: Row) -> bool:
    """Add a row that came in; whether anything here is another now. Of an unknown kind nothing is kept."""
    if row.kind == RECEIPTS:
        return _take_receipt(session, row)
    kind = KINDS.get(row.kind)
    if kind is None:
        return False
    columns = {name: row.columns[name] for name in kind.table.c.keys() if name in row.columns}
    if kind.content:
        columns[kind.content] = row.content or b""
    mine = _mine(kind, row.key)
    held = session.execute(select(*(kind.table.c[name] for name in kind.changes or kind.key)).where(mine)).first()
    is_news = held is None
    if held is None:
        session.execute(insert(kind.table), [columns])
    elif kind.changes and _order(tuple(held)) < _order(tuple(row.columns.get(name) for name in kind.changes)):
        session.execute(update(kind.table).where(mine).values(**columns))
        is_news = True
    if is_news:  # what was written here, too, goes out, too: the other laptop may be taken out one day
        _mark(session, row.kind, joined(*row.key), row.digest)
    return is_news


def is_mark(row: Row) -> bool:
    """Whether a row only says with which reference pack its writer goes on: that is no news for anybody."""
    return row.kind == DECISION.name and row.columns.get("kind") == PACK


def withdraw(session: Session, gone: Iterable[Row], left: Iterable[Row]) -> None:
    """Take rows out again that nobody vouches for any more; those in `left` are vouched for, and say what holds then.

    What was changed here since stays.
    """
    keys = {(row.kind, row.key) for row in gone if _holds(session, row)}
    for kind, key in keys:
        if kind == RECEIPTS:
            kept = values.get(session, RECEIPTS) or {}
            values.put(session, RECEIPTS, {name: said for name, said in kept.items() if name != key[0]})
        else:
            session.execute(delete(KINDS[kind].table).where(_mine(KINDS[kind], key)))
            if kind == RECEIVED.name:
                outside.forget(session, key[0])
    forget(session, keys)
    for row in left:
        if (row.kind, row.key) in keys:
            take(session, row)


def _holds(session: Session, row: Row) -> bool:
    """Whether what is here of a row is what this one says."""
    if row.kind == RECEIPTS:
        kept = (values.get(session, RECEIPTS) or {}).get(row.key[0])
        return kept is not None and Row(RECEIPTS, row.key, kept).digest == row.digest
    kind = KINDS.get(row.kind)
    if kind is None:
        return False
    names = kind.changes or kind.key
    held = session.execute(select(*(kind.table.c[name] for name in names)).where(_mine(kind, row.key))).first()
    return held is not None and (not kind.changes or _digest(list(held)) == row.digest)


def _mine(kind: Carried, key: tuple[str, ...]) -> ColumnElement[bool]:
    return and_(*(kind.table.c[name] == value for name, value in zip(kind.key, key, strict=True)))


def _row(session: Session, kind: Carried, key: tuple[str, ...]) -> Row | None:
    row = session.execute(select(kind.table).where(_mine(kind, key))).mappings().first()
    if row is None:
        return None
    found = {str(name): value for name, value in row.items()}
    content = bytes(found.pop(kind.content)) if kind.content else None
    return Row(kind.name, key, found, content)


def _unsent_receipts(session: Session) -> Iterator[Row]:
    for submission, kept in sorted((values.get(session, RECEIPTS) or {}).items()):
        row = Row(RECEIPTS, (submission,), kept)
        if _known(session, RECEIPTS, submission) != row.digest:
            yield row


def _take_receipt(session: Session, row: Row) -> bool:
    held = values.get(session, RECEIPTS) or {}
    before = held.get(row.key[0])
    fresh = dict(row.columns)
    is_news = before is None or _receipt_order(before) < _receipt_order(fresh)
    if is_news:
        values.put(session, RECEIPTS, {**held, row.key[0]: fresh})
    if is_news:
        _mark(session, RECEIPTS, row.key[0], row.digest)
    return is_news


def _receipt_order(kept: Mapping[str, Any]) -> tuple[bool, str, str]:
    """A signed receipt beats what was heard; of several the one made last."""
    receipt = kept.get("receipt") or {}
    return bool(kept.get("data")), str(receipt.get("made", "")), _text(dict(kept))


def _known(session: Session, kind: str, key: str) -> str | None:
    mine = (CARRIED.c.kind == kind) & (CARRIED.c.key == key)
    return session.execute(select(CARRIED.c.digest).where(mine)).scalar()


def _mark(session: Session, kind: str, key: str, digest: str) -> None:
    mine = (CARRIED.c.kind == kind) & (CARRIED.c.key == key)
    if session.execute(select(CARRIED.c.digest).where(mine)).first() is None:
        session.execute(insert(CARRIED), [{"kind": kind, "key": key, "digest": digest}])
        return
    session.execute(update(CARRIED).where(mine).values(digest=digest))


def _digest(found: list[Any]) -> str:
    return hashlib.sha256(_text(found).encode()).hexdigest() if found else ""


def _order(found: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple(f"{one:020d}" if isinstance(one, int) else str(one) for one in found)


def _text(value: Any) -> str:
    return msgspec.json.encode(value, order="sorted").decode()
