"""Projections: what was worked out from received files and may be worked out again at any time; it never travels."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeVar

import msgspec
from sqlalchemy import delete, insert, select

from app.storage.session import Session
from app.storage.tables import PROJECTED

T = TypeVar("T")


def bases(session: Session, reader: str) -> dict[str, str]:
    """By organisation, from which basis it was worked out what is kept for a reader; nothing else is read."""
    chosen = select(PROJECTED.c.organisation, PROJECTED.c.basis).where(PROJECTED.c.reader == reader)
    return {owner: basis for owner, basis in session.execute(chosen)}


def get(session: Session, reader: str, kind: type[T], only: Collection[str] | None = None) -> dict[str, T]:
    """By organisation, what was worked out for a reader; of all, or of these `only`."""
    decoder = msgspec.json.Decoder(kind)
    chosen = select(PROJECTED.c.organisation, PROJECTED.c.body).where(PROJECTED.c.reader == reader)
    if only is not None:
        chosen = chosen.where(PROJECTED.c.organisation.in_(sorted(only)))
    return {owner: decoder.decode(body) for owner, body in session.execute(chosen)}


def put(session: Session, reader: str, made: Mapping[str, tuple[str, Any]]) -> None:
    """Keep what was worked out, in place of what was kept for the same organisations."""
    forget(session, reader, made)
    rows = [
        {"reader": reader, "organisation": owner, "basis": basis, "body": msgspec.json.encode(worked_out)}
        for owner, (basis, worked_out) in made.items()
    ]
    if rows:
        session.execute(insert(PROJECTED), rows)


def forget(session: Session, reader: str, organisations: Iterable[str]) -> None:
    """Nothing is kept of these organisations any more, such as of those whose files are gone."""
    for owner in organisations:
        session.execute(delete(PROJECTED).where(PROJECTED.c.reader == reader, PROJECTED.c.organisation == owner))
