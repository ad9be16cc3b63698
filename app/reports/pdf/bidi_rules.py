"""Rules W1 to W7 and N0 to N2 of UAX #9: numbers, brackets and neutral characters of one isolated sequence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "PDI"}) | ISOLATES
_PAIRS = (
    "()[]{}\u0f3a\u0f3b\u0f3c\u0f3d\u169b\u169c\u2045\u2046\u207d\u207e\u208d\u208e\u2308\u2309\u230a\u230b\u2329\u232a"
    "\u2768\u2769\u276a\u276b\u276c\u276d\u276e\u276f\u2770\u2771\u2772\u2773\u2774\u2775\u27c5\u27c6\u27e6\u27e7\u27e8"
    "\u27e9\u27ea\u27eb\u27ec\u27ed\u27ee\u27ef\u2983\u2984\u2985\u2986\u2987\u2988\u2989\u298a\u298b\u298c\u298d\u2990"
    "\u298f\u298e\u2991\u2992\u2993\u2994\u2995\u2996\u2997\u2998\u29d8\u29d9\u29da\u29db\u29fc\u29fd\u2e22\u2e23\u2e24"
    "\u2e25\u2e26\u2e27\u2e28\u2e29\u2e55\u2e56\u2e57\u2e58\u2e59\u2e5a\u2e5b\u2e5c\u3008\u3009\u300a\u300b\u300c\u300d"
    "\u300e\u300f\u3010\u3011\u3014\u3015\u3016\u3017\u3018\u3019\u301a\u301b\ufe59\ufe5a\ufe5b\ufe5c\ufe5d\ufe5e\uff08"
    "\uff09\uff3b\uff3d\uff5b\uff5d\uff5f\uff60\uff62\uff63"
)
# U+2329 is canonically the same bracket as U+3008.
_OPENING = {opening: opening.replace("\u2329", "\u3008") for opening in _PAIRS[::2]}
_CLOSING = {closing: _OPENING[opening] for opening, closing in zip(_PAIRS[::2], _PAIRS[1::2], strict=True)}
_MOST_BRACKETS = 63
_Item = TypeVar("_Item")


@dataclass(frozen=True)
class Isolated:
    """An isolating run sequence: its characters, its level, and the direction (L or R) before and after it."""

    indices: tuple[int, ...]
    level: int
    before: str
    after: str


def resolve(text: str, kinds: Sequence[str], sequence: Isolated, resolved: list[str]) -> None:
    """Resolve the classes of one sequence to L, R, EN or AN, in place."""
    found = [resolved[index] for index in sequence.indices]
    _numbers(found, sequence)
    _brackets(text, kinds, sequence, found)
    direction = "LR"[sequence.level & 1]
    for start, end in list(stretches(found, _NEUTRAL)):  # N1, N2
        before = _strong(found[start - 1]) if start else sequence.before
        after = _strong(found[end]) if end < len(found) else sequence.after
        found[start:end] = [before if before == after else direction] * (end - start)
    for index, one in zip(sequence.indices, found, strict=True):
        resolved[index] = one


def stretches(items: Sequence[_Item], wanted: Collection[_Item]) -> Iterator[tuple[int, int]]:
    """Start and end of every stretch of wanted items."""
    start = 0
    while start < len(items):
        if items[start] not in wanted:
            start += 1
            continue
        end = start
        while end < len(items) and items[end] in wanted:
            end += 1
        yield start, end
        start = end


def _strong(one: str) -> str:
    return "R" if one in ("R", "EN", "AN") else one


def _numbers(found: list[str], sequence: Isolated) -> None:
    _after_strong(found, sequence.before)
    for place in range(1, len(found) - 1):  # W4
        left, one, right = found[place - 1 : place + 2]
        if left == right and ((one in ("ES", "CS") and left == "EN") or (one == "CS" and left == "AN")):
            found[place] = left
    for start, end in list(stretches(found, {"ET"})):  # W5
        beside = "EN" in (*found[max(start - 1, 0) : start], *found[end : end + 1])
        found[start:end] = ["EN" if beside else "ON"] * (end - start)
    found[:] = ["ON" if one in ("ES", "CS") else one for one in found]  # W6
    strong = sequence.before
    for place, one in enumerate(found):  # W7
        if one in ("R", "L"):
            strong = one
        elif one == "EN" and strong == "L":
            found[place] = "L"


def _after_strong(found: list[str], before: str) -> None:
    previous = strong = before
    for place, one in enumerate(found):  # W1
        if one == "NSM":
            found[place] = "ON" if previous in ISOLATES or previous == "PDI" else previous
        previous = found[place]
    for place, one in enumerate(found):  # W2
        if one in ("R", "L", "AL"):
            strong = one
        elif one == "EN" and strong == "AL":
            found[place] = "AN"
    found[:] = ["R" if one == "AL" else one for one in found]  # W3


def _brackets(text: str, kinds: Sequence[str], sequence: Isolated, found: list[str]) -> None:
    """Rule N0: a pair of brackets takes the direction of what it holds, or of what stands before it."""
    direction = "LR"[sequence.level & 1]
    for opening, closing in _pairs(text, sequence, found):
        inside = {_strong(one) for one in found[opening + 1 : closing]} & {"L", "R"}
        if not inside:
            continue
        given = direction
        if direction not in inside:
            earlier = (_strong(one) for one in reversed(found[:opening]) if _strong(one) in ("L", "R"))
            given = next(earlier, sequence.before)
        for place in (opening, closing):
            found[place] = given
            following = place + 1
            while following < len(found) and kinds[sequence.indices[following]] in ("NSM", "BN"):
                found[following] = given
                following += 1


def _pairs(text: str, sequence: Isolated, found: list[str]) -> list[tuple[int, int]]:
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for place, one in enumerate(found):
        character = text[sequence.indices[place]] if one == "ON" else ""
        if character in _OPENING:
            if len(opened) >= _MOST_BRACKETS:
                break
            opened.append((_OPENING[character], place))
        elif character in _CLOSING:
            matching = [depth for depth, (bracket, _) in enumerate(opened) if bracket == _CLOSING[character]]
            if matching:
                pairs.append((opened[matching[-1]][1], place))
                del opened[matching[-1] :]
    return sorted(pairs)
