"""XLSB as another program writes it: no cell is lost for want of its column, and no stray one fills the memory."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from app.intake.grids import spreadsheet
from app.intake.guard import failures
from app.intake.guard.quarantine import Quarantine

WRITTEN = Path(__file__).parents[2] / "data" / "workbooks" / "sheetjs.xlsb"
"""By SheetJS 0.18.5: a hidden sheet, and a table with days, Arabic, blanks and a text like a formula."""
_FAR = b"\x91\x01\0\0\x04\xff\xff\x0f\0\x02\x0c\x2b\x01\0\0\0\0\0\0\x02\0\0\0\x92\x01\0"
"""Beginning, row 1,048,576, a number in column 300, end."""


@pytest.fixture(scope="module")
def quarantine():
    with Quarantine() as shared:
        yield shared


def test_every_cell_of_a_binary_workbook_comes_in_also_those_that_do_not_say_their_column(quarantine):
    read = spreadsheet.read(WRITTEN, quarantine=quarantine)
    assert (read.sheet, len(read.rows)) == ("3W", 6)
    assert read.rows[2].cells[::4] == ("Organisation", "P-Code", "Remarque")
    assert [row.cells[1:] for row in read.rows[3:]] == [
        ("Cours de langue", "Objectif 16", "Lac", "TD07", "2026-03-04", 12, 7, "=1+1"),
        ("وثائق", "GCM-04", "N'Djamena", "TD18", "2026-05-31", 1204, 0.5, None),
        ("Aide juridique", "7", "Ouaddaï", "TD13", "2026-06-06", 30, 41, "a\nb"),
    ]


@pytest.mark.parametrize(
    ("sheet", "error"),
    [(_FAR, failures.StrayCellError), (_FAR[:-3], failures.StrayCellError), (b"\xff" * 9, failures.DamagedFileError)],
    ids=("a stray cell", "cut short after one", "no records at all"),
)
def test_a_stray_or_broken_cell_of_a_binary_workbook_is_one_sentence(tmp_path, quarantine, sheet, error):
    path = tmp_path / "made.xlsb"
    with zipfile.ZipFile(WRITTEN) as archive, zipfile.ZipFile(path, "w") as copy:
        for name in archive.namelist():
            copy.writestr(name, sheet if name.startswith("xl/worksheets/") else archive.read(name))
    with pytest.raises(error) as raised:
        spreadsheet.read(path, quarantine=quarantine)
    assert error is not failures.StrayCellError or "KN1048576" in raised.value.sentence()
