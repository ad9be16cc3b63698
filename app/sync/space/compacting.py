"""Many small segments of one laptop as one: the same changes in fewer files, without the words of what was erased."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from app.domain.fold import ERASED, Operation
from app.domain.operation import full, fuller
from app.sync.space.segment import CarriedRow, Segment

MOST_SMALL = 64
"""How many small files a writer may have in a place before they become one."""
SMALL_BYTES = 128 << 10
LARGEST_BYTES = 8 << 20


class Sized(Protocol):
    """A file with a size."""

    @property
    def size(self) -> int:
        """Bytes."""


S = TypeVar("S", bound=Sized)


def chosen(ordered: Sequence[S]) -> list[S]:
    """Which of a writer's segments, the oldest first, should become one; none while there are few.

    The newest is left alone: the chain goes on from it, and a revocation may name it.
    """
    small = [one for one in ordered[:-1] if one.size <= SMALL_BYTES]
    if len(small) < MOST_SMALL:
        return []
    total, found = 0, []
    for one in small:
        total += one.size
        if total > LARGEST_BYTES:
            break
        found.append(one)
    return found


def merged(segments: Iterable[Segment], erased: frozenset[str] = frozenset()) -> Segment:
    """What these segments, the oldest first, say together; of erased records only the tombstones."""
    operations: dict[str, Operation] = {}
    rows: dict[tuple[str, tuple[str, ...]], CarriedRow] = {}
    seen: dict[str, tuple[int, str]] = {}
    whole: dict[str, tuple[int, str]] = {}
    for segment in segments:
        for one in segment.operations:
            if one.record not in erased or one.kind == ERASED:
                same = f"{one.record} {full(one)}"
                operations[same] = fuller(operations.get(same, one), one)
        rows.update({(row.kind, row.key): row for row in segment.rows})
        seen.update(segment.seen)
        whole.update(segment.whole)
    return Segment(tuple(operations.values()), tuple(rows.values()), seen, whole)


def tells_of(segment: Segment, erased: frozenset[str]) -> bool:
    """Whether it holds words of a record that was erased."""
    return any(one.record in erased and one.kind != ERASED for one in segment.operations)
