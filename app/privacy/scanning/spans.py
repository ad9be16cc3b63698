"""Spans: stretches of a text, what each looks like, and which of two that overlap is told."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a stretch of text looks like; of two that overlap the one that stands first here is told."""

    UNREADABLE = "unreadable"
    MAIL = "mail"
    HANDLE = "handle"
    COORDINATES = "coordinates"
    BANK = "bank number"
    CASE = "case number"
    DOCUMENT = "document number"
    PHONE = "phone"
    NUMBER = "long number"
    ADDRESS = "address"
    NAME = "name"
    DATE = "exact date"


_RANK = {kind: rank for rank, kind in enumerate(Kind)}


@dataclass(frozen=True, order=True)
class Span:
    """One stretch of a text, by letter positions, and what it looks like."""

    start: int
    end: int
    kind: Kind

    def overlaps(self, other: Span) -> bool:
        """Whether both have a letter in common."""
        return self.start < other.end and other.start < self.end


def without_overlaps(spans: Iterable[Span]) -> tuple[Span, ...]:
    """In order, each letter in one span at most: the plainer kind wins, then the longer one."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (_RANK[one.kind], one.start - one.end, one.start)):
        at = bisect_left(kept, span)
        free = span.start < span.end and not any(span.overlaps(other) for other in kept[max(0, at - 1) : at + 1])
        if free:
            kept.insert(at, span)
    return tuple(kept)


def finding_id(record: str, field: str, matched: str) -> str:
    """The identity of a finding: the same while the words stay the same, so that a decision holds exactly that long."""
    told = "\0".join((record, field, matched))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:24]
