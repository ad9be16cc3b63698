"""Received files whose bytes lie in a place outside: which, where, under which key, and what they say.

A row begins before its bytes go, so that whoever was struck goes on with the same key and the same name; the bytes
here are let go in the transaction that says where they are. Nothing of it travels: another laptop keeps its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, func, insert, select, update

from app.storage import unsent_rows
from app.storage.session import Session
from app.storage.tables import OUTSIDE, RECEIVED

_PLAIN = [column for column in OUTSIDE.c if column.name != "told"]


@dataclass(frozen=True)
class Outside:
    """Where the bytes of one submission lie, or will."""

    submission: str
    digest: str
    """SHA-256 of the bytes."""
    size: int
    key: str
    """As hex."""
    place: str
    name: str = ""
    """Empty while they are on their way."""


def waiting(session: Session) -> tuple[str, ...]:
    """The submissions whose bytes are here and may go; what other laptops were not sent yet stays until it was."""
    unsent = {key for kind, key in unsent_rows.every(session) if kind == RECEIVED.name}
    here = session.execute(select(RECEIVED.c.id).where(func.length(RECEIVED.c.bundle) > 0).order_by(RECEIVED.c.id))
    return tuple(one for one in here.scalars() if one not in unsent)


def begun(session: Session, submission: str) -> Outside | None:
    """The row of a submission, whether its bytes are outside already or on their way."""
    row = session.execute(select(*_PLAIN).where(_is(submission))).first()
    return Outside(*row) if row else None


def begin(session: Session, fresh: Outside) -> None:
    """These bytes are on their way; what was begun before is forgotten."""
    forget(session, fresh.submission)
    session.execute(insert(OUTSIDE), [{**vars(fresh), "told": b""}])


def let_go(session: Session, there: Outside, told: bytes) -> None:
    """The bytes are there, read back and compared: from here on only what they say is kept here."""
    session.execute(update(OUTSIDE).where(_is(there.submission)).values(name=there.name, told=told))
    session.execute(update(RECEIVED).where(RECEIVED.c.id == there.submission).values(bundle=b""))


def take_back(session: Session, submission: str, bundle: bytes) -> None:
    """The bytes are here again; where they lay is forgotten."""
    session.execute(update(RECEIVED).where(RECEIVED.c.id == submission).values(bundle=bundle))
    forget(session, submission)


def heal(session: Session, submission: str, bundle: bytes) -> None:
    """The same file came once more: where its bytes were outside, they are here again, whatever lies there."""
    there = of(session, submission)
    if there is not None and hashlib.sha256(bundle).hexdigest() == there.digest:
        take_back(session, submission, bundle)


def forget(session: Session, submission: str) -> None:
    """Nothing of it is known outside any more; without its key nobody can open what may lie there."""
    session.execute(delete(OUTSIDE).where(_is(submission)))


def of(session: Session, submission: str) -> Outside | None:
    """Where the bytes of a submission lie that are not here."""
    found = begun(session, submission)
    return found if found is not None and found.name else None


def told(session: Session, submission: str) -> bytes:
    """What a file outside says, as it was put away; nothing of one that is here."""
    return bytes(session.execute(select(OUTSIDE.c.told).where(_is(submission))).scalar() or b"")


def every(session: Session) -> tuple[Outside, ...]:
    """All that lies outside, by submission."""
    rows = session.execute(select(*_PLAIN).where(OUTSIDE.c.name != "").order_by(OUTSIDE.c.submission))
    return tuple(Outside(*row) for row in rows)


def held(session: Session) -> Mapping[str, tuple[int, int]]:
    """By id of a place, how many files lie there and how many bytes they have."""
    counted = select(OUTSIDE.c.place, func.count(), func.sum(OUTSIDE.c.size)).where(OUTSIDE.c.name != "")
    rows = session.execute(counted.group_by(OUTSIDE.c.place).order_by(OUTSIDE.c.place))
    return {place: (count, int(size)) for place, count, size in rows}


def _is(submission: str) -> ColumnElement[bool]:
    return OUTSIDE.c.submission == submission
