"""Segments as they were made or came in, with their bytes; what is held, what waits, and what was put aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import msgspec
from sqlalchemy import delete, func, insert, or_, select, update

from app.storage.session import Session
from app.storage.space_tables import SEGMENT

_WITHOUT_BYTES = [column for column in SEGMENT.c if column.name != "bundle"]


class State(StrEnum):
    """What a segment is to this laptop."""

    UNSENT = "unsent"
    """Made here and seen in no place yet."""
    HELD = "held"
    """What it says is part of this workspace."""
    WAITING = "waiting"
    """Something that it needs is not here yet."""
    QUARANTINED = "quarantined"
    """It counts for nothing, and the reason is told."""
    REPLACED = "replaced"
    """What it said stands in another one of the same laptop."""


COUNTED = (State.UNSENT, State.HELD)


@dataclass(frozen=True)
class Kept:
    """One segment. `bundle` is b"" where only what is known of it was asked for."""

    digest: str
    id: str
    writer: str
    seq: int
    device: str
    previous: str
    state: State
    reason: str
    made_ms: int
    since_ms: int
    size: int
    start: int
    replaces: tuple[str, ...] = ()
    bundle: bytes = field(default=b"", repr=False)

    @property
    def is_several(self) -> bool:
        """Whether it stands for several segments, or for one that was written anew."""
        return bool(self.replaces)


def put(session: Session, kept: Kept) -> None:
    """Keep a segment; one with these bytes that waits or was put aside is replaced."""
    session.execute(delete(SEGMENT).where(SEGMENT.c.digest == kept.digest))
    row = {**vars(kept), "state": kept.state.value, "replaces": msgspec.json.encode(kept.replaces).decode()}
    session.execute(insert(SEGMENT), [row])


def digests(session: Session) -> dict[str, State]:
    """The hash of every file that is known, with its state."""
    return {row.digest: State(row.state) for row in session.execute(select(SEGMENT.c.digest, SEGMENT.c.state))}


def known(session: Session) -> frozenset[str]:
    """The ids of all that is part of this workspace, those that another one stands for included."""
    rows = session.execute(select(SEGMENT.c.id, SEGMENT.c.replaces).where(SEGMENT.c.state.in_((*COUNTED, "replaced"))))
    found: set[str] = set()
    for row in rows:
        found.add(row.id)
        found.update(msgspec.json.decode(row.replaces))
    return frozenset(found)


def every(session: Session, *states: State) -> tuple[Kept, ...]:
    """All segments in these states, or in any, without their bytes; by writer and number."""
    chosen = select(*_WITHOUT_BYTES).order_by(SEGMENT.c.writer, SEGMENT.c.seq, SEGMENT.c.digest)
    if states:
        chosen = chosen.where(SEGMENT.c.state.in_(states))
    return tuple(_kept(row) for row in session.execute(chosen).mappings())


def gaps(session: Session) -> tuple[Kept, ...]:
    """Those that are held and name an earlier one that is not."""
    ids = known(session)
    return tuple(one for one in every(session, *COUNTED) if one.previous and one.previous not in ids)


def twins(session: Session) -> tuple[Kept, ...]:
    """Those that share writer and number with another one: two laptops wrote under one name."""
    held = [one for one in every(session, *COUNTED) if not one.is_several]
    counted = Counter((one.writer, one.seq) for one in held)
    return tuple(one for one in held if counted[(one.writer, one.seq)] > 1)


def bytes_of(session: Session, digest: str) -> bytes:
    """The file; b"" if there is none."""
    return bytes(session.execute(select(SEGMENT.c.bundle).where(SEGMENT.c.digest == digest)).scalar() or b"")


def seen(session: Session) -> dict[str, tuple[int, str]]:
    """Per writer the last number that is held, and the id of that segment."""
    known = every(session, *COUNTED, State.REPLACED)
    last: dict[str, Kept] = {}
    for one in known:
        if one.writer not in last or _rank(last[one.writer]) < _rank(one):
            last[one.writer] = one
    return {writer: (one.seq, one.id) for writer, one in sorted(last.items())}


def whole(session: Session) -> dict[str, tuple[int, str]]:
    """Per writer the last segment up to which none is missing that any other one names."""
    ids = known(session)
    found: dict[str, tuple[int, str]] = {}
    broken: set[str] = set()
    for one in every(session, *COUNTED, State.REPLACED):
        if one.previous and one.previous not in ids:
            broken.add(one.writer)
        elif one.writer not in broken:
            found[one.writer] = (one.seq, one.id)
    return found


def _rank(one: Kept) -> tuple[int, bool, str]:
    return one.seq, not one.is_several, one.id


def mark(session: Session, found: Iterable[str], state: State, now_ms: int, *, reason: str = "") -> None:
    """Put the segments with these hashes into another state."""
    for digest in found:
        session.execute(
            update(SEGMENT).where(SEGMENT.c.digest == digest).values(state=state.value, reason=reason, since_ms=now_ms)
        )


def is_replaced(session: Session, device: str, id: str) -> bool:
    """Whether another segment of the same laptop that counts stands for this one."""
    names_it = SEGMENT.c.replaces.contains(f'"{id}"', autoescape=True)
    counts = SEGMENT.c.state.in_((*COUNTED, State.REPLACED))
    chosen = select(SEGMENT.c.digest).where(SEGMENT.c.device == device, counts, names_it)
    return session.execute(chosen).first() is not None


def replaced(session: Session, device: str, ids: Iterable[str], now_ms: int) -> None:
    """What these segments of one laptop said stands in another one: their bytes are needed no more."""
    for one in ids:
        mine = (SEGMENT.c.id == one) & (SEGMENT.c.device == device)
        is_fresh = or_(SEGMENT.c.state != State.REPLACED.value, SEGMENT.c.size > func.length(SEGMENT.c.bundle))
        session.execute(
            update(SEGMENT)
            .where(mine, is_fresh)
            .values(state=State.REPLACED.value, reason="", since_ms=now_ms, bundle=b"")
        )


def forget_replaced(session: Session, several: Iterable[Kept]) -> None:
    """Forget what these stand for, as they count no more: what of it counts by itself is fetched again."""
    for one in several:
        mine = (SEGMENT.c.device == one.device) & SEGMENT.c.id.in_(one.replaces)
        session.execute(delete(SEGMENT).where(mine, SEGMENT.c.state == State.REPLACED.value))


def forget(session: Session, found: Iterable[str]) -> None:
    """Forget segments that were taken apart before anybody saw them."""
    for digest in found:
        session.execute(delete(SEGMENT).where(SEGMENT.c.digest == digest))


def _kept(row: Any) -> Kept:
    plain = {**row, "state": State(row["state"]), "replaces": tuple(msgspec.json.decode(row["replaces"]))}
    return Kept(**plain)
