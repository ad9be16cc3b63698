"""The document of a submission and the workbook: nothing that leaves is left out, in any language."""

from __future__ import annotations

import io
from dataclasses import fields
from decimal import Decimal
from typing import Any

import pytest
import python_calamine as calamine

from app.compact import load
from app.domain.coverage import State
from app.domain.shared import (
    SHARED_KINDS,
    Audience,
    Contributor,
    Disclosure,
    Form,
    PublicOrganisation,
    SharedActivity,
    SharedAssessment,
    SharedEntry,
    Submission,
    Withdrawal,
    tellings,
)
from app.domain.terms import AMOUNT_WITHHELD, WITHHELD, Amount, Count, Period, When
from app.reports import workbook
from app.reports.document import (
    Bars,
    Coverage,
    Document,
    Fact,
    Facts,
    Heading,
    KeyFigures,
    Paragraph,
    Stacked,
    Timeline,
)
from app.reports.submission import document
from app.services.picturing import national

WHO = PublicOrganisation("o", "Tangier Network", ("ST-CSO",), "MA")
PERIOD = Period.parse("2026-07..2026-09")
DECLARED = [kind for kind in SHARED_KINDS.values() if tellings(kind)]


def of_kind(kind: type[SharedEntry]) -> SharedEntry:
    """An entry whose every text says where it stands."""
    values: dict[str, object] = {"id": f"id-{kind.KIND}"}
    for one in fields(kind):
        told = f"{kind.KIND}-{one.name}"
        made = {"str": told, "When | None": When(2026, 8), "Count": Count(23), "Amount": Amount(Decimal("62.5"))}
        made |= {"tuple[int, ...]": (4,), "tuple[str, ...]": (told,)}
        values.setdefault(one.name, made[str(one.type)])
    if kind.KIND == "commitment_update":
        values["commitment"] = "id-commitment"
    return kind(**values)  # type: ignore[arg-type]


def submission(*entries: SharedEntry) -> Submission:
    return Submission(WHO, "c", PERIOD, 1, Disclosure(Audience.COORDINATOR, 5), "1.1.0", entries=entries)


WHOLE = submission(*map(of_kind, DECLARED), Withdrawal("w", "elsewhere", "record", When(2026, 9)))


def texts(drawn: Document) -> str:
    found: list[str] = []
    for block in drawn.blocks:
        found += [block.text] if isinstance(block, Heading | Paragraph) else []
        found += [f"{one.label} {one.value}" for one in block.facts] if isinstance(block, Facts) else []
    return "\n".join(found)


def words_of(kind: type[SharedEntry]) -> set[str]:
    """The canaries that must be read: those in fields that are told in words."""
    told = {one.name for one in tellings(kind) if one.form not in (Form.REFERENCE, Form.PLACE)}
    typed = {one.name for one in fields(kind) if str(one.type) in ("str", "tuple[str, ...]")}
    return {f"{kind.KIND}-{name}" for name in told & typed}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_value_that_leaves_stands_in_the_document(language: str) -> None:
    told = texts(document(WHOLE, load(), language))
    missing = {canary for kind in DECLARED for canary in words_of(kind) if canary not in told}

    assert missing == set()
    assert "62.5" in told or "62,5" in told or "٦٢" in told


def test_news_of_a_commitment_stands_below_it_and_alone_where_the_commitment_is_not_told() -> None:
    promise, news = (of_kind(SHARED_KINDS[kind]) for kind in ("commitment", "commitment_update"))
    for entries in ((promise, news), (news,)):
        assert texts(document(submission(*entries), load(), "en")).count("commitment_update-text") == 1


def test_a_withheld_amount_says_so_and_what_was_taken_back_is_counted() -> None:
    hidden = SHARED_KINDS["indicator_value"]("i", code="Registered", value=AMOUNT_WITHHELD)  # type: ignore[call-arg]
    told = texts(document(submission(hidden), load(), "en"))

    assert "Value withheld for safety" in told
    assert "taken back" not in told
    assert "1 entry of an earlier version or submission is taken back." in texts(document(WHOLE, load(), "en"))


