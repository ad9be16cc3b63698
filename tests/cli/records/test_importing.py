"""import, imports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.cli.made import done, groundwork, new, refused
from tests.samples import sample

TABLE = """Name,Sector,When,People,Who
Course,Learning,2026-07-03,12,Maison
Advice,Law,2026-08-01,=1+2,Maison
Visit,Health,soon,4,Maison
Party,Learning,2026-09-05,20,Someone else

Course again,Learning,2026-09-09,7,Maison
"""
MAPPING = {
    "groundwork_mapping": 1,
    "kind": "activity",
    "organisation": "Who",
    "columns": {
        "title": "Name",
        "type": "Sector",
        "objectives": "Sector",
        "start": "When",
        "reach_total": "People",
        "summary": "{Name}: {Sector}",
    },
    "values": {
        "type": {"Learning": "training_or_education", "Law": "legal_support", "Health": "direct_service"},
        "objectives": {"Learning": [16], "Law": [7], "Health": [15]},
    },
}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return new(tmp_path / "a.groundwork")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "table.csv"
    path.write_text(TABLE, "utf-8")
    return path


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    path = tmp_path / "mapping.json"
    path.write_text(json.dumps(MAPPING), "utf-8")
    return path


def test_every_row_has_one_outcome_and_problems_end_with_status_3(workspace: Path, table: Path, mapping: Path):
    ended = groundwork("import", workspace, table, "--mapping", mapping, "--json")
    told = ended.json
    assert ended.status == 3
    assert set(told["counts"]) == {"new", "update", "same", "problem", "skipped", "blank"}
    assert sum(told["counts"].values()) == 6
    assert (told["counts"]["new"], told["counts"]["problem"]) == (3, 2)
    assert {(one["column"], one["value"]) for one in told["problems"]} == {("People", "=1+2"), ("When", "soon")}
    assert all(one["sentence"] and one["row"] for one in told["problems"])
    assert done("list", workspace, "activity")["count"] == 3


def test_one_organisations_rows_are_taken_and_the_others_told_as_skipped(workspace: Path, table: Path, mapping: Path):
    told = groundwork("import", workspace, table, "--mapping", mapping, "--organisation", "maison", "--json").json
    assert (told["counts"]["new"], told["counts"]["skipped"]) == (2, 1)
    assert told["skipped"][0]["sentence"]


def test_the_same_file_again_adds_nothing(workspace: Path, table: Path, mapping: Path):
    groundwork("import", workspace, table, "--mapping", mapping)
    told = groundwork("import", workspace, table, "--mapping", mapping, "--json").json
    assert (told["counts"]["new"], told["counts"]["same"], told["batch"]) == (0, 3, "")
    assert done("list", workspace, "activity")["count"] == 3
    assert [one["file"] for one in done("imports", workspace)["imports"]] == ["table.csv"]


def test_a_dry_run_writes_nothing(workspace: Path, table: Path, mapping: Path):
    told = groundwork("import", workspace, table, "--mapping", mapping, "--dry-run", "--json").json
    assert (told["counts"]["new"], told["batch"]) == (3, "")
    assert done("list", workspace, "activity")["count"] == 0


def test_two_files_are_one_document(workspace: Path, table: Path, mapping: Path, tmp_path: Path):
    second = tmp_path / "second.csv"
    second.write_text(TABLE.splitlines()[0] + "\nDay,Law,2026-07-09,3,Maison\n", "utf-8")
    told = groundwork("import", workspace, table, second, "--mapping", mapping, "--json").json
    assert told["counts"]["new"] == 4
    assert [Path(one["path"]).name for one in told["files"]] == ["table.csv", "second.csv"]


def test_rows_that_were_not_read_go_into_a_workbook_as_text(
    workspace: Path, table: Path, mapping: Path, tmp_path: Path
):
    out = tmp_path / "problems.xlsx"
    words = ("import", workspace, table, "--mapping", mapping, "--problems", out)
    groundwork(*words)
    rows = CalamineWorkbook.from_path(out).get_sheet_by_index(0).to_python()
    assert {(row[0], row[2], row[3]) for row in rows[1:]} == {
        ("table.csv", "People", "=1+2"),
        ("table.csv", "When", "soon"),
    }
    assert all(row[4] for row in rows)
    assert "already exists" in refused(*words)
    assert groundwork(*words, "--force").status == 3


def test_a_table_that_no_shipped_mapping_fits_is_told(workspace: Path, table: Path):
    assert "mapping file" in refused("import", workspace, table)


def test_iati_activities_need_no_mapping_and_the_same_file_again_adds_nothing(workspace: Path):
    told = done("import", workspace, sample("iati/dportal_7_activities.xml"))
    assert (told["counts"]["new"], told["problems"]) == (7, [])
    assert any("d-portal" in one for one in told["advice"]), "what other programs added is named"
    assert done("import", workspace, sample("iati/dportal_7_activities.xml"))["counts"]["same"] == 7
    assert done("list", workspace, "resources")["count"] == 7, "each of them tells a budget"
    assert "1.03" in refused("import", workspace, sample("iati/old-org-acts.xml"))


def test_a_feedback_log_comes_in_as_feedback_and_sensitive_rows_are_counted_and_told(workspace: Path, tmp_path: Path):
    log = tmp_path / "log.csv"
    log.write_text(
        "Date,Type,Sensitive,Comment\n2026-07-04,Question,no,When?\n2026-07-05,Question,yes,SECRET\n", "utf-8"
    )
    told = done("import", workspace, log, "--as", "feedback")
    assert told["counts"]["new"] == 2
    assert any("Sensitive reports: 1 (rows 3)" in one for one in told["advice"])
    assert done("list", workspace, "feedback")["count"] == 1
    assert done("list", workspace, "sensitive_note")["count"] == 1
    assert done("import", workspace, log, "--as", "feedback")["counts"]["same"] == 2
    assert groundwork("import", workspace, log, "--as", "poetry").status == 2


def test_letters_of_an_older_kind_are_said_on_the_command_line(workspace: Path, mapping: Path, tmp_path: Path):
    path = tmp_path / "cyrillic.csv"
    path.write_bytes(TABLE.replace("Course", "Курс").encode("cp1251"))
    words = ("import", workspace, path, "--mapping", mapping)
    assert "cp1251 (Cyrillic)" in refused(*words)
    assert done(*words, "--organisation", "Someone else", "--dry-run", "--encoding", "cp1251")["counts"]["new"] == 1
    assert done(*words, "--organisation", "Someone else", "--encoding", "cp1251")["counts"]["new"] == 1
    assert groundwork(*words, "--encoding", "klingon").status == 2


def test_a_file_that_is_not_there_or_no_table_is_told(workspace: Path, mapping: Path, tmp_path: Path):
    assert "nowhere.csv" in refused("import", workspace, tmp_path / "nowhere.csv", "--mapping", mapping)
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    assert "spreadsheet" in refused("import", workspace, picture, "--mapping", mapping)
    assert "spreadsheet" in refused("import", workspace, picture), "whatever mappings ship"
    picture.write_bytes(b"")
    assert "nothing in this file" in refused("import", workspace, picture)


def test_the_mapping_that_was_used_is_written_remembered_and_used_again(
    workspace: Path, table: Path, mapping: Path, tmp_path: Path
):
    out = tmp_path / "used.json"
    groundwork("import", workspace, table, "--mapping", mapping, "--mapping-to", out)
    assert "already exists" in refused("import", workspace, table, "--mapping-to", out)
    again = tmp_path / "later.csv"
    again.write_text(TABLE.replace("Course again", "Another course"), "utf-8")
    told = groundwork("import", workspace, again, "--json").json
    assert (told["counts"]["new"], told["counts"]["same"]) == (1, 2), "as last time, without being told"
    assert json.loads(out.read_text("utf-8"))["values"] == MAPPING["values"]


def test_exactly_one_import_is_taken_back(workspace: Path, table: Path, mapping: Path):
    batch = groundwork("import", workspace, table, "--mapping", mapping, "--json").json["batch"]
    record = done("list", workspace, "activity")["records"][0]["id"]
    done("edit", workspace, record, "--set", "reach_men=3")
    held = groundwork("undo-import", workspace, batch, "--json")
    assert (held.status, held.json["undone"], len(held.json["changed"])) == (3, False, 1)
    assert done("list", workspace, "activity")["count"] == 3
    assert done("undo-import", workspace, batch, "--anyway")["undone"] is True
    assert done("list", workspace, "activity")["count"] == 1
    assert "no import" in refused("undo-import", workspace, "f" * 32)
