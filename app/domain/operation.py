"""Operations, and what tells one from another: the stamp, and the content where two writers share a stamp.

A stamp is given once, unless a disk was cloned or an old backup went on: then two laptops write under one name, and
two different operations may carry the same stamp. Such twins are both kept, each under its stamp and a digest of its
content, `<stamp>~<digest>`; that name depends on the operations alone, so all laptops give the same.

Values that everybody replaced long ago may be cleaned up. Then the operation is known by the digest that it had, and
what it replaced by its pointers: it is the same operation, of which less is known.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

Value = None | bool | int | float | str | list["Value"] | dict[str, "Value"]
_TWIN = "~"
_DIGEST_LETTERS = 32
_HALF = re.compile("[\ud800-\udfff]")
"""Half a letter: one of a surrogate pair alone."""


@dataclass(frozen=True)
class Operation:
    """One immutable change to one record.

    `fields` is flat: an element of a set is a field of its own (`objectives/7`: True). `replaces` names
    per field the stamps this write knew and replaces; a field that is not in it replaces nothing.
    `by` is the profile that wrote it, "" where not told. Raises ValueError for what no operation can be.
    """

    record: str
    kind: str
    stamp: str
    fields: Mapping[str, Value]
    replaces: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by: str = ""
    cleaned: frozenset[str] = frozenset()
    """Fields that it wrote, too, and whose values were cleaned up."""
    told: str = ""
    """The digest of all that it said, where something of it was cleaned up."""

    def __post_init__(self) -> None:
        if not set(self.replaces) <= set(self.fields) | self.cleaned:
            raise ValueError("an operation replaces only what it writes")
        if bool(self.cleaned) != bool(self.told) or self.cleaned & set(self.fields):
            raise ValueError("a value is cleaned up or there, and what is left names the whole")
        own = bare(self.stamp)
        if any(stamp >= own for stamps in self.replaces.values() for stamp in stamps):
            raise ValueError("an operation must be newer than what it replaces")
        if not all(map(_can_be_kept, self.fields.values())):
            raise ValueError("neither half a letter nor what is not a number can be kept")


def bare(stamp: str) -> str:
    """The stamp as its writer gave it, without what tells it from a twin."""
    return stamp.partition(_TWIN)[0] if _TWIN in stamp else stamp


def as_written(operation: Operation) -> Operation:
    """The operation under the stamp that its writer gave it."""
    return replace(operation, stamp=bare(operation.stamp)) if _TWIN in operation.stamp else operation


def full(operation: Operation) -> str:
    """The stamp of an operation with what tells it from a twin."""
    return bare(operation.stamp) + _TWIN + digest(operation)


def distinct(operations: Iterable[Operation]) -> dict[str, Operation]:
    """The operations of one record, each once, by a stamp that is its alone; of twins each carries its digest."""
    held: dict[str, Operation] = {}
    twins: dict[str, Operation] = {}
    for operation in operations:
        known = held.setdefault(bare(operation.stamp), operation)
        if known is not operation and full(known) != full(operation):
            twins |= {full(one): fuller(one, twins.get(full(one), one)) for one in (known, operation)}
        elif known.cleaned:
            held[bare(operation.stamp)] = fuller(known, operation)
    shared = set(map(bare, twins))
    found = {**{stamp: one for stamp, one in held.items() if stamp not in shared}, **twins}
    return {stamp: one if one.stamp == stamp else replace(one, stamp=stamp) for stamp, one in found.items()}


def reached(stamp: str, held: Mapping[str, Operation]) -> str:
    """Which of the `distinct` operations a written stamp means; "" if none.

    A bare stamp means no twin: whoever wrote it had seen one of them, and nothing tells which.
    """
    if stamp in held:
        return stamp
    alone = held.get(bare(stamp)) if _TWIN in stamp else None
    return alone.stamp if alone and stamp == full(alone) else ""


def fuller(one: Operation, other: Operation) -> Operation:
    """Of two forms of the same operation all that is known of it."""
    if not one.cleaned or not other.cleaned:
        return one if not one.cleaned else other
    left = one.cleaned & other.cleaned
    return replace(one, fields={**other.fields, **one.fields}, cleaned=left, told=one.told if left else "")


def without(operation: Operation, names: Iterable[str]) -> Operation:
    """The same operation without the values that it gave to these fields."""
    gone = frozenset(names) & set(operation.fields)
    if not gone:
        return operation
    left = {name: value for name, value in operation.fields.items() if name not in gone}
    return replace(operation, fields=left, cleaned=operation.cleaned | gone, told=digest(operation))


def digest(operation: Operation) -> str:
    """What an operation says, as 32 hex digits: everything but its record and its stamp."""
    if operation.told:
        return operation.told
    replaces = {name: sorted(set(stamps)) for name, stamps in operation.replaces.items() if stamps}
    said = [operation.kind, operation.by, dict(operation.fields), replaces]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:_DIGEST_LETTERS]


def _can_be_kept(value: Value) -> bool:
    if isinstance(value, str):
        return value.isascii() or not _HALF.search(value)
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, list):
        return all(map(_can_be_kept, value))
    if isinstance(value, dict):
        return all(map(_can_be_kept, value)) and all(map(_can_be_kept, value.values()))
    return True
