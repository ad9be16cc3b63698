"""The fold: what a record shows, as a pure function of the set of its operations.

A field's *leaves* are the writes that no known write replaces. One leaf is its value; of several
the greatest stamp is shown, all are kept, and the field is in conflict. Clocks only choose which of
two values unknown to each other is shown first. This is the only merge there is (sync.md, 3.2 and 3.3).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

Value = None | bool | int | float | str | list["Value"] | dict[str, "Value"]
DELETED = "_deleted"
"""The pseudo-field of the trash: True with the leaves the deleter saw, False to bring back."""
ERASED = "erased"
"""The kind of a tombstone: an operation without fields, beside which no other operation of its record counts."""
INTERNAL = frozenset({"setting"})
"""Kinds of records that no list shows: what the laptops of an organisation tell each other beside its work."""
UNIMPORTANT = frozenset({"_sort"})


@dataclass(frozen=True)
class Operation:
    """One immutable change to one record.

    `fields` is flat: an element of a set is a field of its own (`objectives/7`: True). `replaces` names
    per field the stamps this write knew and replaces; a field that is not in it replaces nothing.
    `by` is the profile that wrote it, "" where not told.
    """

    record: str
    kind: str
    stamp: str
    fields: Mapping[str, Value]
    replaces: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by: str = ""

    def __post_init__(self) -> None:
        if not set(self.replaces) <= set(self.fields):
            raise ValueError("an operation replaces only what it writes")
        if any(stamp >= self.stamp for stamps in self.replaces.values() for stamp in stamps):
            raise ValueError("an operation must be newer than what it replaces")


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
    """The greatest stamp of all its operations."""
    fields: Mapping[str, Value]
    leaves: Mapping[str, tuple[Leaf, ...]]
    """Per field, newest first; the first one is shown."""
    conflicts: tuple[str, ...]
    """Fields with several different values, in order of name."""
    gaps: frozenset[str]
    """Stamps that are named as replaced and not held: an earlier change is still on its way."""
    deleted: bool
    disputed: bool = False
    """Put in the trash by somebody who did not know a write that is there: shown until a person decides."""


def fold(operations: Iterable[Operation]) -> State:
    """The state of one record. The order and repetition of `operations` cannot matter; at least one is needed."""
    held = {operation.stamp: operation for operation in remaining(operations)}
    if len(held) == 1:
        return _single(*held.values())
    writes: dict[str, dict[str, Value]] = {}
    replaced: dict[str, set[str]] = {}
    for stamp, operation in held.items():
        for name, value in operation.fields.items():
            writes.setdefault(name, {})[stamp] = value
        for name, stamps in operation.replaces.items():
            replaced.setdefault(name, set()).update(stamps)
    leaves = {name: _leaves(by_stamp, replaced.get(name, set())) for name, by_stamp in sorted(writes.items())}
    newest = max(held)
    deleted = held[newest].kind == ERASED or _is_deleted(leaves)
    return State(
        kind=held[newest].kind,
        stamp=newest,
        fields={name: _shown(name, found) for name, found in leaves.items() if name != DELETED},
        leaves=leaves,
        conflicts=tuple(name for name, found in leaves.items() if _in_conflict(name, found)),
        gaps=frozenset(stamp for stamps in replaced.values() for stamp in stamps if stamp not in held),
        deleted=deleted,
        disputed=not deleted and _is_marked(leaves),
    )


def remaining(operations: Iterable[Operation]) -> tuple[Operation, ...]:
    """The operations of one record that count: all of them, or only its tombstones once there is one."""
    found = tuple(operations)
    return tuple(operation for operation in found if operation.kind == ERASED) or found


def told_apart(held: Mapping[str, Operation], fresh: Iterable[Operation]) -> dict[str, Operation]:
    """The operations of one record by stamp; where a cloned writer gave one stamp twice, both writes are kept.

    The greater content keeps the stamp, the other gets one that follows from its content, so that again it is a
    function of the set. What is held and stays is the very same object.
    """
    found = dict(held)
    for one in fresh:
        other = found.setdefault(one.stamp, one)
        if other is one or (mine := _content(one)) == (theirs := _content(other)):
            continue
        loser, content = (one, mine) if mine < theirs else (other, theirs)
        if loser is other:
            found[one.stamp] = one
        apart = one.stamp[:16] + hashlib.sha256(content).hexdigest()[:16]
        found.setdefault(apart, replace(loser, stamp=apart))
    return found


def _content(operation: Operation) -> bytes:
    replaces = {name: sorted(stamps) for name, stamps in operation.replaces.items()}
    said = [operation.kind, operation.by, operation.fields, replaces]
    return json.dumps(said, sort_keys=True).encode()


def _single(operation: Operation) -> State:
    """The state of a record with one operation, which nine of ten have; the same as by the long way."""
    gaps = frozenset(stamp for stamps in operation.replaces.values() for stamp in stamps)
    leaves = {name: (Leaf(operation.stamp, value),) for name, value in sorted(operation.fields.items())}
    shown = {name: found[0].value for name, found in leaves.items() if name != DELETED}
    deleted = operation.kind == ERASED or _is_deleted(leaves)
    return State(operation.kind, operation.stamp, shown, leaves, (), gaps, deleted)


def _leaves(by_stamp: Mapping[str, Value], replaced: set[str]) -> tuple[Leaf, ...]:
    return tuple(Leaf(stamp, by_stamp[stamp]) for stamp in sorted(by_stamp, reverse=True) if stamp not in replaced)


def _shown(name: str, leaves: tuple[Leaf, ...]) -> Value:
    if not leaves:
        return None
    if "/" in name and any(leaf.value is True for leaf in leaves):
        return True  # an addition beats a removal that did not know of it
    return leaves[0].value


def _in_conflict(name: str, leaves: tuple[Leaf, ...]) -> bool:
    if "/" in name or name in UNIMPORTANT or name == DELETED:
        return False
    return any(leaf.value != leaves[0].value or _differs(leaf.value, leaves[0].value) for leaf in leaves[1:])


def _differs(one: Value, other: Value) -> bool:
    return isinstance(one, bool) != isinstance(other, bool)  # True == 1 in Python, not here


def _is_deleted(leaves: Mapping[str, tuple[Leaf, ...]]) -> bool:
    """Deleted, unless somebody wrote what no deleter had seen; bringing back beats deleting."""
    marks = leaves.get(DELETED, ())
    if not _is_marked(leaves):
        return False
    seen = {stamp for mark in marks if isinstance(mark.value, list) for stamp in mark.value}
    return all(leaf.stamp in seen for name, found in leaves.items() if name != DELETED for leaf in found)


def _is_marked(leaves: Mapping[str, tuple[Leaf, ...]]) -> bool:
    """Whether somebody put the record in the trash, and nobody took it out again."""
    marks = leaves.get(DELETED, ())
    return bool(marks) and not any(mark.value is False for mark in marks)
