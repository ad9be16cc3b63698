from __future__ import annotations

from app.domain.terms import Period
from app.ui.picture.periods import offered, ordered
from app.ui.process.session import Session


def test_periods_stand_newest_first_and_last_the_one_that_holds_them_all() -> None:
    found = ordered(Period.parse(iso) for iso in ("2026-04..2026-06", "2026-07..2026-09", "2026-04..2026-06"))
    assert [one.iso for one in found] == ["2026-07..2026-09", "2026-04..2026-06", "2026-04..2026-09"]


def test_one_period_stands_alone_and_none_is_none() -> None:
    assert ordered([Period.parse("2026-07..2026-09")]) == (Period.parse("2026-07..2026-09"),)
    assert ordered([]) == ()


def test_the_periods_of_calls_and_of_what_was_received_are_offered(session: Session) -> None:
    assert [one.iso for one in offered(session.workspace)] == ["2026-07..2026-09"]
