"""What the laws of the fold are tested with: a model of a few lines, and histories with every rare shape."""

from __future__ import annotations

import json
from dataclasses import asdict
from random import Random
from typing import Any

from hypothesis import strategies as st

from app.domain.fold import DELETED, ERASED, UNIMPORTANT, Operation, State, Value, remaining
from app.domain.operation import full

WRITERS = ("a" * 16, "b" * 16, "c" * 16)
NAMES = ("title", "summary", "_sort", "objectives/7", "partners/é", "partners/e\u0301", "from_a_newer_program", DELETED)
TEXTS = ("", "x", "y", "é\u0000", "e\u0301", "\u202eabc", "\U0001f33e", "\u0000")
NUMBERS = (0, 1, 1.0, True, -1, 2**53 + 1, -(2**63) - 1, 10**30, 0.1, 1e300)
HUGE = "long " * (2**20 // 5)
WIDE = {f"field {number}": number for number in range(500)}
TIMES = st.sampled_from([0, 1, 1_760_000_000_000, 2_840_000_000_000, (1 << 48) - 1])
SCALARS = st.one_of(st.none(), st.booleans(), st.sampled_from(NUMBERS), st.sampled_from(TEXTS))
VALUES = st.one_of(SCALARS, st.lists(SCALARS, max_size=2), st.dictionaries(st.sampled_from(TEXTS), SCALARS, max_size=2))


def stamp(ms: int, counter: int, writer: str) -> str:
    return f"{ms:012x}{counter:04x}{writer}"


def said(operation: Operation) -> str:
    """Everything an operation says, as one text: two are the same if these are."""
    replaces = {name: sorted(stamps) for name, stamps in operation.replaces.items() if stamps}
    fields = dict(operation.fields)
    return json.dumps([operation.kind, operation.stamp[:32], fields, replaces, operation.by], sort_keys=True)


# ---------------------------------------------------------------- the model


def view(held: list[Operation]) -> dict[str, Any]:
    """What a record shows and keeps, from the words of the laws and nothing else; names of writes are `said`."""
    unique = {said(one): one for one in held}
    if any(one.kind == ERASED for one in held):
        unique = {name: one for name, one in unique.items() if one.kind == ERASED}
    alike: dict[str, list[str]] = {}
    for name, one in unique.items():
        alike.setdefault(one.stamp[:32], []).append(name)

    def meant(pointer: str) -> str:
        same = alike.get(pointer[:32], [])
        exact = [name for name in same if pointer == full(unique[name])]
        return exact[0] if exact else same[0] if len(same) == 1 and len(pointer) == 32 else ""

    pointers = [(field, one) for each in unique.values() for field, given in each.replaces.items() for one in given]
    replaced = {(field, meant(one)) for field, one in pointers}
    leaves: dict[str, dict[str, Value]] = {}
    for name, one in unique.items():
        for field, value in one.fields.items():
            leaves.setdefault(field, {}).update({} if (field, name) in replaced else {name: value})
    marks = [value for value in leaves.get(DELETED, {}).values()]
    marked = bool(marks) and not any(value is False for value in marks)
    seen = {meant(one) for value in marks if isinstance(value, list) for one in value if isinstance(one, str)}
    unseen = {name for field, found in leaves.items() if field != DELETED for name in found} - seen
    deleted = any(one.kind == ERASED for one in unique.values()) or (marked and not unseen)
    known = {name for name in alike if len(alike[name]) > 1}
    gaps = {one for _field, one in pointers if not meant(one) and one not in known}
    settled = {*UNIMPORTANT, DELETED}
    differing = [field for field, found in leaves.items() if len({_plain(one) for one in found.values()}) > 1]
    conflicts = sorted(field for field in differing if "/" not in field and field not in settled)
    return {
        "leaves": {
            field: sorted((name, _plain(value)) for name, value in found.items()) for field, found in leaves.items()
        },
        "conflicts": conflicts,
        "gaps": sorted(gaps),
        "deleted": deleted,
        "disputed": marked and not deleted,
    }


def seen_in(state: State, held: list[Operation]) -> dict[str, Any]:
    """The same of what the fold gave."""
    held = list(remaining(held))
    names = {full(one): said(one) for one in held} | {one.stamp[:32]: said(one) for one in held}
    return {
        "leaves": {
            field: sorted((names[leaf.stamp], _plain(leaf.value)) for leaf in found)
            for field, found in state.leaves.items()
        },
        "conflicts": list(state.conflicts),
        "gaps": sorted(state.gaps),
        "deleted": state.deleted,
        "disputed": state.disputed,
    }


def exact(state: State | None) -> str:
    """All of a state as one text, down to the last bit of a number."""
    return json.dumps({**asdict(state), "gaps": sorted(state.gaps)}, sort_keys=True) if state else ""


def _plain(value: Value) -> str:
    """As equal as the fold takes values: 1 is 1.0, and True is neither."""
    return (
        f"bool {value}"
        if isinstance(value, bool)
        else f"number {value + 0:.17g}"
        if _is_small(value)
        else json.dumps(value, sort_keys=True)
    )


def _is_small(value: Value) -> bool:
    return isinstance(value, int | float) and abs(value) < 2**53


# ---------------------------------------------------------------- histories


@st.composite
def histories(draw: st.DrawFn) -> list[Operation]:
    """Any history of one record, and what may be missing of it: clones, clocks, deletes, settling, things unknown."""
    made: list[Operation] = []
    for number in range(draw(st.integers(1, 7))):
        made.append(_next(draw, made, number))
    kept = draw(st.lists(st.sampled_from(range(len(made))), min_size=1, unique=True)) if draw(st.booleans()) else None
    return made if kept is None else [made[place] for place in kept]  # the others are still on their way


def _next(draw: st.DrawFn, made: list[Operation], number: int) -> Operation:
    fields: dict[str, Value] = {
        name: draw(VALUES) for name in draw(st.lists(st.sampled_from(NAMES), max_size=3, unique=True))
    }
    known = [one for earlier in made for one in (earlier.stamp, full(earlier))]
    if DELETED in fields and known:
        fields[DELETED] = draw(st.lists(st.sampled_from(known), unique=True))
    own = _own_stamp(draw, made, number)
    replaces = {}
    for name in fields:
        earlier = [one for each in made if name in each.fields for one in (each.stamp, full(each)) if one < own]
        replaces[name] = tuple(draw(st.lists(st.sampled_from(earlier), unique=True, max_size=3))) if earlier else ()
    kind = draw(st.sampled_from(["activity"] * 8 + ["kind of a newer program", ERASED]))
    return Operation(
        "r", kind, own, fields, {n: s for n, s in replaces.items() if s}, draw(st.sampled_from(["", "me"]))
    )


def _own_stamp(draw: st.DrawFn, made: list[Operation], number: int) -> str:
    if made and draw(st.integers(0, 5)) == 0:
        return draw(st.sampled_from(made)).stamp  # a cloned writer
    when = draw(TIMES) if draw(st.booleans()) else 1_760_000_000_000 + number
    return stamp(when, number, draw(st.sampled_from(WRITERS)))


def delivered(held: list[Operation], chance: Random) -> list[list[Operation]]:
    """The same set in another order, with repetitions, cut into segments."""
    arriving = held + chance.choices(held, k=chance.randrange(len(held) + 1))
    chance.shuffle(arriving)
    edges = sorted({0, len(arriving), *(chance.randrange(len(arriving)) for _cut in range(3))})
    return [arriving[start:end] for start, end in zip(edges, edges[1:], strict=False)]
