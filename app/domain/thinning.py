"""Thinning: which values of a record may be cleaned up, so that what it shows and keeps stays the same whatever comes.

Only what a settled write replaced may go, and only where the replaced write is settled, too. The stamp of such a
write and all that it replaced stay, so that a late copy of it cannot rise again, nor anything that it had replaced.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from app.domain.fold import ERASED, remaining
from app.domain.operation import Operation, bare, distinct, full, reached, without

WORTH = 100
"""Letters of values below which nothing is gained: what was cleaned up is named by its digest."""


def spent(operations: Iterable[Operation], is_settled: Callable[[Operation], bool]) -> dict[str, frozenset[str]]:
    """By full stamp the fields of the operations of one record whose values nobody will see again.

    Of twins nothing goes: a bare pointer at one of them means neither, should the other one come late. A value that
    no known write replaces, such as a side of a conflict that nobody settled, is never among them.
    """
    held = distinct(remaining(operations))
    found: dict[str, set[str]] = {}
    for one in held.values():
        if one.kind == ERASED or not is_settled(one):
            continue
        for name, stamps in one.replaces.items():
            for stamp in stamps:
                earlier = held.get(reached(stamp, held))
                if earlier and earlier.stamp == bare(earlier.stamp) and name in earlier.fields and is_settled(earlier):
                    found.setdefault(earlier.stamp, set()).add(name)
    return {full(held[stamp]): frozenset(names) for stamp, names in found.items() if _is_worth(held[stamp], names)}


def thinned(operation: Operation, gone: dict[str, frozenset[str]]) -> Operation:
    """The operation without what of it is spent."""
    return without(operation, gone.get(full(operation), ()))


def _is_worth(operation: Operation, names: set[str]) -> bool:
    return sum(len(json.dumps(operation.fields[name])) for name in names) >= WORTH
