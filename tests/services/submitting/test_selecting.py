"""Which records belong to a call: by month, by how long they ran, by objective; without a date to every period."""

from __future__ import annotations

import pytest

from app.domain.records import (
    Assessment,
    Challenge,
    Commitment,
    Feedback,
    IndicatorValue,
    NeedOffer,
    ObjectiveChoice,
    PlanItem,
    Practice,
    Record,
    TermNote,
)
from app.domain.shared import Call
from app.domain.terms import When
from app.services.submitting.selecting import belongs
from tests.making import PERIOD

CALL = Call("c", "", PERIOD, objectives=(4, 7))
BEFORE, IN, AFTER = When(2026, 5, 2), When(2026, 8, 3), When(2026, 11, 4)


@pytest.mark.parametrize(
    ("record", "wanted"),
    [
        (Challenge(month=IN), True),
        (Challenge(month=BEFORE), False),
        (Challenge(), True),
        (Challenge(objectives=(21,), month=IN), False),
        (Feedback(topics=(21,), month=IN), True),
        (PlanItem(due=AFTER), True),
        (PlanItem(due=BEFORE), False),
        (Commitment(start=AFTER, due=AFTER), False),
        (Commitment(start=BEFORE, due=When(2026, 7, 1)), True),
        (Commitment(start=When(2026, 9, 30)), True),
        (Practice(start=BEFORE), True),
        (Practice(start=BEFORE, end=BEFORE), False),
        (NeedOffer(until=BEFORE), False),
        (IndicatorValue(period="2026-09..2026-12"), True),
        (IndicatorValue(period="2025-01..2025-12"), False),
        (IndicatorValue(period="last year"), True),
        (TermNote(), True),
        (ObjectiveChoice(objective=4, chosen=True), True),
        (ObjectiveChoice(objective=21, chosen=True), False),
        (Assessment(objective=4, period=PERIOD.iso), True),
        (Assessment(objective=4, period="2026-01..2026-03"), False),
    ],
)
def test_a_record_belongs_to_a_call_by_its_time_and_its_objectives(record: Record, wanted: bool) -> None:
    assert belongs(record, CALL) is wanted
