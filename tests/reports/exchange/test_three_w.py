"""3W tables: every tag says what the activity says, as CSV and as workbook."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import hxl
import pytest
from python_calamine import CalamineWorkbook

from app.compact import load
from app.domain.shared import Audience, Disclosure, PublicOrganisation, SharedActivity, Submission
from app.domain.terms import NOT_ASKED, WITHHELD, Count, Period, When
from app.intake.grids import spreadsheet
from app.intake.grids.grid import text as shown
from app.reports.exchange import three_w

PACK = load()
ENTRIES = (
    SharedActivity(
        "a1",
        title="=HYPERLINK(“x”) at the border",
        objectives=(3, 7),
        start=When(2026, 7),
        end=When(2026, 9),
        type="legal_support",
        status="completed",
        place="TD1901",
        summary="Advice, “in Arabic”;\nevery morning.",
        reach=Count(45),
        reach_women=Count(20),
        reach_girls=Count(5),
        reach_men=WITHHELD,
        reach_boys=Count(8),
        partners=("City Council", "Red Cross"),
        population_groups=("refugees",),
    ),
    SharedActivity("a2", title="مكتب استقبال", objectives=(15,), start=When(2026, 8), place="TD19", reach=NOT_ASKED),
    SharedActivity("a3", title="National campaign", objectives=(17,), start=When(2026, 8)),
)
GIVEN = Submission(
    PublicOrganisation("o1", "Maison ouverte", ("ST-CSO",), "TD"),
    "call",
    Period.parse("2026-07..2026-09"),
    1,
    Disclosure(Audience.PUBLIC, 10),
    PACK.version,
    made_on="2026-10",
    entries=ENTRIES,
)


def by_tag(language: str = "en") -> list[dict[str, str]]:
    text = three_w.csv_table([GIVEN], PACK, language).decode("utf-8-sig")
    _heads, tags, *rows = csv.reader(io.StringIO(text, newline=""))
    return [dict(zip(tags, row, strict=True)) for row in rows]


def test_every_tag_says_what_the_activity_says() -> None:
    rows = by_tag("fr")
    assert len(rows) == 3
    first = rows[0]
    assert first["#org+name"] == "Maison ouverte"
    assert first["#activity+code+list+v_gcm"] == "GCM-03|GCM-07"
    assert first["#activity+code+main+v_gcm"] == "GCM-03"
    assert first["#activity+description"] == "Advice, “in Arabic”;\nevery morning."
    assert (first["#adm1+code+v_pcode"], first["#adm2+code+v_pcode"]) == ("TCD19", "TCD1901")
    assert (first["#reached+total"], first["#reached+f"]) == ("45", "25")
    assert (first["#date+start"], first["#date+end"]) == ("2026-07", "2026-09")
    assert [row["#country+code+v_iso3"] for row in rows] == ["TCD"] * 3
    assert [row["#adm1+code+v_pcode"] for row in rows] == ["TCD19", "TCD19", ""]


def test_tags_are_spelled_as_the_standard_spells_them() -> None:
    for tag in by_tag()[0]:
        assert re.fullmatch(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*", tag), tag


def test_silence_and_withheld_stay_two_things_and_no_cell_is_a_formula() -> None:
    heads, tags, first, second, _third = csv.reader(
        io.StringIO(three_w.csv_table([GIVEN], PACK, "en").decode("utf-8-sig"), newline="")
    )
    cell = dict(zip(tags, first, strict=True))
    assert cell["#reached+m"] == "withheld for safety"
    assert cell["#reached+children"] == "13"
    assert cell["#activity+name"].startswith("'=HYPERLINK")
    assert dict(zip(tags, second, strict=True))["#reached+total"] == ""
    assert len(set(heads)) == len(heads)


def test_without_tags_the_second_row_is_the_first_activity() -> None:
    rows = list(csv.reader(io.StringIO(three_w.csv_table([GIVEN], PACK, "en", tags=False).decode("utf-8-sig"))))
    assert len(rows) == 4
    assert not any(cell.startswith("#") for cell in rows[1])


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_workbook_says_the_same_as_the_csv(language: str) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(three_w.workbook([GIVEN], PACK, language)))
    rows = book.get_sheet_by_index(0).to_python()
    told = list(csv.reader(io.StringIO(three_w.csv_table([GIVEN], PACK, language).decode("utf-8-sig"), newline="")))
    texts = [[f"{cell:.0f}" if isinstance(cell, float) else cell for cell in row] for row in rows]
    assert texts[0] == told[0]
    assert [[cell.removeprefix("'") for cell in row] for row in told[2:]] == texts[2:]
    assert rows[2][4] == "=HYPERLINK(“x”) at the border"


def test_a_very_long_description_is_cut_and_says_so_and_equal_tables_are_equal_workbooks() -> None:
    long = replace(GIVEN, entries=(SharedActivity("a1", title="Desk", summary="word " * 8000),))
    made = three_w.workbook([long], PACK, "en")
    heads, _tags, row = CalamineWorkbook.from_filelike(io.BytesIO(made)).get_sheet_by_index(0).to_python()
    assert str(row[heads.index("Description")]).startswith("word word")
    assert str(row[heads.index("Description")]).endswith("…")
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        assert "2000-01-01" in packed.read("docProps/core.xml").decode()


@pytest.mark.filterwarnings("ignore:defusedxml.cElementTree is deprecated:DeprecationWarning")
@pytest.mark.parametrize("language", ["en", "ar"])
def test_libhxl_reads_what_we_read_without_one_difference(tmp_path: Path, language: str) -> None:
    apart = replace(ENTRIES[1], title="-5 degrees", summary="Tent, “here”", joint_id="J-1")
    given = replace(GIVEN, entries=(*ENTRIES, apart))
    for name, make in (("out.csv", three_w.csv_table), ("out.xlsx", three_w.workbook)):
        path = tmp_path / name
        path.write_bytes(make([given], PACK, language))
        theirs = hxl.data(io.BytesIO(path.read_bytes()))
        grid = spreadsheet.read(path)
        _heads, tags, *rows = [[shown(cell) for cell in row.cells] for row in grid.rows]
        assert [column.display_tag for column in theirs.columns] == tags
        heads = [column.header.removeprefix("\ufeff") for column in theirs.columns]  # of bytes it keeps the mark
        assert heads == [shown(cell) for cell in grid.rows[0].cells]
        read = [["" if value is None else str(value) for value in row.values] for row in theirs]
        guarded = [[value.removeprefix("'") for value in row] for row in read]
        ours = [row + [""] * (len(tags) - len(row)) for row in rows]
        assert len(read) == 4 and guarded == ours
