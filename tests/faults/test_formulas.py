"""No text that somebody sent is ever run by the program that opens an export: one property over all of them."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from app.compact import load
from app.domain.shared import (
    Audience,
    Contributor,
    Disclosure,
    PublicOrganisation,
    SharedActivity,
    SharedPractice,
    Submission,
)
from app.domain.terms import Count, Period, When
from app.reports import tables, workbook
from app.reports.exchange import data_package, three_w
from app.services.picturing import merging
from app.services.records import row_reports
from app.services.records.importing import RowReport

PERIOD = Period.parse("2026-07..2026-09")
STARTS = ("=", "+", "-", "@", "\t=", "\r=", "\n=", "\uff1d", "\uff0b", "\uff0d", "\uff20")
PACK = load()


def sent(texts: list[str]) -> Submission:
    """A submission whose every text begins as a formula does."""
    activities = tuple(
        SharedActivity(f"202608{n:026x}", text, (4,), When(2026, 8), summary=text, result=text, reach=Count(20))
        for n, text in enumerate(texts)
    )
    practices = tuple(SharedPractice(f"202608{n:026x}", title=text) for n, text in enumerate(texts, start=500))
    who = PublicOrganisation("0" * 32, texts[0], ("ST-CSO",), "TD", description=texts[0], web=texts[-1])
    disclosure = Disclosure(Audience.COORDINATOR, 5)
    entries = (*activities, *practices)
    return Submission(who, texts[0], PERIOD, 1, disclosure, PACK.version, made_on="2026-10", entries=entries)


def csv_cells(data: bytes) -> Iterator[str]:
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")):
        yield from row


def formulas(data: bytes) -> list[str]:
    """The sheets of a workbook that hold a formula or a link made of a text."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        sheets = [name for name in opened.namelist() if name.startswith("xl/worksheets/sheet")]
        return [name for name in sheets if b"<f>" in opened.read(name) or b"<f " in opened.read(name)]


@settings(max_examples=2, deadline=None)
@given(st.text(st.characters(min_codepoint=32, max_codepoint=0x600), max_size=12))
def test_no_export_holds_a_cell_that_a_spreadsheet_would_run(tail: str) -> None:
    texts = [f'{start}HYPERLINK("http://example.org"){tail}' for start in STARTS]
    made = sent(texts)
    shown = merging.merged(
        [made],
        [Contributor(made.organisation, "1" * 64, 1, "accepted", len(texts))],
        period=PERIOD,
        audience=Audience.COORDINATOR,
        pack=PACK,
    )
    with zipfile.ZipFile(io.BytesIO(data_package.archive([made], PACK, date(2026, 10, 1)))) as package:
        packaged = [package.read(name) for name in package.namelist() if name.endswith(".csv")]
    written = [
        tables.activities_csv([made], PACK, "en"),
        three_w.csv_table([made], PACK, "en"),
        three_w.csv_table([made], PACK, "ar", tags=False),
        *packaged,
    ]
    for data in written:
        acting = [cell for cell in csv_cells(data) if cell.lstrip(" ").startswith(STARTS)]
        assert acting == []
    row = RowReport(3, *texts[:3])
    books = [
        workbook.activities([made], PACK, "en"),
        workbook.national(shown, PACK, "fr"),
        three_w.workbook([made], PACK, "en"),
        row_reports.workbook([(texts[3], row)]),
    ]
    assert [formulas(data) for data in books] == [[]] * len(books)
