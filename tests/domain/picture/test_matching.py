"""Matching: offers of others, with the reason; nobody is offered their own, and a need without answer stays."""

from __future__ import annotations

from app.domain.picture.matching import matched, unasked
from tests.pictures import rich


def test_each_need_and_hindrance_has_the_offers_of_others_with_their_reasons() -> None:
    found = {one.asked.entry.id: one.offers for one in matched(rich())}
    assert set(found) == {"need", "hard"}
    told = [(one.told.entry.id, one.objectives, one.same_category) for one in found["need"]]
    assert told == [("rooms", (15,), True), ("money", (15,), False)], "the one about the same comes first"
    assert found["hard"] == (), "nobody offers anything; it is told all the same"


def test_offers_that_nobody_asked_for_are_told_as_well() -> None:
    assert [told.entry.id for told in unasked(rich())] == ["own", "truck"]
