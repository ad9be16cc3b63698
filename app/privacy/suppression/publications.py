"""Every number that is published, and every table it is printed in, each with the rule that protects it.

A test walks through the shared records and the reports and compares: a number or a table that is not named here fails.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Rule(Enum):
    """How a published number is kept from telling of few people."""

    BREAKDOWN = "a total with its groups: protect, and revised beside earlier ones"
    REVISED = "a number of people that stands alone: single, and revised beside earlier ones"
    PERIODS = "counts of a period: single, and in_periods beside those of other periods"
    SUM = "added up from printed numbers alone, so it says nothing that they do not say"
    ALONE = "told of large enough groups alone, and part of no sum"
    PARTED = "parts of such a number: each of a large enough group, and so is what is left when they are taken from it"
    NO_PEOPLE = "counts no people: organisations and their activities are named, and listed one by one"
    COST = "how many numbers there are and how many are withheld: never how many people"
    ORDER = "a name or a rank that happens to be a number"


@dataclass(frozen=True)
class Publication:
    """One table of numbers: the function of `app.reports` that makes it, and the numbers that stand in it."""

    table: str
    numbers: tuple[str, ...]


_REACHED = (
    "SharedActivity.reach",
    "SharedActivity.reach_women",
    "SharedActivity.reach_men",
    "SharedActivity.reach_girls",
    "SharedActivity.reach_boys",
    "SharedActivity.reach_another",
    "SharedActivity.reach_not_asked",
)
_MONEY = tuple(
    f"{kind}.{name}" for kind in ("ResourcesTotal", "ResourcesOfObjective") for name in ("budget", "spent", "gap")
)
NUMBERS: Mapping[str, Rule] = {
    **dict.fromkeys(_REACHED, Rule.BREAKDOWN),
    "FeedbackCount.count": Rule.PERIODS,
    "SharedConsultation.number": Rule.REVISED,
    "LoopTotal.share_answered": Rule.ALONE,
    "LoopTotal.median_days": Rule.ALONE,
    "ResourcesTotal.budget": Rule.ALONE,
    "ResourcesTotal.spent": Rule.ALONE,
    "ResourcesTotal.gap": Rule.ALONE,
    "ResourcesOfObjective.budget": Rule.PARTED,
    "ResourcesOfObjective.spent": Rule.PARTED,
    "ResourcesOfObjective.gap": Rule.PARTED,
    "SharedIndicatorValue.value": Rule.ALONE,
    "SharedIndicatorValue.baseline": Rule.ALONE,
    "SharedIndicatorValue.target": Rule.ALONE,
    "SharedChoice.priority": Rule.ORDER,
    "Disclosure.threshold": Rule.ORDER,
    "Disclosure.records_held_back": Rule.COST,
    "Disclosure.counts_withheld": Rule.COST,
    "Disclosure.counts": Rule.COST,
    "Submission.revision": Rule.ORDER,
    "Contributor.revision": Rule.ORDER,
    "Receipt.revision": Rule.ORDER,
    "Receipt.decided": Rule.ORDER,
    "Contributor.activities": Rule.NO_PEOPLE,
    "Contributor.taken_back": Rule.NO_PEOPLE,
    "ObjectiveView.activities": Rule.NO_PEOPLE,
    "ObjectiveView.organisations": Rule.NO_PEOPLE,
    "ObjectiveView.assessments": Rule.NO_PEOPLE,
    "ObjectiveView.nothing_done": Rule.NO_PEOPLE,
    "ObjectiveView.reach": Rule.SUM,
    "ObjectiveView.feedback": Rule.PERIODS,
    "ObjectiveView.feedback_withheld": Rule.COST,
    "Linked.reach": Rule.SUM,
    "Reach.low": Rule.SUM,
    "Reach.high": Rule.SUM,
    "Reach.withheld": Rule.COST,
    "PlaceView.cells": Rule.NO_PEOPLE,
    "Cell.activities": Rule.NO_PEOPLE,
    "Picture.threshold": Rule.ORDER,
    "Picture.activities_once": Rule.NO_PEOPLE,
    "Picture.further_kinds": Rule.NO_PEOPLE,
    "Picture.left_out": Rule.NO_PEOPLE,
    "Picture.numbers": Rule.COST,
    "Picture.withheld": Rule.COST,
    "Outline.threshold": Rule.ORDER,
    "Outline.activities_once": Rule.NO_PEOPLE,
    "Outline.further_kinds": Rule.NO_PEOPLE,
    "Outline.numbers": Rule.COST,
    "Outline.withheld": Rule.COST,
    "Sums.idle": Rule.NO_PEOPLE,
    "Sums.views": Rule.NO_PEOPLE,
    "Sums.work": Rule.SUM,
    "Sums.people": Rule.SUM,
    "Sums.months": Rule.NO_PEOPLE,
    "Sums.dated": Rule.NO_PEOPLE,
    "Sums.asked": Rule.NO_PEOPLE,
    "Sums.entries": Rule.NO_PEOPLE,
    "Work.activities": Rule.NO_PEOPLE,
    "Work.organisations": Rule.NO_PEOPLE,
    "Work.reach": Rule.SUM,
    "Funds.organisations": Rule.NO_PEOPLE,
    "Funds.budget": Rule.SUM,
    "Funds.spent": Rule.SUM,
    "Funds.gap": Rule.SUM,
    "Funds.withheld": Rule.COST,
}
"""Every field of a shared record that holds a number, but for the numbers of objectives, which are names."""

PUBLICATIONS: tuple[Publication, ...] = (
    Publication("submission._summary", ("SharedActivity.reach", "FeedbackCount.count", "LoopTotal.share_answered")),
    Publication("objective_chapter._activity", ("SharedActivity.reach", "SharedActivity.reach_women")),
    Publication("objective_chapter._voices", ("FeedbackCount.count",)),
    Publication("objective_chapter._challenges", ()),
    Publication(
        "further_chapters._entry",
        ("SharedConsultation.number", "SharedIndicatorValue.value", "ResourcesTotal.spent", "LoopTotal.share_answered"),
    ),
    Publication("further_chapters._updates", ()),
    Publication("submission._about", ("Submission.revision",)),
    Publication("objective_chapter._figures", ("SharedActivity.reach", "FeedbackCount.count")),
    Publication("submission._charts", ("SharedActivity.reach", "SharedActivity.reach_women")),
    Publication("illustrations.strip", ("Cell.activities",)),
    Publication("illustrations.by_group", ("SharedActivity.reach", "SharedActivity.reach_women")),
    Publication("illustrations.over_time", ()),
    Publication("illustrations.by_month", ("ObjectiveView.activities",)),
    Publication("illustrations.promises", ()),
    Publication("closing._method", ()),
    Publication("national._about", ("Picture.threshold",)),
    Publication("national._summary", ("ObjectiveView.activities",)),
    Publication("national_charts.charts", ("ObjectiveView.activities", "SharedActivity.reach")),
    Publication("national._contributors", ("Contributor.activities", "Contributor.revision")),
    Publication("national._by_kind", ()),
    Publication("national._coverage", ("PlaceView.cells",)),
    Publication("national_map.map_of", ("Cell.activities",)),
    Publication("national_map.places", ("Cell.activities", "Reach.low", "Reach.high", "Reach.withheld")),
    Publication("national_objectives.table", ("ObjectiveView.activities", "ObjectiveView.reach")),
    Publication("national_objectives.beside", ("Cell.activities",)),
    Publication("national_objectives._figures", ("ObjectiveView.reach", "Reach.withheld")),
    Publication("counted_once._table", ("Linked.reach",)),
    Publication("linked.linked", ("Linked.reach",)),
    Publication("national_people.participation", ("Cell.activities",)),
    Publication("national_people.departments", ("Cell.activities",)),
    Publication("national_movement.trend", ("ObjectiveView.activities", "ObjectiveView.organisations")),
    Publication("national_movement.commitments", ()),
    Publication("national_matches.matches", ()),
    Publication("national_money.money", _MONEY),
    Publication("national_indicators.chapter", ("SharedIndicatorValue.value",)),
    Publication("national_arranged._about", ()),
    Publication("national_arranged._work", ("ObjectiveView.activities", "ObjectiveView.reach")),
    Publication("registers._needs", ()),
    Publication("registers._activities", ("SharedActivity.reach",)),
    Publication("national_closing._further", ()),
    Publication("national_differences.chapter", ()),
    Publication("national_closing._gaps", ("ObjectiveView.nothing_done",)),
    Publication("national_closing._contributor", ("Contributor.revision",)),
    Publication("stakeholder._facts", ("SharedActivity.reach",)),
    Publication("sheets.activities", ("SharedActivity.reach", "FeedbackCount.count")),
    Publication("sheets._national_sheets", ("SharedActivity.reach",)),
    Publication("sheets._read_me", ("Picture.threshold", "Picture.numbers", "Picture.withheld")),
    Publication("sheets._long", ("SharedActivity.reach",)),
    Publication("sheets._results", ()),
    Publication("sheets._further", ("SharedConsultation.number", "SharedIndicatorValue.value")),
    Publication("sheets._codes", ()),
    Publication(
        "figures.summary",
        ("ObjectiveView.reach", "ObjectiveView.activities", "ObjectiveView.feedback", "Reach.withheld"),
    ),
    Publication("figures.by_place", ("PlaceView.cells",)),
    Publication("places.mapped", ("Cell.activities", "Reach.low", "Reach.high", "Reach.withheld")),
    Publication("figures.feedback", ("ObjectiveView.feedback", "ObjectiveView.feedback_withheld")),
    Publication("figures.conflicts", ("ObjectiveView.assessments",)),
    Publication("figures.gaps", ()),
    Publication("compared.crossing", ("Cell.activities",)),
    Publication("compared.indicators", ("SharedIndicatorValue.value",)),
    Publication("compared.both_sides", ("Cell.activities",)),
    Publication("compared.matches", ()),
    Publication("compared.commitments", ()),
    Publication("money.by_source", ("ResourcesTotal.budget", "ResourcesTotal.spent", "ResourcesTotal.gap")),
    Publication("money.by_objective", ("ResourcesOfObjective.budget", "ResourcesOfObjective.spent")),
    Publication("compared.views", ()),
    Publication("compared.trend", ("ObjectiveView.activities", "ObjectiveView.organisations")),
    Publication("people.contributions", ("Contributor.activities", "Contributor.revision")),
    Publication("people.organisations", ()),
    Publication("people.voices", ()),
    Publication("people.counted", ("Contributor.activities",)),
    Publication("tables.activities_csv", ("SharedActivity.reach",)),
    Publication("tables.as_csv", ()),
    Publication(
        "brief._blocks", ("SharedActivity.reach", "FeedbackCount.count", "Reach.high", "ObjectiveView.activities")
    ),
    Publication("practice._blocks", ()),
    Publication("action._facts", ()),
    Publication("pledge._blanks", ()),
    Publication("pledge._since", ()),
    Publication("three_w.csv_table", _REACHED),
    Publication("three_w.workbook", _REACHED),
    Publication("iati._reached", _REACHED),
    Publication("data_package._organisations", ()),
    Publication(
        "data_package._entries",
        (
            *_REACHED,
            "FeedbackCount.count",
            "SharedConsultation.number",
            "SharedIndicatorValue.value",
            "SharedIndicatorValue.baseline",
            "SharedIndicatorValue.target",
            "LoopTotal.share_answered",
            "LoopTotal.median_days",
            *_MONEY,
        ),
    ),
    Publication("book.book", ()),
    Publication("handbook._part", ()),
)
"""Every table of the reports."""


def rule_of(kind: type, field: str) -> Rule | None:
    """The rule for a number of a shared record, None where nobody named one."""
    return NUMBERS.get(f"{kind.__name__}.{field}")
