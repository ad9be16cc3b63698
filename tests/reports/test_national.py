"""The national report: every list that is asked for, each activity once, absence and silence told, nobody ranked."""

from __future__ import annotations

import re
from dataclasses import replace

from app.compact import load
from app.domain.coverage import State
from app.domain.picture.editions import Arranged, Edition
from app.domain.shared import (
    SHARED_KINDS,
    Audience,
    Contributor,
    Disclosure,
    Picture,
    PublicOrganisation,
    SharedActivity,
    SharedAssessment,
    SharedEntry,
    SharedFeedback,
    Submission,
)
from app.domain.terms import Count, Period, When
from app.i18n import isolate
from app.reports.document import (
    Bars,
    Bullets,
    Coverage,
    Document,
    Facts,
    Figure,
    Heading,
    KeyFigures,
    PageBreak,
    Paragraph,
    Stacked,
    Table,
    Timeline,
)
from app.reports.national import document
from app.services.picturing import national
from tests.pictures import CITY, CLINIC, NETWORK, past, rich
from tests.reports.test_submission import of_kind, texts

PERIOD = Period.parse("2026-07..2026-09")
ONE, TWO = (
    PublicOrganisation(
        "one", "Tangier Network", ("ST-CSO",), "MA", "We explain papers.", contact_role="The front desk"
    ),
    PublicOrganisation("two", "City of Oujda", ("ST-LOC",), "MA"),
)
DESK = SharedActivity(
    "desk",
    title="Legal desk",
    objectives=(4, 15),
    start=When(2026, 7),
    end=When(2026, 8),
    place="MA007",
    reach=Count(120),
    reach_women=Count(70),
    reach_men=Count(40),
    departments=("justice",),
)
COURSE = SharedActivity("course", title="Evening course", objectives=(16,), start=When(2026, 9), reach=Count(30))
VOICE = SharedFeedback(
    "voice", "question", (4,), month=When(2026, 8), language="en", own_words="Nobody wrote my name.", consent="C3"
)
FURTHER = tuple(
    of_kind(SHARED_KINDS[kind])
    for kind in ("commitment", "commitment_update", "need_offer", "proposal", "practice", "challenge", "rumour")
)


def picture(audience: Audience = Audience.COORDINATOR, *more: SharedEntry) -> Picture:
    made = Disclosure(Audience.COORDINATOR, 5)
    nothing = SharedAssessment("n", 11, PERIOD.iso, nothing_done=True)
    entries = (DESK, VOICE, SharedAssessment("a", 4, PERIOD.iso, "in_progress"), *FURTHER, *more)
    first = Submission(ONE, "c", PERIOD, 1, made, "1", entries=entries)
    second = Submission(
        TWO,
        "c",
        PERIOD,
        2,
        made,
        "1",
        entries=(COURSE, replace(VOICE, id="v2", month=When(2026, 2)), SharedAssessment("b", 4, value="done"), nothing),
    )
    who = [Contributor(ONE, "s1", 1, "accepted", 1), Contributor(TWO, "s2", 2, "accepted", 1)]
    return national.merged([second, first], who, period=PERIOD, audience=audience, pack=load())


def report(shown: Picture, language: str = "en") -> Document:
    return document(shown, load(), language, author="The coordinator")


def anchors_of(whole: Document) -> list[str]:
    """The anchors of all headings, in their order."""
    return [block.anchor for block in whole.blocks if isinstance(block, Heading) and block.anchor]


def table(whole: Document, column: str) -> list[tuple[str, ...]]:
    """The rows of every table whose first heading is this."""
    found = [block for block in whole.blocks if isinstance(block, Table) and block.columns[0].title == column]
    return [row for one in found for row in one.rows]


