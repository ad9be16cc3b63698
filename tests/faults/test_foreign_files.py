"""Every hostile, messy and honest sample file, and what becomes of it: a table, or one of the plain sentences."""

from __future__ import annotations

import csv
import resource
import zipfile
from pathlib import Path

import pytest

from app.errors import GroundworkError
from app.intake.grids import spreadsheet
from app.intake.guard import failures
from app.intake.guard.quarantine import Limits, Quarantine
from tests.intake import misbehaving
from tests.intake.made import SAMPLES, sample

TABLE = Path(__file__).parents[1] / "data" / "outcomes.tsv"
WHOLE_FOLDERS = ("hostile", "messy-spreadsheets")
_CONTENT = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="S"><table:table-row table:number-rows-repeated="1048576">'
    '<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p>'
    "</table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
)


def outcome(path: Path, quarantine: Quarantine) -> str:
    """What becomes of a file, in one word; whatever is not one of our sentences fails the test."""
    try:
        return f"{len(spreadsheet.read(path, quarantine=quarantine).rows)} rows"
    except GroundworkError as error:
        assert type(error).__module__ == failures.__name__, path.name
        assert "\n" not in error.sentence()
        assert error.detail not in error.sentence() or not error.detail, "technical words are folded away"
        return type(error).__name__.removesuffix("Error")


def test_every_sample_has_the_outcome_that_is_written_down_also_a_second_time():
    sample("hostile/zipbomb.xlsx")
    with TABLE.open(encoding="utf-8", newline="") as stream:
        expected = dict(csv.reader(stream, delimiter="\t"))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with Quarantine() as quarantine:
        reader = quarantine.read(misbehaving.who, returns=int)
        first = {name: outcome(SAMPLES / name, quarantine) for name in expected}
        second = {name: outcome(SAMPLES / name, quarantine) for name in expected}
        assert quarantine.read(misbehaving.who, returns=int) == reader, "one child is enough for all of them"
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert first == expected
    assert second == first
    assert grown < 300_000, "this process must not have read them itself"
    lying = {f"{folder}/{path.name}" for folder in WHOLE_FOLDERS for path in (SAMPLES / folder).iterdir()}
    assert lying <= set(expected), "a file that nobody wrote an outcome for"


def test_a_table_that_repeats_one_cell_a_billion_times_is_refused_without_being_unpacked(tmp_path):
    path = tmp_path / "repeated.ods"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", _CONTENT)
    with Quarantine(Limits(seconds=10)) as quarantine:
        assert outcome(path, quarantine) in ("TooLarge", "TooMuchMemory", "ReaderStopped")


@pytest.mark.parametrize(
    "content",
    [
        b'<?xml version="1.0"?><rows><row>1,2</row></rows>',
        '<?xml version="1.0" encoding="utf-16"?><a/>'.encode("utf-16"),
        b'{"rows": [1, 2]}',
        b"[[1, 2], [3, 4]]",
    ],
)
def test_markup_and_numbers_in_json_are_no_tables_whatever_they_are_called(tmp_path, content):
    path = tmp_path / "table.xls"
    path.write_bytes(content)
    with Quarantine() as quarantine:
        assert outcome(path, quarantine) == "NotASpreadsheet"


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf\n<!DOCTYPE html><html><table><tr><td>1</td></tr></table></html>",
        b"<table border=1><tr><td>Name</td></tr></table>",
        b'ID;PCALCOOO32\nP;PGeneral\nC;X1;Y1;K"Titre"\nE\n',
        b'TABLE\r\n0,1\r\n"EXCEL"\r\nVECTORS\r\n0,9\r\n',
        b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:x"/>',
        b'<?xml version="1.0" encoding="UTF-8"?>\n\n<office:document xmlns:office="urn:x"/>',
        bytes.fromhex("0376061b0300000041000b00") + bytes(20) + b"NOM\0\0\0\0\0\0\0\0C" + bytes(20) + b"\r Lac       ",
        bytes.fromhex("301102130500000048011200") + bytes(60),
        b"<stata_dta><header><release>118</release>",
        b"$FL2@(#) SPSS DATA FILE\0\0",
        b"PAR1\x15\0\x15",
        b"\0\1\0\0Standard Jet DB\0",
    ],
)
def test_a_table_in_a_form_that_is_not_read_says_how_to_save_it(tmp_path, content):
    path = tmp_path / "table.xls"
    path.write_bytes(content)
    with Quarantine() as quarantine:
        assert outcome(path, quarantine) == "OtherTable"


def test_text_tables_in_an_archive_are_its_sheets(tmp_path):
    path = tmp_path / "both.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("read me.txt", "hello")
        archive.writestr("one.csv", "a,b\n1,2\n")
        archive.writestr("two.csv", "c;d\n3;4\n5;6\n")
    assert [(one.name, one.rows) for one in spreadsheet.sheets(path)] == [("one.csv", 2), ("two.csv", 3)]
    with Quarantine() as quarantine:
        read = spreadsheet.read(path, sheet="two.csv", quarantine=quarantine)
        assert (read.sheet, read.rows[2].cells) == ("two.csv", ("5", "6"))
        with pytest.raises(failures.NoSuchSheetError, match="one.csv, two.csv"):
            spreadsheet.read(path, sheet="three.csv", quarantine=quarantine)
