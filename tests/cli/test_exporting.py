"""export."""

from __future__ import annotations

import csv
import io
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
    assert groundwork("export", made, "--as", "iati", "--period", PERIOD, "--to", tmp_path / "x").status == 2
