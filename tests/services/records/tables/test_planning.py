"""What is proposed for a table: of real files, with the reason, remembered by their headings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from app.errors import GroundworkError
from app.services.opening.workspace import Workspace
from app.services.records import importing
from app.services.records.tables import checking, deciding, planning, remembering, table_file
from app.services.records.tables.deciding import Order
from app.services.records.tables.planning import Plan
from tests.samples import sample

ROWS = "P-code,District,Name,When,Women\nTD0701,Chari,Course,03/04/2026,12\nTD0702,,Visit,05/04/2026,4\n"


def planned(own: Workspace, path: Path) -> Plan:
    return planning.begun(own, table_file.opened(path))


def written(folder: Path, rows: str = ROWS, name: str = "table.csv") -> Path:
    path = folder / name
    path.write_text(rows, "utf-8")
    return path


def becomes(plan: Plan) -> dict[str, tuple[str, ...]]:
    return {line.column.heading: line.fields for line in deciding.lines(plan) if line.fields}


def test_headings_under_a_title_are_found_and_can_be_moved(own: Workspace, tmp_path: Path) -> None:
    plan = planned(own, written(tmp_path, "All we did,,\n,,\nActivity,Start date,Women\nCourse,2026-07,12\n"))
    assert plan.table.heading_row == 3
    assert becomes(plan) == {"Activity": ("title",), "Start date": ("start",), "Women": ("reach_women",)}
    moved = planning.below(own, plan, 4)
    assert [line.column.heading for line in deciding.lines(moved)] == ["Course", "2026-07", "12"]
    assert not moved.table.rows


def test_the_places_of_a_row_come_by_code_then_by_name(own: Workspace, tmp_path: Path) -> None:
    plan = planned(own, written(tmp_path))
    assert plan.mapping.columns["place"].parts == ("P-code", "District")


def test_one_column_feeds_one_field_and_lists_are_fed_by_several(own: Workspace, tmp_path: Path) -> None:
    plan = planned(own, written(tmp_path, "A,B,C\n1,2,3\n"))
    first, second, third = (line.column for line in deciding.lines(plan))
    plan = deciding.with_field(deciding.with_field(plan, first, "title"), second, "title")
    assert becomes(plan) == {"B": ("title",)}
    plan = deciding.with_field(deciding.with_field(plan, first, "partners"), third, "partners")
    assert plan.mapping.columns["partners"].parts == ("A", "C")
    assert becomes(deciding.with_field(plan, first, "")) == {"B": ("title",), "C": ("partners",)}


def test_a_count_that_can_be_read_in_two_ways_is_shown(own: Workspace, tmp_path: Path) -> None:
    plan = planned(own, written(tmp_path, "Activity,Women,Men\nCourse,1.204,1.204\nVisit,7,12.5\n"))
    said = {one.rule.name: one for one in deciding.said(own, plan)}
    assert said["reach_women"].either == "1.204"
    assert said["reach_men"].either == "", "another cell of the column tells"
    plan = deciding.with_value(plan, "reach_women", "1.204", 1)
    assert {one.rule.name: one.either for one in deciding.said(own, plan)}["reach_women"] == ""


def test_days_are_decided_for_each_column_and_values_once_for_all_rows(own: Workspace, tmp_path: Path) -> None:
    rows = "Activity,Start date,End date,Status\nCourse,03/04/2026,25/04/2026,running\nVisit,05/04/2026,,Running\n"
    plan = planned(own, written(tmp_path, rows))
    said = {one.rule.name: one for one in deciding.said(own, plan)}
    assert said["start"].is_ambiguous
    assert not said["end"].is_ambiguous
    assert [(one.text, one.rows) for one in said["status"].said] == [("Running", 1), ("running", 1)]
    plan = deciding.with_order(plan, "start", Order.MONTH_FIRST)
    plan = deciding.with_value(plan, "status", "running", "ongoing")
    reading = checking.checked(own, plan).reading
    assert [dict(one.fields) for one in reading.rows] == [
        {"title": "Course", "start": "2026-03-04", "end": "2026-04-25", "status": "ongoing"},
        {"title": "Visit", "start": "2026-05-04", "status": "ongoing"},
    ]


def test_a_mapping_is_remembered_by_headings_and_shared_as_a_file(own: Workspace, tmp_path: Path) -> None:
    plan = planned(own, written(tmp_path))
    plan = deciding.with_order(plan, "start", Order.DAY_FIRST)
    plan = deciding.with_constant(plan, "objectives", (16,))
    importing.keep(own, plan, checking.checked(own, plan))

    later = planned(own, written(tmp_path, ROWS.replace("Course", "Evening course"), "later.csv"))
    assert later.mapping.constants == {"objectives": (16,)}
    assert set(later.reasons.values()) == {planning.LAST_TIME}

    shared = tmp_path / "mapping.json"
    remembering.share(later.mapping, shared)
    other = planning.by_mapping(planned(own, written(tmp_path, ROWS, "other.csv")), remembering.shared(shared))
    assert other.mapping.columns == later.mapping.columns
    assert other.mapping.orders == {"start": Order.DAY_FIRST}
    with pytest.raises(GroundworkError) as caught:
        planning.by_mapping(planned(own, written(tmp_path, "A,B\n1,2\n", "foreign.csv")), remembering.shared(shared))
    assert "P-code" in caught.value.sentence()


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("hxl-3w/rowca-3w-hxl.csv", {"title", "objectives"}),
        ("hxl-3w/input-quality.xlsx", {"reach_men", "reach_women"}),
        ("hxl-3w/guinee_3w_fr.csv", {"title", "place", "start", "end", "summary", "objectives", "type"}),
        ("hxl-3w/ocha_somalia_3w_2025.xlsx", {"place"}),
        ("hxl-3w/iom_dtm_returnees_13.xlsx", {"place"}),
    ],
)
def test_tables_of_others_are_proposed_with_a_reason_for_every_field(
    own: Workspace, name: str, fields: set[str]
) -> None:
    plan = planned(own, sample(name))
    assert fields <= set(plan.mapping.columns)
    assert all(line.reason for line in deciding.lines(plan) if line.fields and line.fields[0] != "organisation")
    counts = checking.checked(own, plan).counts
    assert sum(counts.values()) == len(plan.table.rows)


def test_the_sheet_with_the_table_is_proposed_and_rows_that_add_up_the_others_stay_out(
    own: Workspace, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Lisez-moi"
    book.active.append(["Ce classeur contient les activités."])
    sheet = book.create_sheet("Données")
    for row in (
        ["Rapport du premier semestre 2026"],
        [],
        ["Activité", None, "Dates", None, "Lieu"],
        ["Titre", "Type", "Début", "Fin", "Province"],
        ["Permanence", "legal_support", date(2026, 3, 4), date(2026, 3, 31), "Tanger"],
        ["Cours", "training_or_education", date(2026, 4, 15), None, "Rabat"],
        [],
        ["Total"],
    ):
        sheet.append(row)
    sheet.merge_cells("A3:B3")
    book.save(tmp_path / "book.xlsx")
    plan = planned(own, tmp_path / "book.xlsx")
    assert plan.grid.sheet == "Données" and plan.table.heading_row == 4
    assert {"title", "type", "start", "end", "place"} <= set(plan.mapping.columns)
    found = checking.checked(own, plan)
    assert (found.counts["new"], found.counts["skipped"]) == (2, 1)
    assert [(one.row, one.sentence) for one in found.skipped] == [(8, "This row adds up the others.")]


@pytest.mark.parametrize(
    "text",
    [
        # Russian and Chinese headings, with their own days
        "Название,Дата начала,Область,Женщины,Описание\nКурсы,15.04.2026,Ош,24,Вечером\n",
        "活动名称,开始日期,省,女,描述\n语言课,2026年4月15日,拉巴特,24,晚间课程\n",
        # what spreadsheets say of themselves, and days that were written out as their numbers
        "sep=;\nTitre;Date de début;Province;Femmes;Description\nCours;46127;Rabat;24;Du soir\n",
        # R: row names without a heading, parted by spaces or tabs, quotes behind a backslash
        '"Titre" "Début" "Province" "Femmes" "Description"\n"1" "Cours" 2026-04-15 "Rabat" 24 "Du \\"soir\\", tard"\n',
        "Titre\tDate de début\tProvince\tFemmes\tDescription\n1\tCours\t2026-04-15\tRabat\t24\tDu soir\n",
    ],
)
def test_tables_of_other_programs_and_scripts_are_proposed_whole(own: Workspace, tmp_path: Path, text: str) -> None:
    path = tmp_path / "table.csv"
    path.write_text(text, "utf-8")
    plan = planned(own, path)
    (row,) = checking.checked(own, plan).reading.rows
    told = dict(row.fields)
    assert (told["start"], told["reach_women"]) == ("2026-04-15", 24)
    assert set(told) == {"title", "start", "place", "reach_women", "summary"}
    assert "soir" not in told["summary"] or told["summary"] in ("Du soir", 'Du "soir", tard')
