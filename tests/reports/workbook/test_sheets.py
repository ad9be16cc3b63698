"""The coordinator's workbook: every sheet that was promised, named tables, real months, nothing that is alive."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
import python_calamine as calamine

from app.compact import load
from app.domain.picture.editions import Edition
from app.domain.shared import SharedFeedback, SharedIndicatorValue
from app.domain.terms import Amount, When
from app.reports import workbook
from app.reports.workbook.book import Sheet, continued
from tests.documents.test_same_facts import HOSTILE, PICTURE
from tests.pictures import CITY, NETWORK, PERIOD, of, past, rich

SHEETS = (
    *("Read me", "Summary", "Activities", "GCM long", "By place", "Organisations", "Messages", "Results"),
    *("Submissions", "Conflicts", "Gaps", "Code lists"),
)
MADE = workbook.national(PICTURE, load(), "en")


def sheet(name: str, data: bytes = MADE) -> list[list[object]]:
    return calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(name).to_python()


def parts(data: bytes, pattern: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return "".join(packed.read(name).decode() for name in packed.namelist() if re.search(pattern, name))


def test_every_sheet_that_was_promised_is_there_in_its_order() -> None:
    names = calamine.CalamineWorkbook.from_filelike(io.BytesIO(MADE)).sheet_names
    assert [name for name in names if name in SHEETS] == list(SHEETS)
    told = set(re.findall(r'<table [^>]*? name="(\w+)"', parts(MADE, "tables/")))
    assert {"gw_summary", "gw_activities", "gw_gcm_long", "gw_conflicts", "gw_feedback", "gw_practice"} <= told
    assert parts(MADE, r"worksheets/sheet").count('state="frozen"') == len(names)


def test_months_are_dates_numbers_are_numbers_and_texts_are_never_run() -> None:
    heads, *rows = sheet("Activities")
    row = dict(zip(heads, next(one for one in rows if HOSTILE in one), strict=True))
    assert row["When"] == date(2026, 8, 1)
    assert (row["People reached"], row["Activity id"]) == (1204, "1")
    assert "withheld for safety" in {one[heads.index("People reached")] for one in rows}
    assert "<f>" not in parts(MADE, "worksheets/sheet") and "hyperlink" not in parts(MADE, "worksheets/")


def test_the_summary_counts_messages_places_and_own_views_and_has_a_chart_in_words() -> None:
    heads, *rows = sheet("Summary")
    fourth = dict(zip(heads, next(row for row in rows if row[0] == 4), strict=True))
    assert (fourth["Activities"], fourth["Places told"]) == (3, 1)
    assert 57 in fourth.values() and "withheld for safety" in fourth.values()
    assert str(fourth["Own views"]).count("(1)") == 2
    drawing = parts(MADE, "drawings/drawing")
    assert "descr=" in drawing and "4 " in drawing
    assert parts(MADE, "charts/chart").count("<c:ser>") == 1


def test_organisations_messages_results_conflicts_and_gaps_are_told() -> None:
    assert len(sheet("Organisations")) == 3
    heard = sheet("Messages")[1:]
    assert sorted(str(row[3]) for row in heard) == ["57.0", "withheld for safety"]
    assert [row[4] for row in sheet("Results")[1:]] == ["Fewer asked twice."]
    conflicts = sheet("Conflicts")[1:]
    assert {"first", "second"} <= {cell for row in conflicts for cell in row}
    assert any(row[0] == "Own views differ" for row in conflicts)
    gaps = sheet("Gaps")
    assert any("GCM-01" in str(row[2]) for row in gaps[1:]), "a region that nobody told of an objective"
    assert not any(str(row[0]).startswith("ST-") for row in gaps)


@pytest.mark.parametrize("language", ["ar"])
def test_sheets_run_from_the_right_in_arabic_and_equal_pictures_are_equal_bytes(language: str) -> None:
    made = workbook.national(PICTURE, load(), language)
    assert made == workbook.national(PICTURE, load(), language)
    sheets = parts(made, "worksheets/sheet")
    assert sheets.count('rightToLeft="1"') == sheets.count("<worksheet ")


def test_what_is_compared_has_sheets_of_its_own() -> None:
    made = workbook.national(Edition(rich(), before=past()), load(), "en")
    kinds = {row[1]: row for row in sheet("By kind", made)[1:]}
    assert (kinds["ST-LOC"][16], kinds["ST-CSO"][16], kinds["ST-ACA"][16]) == ("Nothing done", 2, "Not reported")
    assert [row[6] for row in sheet("Needs and offers", made)[1:]] == [
        *("About the same, and objective 15", "Objective 15", "Nobody offers anything yet")
    ]
    assert [(row[2], row[6]) for row in sheet("Commitments moved", made)[1:]][0] == (
        "p9",
        "Its organisation did not report",
    )
    assert sheet("Money", made)[1] == ["MAD", "Foundation", 2, 3500, 1000, "", 1]
    fourth, fifteenth, _sixteenth = sheet("Side by side", made)[1:]
    assert fourth[2:] == ["Not reported", "", "Not started (1)", 1, 1, "Under way (1)"]
    assert fifteenth[2:5] == ["Nothing done", 1, ""]
    assert ["Under way", "Tangier Network", "Half of the offices take part."] in [
        row[1:] for row in sheet("Views side by side", made)[1:]
    ]
    assert sheet("Since the period before", made)[15][2:] == [
        "Not reported",
        2,
        "",
        2,
        "Not reported before, now: Done",
    ]


def test_voices_and_indicators_have_sheets_and_what_was_asked_and_not_answered_is_told() -> None:
    told = of(
        (NETWORK, (heard("v1", 4), heard("v2", 15, 4))),
        (CITY, (SharedIndicatorValue("i", "10.7.1", PERIOD.iso, Amount(Decimal("2.5")), source="Survey"),)),
    )
    made = workbook.national(Edition(told, asked=("10.7.2", "10.7.1")), load(), "en")
    heads, *rows = sheet("Voices", made)
    assert [dict(zip(heads, row, strict=True)) for row in rows] == [
        {
            **{"In words": "Papers take long.", "Kind of message": "Question", "Objectives": "GCM-04; GCM-15"},
            **{"When": "2026-08", "Heard by": "Tangier Network", "Whose words": "in their own words"},
            "Language": "French",
        }
    ]
    silent, known = sheet("Indicators", made)[1:]
    assert silent[1:4] == ["10.7.2", "yes", "Nobody reported a value"]
    assert (known[1:4], known[5], known[7]) == (["10.7.1", "yes", "City of Oujda"], 2.5, "Survey")


def heard(identity: str, *about: int) -> SharedFeedback:
    """A message in the words of its speaker."""
    said = SharedFeedback(identity, "question", about, month=When(2026, 8), language="fr", consent="C2")
    return replace(said, own_words="Papers take long.")


def test_rows_that_no_program_reads_in_one_sheet_stand_in_the_next() -> None:
    long = Sheet("activities", "Activities", ("Number",), [(number,) for number in range(7)])
    found = list(continued([long, Sheet("empty", "Empty", ("Nothing",), [])], most=3))
    assert [(one.name, one.title, len(one.rows)) for one in found] == [
        ("activities", "Activities", 3),
        ("activities_2", "Activities 2", 3),
        ("activities_3", "Activities 3", 1),
        ("empty", "Empty", 0),
    ]
    assert [row for one in found for row in one.rows] == list(long.rows)
