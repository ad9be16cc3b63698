"""Coverage: done, nothing done, not reported and withheld are four different things everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """What is known of an objective, or of an objective in a place."""

    DONE = "done"
    NOTHING_DONE = "nothing-done"
    NOT_REPORTED = "not-reported"
    WITHHELD = "withheld"


@dataclass(frozen=True)
class Cell:
    """One cell of a coverage table; `activities` is more than 0 exactly when something was done."""

    state: State
    activities: int = 0


def state_of(activities: int, *, nothing_done: bool, withheld: bool = False) -> State:
    """The state that these facts give: what was done comes first, then what must not be told, then what was said."""
    if activities:
        return State.DONE
    if withheld:
        return State.WITHHELD
    return State.NOTHING_DONE if nothing_done else State.NOT_REPORTED


def cell(activities: int, *, nothing_done: bool, withheld: bool = False) -> Cell:
    """The cell that these facts give."""
    return Cell(state_of(activities, nothing_done=nothing_done, withheld=withheld), activities)


def silent(cells: Iterable[Cell]) -> bool:
    """Whether nobody said anything at all."""
    return all(one.state is State.NOT_REPORTED for one in cells)
