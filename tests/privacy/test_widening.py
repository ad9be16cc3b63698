"""Widening: what was sent to a coordinator is told to others with less in it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from app.domain.shared import (
    Audience,
    Disclosure,
    FeedbackCount,
    LoopTotal,
    PublicOrganisation,
    ResourcesTotal,
    SharedActivity,
    SharedChoice,
    SharedConsultation,
    SharedFeedback,
    SharedIndicatorValue,
    SharedPractice,
    Submission,
)
from app.domain.terms import AMOUNT_WITHHELD, NOT_ASKED, WITHHELD, Amount, Count, Period
from app.privacy.widening import told, widened

TELEPHONE = "+254 712 345678"


def sent(*entries, audience: Audience = Audience.COORDINATOR) -> Submission:
    return Submission(
        PublicOrganisation("o", "O", ("ST-CSO",), "KE"),
        "call",
        Period.parse("2026-07..2026-09"),
        1,
        Disclosure(audience, audience.smallest, 2),
        "1.0.0",
        entries=entries,
    )


def test_the_audience_it_was_made_for_reads_it_as_it_is() -> None:
    made = sent(SharedActivity("1", reach=Count(5)), SharedFeedback("2", paraphrase="p"))

    assert widened(made, Audience.COORDINATOR) is made
    public = sent(SharedFeedback("2", paraphrase="p"), audience=Audience.PUBLIC)
    assert widened(public, Audience.PEERS) is public, "the public is everybody"


def test_a_raised_k_and_peers_are_no_reason_to_tell_the_public_what_was_for_its_recipient_alone() -> None:
    entries = (SharedActivity("1", reach=Count(14), reach_women=Count(14)), SharedFeedback("2", paraphrase="p"))
    strict = replace(sent(*entries), disclosure=Disclosure(Audience.COORDINATOR, 15))
    for made in (strict, sent(*entries, audience=Audience.PEERS)):
        found = widened(made, Audience.PUBLIC)
        assert [type(one) for one in found.entries] == [SharedActivity], "no single message"
        assert not next(found.of(SharedActivity)).reach_women.known
        assert found.disclosure.audience is Audience.PUBLIC
        assert found.disclosure.threshold == made.disclosure.threshold, "the larger k holds"
    assert next(widened(strict, Audience.PUBLIC).of(SharedActivity)).reach == WITHHELD


def test_larger_groups_only_no_breakdown_and_no_single_message() -> None:
    few = SharedActivity("1", reach=Count(9), reach_women=Count(9))
    many = SharedActivity("2", reach=Count(43), reach_women=Count(30), reach_men=Count(13))
    found = widened(sent(few, many, FeedbackCount("f", "q", 3, Count(9)), SharedFeedback("m")), Audience.PEERS)

    assert found.entries == (
        SharedActivity("1", reach=WITHHELD, reach_women=WITHHELD),
        SharedActivity("2", reach=Count(43), reach_women=WITHHELD, reach_men=WITHHELD),
        FeedbackCount("f", "q", 3, WITHHELD),
    )
    assert found.disclosure == Disclosure(Audience.PEERS, 10, 3)


def test_numbers_of_other_kinds_are_protected_again_and_one_organisations_money_and_contacts_stay() -> None:
    few = SharedIndicatorValue("i", value=Amount(Decimal(7)), unit="people", baseline=Amount(Decimal(70)))
    given = (SharedConsultation("c", number=Count(7)), few, SharedPractice("p", title="T", contact="The desk"))
    found = widened(sent(*given, ResourcesTotal("m", "EUR"), LoopTotal("loop", Count(80))), Audience.PUBLIC)

    assert found.entries == (
        SharedConsultation("c", number=WITHHELD),
        replace(few, value=AMOUNT_WITHHELD),
        SharedPractice("p", title="T"),
    )
    assert told(SharedIndicatorValue("i", value=Amount(Decimal(63)), unit="people"), Audience.PUBLIC).value.value == 65
    assert told(SharedIndicatorValue("i", value=Amount(Decimal(63)), unit="percent"), Audience.PUBLIC).value.value == 63


def test_what_was_released_for_the_coordinator_is_not_released_for_everybody() -> None:
    activity = SharedActivity("1", title="Desk", summary=f"Call {TELEPHONE}", partners=("A", f"Jane {TELEPHONE}"))
    found = widened(sent(activity, SharedChoice("c", 3, why=TELEPHONE)), Audience.PUBLIC)

    assert found.entries == (SharedActivity("1", title="Desk"), SharedChoice("c", 3))


def test_the_public_reads_numbers_in_fives_and_silence_as_silence() -> None:
    entry = SharedActivity("1", reach=Count(43), reach_women=Count(12), reach_men=WITHHELD)

    assert told(entry, Audience.PEERS) == entry
    assert told(entry, Audience.PUBLIC) == SharedActivity(
        "1", reach=Count(45), reach_women=Count(10), reach_men=WITHHELD, reach_girls=NOT_ASKED
    )
