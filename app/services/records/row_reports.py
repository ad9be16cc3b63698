"""The workbook of rows that an import did not take: where each stood, what stood there, and why."""

from __future__ import annotations

import io
from collections.abc import Iterable

from xlsxwriter import Workbook

from app.i18n import _
from app.services.records.importing import RowReport

_WIDTHS = (30, 8, 24, 40, 80)
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def workbook(rows: Iterable[tuple[str, RowReport]]) -> bytes:
    """(file, row) pairs as XLSX; every value is written as text, so nothing in a foreign table can act."""
    whole = io.BytesIO()
    with Workbook(whole, _OPTIONS) as book:
        sheet = book.add_worksheet(_("Rows")[:31])
        headings = (_("File"), _("Row"), _("Column"), _("Value"), _("Why it was not read"))
        for column, (heading, width) in enumerate(zip(headings, _WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, heading)
        sheet.freeze_panes(1, 0)
        for line, (file, row) in enumerate(rows, start=1):
            sheet.write_string(line, 0, file)
            sheet.write_number(line, 1, row.row)
            for column, text in enumerate((row.column, row.value, row.sentence), start=2):
                sheet.write_string(line, column, text[:32_000])
    return whole.getvalue()
