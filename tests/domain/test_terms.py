"""Days, months, periods and counts."""

from __future__ import annotations

import pytest

from app.domain.terms import NOT_ASKED, WITHHELD, Count, Period, When


@pytest.mark.parametrize("text", ["2026", "2026-13", "2026-02-30", "12/10/2026", "", "2026-10-12T10:00"])
def test_what_is_no_day_or_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        When.parse(text)


def test_a_month_alone_is_not_its_first_day() -> None:
    assert When.parse("2026-10") != When.parse("2026-10-01")
    assert When.parse("2026-10-12").only_month == When.parse("2026-10")
    assert When.parse("2026-10-12").iso == "2026-10-12"


def test_a_period_holds_its_first_and_last_month_and_refuses_to_run_backwards() -> None:
    period = Period.parse("2026-07..2026-09")

    assert period.contains(When.parse("2026-07-01"))
    assert period.contains(When.parse("2026-09"))
    assert not period.contains(When.parse("2026-10"))
    assert period.iso == "2026-07..2026-09"
    with pytest.raises(ValueError):
        Period.parse("2026-09..2026-07")


def test_work_that_runs_over_the_edge_of_a_period_touches_it() -> None:
    period = Period.parse("2026-07..2026-09")

    assert period.overlaps(When.parse("2026-05"), When.parse("2026-07"))
    assert not period.overlaps(When.parse("2026-05"), None)


def test_zero_not_asked_and_withheld_are_three_different_things() -> None:
    assert len({Count(0), NOT_ASKED, WITHHELD}) == 3
    assert Count(0).known
    assert not NOT_ASKED.known
    assert not WITHHELD.not_asked
    with pytest.raises(ValueError):
        Count(3, withheld=True)
