"""What is said about sheets of paper: how far one is, who typed it in and when, and that it is done."""

from __future__ import annotations

from datetime import UTC, datetime

from app.i18n import _, format_date, format_number, isolate, ngettext
from app.services.opening.workspace import Workspace
from app.services.paper import sheet_book
from app.services.paper.sheet_book import Batch, Sheet


def known(workspace: Workspace, sheet: Sheet) -> str:
    """Who typed the sheet in, and who typed it again."""
    told = []
    if sheet.first is not None:
        told.append(_when(workspace, sheet.first, _("{name} typed this sheet in on {day}.")))
    if sheet.again is not None and sheet.is_checked:
        told.append(_when(workspace, sheet.again, _("{name} typed it again, and so checked it, on {day}.")))
    return "\n".join(told)


def progress(sheet: Sheet, *, checks: bool) -> str:
    """Which row of how many it is."""
    row, rows = format_number(sheet.next_check if checks else sheet.next_row), format_number(sheet.number.rows)
    if checks:
        return _("Row {row} of {rows}, a second time").format(row=row, rows=rows)
    return _("Row {row} of {rows}").format(row=row, rows=rows)


def done(sheet: Sheet, *, checked: bool) -> str:
    """That a sheet is done, and how many records it made."""
    number = isolate(sheet.number.printed)
    if checked:
        return _("Sheet {number} was typed twice. It can be destroyed now.").format(number=number)
    told = ngettext(
        "Sheet {number}: {count} record is kept.", "Sheet {number}: {count} records are kept.", sheet.records
    )
    return told.format(number=number, count=format_number(sheet.records))


def _when(workspace: Workspace, batch: Batch, sentence: str) -> str:
    day = datetime.fromtimestamp(batch.made_ms / 1000, UTC).astimezone().date()
    return sentence.format(day=format_date(day), name=isolate(sheet_book.typed_by(workspace, batch) or _("Somebody")))
