"""Identities and stamps: who wrote what, in an order that never decides what is kept.

A record id is 32 hex digits, time-ordered (UUIDv7), so that a new record lands at the end of every
index. A stamp is 32 hex digits: 48 bits of milliseconds, a counter of 16 bits, 64 bits of writer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

LEARN_AHEAD_MS = 10 * 60 * 1000
"""A clock learns from a received stamp only when that is at most ten minutes ahead, so no wrong clock spreads."""
_MS_LIMIT = 1 << 48


@dataclass(frozen=True)
class Clock:
    """One writer's clock: never steps back, and gives every stamp once."""

    writer: str
    last_ms: int = 0
    counter: int = 0

    def ticked(self, now_ms: int) -> Clock:
        """The clock after one more stamp at wall time `now_ms`."""
        if now_ms > self.last_ms:
            return replace(self, last_ms=now_ms, counter=0)
        if self.counter < 0xFFFF:
            return replace(self, counter=self.counter + 1)
        return replace(self, last_ms=self.last_ms + 1, counter=0)

    def stamp(self, after: Iterable[str] = ()) -> str:
        """The stamp of this tick, greater than every stamp in `after` without moving the clock itself."""
        own = f"{self.last_ms:012x}{self.counter:04x}"
        newest = max((stamp[:16] for stamp in after), default="")
        return (own if own > newest else _next(newest)) + self.writer

    def learned(self, stamp: str, now_ms: int) -> Clock:
        """The clock after seeing another writer's stamp; one too far ahead teaches nothing."""
        seen = int(stamp[:12], 16)
        if self.last_ms < seen <= now_ms + LEARN_AHEAD_MS:
            return replace(self, last_ms=seen, counter=0xFFFF)
        return self


def _next(prefix: str) -> str:
    return f"{min(int(prefix, 16) + 1, (_MS_LIMIT << 16) - 1):016x}"


def moment_of(stamp: str) -> datetime:
    """When the writer's clock said this was written, by a stamp or by the id of a record."""
    return datetime.fromtimestamp(int(stamp[:12], 16) / 1000, UTC)


def record_id(now_ms: int, randomness: bytes) -> str:
    """A fresh, time-ordered record id (UUIDv7) from 10 random bytes."""
    bits = int.from_bytes(randomness[:10], "big")
    high = (now_ms & (_MS_LIMIT - 1)) << 16 | 0x7000 | (bits >> 64 & 0x0FFF)
    low = 1 << 63 | bits & ((1 << 62) - 1)
    return f"{high:016x}{low:016x}"


def settled_id(space: str, kind: str, key: str) -> str:
    """The id of a record of which an organisation has one per key, the same on all its devices."""
    return hashlib.sha256(f"{space}\0{kind}\0{key}".encode()).hexdigest()[:32]
