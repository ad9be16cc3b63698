"""Searching: the records that have the words somebody types, of several kinds at once, what was written last first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from app.domain.records import KINDS, Record, SensitiveNote
from app.services.workspace import Workspace
from app.storage import records, search

MOST_OF_A_KIND = 8
_LOOKED_AT = 200
"""How many of the newest hits are looked at: whoever means an older one types another word."""
_NEVER = frozenset({SensitiveNote.KIND})


@dataclass(frozen=True)
class Hit:
    """One record that was found."""

    kind: str
    record: Record
    title: str
    """The first of its texts that it has; empty while it has none."""
    complete: bool


@dataclass(frozen=True)
class Found:
    """What a search found."""

    hits: tuple[Hit, ...]
    """By kind, in the order the kinds were asked for; the newest of each first."""
    more: bool
    """Whether there are others that are not shown."""


def find(workspace: Workspace, typed: str, kinds: Collection[str], *, most: int = MOST_OF_A_KIND) -> Found:
    """At most `most` records of each of these kinds that have a word beginning like each word typed.

    Never from the trash, never a note of a sensitive report, and never by what is kept private in a record.
    """
    wanted = {kind: KINDS[kind] for kind in kinds if kind in KINDS and kind not in _NEVER}
    with workspace.reading() as session:
        numbers = search.newest(session, typed, _LOOKED_AT)
        if not numbers:
            return Found((), more=False)
        shown, left_out = _first_of_each(numbers, records.kinds_of(session, numbers, wanted), most)
        lines = records.numbered(session, shown, wanted)
    order = list(wanted)
    hits = (Hit(line.record.KIND, line.record, line.title, line.complete is not False) for line in lines)
    sorted_hits = tuple(sorted(hits, key=lambda hit: order.index(hit.kind)))
    return Found(sorted_hits, more=left_out or len(numbers) == _LOOKED_AT)


def _first_of_each(numbers: list[int], kinds: dict[int, str], most: int) -> tuple[list[int], bool]:
    seen: Counter[str] = Counter()
    shown: list[int] = []
    for number in numbers:
        if number in kinds:
            seen[kinds[number]] += 1
            if seen[kinds[number]] <= most:
                shown.append(number)
    return shown, any(count > most for count in seen.values())
