from __future__ import annotations

from datetime import date

import pytest

from app.ui.submissions.periods import HALF, QUARTER, YEAR, offered, usual

TODAY = date(2026, 10, 30)


@pytest.mark.parametrize(
    ("length", "current", "before"),
    [
        (QUARTER, "2026-10..2026-12", "2026-07..2026-09"),
        (HALF, "2026-07..2026-12", "2026-01..2026-06"),
        (YEAR, "2026-01..2026-12", "2025-01..2025-12"),
    ],
)
def test_the_current_period_comes_first_and_the_last_one_that_is_over_is_proposed(length, current, before):
    assert offered(length, TODAY)[0].iso == current
    assert usual(length, TODAY).iso == before


def test_no_period_lies_ahead():
    assert all(one.start.first_day <= TODAY for length in (QUARTER, HALF, YEAR) for one in offered(length, TODAY))
