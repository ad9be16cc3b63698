from __future__ import annotations

import json

import pytest

from app.intake import rows
from app.intake.cells.results import Outcome
from app.intake.fitting import mapping
from app.intake.grids import columns, spreadsheet
from tests.intake.made import MAPPINGS, grid, sample

HEADINGS = ["What", "Kind", "When", "Where", "Women", "Who"]
ACTIVITY = {
    "groundwork_mapping": 1,
    "kind": "activity",
    "heading_row": 1,
    "country": "GN",
    "columns": {"title": "What", "type": "Kind", "start": "When", "place": "Where", "reach_women": "Women"},
    "values": {"type": {"Legal": "legal_support"}},
    "organisation": "Who",
}


def _read(*table_rows, organisation=None, **keys):
    read = mapping.parse(json.dumps({**ACTIVITY, **keys}).encode())
    return rows.read_grid(grid(HEADINGS, *table_rows), read, organisation=organisation)


def _only(reading):
    (row,) = reading.rows
    return row


def test_a_good_row_becomes_the_fields_of_a_draft():
    row = _only(_read(["Help desk", "Legal", "03/2025", "GN008001", "1 234", "Red Cross"]))
    assert row.outcome is Outcome.DRAFT
    assert row.fields == {
        "title": "Help desk",
        "type": "legal_support",
        "start": "2025-03",
        "place": "GN008001",
        "reach_women": 1234,
    }
    assert row.organisation == "Red Cross"


def test_a_row_names_every_cell_that_cannot_be_read():
    row = _only(_read(["Help desk", "Magic", "soon", "GN008001", "many", "Red Cross"]))
    assert row.outcome is Outcome.PROBLEM
    assert row.fields == {}
    assert [(problem.row, problem.column, problem.value) for problem in row.problems] == [
        (2, "When", "soon"),
        (2, "Kind", "Magic"),
        (2, "Women", "many"),
    ]
    assert row.problems[2].sentence() == "“many” is not a number."


def test_every_row_has_exactly_one_outcome():
    reading = _read(
        ["A", "Legal", "2025-01", None, None, "X"],
        [None] * 6,
        ["B", "Legal", "never", None, None, "X"],
        ["C", "Legal", "2025-01", None, None, "Y"],
        [None, None, None, None, None, "a note below the table"],
        skip=[{"column": "Who", "equals": "Y", "reason": "Y reports for itself."}],
    )
    assert [row.outcome.value for row in reading.rows] == ["draft", "blank", "problem", "skipped", "skipped"]
    assert [row.reason() for row in reading.rows if row.reason()] == ["Y reports for itself.", rows.NOTHING_MAPPED]
    assert reading.counts == {Outcome.DRAFT: 1, Outcome.PROBLEM: 1, Outcome.SKIPPED: 2, Outcome.BLANK: 1}


def test_only_one_organisation_can_be_asked_for():
    reading = _read(["A", "Legal", "2025-01", None, None, "ÖRK"], ["B", *[None] * 4, "MSF"], organisation="ork")
    assert [row.fields.get("title") for row in reading.drafts] == ["A"]
    assert reading.rows[1].reason() == rows.OTHER_ORGANISATION


def test_equal_rows_have_one_key_and_are_counted():
    same = ["A", "Legal", "2025-01", None, None, "X"]
    reading = _read(same, [*same[:5], "x "], [*same[:5], "Z"])
    assert [row.occurrence for row in reading.rows] == [1, 2, 1]
    assert reading.rows[0].key == reading.rows[1].key != reading.rows[2].key
    assert "Rows that repeat an earlier row of this file: 1." in [one.sentence() for one in reading.advice]


def test_a_key_of_chosen_columns_outlives_changes_elsewhere():
    before = _only(_read(["A", "Legal", "2025-01", None, 3, "X"], key=["What", "Who"]))
    after = _only(_read(["A", "Legal", "2025-02", None, 4, "X"], key=["What", "Who"]))
    assert before.key == after.key


