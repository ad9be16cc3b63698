"""The oracle of the simulator: what a record has to show, from the words of the laws and nothing else."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from app.domain.fold import DELETED, ERASED, UNIMPORTANT, Operation, State


def said(operation: Operation) -> str:
    """Everything an operation says; of its stamp the moment, as a twin of a cloned writer may be told apart by more."""
    replaces = {name: sorted(one[:16] for one in stamps) for name, stamps in operation.replaces.items() if stamps}
    told = [operation.kind, operation.stamp[:16], dict(operation.fields), replaces, operation.by]
    return json.dumps(told, sort_keys=True)


def has_twins(held: Iterable[Operation]) -> bool:
    """Whether two operations of a record were written at one moment, as only a cloned writer does."""
    return max(Counter(one.stamp[:16] for one in held).values()) > 1


def view(held: list[Operation]) -> dict[str, Any]:
    """What a record without twins shows and keeps."""
    erased = [one for one in held if one.kind == ERASED]
    counted = {one.stamp: one for one in erased or held}
    replaced = {(name, stamp) for one in counted.values() for name, some in one.replaces.items() for stamp in some}
    leaves: dict[str, dict[str, Any]] = {}
    for stamp, one in counted.items():
        for name, value in one.fields.items():
            leaves.setdefault(name, {}).update({} if (name, stamp) in replaced else {stamp: value})
    marks = list(leaves.get(DELETED, {}).values())
    is_marked = bool(marks) and False not in marks
    seen = {stamp for mark in marks if isinstance(mark, list) for stamp in mark}
    unseen = {stamp for name, found in leaves.items() if name != DELETED for stamp in found} - seen
    is_deleted = bool(erased) or (is_marked and not unseen)
    plain = {name: {json.dumps(one, sort_keys=True) for one in found.values()} for name, found in leaves.items()}
    return {
        "leaves": {name: sorted(found) for name, found in leaves.items()},
        "shown": {name: found[max(found)] for name, found in leaves.items() if found and _is_plain(name)},
        "conflicts": sorted(name for name in plain if len(plain[name]) > 1 and _is_plain(name)),
        "gaps": sorted({stamp for _name, stamp in replaced} - set(counted)),
        "deleted": is_deleted,
        "disputed": is_marked and not is_deleted,
    }


def seen_in(state: State) -> dict[str, Any]:
    """The same of what a laptop shows."""
    return {
        "leaves": {name: sorted(leaf.stamp for leaf in found) for name, found in state.leaves.items()},
        "shown": {name: state.fields[name] for name, found in state.leaves.items() if found and _is_plain(name)},
        "conflicts": list(state.conflicts),
        "gaps": sorted(state.gaps),
        "deleted": state.deleted,
        "disputed": state.disputed,
    }


def _is_plain(name: str) -> bool:
    return "/" not in name and name not in UNIMPORTANT and name != DELETED