def test_the_workbooks_hold_a_sheet_for_every_kind_with_every_value() -> None:
    who = [Contributor(WHO, "s", 1, "accepted", 0, 2)]
    shown = national.merged([WHOLE], who, period=PERIOD, audience=Audience.COORDINATOR, pack=load())
    for data in (workbook.national(shown, load(), "en"), workbook.activities([WHOLE], load(), "en")):
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        cells = {
            str(cell) for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row
        }
        missing = {canary for kind in DECLARED for canary in words_of(kind) if not any(canary in one for one in cells)}
        assert missing == set()
        assert "62.5" in cells


def test_the_national_side_counts_and_lists_what_it_does_not_merge_yet() -> None:
    who = [Contributor(WHO, "s", 1, "accepted", 0, 2)]
    shown = national.merged([WHOLE], who, period=PERIOD, audience=Audience.COORDINATOR, pack=load())
    plain = national.as_plain(shown)

    assert set(plain["further"]) == {kind.KIND for kind in DECLARED}
    assert plain["contributors"][0]["taken_back"] == 2
    assert "withdrawal" not in repr(shown.further)


def test_the_cover_tells_of_every_objective_in_one_row_and_the_charts_add_up() -> None:
    desk = SharedActivity(
        "a", title="Desk", objectives=(4, 15), start=When(2026, 7), reach=Count(50), reach_women=Count(30)
    )
    nothing = SharedAssessment("n", 11, nothing_done=True)
    blocks = document(submission(desk, nothing, of_kind(SHARED_KINDS["commitment"])), load(), "fr").blocks
    strip = next(block for block in blocks if isinstance(block, Coverage))
    [(label, cells)] = strip.rows
    states = {number: cell.state for number, cell in enumerate(cells, 1) if cell.state is not State.NOT_REPORTED}
    groups = next(block for block in blocks if isinstance(block, Stacked))
    activities, promises = (block for block in blocks if isinstance(block, Timeline))

    assert (label, len(cells)) == ("", 23)
    assert states == {4: State.DONE, 11: State.NOTHING_DONE, 15: State.DONE}
    assert [(bar.parts, bar.text) for bar in groups.bars] == [((30, 20), "50")]
    assert [one.label for one in activities.moments] == ["Desk"]
    assert [one.label for one in promises.moments] == ["commitment-title"]
    assert [words for _day, words in activities.ticks] == ["juillet", "août", "septembre"]


def test_many_activities_are_told_by_month_and_one_that_goes_on_counts_in_each() -> None:
    many = [SharedActivity(f"a{n}", objectives=(4,), start=When(2026, 7), end=When(2026, 8)) for n in range(20)]
    blocks = document(submission(*many), load(), "en").blocks
    months = [block for block in blocks if isinstance(block, Bars)][-1]

    assert [(bar.label, bar.value) for bar in months.bars] == [
        ("July 2026", 20),
        ("August 2026", 20),
        ("September 2026", 0),
    ]


def test_facts_without_a_value_are_no_lines() -> None:
    drawn = document(submission(SHARED_KINDS["term_note"]("t", term="newcomer")), load(), "en")  # type: ignore[call-arg]

    assert [block for block in drawn.blocks if isinstance(block, Facts) and Fact("", "") in block.facts] == []
    assert "newcomer" in texts(drawn)


def test_a_sum_without_what_is_withheld_is_at_least_so_much_wherever_it_stands() -> None:
    work: dict[str, Any] = {"objectives": (4,), "start": When(2026, 8)}
    known = SharedActivity("1", title="Desk", reach=Count(80), reach_women=Count(50), **work)
    blocks = document(
        submission(known, SharedActivity("2", title="Visits", reach=WITHHELD, **work)), load(), "en"
    ).blocks
    first = next(block for block in blocks if isinstance(block, KeyFigures)).figures[1]
    of_objective = next(one for one in blocks if isinstance(one, Facts) and one.facts[0].label == "Activities").facts[1]
    [bar] = next(block for block in blocks if isinstance(block, Stacked)).bars
    assert (first.value, of_objective.value, bar.text) == ("at least 80",) * 3
