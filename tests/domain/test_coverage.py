"""Coverage: done, nothing done, not reported and withheld are never taken for each other."""

from __future__ import annotations

import pytest

from app.domain.coverage import Cell, State, cell, silent, state_of


@pytest.mark.parametrize(
    ("activities", "nothing_done", "withheld", "state"),
    [
        (0, False, False, State.NOT_REPORTED),
        (0, True, False, State.NOTHING_DONE),
        (0, False, True, State.WITHHELD),
        (0, True, True, State.WITHHELD),
        (2, True, True, State.DONE),
    ],
)
def test_each_set_of_facts_gives_one_state(activities: int, nothing_done: bool, withheld: bool, state: State) -> None:
    assert state_of(activities, nothing_done=nothing_done, withheld=withheld) is state
    assert cell(activities, nothing_done=nothing_done, withheld=withheld) == Cell(state, activities)


def test_only_cells_about_which_nobody_said_anything_are_silent() -> None:
    assert silent([Cell(State.NOT_REPORTED)] * 3)
    assert not silent([Cell(State.NOT_REPORTED), Cell(State.NOTHING_DONE)])
    assert not silent([Cell(State.NOT_REPORTED), Cell(State.WITHHELD)])
