"""A breakdown that is published again: what changed since then tells of few people as much as a small number does.

Works on what is printed alone, so that an organisation and a coordinator, who does not know what was withheld from
it, reach the same result.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.terms import NOT_ASKED, WITHHELD, Count
from app.privacy.suppression.breakdown import Protected


def revised(now: Protected, before: Iterable[Protected], smallest: int) -> Protected:
    """The breakdown as it may be printed beside earlier ones of the same people.

    A number that changed by fewer than `smallest` since any of them is withheld, a group that was withheld once stays
    so, and further groups, at last the total, are withheld until no difference tells of one group or of few people.
    """
    earlier = tuple(before)
    if not earlier or now in earlier:
        return now
    shown = Protected(
        _unless_little_changed(now.total, [one.total for one in earlier], smallest),
        {
            name: _kept(count, [one.cells.get(name, NOT_ASKED) for one in earlier], smallest)
            for name, count in now.cells.items()
        },
    )
    while _tells(shown, now, smallest) or any(_difference_tells(shown, one, smallest) for one in earlier):
        shown = _with_one_more_withheld(shown)
    return shown


def _kept(count: Count, earlier: list[Count], smallest: int) -> Count:
    if any(one.withheld for one in earlier) and not count.not_asked:
        return WITHHELD
    return _unless_little_changed(count, earlier, smallest)


def _unless_little_changed(count: Count, earlier: list[Count], smallest: int) -> Count:
    if count.value is None:
        return count
    changes = [abs(count.value - one.value) for one in earlier if one.value is not None]
    return WITHHELD if any(0 < change < smallest for change in changes) else count


def _tells(shown: Protected, now: Protected, smallest: int) -> bool:
    """Whether the total gives a hidden group away; what `now` withheld by itself was seen to with all numbers known."""
    if shown.total.value is None or shown.cells == now.cells:
        return False
    hidden = sum(count.withheld for count in shown.cells.values())
    told = sum(count.value or 0 for count in shown.cells.values())
    return hidden == 1 or shown.total.value - told < smallest


def _difference_tells(shown: Protected, earlier: Protected, smallest: int) -> bool:
    """Whether the difference of both totals, less what is told of it, is of one group, of few people, or of nobody."""
    if shown.total.value is None or earlier.total.value is None:
        return False
    left, open_parts, newly = shown.total.value - earlier.total.value, 0, False
    for name in sorted({*shown.cells, *earlier.cells}):
        now, then = shown.cells.get(name, NOT_ASKED), earlier.cells.get(name, NOT_ASKED)
        if now.value is None or then.value is None:
            open_parts += 1
            newly = newly or (now.withheld and then.known)
        else:
            left -= now.value - then.value
    if left == 0:
        return newly
    return abs(left) < smallest or open_parts == 1 or (newly and _spare(shown, earlier) < smallest)


def _spare(shown: Protected, earlier: Protected) -> int:
    """How many people the withheld groups hold at most beyond what was told of them before."""
    left = (shown.total.value or 0) - sum(count.value or 0 for count in shown.cells.values())
    hidden = [earlier.cells.get(name, NOT_ASKED) for name, count in shown.cells.items() if count.withheld]
    return left - sum(count.value or 0 for count in hidden)


def _with_one_more_withheld(shown: Protected) -> Protected:
    told = [(count.value, name) for name, count in shown.cells.items() if count.value is not None]
    if not told:
        return Protected(WITHHELD, shown.cells)
    return Protected(shown.total, {**shown.cells, min(told)[1]: WITHHELD})
