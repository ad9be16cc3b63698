"""Movement: raised, kept, dropped; silence about a promise is neither."""

from __future__ import annotations

from app.domain.periods import earlier
from app.domain.picture.movement import Step, changes, moved
from app.domain.shared import SharedCommitment
from app.domain.terms import Period
from tests.pictures import BEFORE, NETWORK, PERIOD, of, past, rich


def steps(*given) -> dict[str, Step]:
    return {one.promise.entry.id: one.step for one in moved(*given)}


def test_the_period_before_is_as_long_and_ends_the_month_before() -> None:
    assert earlier(PERIOD) == BEFORE
    assert earlier(Period.parse("2026-01..2026-12")).iso == "2025-01..2025-12"
    assert earlier(Period.parse("2026-01..2026-01")).iso == "2025-12..2025-12"


def test_each_promise_is_told_once_with_what_became_of_it() -> None:
    assert steps(rich(), past()) == {"p1": Step.KEPT, "p3": Step.RAISED, "p2": Step.UNTOLD, "p9": Step.SILENT}
    assert steps(rich()) == {"p1": Step.KEPT, "p3": Step.RUNNING}, "nothing is new where nothing is known of before"
    dropped = of((NETWORK, (SharedCommitment("p2", "A help line", (7,), status="withdrawn"),)))
    assert steps(dropped, past())["p2"] is Step.DROPPED


def test_objectives_are_compared_by_activities_and_organisations_alone() -> None:
    found = {one.objective: one for one in changes(past(), rich())}
    assert len(found) == 23
    assert (found[15].before.activities, found[15].now.activities, found[15].organisations) == (0, 2, 2)
    assert (found[4].organisations_before, found[4].before.activities) == (1, 1)
