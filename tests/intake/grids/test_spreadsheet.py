from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from app.intake.grids import spreadsheet
from app.intake.guard import failures
from app.intake.guard.quarantine import Quarantine
from tests.intake.made import sample


@pytest.fixture(scope="module")
def quarantine():
    with Quarantine() as shared:
        yield shared


def _written(folder: Path, content: bytes, name: str = "table.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def _cells(path: Path, quarantine: Quarantine, **more: str) -> list[tuple]:
    return [row.cells for row in spreadsheet.read(path, quarantine=quarantine, **more).rows]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_any_delimiter_and_line_end_gives_the_same_table(tmp_path, quarantine, delimiter, end):
    text = end.join(delimiter.join(cells) for cells in (["Où", "Qui"], ["Abéché", "a b"], ["Faya", ""])) + end
    path = _written(tmp_path, text.encode())
    assert _cells(path, quarantine) == [("Où", "Qui"), ("Abéché", "a b"), ("Faya", None)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_needs_no_question_with_or_without_a_mark(tmp_path, quarantine, encoding):
    assert _cells(_written(tmp_path, "الاسم,n\nعلي,1\n".encode(encoding)), quarantine)[1] == ("علي", "1")


def test_older_text_asks_for_its_alphabet_and_takes_the_answer(tmp_path, quarantine):
    path = _written(tmp_path, "lieu,n\nAbéché,1\n".encode("cp1252"))
    with pytest.raises(failures.EncodingNeededError):
        spreadsheet.read(path, quarantine=quarantine)
    assert _cells(path, quarantine, encoding="cp1252")[1] == ("Abéché", "1")


def test_line_breaks_inside_quotes_do_not_count_as_rows(tmp_path, quarantine):
    read = spreadsheet.read(_written(tmp_path, b'a,b\n"one\ntwo",3\n4,5\n'), quarantine=quarantine)
    assert [(row.number, row.cells) for row in read.rows][1:] == [(2, ("one\ntwo", "3")), (3, ("4", "5"))]


def test_the_name_of_a_file_says_nothing(tmp_path, quarantine):
    assert _cells(_written(tmp_path, b"a,b\n1,2\n", "table.xls"), quarantine) == [("a", "b"), ("1", "2")]


def test_formulas_in_text_stay_text(tmp_path, quarantine):
    typed = ["=HYPERLINK(evil)", "+1+1", "@SUM(A1)", "-2"]
    path = _written(tmp_path, "\n".join(f"{cell},x" for cell in typed).encode())
    assert [cells[0] for cells in _cells(path, quarantine)] == typed


def test_an_apostrophe_that_guards_a_formula_is_no_part_of_the_text(tmp_path, quarantine):
    path = _written(tmp_path, b"'=1+1,'@x,'tis,''\n")
    assert _cells(path, quarantine) == [("=1+1", "@x", "'tis", "''")]


def test_fifty_blank_rows_end_the_table_and_are_counted(tmp_path, quarantine):
    path = _written(tmp_path, b"a,b\n1,2\n" + b",\n" * 70 + b"late,row\n" + b",\n" * 5)
    read = spreadsheet.read(path, quarantine=quarantine)
    assert (len(read.rows), read.blank_after, read.unread_after) == (2, 75, 1)


def test_blank_rows_inside_the_table_keep_their_numbers(tmp_path, quarantine):
    read = spreadsheet.read(_written(tmp_path, b"a,b\n,\n3,4\n"), quarantine=quarantine)
    assert [(row.number, row.blank) for row in read.rows] == [(1, False), (2, True), (3, False)]


def test_workbook_values_come_as_plain_values(tmp_path, quarantine):
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Février")
        sheet.write_row(0, 0, ["title", 12, 2.5, True])
        sheet.write_string(1, 0, "=1+1")
    read = spreadsheet.read(path, quarantine=quarantine)
    assert (read.sheet, read.rows[0].cells, read.rows[1].cells[0]) == ("Février", ("title", 12, 2.5, True), "=1+1")


def test_line_breaks_between_the_cells_of_an_ods_file_do_no_harm(tmp_path, quarantine):
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    path = tmp_path / "calligra.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f"""<office:document-content xmlns:office="{space}office:1.0" xmlns:table="{space}table:1.0"
            xmlns:text="{space}text:1.0"><office:body><office:spreadsheet>
            <table:table table:name="S">
              <table:table-row>
                <table:table-cell office:value-type="string">
                  <text:p>two words</text:p>
                </table:table-cell>
                <table:table-cell office:value-type="float" office:value="3"/>
              </table:table-row>
            </table:table></office:spreadsheet></office:body></office:document-content>""",
        )
    assert _cells(path, quarantine) == [("two words", 3)]


def test_a_sheet_that_is_not_there_is_named_with_those_that_are(tmp_path, quarantine):
    path = tmp_path / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("One").write(0, 0, "x")
    with pytest.raises(failures.NoSuchSheetError) as raised:
        spreadsheet.read(path, sheet="Two", quarantine=quarantine)
    assert raised.value.sentence() == "There is no sheet called “Two” in this file. It has: One."


def test_a_stray_cell_is_named_instead_of_filling_the_memory(tmp_path, quarantine):
    path = tmp_path / "stray.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "title")
        sheet.write(1_048_575, 299, "oops")
    with pytest.raises(failures.StrayCellError) as raised:
        spreadsheet.read(path, quarantine=quarantine)
    assert "KN1048576" in raised.value.sentence()


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/x.xml", "c:\\x.xml"])
def test_a_workbook_with_a_name_that_leads_outside_is_not_opened(tmp_path, quarantine, name):
    path = tmp_path / "book.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr(name, "x")
    with pytest.raises(failures.UnsafeFileError):
        spreadsheet.read(path, quarantine=quarantine)


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", failures.EmptyFileError),
        (b"\n\n,,\n", failures.EmptyFileError),
        (b"%PDF-1.7\n", failures.NotASpreadsheetError),
        (b"\x89PNG\r\n\x1a\n\0\0", failures.NotASpreadsheetError),
        (b"PK\x03\x04cut short", failures.DamagedFileError),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1cut short", failures.DamagedFileError),
        (b"\0\1\2\3 not text", failures.NotASpreadsheetError),
    ],
)
def test_what_is_not_a_table_says_so_in_one_sentence(tmp_path, quarantine, content, error):
    with pytest.raises(error):
        spreadsheet.read(_written(tmp_path, content), quarantine=quarantine)


def test_a_file_that_is_not_there_is_named_without_its_folder(tmp_path, quarantine):
    with pytest.raises(failures.FileMissingError) as raised:
        spreadsheet.read(tmp_path / "none.csv", quarantine=quarantine)
    assert raised.value.sentence() == "There is no file called “none.csv” here, or it may not be opened."


def test_sheets_are_listed_with_rows_and_hidden_ones_marked():
    listed = spreadsheet.sheets(sample("messy-spreadsheets/TwoSheetsOneHidden.xlsx"))
    assert [(sheet.name, sheet.hidden, sheet.rows) for sheet in listed] == [("Sheet1", True, 1), ("Sheet2", False, 1)]


@pytest.mark.parametrize("name", ["widgets.xls", "repeat_date_test.xls", "badly_named_choices_sheet.xls"])
def test_old_workbooks_with_an_archive_inside_are_workbooks(quarantine, name):
    assert spreadsheet.read(sample(f"kobo-odk/{name}"), quarantine=quarantine).rows


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("messy-spreadsheets/pass_protected.xlsx", failures.PasswordProtectedError),
        ("hostile/protected_passtika.xlsx", failures.PasswordProtectedError),
        ("hostile/password-encrypted.zip", failures.PasswordProtectedError),
        ("hostile/zipbomb.xlsx", failures.UnsafeFileError),
        ("hostile/poc-xmlbomb.xlsx", failures.UnsafeFileError),
        ("hostile/xlsx-corrupted.xlsx", failures.DamagedFileError),
        ("messy-spreadsheets/empty_sheet.xlsx", failures.EmptyFileError),
    ],
)
def test_known_trouble_gets_its_own_sentence(quarantine, name, error):
    with pytest.raises(error):
        spreadsheet.read(sample(name), quarantine=quarantine)


def test_fifty_thousand_rows_arrive_whole(quarantine):
    read = spreadsheet.read(sample("messy-spreadsheets/unhcr_prmn_52k_rows.xlsx"), quarantine=quarantine)
    assert len(read.rows) == 52_649
    assert read.rows[1].cells[:2] == ("30/04/2016", "Awdal")
