"""What two laptops of one organisation wrote, made up: the same for everybody who merges it, ours or another engine.

Records of twelve fields and some 600 bytes; a tenth of them then changed on both laptops, which did not know of each
other: one to three fields, every second time one and the same on either side.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from app.domain.fold import Operation, Value

EACH = 1_000
"""Records of one bundle."""
WRITERS = ("00000000000000aa", "00000000000000bb")
FIELDS = (
    *("title", "summary", "type", "status", "start", "end", "place", "objectives/7"),
    *("reach_women", "reach_men", "result", "understood"),
)
_BEGUN_MS, _EDITED_MS = 1_760_000_000_000, 1_770_000_000_000
_TENTH = 10
_STAGES = ("planned", "ongoing", "completed")
_TYPES = ("legal_support", "monitoring", "training")
_PLACES = tuple(f"TD{number:02}" for number in range(1, 24))


def begun(number: int, each: int = EACH) -> list[Operation]:
    """The records of one bundle, each by the operation that begins it."""
    chance = random.Random(f"begun {number}")
    return [_begun(number * each + turn, chance) for turn in range(each)]


def edited(number: int, side: int, each: int = EACH) -> list[Operation]:
    """What the laptop of this side changed of that bundle, knowing nothing of the other one."""
    both, chance = random.Random(f"both {number}"), random.Random(f"side {side} of {number}")
    before = begun(number, each)[::_TENTH]
    found = []
    for turn, one in enumerate(before):
        same = both.choice(FIELDS)
        names = set(chance.sample(FIELDS, chance.randint(1, 3)))
        names |= {same} if turn % 2 else set()
        stamp = _stamp(_EDITED_MS + number * each + turn, WRITERS[side])
        fields = {name: _value(name, chance) for name in sorted(names)}
        found.append(Operation(one.record, one.kind, stamp, fields, dict.fromkeys(fields, (one.stamp,))))
    return found


def bundles(records: int, first: int = 0, each: int = EACH) -> Iterator[tuple[int, list[Operation]]]:
    """The side and the operations of every bundle: first all records, then what either side changed."""
    numbers = range(first, first + records // each)
    for number in numbers:
        yield 0, begun(number, each)
    for side in range(2):
        for number in numbers:
            yield side, edited(number, side, each)


def lines(operations: Iterable[Operation]) -> bytes:
    """The same as plain JSON lines, for whoever merges without us."""
    told = ({"id": one.record, "h": one.stamp, "f": one.fields, "p": _replaced(one)} for one in operations)
    return b"\n".join(map(msgspec.json.encode, told))


def _replaced(one: Operation) -> Sequence[str]:
    return next(iter(one.replaces.values()), ())


def _begun(place: int, chance: random.Random) -> Operation:
    fields = {name: _value(name, chance) for name in FIELDS}
    record = f"{_BEGUN_MS + place:012x}{chance.getrandbits(80):020x}"
    return Operation(record, "activity", _stamp(_BEGUN_MS + place, WRITERS[0]), fields)


def _stamp(now_ms: int, writer: str) -> str:
    return f"{now_ms:012x}0000{writer}"


def _value(name: str, chance: random.Random) -> Value:
    """A value of that field as people write it."""
    if name in _LONG:
        return " ".join(chance.choices(_words(), k=_LONG[name]))
    if name.startswith("reach"):
        return chance.randint(0, 5_000)
    if name in ("start", "end"):
        return f"20{26 if name == 'start' else 27}-{chance.randint(1, 12):02}"
    chosen = {"type": _TYPES, "status": _STAGES, "place": _PLACES}.get(name)
    return chance.choice(chosen) if chosen else True


@cache
def _words() -> tuple[str, ...]:
    chance = random.Random(7)
    syllables = ("ka", "ro", "mi", "ten", "sa", "lu", "po", "da", "ven", "ti", "no", "ra", "bel", "fu")
    return tuple("".join(chance.choices(syllables, k=chance.randint(1, 4))) for _word in range(3_000))


_LONG = {"title": 6, "summary": 28, "result": 20, "understood": 14}
"""How many words a text has."""
