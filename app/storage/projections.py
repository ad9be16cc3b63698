"""Projections: what was worked out from received files and may be worked out again at any time; it never travels."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, TypeVar

import msgspec
from sqlalchemy import delete, insert, select

from app.storage.session import Session
from app.storage.tables import PROJECTED

T = TypeVar("T")
_QUICK = 1
_MOST_NAMED = 500
"""So many organisations are named in one question; of more, all are read and the others passed over."""
_AT_ONCE = 100


def bases(session: Session, reader: str) -> dict[str, str]:
    """By organisation, from which basis it was worked out what is kept for a reader; nothing else is read."""
    chosen = select(PROJECTED.c.organisation, PROJECTED.c.basis).where(PROJECTED.c.reader == reader)
    return {owner: basis for owner, basis in session.execute(chosen)}


def get(session: Session, reader: str, kind: type[T], only: Collection[str] | None = None) -> dict[str, T]:
    """By organisation, what was worked out for a reader; of all, or of these `only`."""
    decoder = msgspec.json.Decoder(kind)
    return {owner: decoder.decode(zlib.decompress(body)) for owner, _basis, body in bodies(session, reader, only)}


def bodies(session: Session, reader: str, only: Collection[str] | None = None) -> Iterator[tuple[str, str, bytes]]:
    """(organisation, basis, body as it was kept) for a reader, one at a time; of all, or of these `only`."""
    columns = PROJECTED.c.organisation, PROJECTED.c.basis, PROJECTED.c.body
    chosen = select(*columns).where(PROJECTED.c.reader == reader).order_by(PROJECTED.c.organisation)
    wanted = None if only is None else frozenset(only)
    if wanted is not None and len(wanted) <= _MOST_NAMED:
        chosen = chosen.where(PROJECTED.c.organisation.in_(sorted(wanted)))
    for owner, basis, body in session.execute(chosen, execution_options={"yield_per": _AT_ONCE}):
        if wanted is None or owner in wanted:
            yield owner, basis, body


def put(session: Session, reader: str, made: Mapping[str, tuple[str, Any]]) -> None:
    """Keep what was worked out, in place of what was kept for the same organisations."""
    packed = {owner: (basis, pack(worked_out)) for owner, (basis, worked_out) in made.items()}
    put_bodies(session, reader, packed)


def pack(worked_out: object) -> bytes:
    """As it is kept: codes and numbers repeat, so that a tenth of the room is enough."""
    return zlib.compress(msgspec.json.encode(worked_out), _QUICK)


def put_bodies(session: Session, reader: str, made: Mapping[str, tuple[str, bytes]]) -> None:
    """The same of what was encoded by whoever reads it."""
    forget(session, reader, made)
    rows = [
        {"reader": reader, "organisation": owner, "basis": basis, "body": body} for owner, (basis, body) in made.items()
    ]
    if rows:
        session.execute(insert(PROJECTED), rows)


def forget(session: Session, reader: str, organisations: Iterable[str]) -> None:
    """Nothing is kept of these organisations any more, such as of those whose files are gone."""
    for owner in organisations:
        session.execute(delete(PROJECTED).where(PROJECTED.c.reader == reader, PROJECTED.c.organisation == owner))


def readers(session: Session) -> frozenset[str]:
    """Everybody for whom anything is kept."""
    return frozenset(session.execute(select(PROJECTED.c.reader).distinct()).scalars())


def forget_readers(session: Session, gone: Iterable[str]) -> None:
    """Nothing is kept for these any more."""
    session.execute(delete(PROJECTED).where(PROJECTED.c.reader.in_(sorted(gone))))