def test_constants_win_and_fallbacks_fill_what_is_empty():
    reading = _read(
        ["A", "Legal", "2025-01", None, None, "X"],
        ["B", "Legal", None, None, None, "X"],
        constants={"status": "completed", "objectives": [7, 15]},
        fallbacks={"start": "2024-12"},
    )
    assert [row.fields["start"] for row in reading.rows] == ["2025-01", "2024-12"]
    assert {row.fields["status"] for row in reading.rows} == {"completed"}
    assert {row.fields["objectives"] for row in reading.rows} == {(7, 15)}
    assert any("“2024-12” from the mapping was used (rows: 1)" in one.sentence() for one in reading.advice)


def test_a_constant_that_cannot_be_read_is_named():
    with pytest.raises(mapping.MappingWrongError) as raised:
        _read(["A", *[None] * 5], constants={"status": "whatever"})
    assert "status" in raised.value.sentence()


def test_a_mapping_for_another_table_names_what_is_missing():
    with pytest.raises(rows.HeadingsMissingError) as raised:
        _read(["A", *[None] * 5], key=["ID"])
    assert "“ID”" in raised.value.sentence()


def test_places_are_found_by_code_then_name_and_unknown_ones_are_told():
    reading = _read(*(["A", "Legal", "2025-01", where, None, "X"] for where in ("GIN008001", "guéckédou", "Atlantis")))
    assert [row.fields["place"] for row in reading.rows] == ["GN008001", "GN008002", "Atlantis"]
    assert any("“Atlantis” is not in the list of places" in one.sentence() for one in reading.advice)


def test_code_and_name_that_disagree_are_told():
    reading = _read(["Lola", "Legal", "2025-01", "GN008001", None, "X"], columns={"place": ["Where", "What"]})
    assert reading.rows[0].fields["place"] == "GN008001"
    assert any("two different places" in one.sentence() for one in reading.advice)


def test_a_district_called_like_its_region_is_no_contradiction():
    reading = _read(["Boké", "Legal", "2025-01", "GIN001002", None, "X"], columns={"place": ["Where", "What"]})
    assert reading.rows[0].fields["place"] == "GN001002"
    assert not any("two different places" in one.sentence() for one in reading.advice)


def test_a_template_counts_only_when_all_its_columns_are_filled():
    reading = _read(
        ["A", "Legal", None, None, None, "X"],
        ["B", None, None, None, None, "X"],
        columns={"summary": ["{Kind}: {What}", "What"]},
    )
    assert [row.fields["summary"] for row in reading.rows] == ["Legal: A", "B"]


def test_formulas_stay_text():
    assert _only(_read(["=1+1", *[None] * 5])).fields["title"] == "=1+1"


def _feedback(headings, row, **fields):
    read = {"groundwork_mapping": 1, "kind": "feedback", "heading_row": 1, "columns": fields}
    return rows.read_grid(grid(headings, row), mapping.parse(json.dumps(read).encode()))


def test_a_district_is_looked_up_within_the_region_beside_it():
    told = [("Qara Bagh", "Ghazni"), ("Qara Bagh", "Kabul"), ("Ghazni", "Ghazni"), ("Ghazni", "Nowhere")]
    table = [[district, "Legal", "2025-01", region, None, "X"] for district, region in told]
    reading = _read(*table, columns={"place": ["What", "Where"]}, country="AF")
    found = [row.fields["place"] for row in reading.rows]
    assert [one[:4] for one in found] == ["AF11", "AF01", "AF11", "AF11"]
    assert [len(one) for one in found] == [6, 6, 6, 4], "a district called like its region is the district"


def test_feedback_keeps_the_month_and_no_place_that_may_be_a_doorstep():
    reading = _feedback(["d", "p"], ["2021-07-13T13:08:28", "House 12, back yard"], month="d", place="p")
    assert _only(reading).fields == {"month": "2021-07"}
    assert any("left out" in one.sentence() for one in reading.advice)