def test_it_has_every_chapter_in_the_order_in_which_it_is_read() -> None:
    whole = report(picture())
    anchors = [block.anchor for block in whole.blocks if isinstance(block, Heading) and block.anchor]

    expected = ["summary", "contributors", "coverage", "objectives", "objective-4", "objective-11", "objective-15"]
    expected += ["objective-16", "departments", "needs", "commitments", "practices", "compendium", "further"]
    assert anchors == [*expected, "differences", "gaps", "silence", "withheld", "method", "annex"]
    assert whole.cover
    assert [type(block) for block in whole.blocks[:2]] == [Facts, Coverage]
    assert isinstance(whole.blocks[3], PageBreak)


def test_every_activity_stands_once_in_the_compendium_with_its_other_objectives() -> None:
    rows = table(report(picture()), "Activity")

    assert [(row[0], row[4], row[5]) for row in rows] == [("Legal desk", "15", "120"), ("Evening course", "", "30")]


def test_one_organisation_is_not_told_as_several() -> None:
    whole = picture()
    alone = replace(whole, contributors=whole.contributors[:1])
    shown = [block for made in (whole, alone) for block in report(made).blocks if isinstance(block, KeyFigures)]

    assert [one.figures[0] for one in shown] == [Figure("2", "organisations"), Figure("1", "organisation")]


def test_kinds_of_organisations_that_nobody_came_from_are_told_as_none() -> None:
    [kinds] = [block for block in report(picture()).blocks if isinstance(block, Bars) and "kind" in block.title]
    counts = {bar.label: bar.value for bar in kinds.bars}

    assert len(counts) > 8
    assert sorted(counts.values(), reverse=True)[:3] == [1, 1, 0]


def test_people_by_group_are_told_over_all_organisations_and_never_one_beside_another() -> None:
    shown = [block for block in report(picture()).blocks if isinstance(block, Stacked)]
    names = {ONE.name, TWO.name}

    assert [bar.parts for bar in shown[0].bars] == [(70, 40, 10), (None, None, 30)]
    assert [bar for block in shown for bar in block.bars if bar.label in names] == []


def test_commitments_run_from_one_period_to_the_next_with_what_became_of_them() -> None:
    whole = report(picture())
    [promises] = [block for block in whole.blocks if isinstance(block, Timeline) and "Commit" in block.title]
    [row] = table(whole, "Promise")

    assert promises.moments[0].label == "commitment-title" == row[0]
    assert ONE.name in promises.moments[0].text


def test_a_message_is_told_in_words_for_its_own_audience_and_period_alone() -> None:
    told = [block for block in report(picture()).blocks if isinstance(block, Paragraph) and block.style == "pull"]
    public = report(picture(Audience.PUBLIC))

    assert [(block.text, block.language) for block in told] == [("Nobody wrote my name.", "en")]
    assert "Nobody wrote my name." not in repr(public.blocks)


def test_the_annex_tells_who_contributed_and_the_public_reads_no_text_written_for_the_coordinator() -> None:
    annex, public = (repr(report(picture(who)).blocks) for who in (Audience.COORDINATOR, Audience.PUBLIC))

    assert "We explain papers." in annex
    assert "The front desk" in annex
    assert "We explain papers." not in public
    assert "The front desk" not in public
    assert ONE.name in public


def test_where_views_differ_both_sides_are_told() -> None:
    whole = report(picture())
    fourth = [row[1:] for row in table(whole, "Objective") if row[0].startswith("4 ") and len(row) == 3]
    both, *views = fourth
    [proposed] = table(whole, "Proposal")
    assert both == (
        "Not reported. Own views: done (1)",
        "1 activity from 1 organisation. Own views: Under way (1)",
    ), "public bodies beside everybody else"

    assert views == [("done", TWO.name), ("Under way", ONE.name)]
    assert proposed == ("proposal-text", "proposal-agree", "proposal-partly and proposal-differ")


def test_an_objective_that_is_asked_for_and_nobody_worked_on_is_a_gap() -> None:
    wanted = replace(of_kind(SHARED_KINDS["need_offer"]), objectives=(9,))  # type: ignore[call-arg]
    gaps = [row for row in table(report(picture(Audience.COORDINATOR, wanted)), "Objective") if len(row) == 4]

    assert [(row[0].split()[0], *row[1:]) for row in gaps] == [("9", "1", "0", "0"), ("11", "0", "0", "1")]


