from __future__ import annotations

import pytest

from app.services.overview import Overview
from app.services.records.objectives import ObjectiveLine
from app.ui.overview import figures


def _seen(**changes: object) -> Overview:
    empty = {
        "activities": 0, "activities_before": 0, "people_reached": None, "feedback": 0, "feedback_this_month": 0,
        "objectives": (), "drafts": (), "open_loops": 0, "call": None, "checks_done": 0, "checks": 0,
        "feedback_by_month": (),
    }  # fmt: skip
    return Overview(**{**empty, **changes})


@pytest.mark.parametrize(
    ("now", "before", "note"),
    [(8, 2, "6 more than last quarter"), (2, 3, "1 fewer than last quarter"), (4, 4, "As many as last quarter")],
)
def test_a_quarter_is_compared_with_the_one_before(now, before, note):
    assert figures.activities(_seen(activities=now, activities_before=before)).note == note


def test_zero_people_and_nobody_counted_are_not_the_same():
    assert figures.people(_seen(people_reached=0)).value == "0"
    assert figures.people(_seen()).value == figures.NOT_COUNTED


def test_a_chosen_objective_with_nothing_written_is_named():
    lines = (ObjectiveLine(4, True, 0, 3, 0), ObjectiveLine(7, True, 0, 0, 0), ObjectiveLine(9, False, 0, 0, 0))
    told = figures.objectives(_seen(objectives=lines))
    assert (told.value, told.note, told.tone) == ("2/3", "1 with nothing written yet", "warn")
