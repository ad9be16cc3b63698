"""The data package: valid by the standard's own checker, equal for equal content, and wrong when touched."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import frictionless

from app.compact import load
from app.domain.shared import FeedbackCount, SharedIndicatorValue, SharedPractice, Withdrawal
from app.domain.terms import WITHHELD, Amount, Count
from app.reports.exchange import data_package
from tests.reports.exchange.test_three_w import ENTRIES, GIVEN

PACK = load()
DAY = date(2026, 10, 12)
FULL = replace(
    GIVEN,
    entries=(
        *ENTRIES,
        FeedbackCount("f1", "complaint", 15, Count(8)),
        FeedbackCount("f2", "question", 3, WITHHELD),
        SharedPractice("p1", title="A desk, “at the border”", objectives=(3,), lessons="Open early;\nclose late."),
    ),
)


def unpacked(folder: Path, data: bytes) -> Path:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        package.extractall(folder)
    return folder


def errors(folder: Path) -> list[str]:
    package = frictionless.Package(str(folder / "datapackage.json"))
    return [error.type for task in package.validate().tasks for error in task.errors]


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((folder / "data" / f"{name}.csv").read_text("utf-8"), newline="")))


def test_a_package_is_valid_and_equal_content_is_an_equal_file(tmp_path: Path) -> None:
    made = data_package.archive([FULL], PACK, DAY)
    assert data_package.archive([replace(FULL, entries=FULL.entries[::-1])], PACK, DAY) == made
    folder = unpacked(tmp_path, made)
    assert errors(folder) == []
    found = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert [one["name"] for one in found["resources"]][0] == "organisations"
    assert "profile" not in found
    assert [one["title"] for one in found["contributors"]] == ["Maison ouverte"]


def test_withheld_and_not_counted_are_told_apart(tmp_path: Path) -> None:
    folder = unpacked(tmp_path, data_package.archive([FULL], PACK, DAY))
    first, second, _third = rows(folder, "activity")
    assert (first["reach"], first["reach_men"], first["reach_men_withheld"]) == ("45", "", "true")
    assert (second["reach"], second["reach_withheld"]) == ("", "false")
    assert first["objectives"] == "GCM-03;GCM-07"
    assert rows(folder, "practice")[0]["lessons"] == "Open early;\nclose late."


def test_the_file_tells_no_hour_and_no_notice_and_writes_figures_out(tmp_path: Path) -> None:
    figure = SharedIndicatorValue("v1", code="10.7.1", value=Amount(Decimal("1E+3")), target=Amount(Decimal("0.50")))
    given = replace(FULL, entries=(*FULL.entries, figure, Withdrawal("w1", target="gone")))
    made = data_package.archive([given], PACK, DAY)
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert {one.date_time for one in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in package.namelist() if "withdrawal" in name]
    folder = unpacked(tmp_path, made)
    assert errors(folder) == []
    (value,) = rows(folder, "indicator_value")
    assert (value["value"], value["target"], value["baseline"]) == ("1000", "0.50", "")


def test_a_changed_byte_a_bad_code_and_an_orphan_are_found(tmp_path: Path) -> None:
    for place, (name, old, new, error) in enumerate(
        [
            ("activity", "Advice", "advice", "hash-count"),
            ("activity", "GCM-03;GCM-07", "GCM-03;GCM-99", "constraint-error"),
            ("activity", "o1,a1", "o9,a1", "foreign-key"),
        ]
    ):
        folder = unpacked(tmp_path / str(place), data_package.archive([FULL], PACK, DAY))
        path = folder / "data" / f"{name}.csv"
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8", newline="")
        assert error in errors(folder)
