"""The workbook of rows that were not taken: everything in it is text, and nothing of it is dropped unsaid."""

from __future__ import annotations

from pathlib import Path

from python_calamine import CalamineWorkbook

from app.services.records import row_reports
from app.services.records.importing import RowReport


def test_a_text_longer_than_a_cell_holds_is_cut_and_still_there(tmp_path: Path) -> None:
    rows = [("table.csv", RowReport(7, "Notes", "=" + "long " * 10_000, "Too long."))]
    path = tmp_path / "rows.xlsx"
    path.write_bytes(row_reports.workbook(rows))

    [_headings, row] = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    assert (row[0], row[1], row[2], row[4]) == ("table.csv", 7, "Notes", "Too long.")
    assert len(row[3]) == 32_000
    assert row[3].startswith("=long")
