"""The fold: what a record shows, as a pure function of the set of its operations.

A field's *leaves* are the writes that no known write replaces. One leaf is its value; of several
the greatest stamp is shown, all are kept, and the field is in conflict. Clocks only choose which of
two values unknown to each other is shown first. Twins, which share a stamp and say different things, are told apart
by what they say (`operation`). This is the only merge there is (sync.md, 3.2 and 3.3).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.operation import Operation as Operation
from app.domain.operation import Value as Value
from app.domain.operation import bare, distinct, reached

DELETED = "_deleted"
"""The pseudo-field of the trash: True with the leaves the deleter saw, False to bring back."""
ERASED = "erased"
"""The kind of a tombstone: an operation without fields, beside which no other operation of its record counts."""
INTERNAL = frozenset({"setting"})
"""Kinds of records that no list shows: what the laptops of an organisation tell each other beside its work."""
UNIMPORTANT = frozenset({"_sort"})


@dataclass(frozen=True)
class Leaf:
    """One write of a field that nothing known replaces."""

    stamp: str
    value: Value


@dataclass(frozen=True)
class State:
    """What a record shows and what it keeps."""

    kind: str
    stamp: str
    """The greatest stamp of all its operations; of a twin with what tells it from the other."""
    fields: Mapping[str, Value]
    leaves: Mapping[str, tuple[Leaf, ...]]
    """Per field, newest first; the first one is shown."""
    conflicts: tuple[str, ...]
    """Fields with several different values, in order of name."""
    gaps: frozenset[str]
    """Stamps that are named as replaced and not held: an earlier change is still on its way. Of a write that was
    cleaned up its own, where that which replaced it is on its way."""
    deleted: bool
    disputed: bool = False
    """Put in the trash by somebody who did not know a write that is there: shown until a person decides."""


def fold(operations: Iterable[Operation]) -> State:
    """The state of one record. The order and repetition of `operations` cannot matter; at least one is needed."""
    return folded(distinct(remaining(operations)))


def folded(held: Mapping[str, Operation]) -> State:
    """The same of operations that count, each by the stamp that is its alone (`distinct`)."""
    if len(held) == 1:
        return _single(*held.values())
    writes: dict[str, dict[str, Value]] = {}
    named: dict[str, set[str]] = {}
    for stamp, operation in held.items():
        for name, value in operation.fields.items():
            writes.setdefault(name, {})[stamp] = value
        for name, stamps in operation.replaces.items():
            named.setdefault(name, set()).update(stamps)
    replaced = {name: {reached(stamp, held) for stamp in stamps} for name, stamps in named.items()}
    leaves = {name: _leaves(by_stamp, replaced.get(name, set())) for name, by_stamp in sorted(writes.items())}
    newest = max(held)
    deleted = held[newest].kind == ERASED or _is_deleted(leaves, held)
    return State(
        kind=held[newest].kind,
        stamp=newest,
        fields={name: _shown(name, found) for name, found in leaves.items() if name != DELETED},
        leaves=leaves,
        conflicts=tuple(name for name, found in leaves.items() if _in_conflict(name, found)),
        gaps=_gaps(named, held) | _unanswered(held, replaced),
        deleted=deleted,
        disputed=not deleted and _is_marked(leaves),
    )


def remaining(operations: Iterable[Operation]) -> tuple[Operation, ...]:
    """The operations of one record that count: all of them, or only its tombstones once there is one."""
    found = tuple(operations)
    return tuple(operation for operation in found if operation.kind == ERASED) or found


def _single(operation: Operation) -> State:
    """The state of a record with one operation, which nine of ten have; the same as by the long way."""
    gaps = frozenset(stamp for stamps in operation.replaces.values() for stamp in stamps)
    gaps |= _unanswered({operation.stamp: operation}, {})
    leaves = {name: (Leaf(operation.stamp, value),) for name, value in sorted(operation.fields.items())}
    shown = {name: found[0].value for name, found in leaves.items() if name != DELETED}
    deleted = operation.kind == ERASED or _is_deleted(leaves, {operation.stamp: operation})
    disputed = not deleted and _is_marked(leaves)
    return State(operation.kind, operation.stamp, shown, leaves, (), gaps, deleted, disputed)


def _gaps(named: Mapping[str, set[str]], held: Mapping[str, Operation]) -> frozenset[str]:
    missing = {stamp for stamps in named.values() for stamp in stamps if not reached(stamp, held)}
    return frozenset(missing - {bare(stamp) for stamp in held} if missing else missing)


def _unanswered(held: Mapping[str, Operation], replaced: Mapping[str, set[str]]) -> frozenset[str]:
    cleaned = ((stamp, name) for stamp, one in held.items() for name in one.cleaned)
    return frozenset(stamp for stamp, name in cleaned if stamp not in replaced.get(name, ()))


def _leaves(by_stamp: Mapping[str, Value], replaced: set[str]) -> tuple[Leaf, ...]:
    if len(by_stamp) == 1 and not replaced:  # as of most fields
        ((stamp, value),) = by_stamp.items()
        return (Leaf(stamp, value),)
    return tuple(Leaf(stamp, by_stamp[stamp]) for stamp in sorted(by_stamp, reverse=True) if stamp not in replaced)


def _shown(name: str, leaves: tuple[Leaf, ...]) -> Value:
    if not leaves:
        return None
    if "/" in name and any(leaf.value is True for leaf in leaves):
        return True  # an addition beats a removal that did not know of it
    return leaves[0].value


def _in_conflict(name: str, leaves: tuple[Leaf, ...]) -> bool:
    if len(leaves) < 2 or "/" in name or name in UNIMPORTANT or name == DELETED:
        return False
    return any(leaf.value != leaves[0].value or _differs(leaf.value, leaves[0].value) for leaf in leaves[1:])


def _differs(one: Value, other: Value) -> bool:
    return isinstance(one, bool) != isinstance(other, bool)  # True == 1 in Python, not here


def _is_deleted(leaves: Mapping[str, tuple[Leaf, ...]], held: Mapping[str, Operation]) -> bool:
    """Deleted, unless somebody wrote what no deleter had seen; bringing back beats deleting."""
    marks = leaves.get(DELETED, ())
    if not _is_marked(leaves):
        return False
    lists = (mark.value for mark in marks if isinstance(mark.value, list))
    seen = {reached(stamp, held) for told in lists for stamp in told if isinstance(stamp, str)}
    return all(leaf.stamp in seen for name, found in leaves.items() if name != DELETED for leaf in found)


def _is_marked(leaves: Mapping[str, tuple[Leaf, ...]]) -> bool:
    """Whether somebody put the record in the trash, and nobody took it out again."""
    marks = leaves.get(DELETED, ())
    return bool(marks) and not any(mark.value is False for mark in marks)
