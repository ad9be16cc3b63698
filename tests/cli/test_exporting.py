"""export."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

from tests.cli.made import PERIOD, add, done, groundwork, handed_over, hub, new, refused, sender


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"))))


def test_an_organisation_exports_what_it_would_share(tmp_path: Path):
    made = new(tmp_path / "a.groundwork")
    add(made, exact_place="Third door on the left")
    add(made, title="Half", summary=None)
    add(made, title="Phone", summary="Call +254 712 345678.")
    told = done("export", made, "--as", "csv", "--period", PERIOD, "--to", tmp_path / "out.csv")
    assert (told["organisations"], told["held_back"]) == (1, 2)
    found = rows(tmp_path / "out.csv")
    assert [row["Activity"] for row in found] == ["Legal advice morning"]
    assert "Third door" not in (tmp_path / "out.csv").read_text("utf-8-sig")


def test_a_coordinator_exports_what_counts_and_nothing_else(tmp_path: Path):
    coordinator, call = hub(tmp_path)
    for number in (1, 2):
        groundwork("receive", coordinator, handed_over(sender(tmp_path, call, number)))
    done("trust", coordinator, "Organisation 1")
    done("decide", coordinator, "accept-all")
    done("export", coordinator, "--as", "csv", "--period", PERIOD, "--to", tmp_path / "out.csv")
    assert {row["Organisation"] for row in rows(tmp_path / "out.csv")} == {"Organisation 1"}


def test_a_wider_audience_sees_no_group_under_ten(tmp_path: Path):
    coordinator, call = hub(tmp_path)
    groundwork("receive", coordinator, handed_over(sender(tmp_path, call, 1, reach_women=6, reach_men=0)))
    done("trust", coordinator, "Organisation 1")
    done("decide", coordinator, "accept-all")
    for audience in ("coordinator", "public"):
        words = ("--as", "csv", "--period", PERIOD, "--audience", audience)
        done("export", coordinator, *words, "--to", tmp_path / f"{audience}.csv")
    assert [row["People reached"] for row in rows(tmp_path / "coordinator.csv")] == ["6"]
    assert [row["People reached"] for row in rows(tmp_path / "public.csv")] != ["6"]


def test_a_workbook_is_written_and_nothing_is_written_over(tmp_path: Path):
    made = new(tmp_path / "a.groundwork")
    add(made)
    words = ("export", made, "--as", "xlsx", "--period", PERIOD, "--to", tmp_path / "out.xlsx")
    done(*words)
    assert (tmp_path / "out.xlsx").read_bytes().startswith(b"PK")
    assert "already exists" in refused(*words)
    assert groundwork("export", made, "--as", "docx", "--period", PERIOD, "--to", tmp_path / "x").status == 2


def test_a_data_package_holds_what_is_told_and_nothing_else(tmp_path: Path):
    made = new(tmp_path / "a.groundwork")
    add(made, exact_place="Third door on the left")
    done("export", made, "--as", "datapackage", "--period", PERIOD, "--to", tmp_path / "out.zip")
    with zipfile.ZipFile(tmp_path / "out.zip") as package:
        whole = b"".join(package.read(name) for name in package.namelist())
    assert b"Legal advice morning" in whole
    assert b"Third door" not in whole


def test_a_3w_table_is_written_as_its_name_ends_with_tags_unless_not_wanted(tmp_path: Path):
    made = new(tmp_path / "a.groundwork")
    add(made)
    done("export", made, "--as", "3w", "--period", PERIOD, "--to", tmp_path / "out.csv")
    assert "#activity+code+list+v_gcm" in (tmp_path / "out.csv").read_text("utf-8-sig")
    done("export", made, "--as", "3w", "--no-tags", "--period", PERIOD, "--to", tmp_path / "plain.csv")
    assert "#activity" not in (tmp_path / "plain.csv").read_text("utf-8-sig")
    done("export", made, "--as", "3w", "--period", PERIOD, "--to", tmp_path / "out.xlsx")
    assert groundwork("export", made, "--as", "3w", "--period", PERIOD, "--to", tmp_path / "out.docx").status == 2
    assert (tmp_path / "out.xlsx").read_bytes().startswith(b"PK")


def test_a_3w_table_of_ours_comes_in_again_as_the_same_activities(tmp_path: Path):
    made = new(tmp_path / "a.groundwork")
    add(made, title="“Advice”, in Arabic; mornings", summary="Two lines:\none for each day.", objectives="3,7")
    done("export", made, "--as", "3w", "--period", PERIOD, "--to", tmp_path / "out.csv")
    other = new(tmp_path / "b.groundwork", "Another house", seed=2)
    done("import", other, tmp_path / "out.csv")
    (before,), (after,) = (done("list", one, "activity")["records"] for one in (made, other))
    first, second = (done("show", one, record["id"]) for one, record in ((made, before), (other, after)))
    first["fields"]["start"] = first["fields"]["start"][:7]  # the day does not leave
    for field in ("title", "summary", "objectives", "start", "type", "status", "place"):
        assert first["fields"].get(field) == second["fields"].get(field), field


def test_an_iati_file_says_what_to_mend_and_is_not_written_without_an_identifier(tmp_path: Path):
    made = new(tmp_path / "a.groundwork")
    add(made, status="completed", exact_place="Third door on the left")
    wanted = ["export", made, "--as", "iati", "--audience", "public", "--period", PERIOD, "--to", tmp_path / "out.xml"]
    assert "organisation's identifier" in refused(*wanted)
    assert not (tmp_path / "out.xml").exists()
    told = done(*wanted, "--iati-id", "TD-REG-4711")
    assert {one["weight"] for one in told["findings"]} <= {"advice"}
    text = (tmp_path / "out.xml").read_text("utf-8")
    assert "<iati-identifier>TD-REG-4711-" in text
    assert "Third door" not in text