def test_kinds_that_nobody_came_from_have_a_silent_row_beside_those_that_acted() -> None:
    [kinds] = [one for one in report(rich()).blocks if isinstance(one, Coverage) and "kind of" in one.title]
    rows = {label: {cell.state for cell in cells} for label, cells in kinds.rows}

    assert len(rows) == sum(kind.code.startswith("ST-") for kind in load().stakeholder_types)
    assert State.DONE in rows["Local authorities and communities"]
    assert rows["Academia"] == {State.NOT_REPORTED}


def test_two_periods_stand_side_by_side_and_every_promise_has_its_step() -> None:
    whole = report(Edition(rich(), before=past()))
    changed = {row[0].split()[0]: row[1:] for row in table(whole, "Objective") if len(row) == 4 and " " in row[-1]}
    steps = {row[0]: row[4] for row in table(whole, "Promise")}

    assert changed == {
        "4": ("1 activity", "1 activity", "As before"),
        "15": ("Not reported", "2 activities", "Not reported before, now: Done"),
        "16": ("Not reported", "1 activity", "Not reported before, now: Done"),
    }
    assert "Of 16 objectives nobody told anything in either period." in texts(whole)
    assert steps == {
        "Answer within two weeks": "Kept",
        "A second desk": "Raised: told for the first time",
        "A help line": "Not spoken of any more",
        "Check every contract": "Its organisation did not report",
    }
    assert "trend" not in anchors_of(report(rich())), "of the period before nothing is known"


def test_needs_and_offers_that_may_go_together_are_paired_and_money_is_at_least_so_much() -> None:
    whole = report(rich())

    assert [(row[1], row[3], row[4]) for row in table(whole, "What is needed")] == [
        (NETWORK.name, CITY.name, "About the same, and objective 15"),
        (NETWORK.name, CLINIC.name, "Objective 15"),
    ]
    assert table(whole, "Currency") == [("MAD", "Foundation", "2", "at least 3,500", "at least 1,000", "–")]
    assert "For 1 need or hindrance nobody offers anything yet." in texts(whole)


def test_by_round_table_every_objective_stands_under_its_own_and_the_same_facts_are_told() -> None:
    plain, arranged = report(rich()), report(Edition(rich(), Arranged.ROUND_TABLES))
    anchors = [one for one in anchors_of(arranged) if one.startswith(("round", "objective-"))]

    assert anchors == [
        *("round-table-1", "round-table-2", "objective-4", "round-table-3", "objective-15", "objective-16"),
        "round-table-4",
    ]
    assert {one for one in texts(plain).splitlines()} <= {one for one in texts(arranged).splitlines()}
    levels = [one.level for one in arranged.blocks if isinstance(one, Heading)]
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False)), "no gap in the levels"


def test_by_regional_review_each_region_tells_its_own_work_and_its_next_review() -> None:
    whole = report(Edition(rich(), Arranged.REGIONS))
    regions = [one for one in anchors_of(whole) if one.startswith("region-")]
    facts = [{fact.label: fact.value for fact in one.facts} for one in whole.blocks if isinstance(one, Facts)]
    about = [one for one in facts if "Countries" in one]

    assert regions == ["region-ECE", "region-ECA"]
    assert [(one["Organisations"], one["Countries"]) for one in about] == [
        ("Clínica de Ceuta", "Spain"),
        ("City of Oujda and Tangier Network", "Morocco"),
    ]
    told = [item for one in whole.blocks if isinstance(one, Bullets) for item in one.items]
    assert f"{isolate('Clínica de Ceuta')}: {isolate('Papers take too long')}" in told


def test_a_label_is_parted_from_its_value_as_the_language_writes_it() -> None:
    told = texts(report(picture(), "fr"))

    assert "En cours\u00a0: 1" in told and "Engagement\u00a0: 1" in told
    assert not re.findall(r"[^\u00a0]: .*", told)