@pytest.mark.parametrize("heading", ["deviceid", "_submitted_by", "gps_latitude", "Phone number", "username"])
def test_private_columns_are_dropped_even_if_the_mapping_names_them(heading):
    reading = _feedback([heading, "m"], ["secret-value", "hello"], paraphrase="m", own_words=heading)
    assert _only(reading).fields == {"paraphrase": "hello"}
    assert any("never taken over" in one.sentence() and heading in one.sentence() for one in reading.advice)


def test_the_clock_of_a_form_is_dropped_and_the_start_of_an_activity_kept():
    clock = _feedback(["start", "m"], ["2021-07-05T10:58:34.147+03:00", "hello"], month="start", paraphrase="m")
    day = _feedback(["start", "m"], ["2021-07-05", "hello"], month="start", paraphrase="m")
    assert ("month" in _only(clock).fields, "month" in _only(day).fields) == (False, True)


def test_a_sensitive_report_keeps_its_kind_and_month_alone():
    reading = _feedback(
        ["t", "d", "m"], ["sensitive_report", "2025-01-09", "what happened"], type="t", month="d", own_words="m"
    )
    assert _only(reading).fields == {"type": "sensitive_report", "month": "2025-01"}
    assert any("Sensitive reports: 1" in one.sentence() for one in reading.advice)


@pytest.mark.parametrize(
    ("file", "name", "drafts", "organisations"),
    [
        ("hxl-3w/ocha_tchad_3w_2025_fr.xlsx", "ocha-tchad-3w-2025", 1556, 209),
        ("hxl-3w/guinee_3w_fr.csv", "guinee-3w", 1456, 54),
        ("kobo-odk/reach_household_export.csv", "reach-household-2021", 632, 0),
    ],
)
def test_the_real_files_add_up_row_by_row(file, name, drafts, organisations):
    path, read = sample(file), mapping.load(MAPPINGS / f"{name}.json")
    below = columns.table(spreadsheet.read(path, sheet=read.sheet), heading_row=read.heading_row).rows
    reading = rows.read(path, read)
    assert [row.row for row in reading.rows] == [row.number for row in below]
    assert sum(reading.counts.values()) == len(below)
    assert (len(reading.drafts), len(reading.organisations)) == (drafts, organisations)


def test_nothing_of_a_device_or_an_exact_place_comes_out_of_the_household_survey():
    path = sample("kobo-odk/reach_household_export.csv")
    source = columns.table(spreadsheet.read(path))
    reading = rows.read(path, mapping.load(MAPPINGS / "reach-household-2021.json"))
    told = {str(value) for row in reading.rows for value in row.fields.values()}
    for heading in ("deviceid", "X_submitted_by", "X_uuid", "neighbourhood"):
        column = source.column(heading)
        assert not told & {str(source.cell(row, column)) for row in source.rows}, heading


def test_many_unknown_places_are_one_sentence():
    reading = _read(*[["A", "Legal", "2025-01", f"Nowhere {number}", None, "X"] for number in range(30)])
    told = [one.sentence() for one in reading.advice if "Nowhere" in one.sentence()]
    assert len(told) == 1
    assert "30 (rows: 30)" in told[0]


def test_zero_bytes_in_a_text_are_passed_over_and_told(tmp_path):
    path = tmp_path / "table.csv"
    path.write_bytes(b"Name,Women\nDe\0sk at the station,1\x002\nTent,7\n")
    told = {"groundwork_mapping": 1, "kind": "activity", "columns": {"title": "Name", "reach_women": "Women"}}
    reading = rows.read(path, mapping.parse(json.dumps(told).encode()))
    assert [dict(row.fields) for row in reading.drafts] == [
        {"title": "Desk at the station", "reach_women": 12},
        {"title": "Tent", "reach_women": 7},
    ]
    assert "passed over: 2" in " ".join(one.sentence() for one in reading.advice)
