"""Writing: sheets become the bytes of a workbook, each a named table with frozen headings.

Everything is written as what it is: a text that looks like a formula, a link or a number stays a text.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import xlsxwriter

from app.domain.terms import When
from app.i18n import is_right_to_left
from app.reports import palette
from app.reports.tables import Cell
from app.reports.written import base_right

_OPTIONS = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
MOST_ROWS = 1_048_574
"""A sheet holds two more: its headings, and what programs read below them."""
_WIDEST, _MEASURED = 60, 500
_CELL_LIMIT = 32_000
"""A cell of a workbook holds 32,767 letters; longer texts are cut there and say so."""
_MONTH, _DAY = "yyyy-mm", "yyyy-mm-dd"
_FROM_LEFT, _FROM_RIGHT = "from left", "from right"
"""A text reads in its own direction: programs that show workbooks guess it, each in another way."""
_ORDERS = {_FROM_LEFT: 1, _FROM_RIGHT: 2}
_POINTS_A_BAR, _LEAST_HEIGHT = 24, 240


@dataclass(frozen=True)
class Chart:
    """Bars of one column of numbers by one of names, and what they show, in words."""

    title: str
    names: int
    numbers: int
    alt: str


@dataclass(frozen=True)
class Sheet:
    """One sheet: the name of its table for other programs, a title for its tab, headings and rows."""

    name: str
    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    chart: Chart | None = None
    tags: Sequence[Cell] = ()
    """What programs read below the headings. A sheet with tags is no table: sorting one would move them."""


def book(sheets: Sequence[Sheet], language: str) -> bytes:
    """The sheets as one workbook that tells of no person and no machine."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, _OPTIONS) as opened:
        created = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
        opened.set_properties({"created": created, "author": "", "company": ""})
        right = is_right_to_left(language)
        formats = _formats(opened, right=right)
        for number, sheet in enumerate(continued(sheets), 1):
            page = opened.add_worksheet(_tab(sheet.title, number, {one.get_name() for one in opened.worksheets()}))
            if right:
                page.right_to_left()
            page.freeze_panes(2 if sheet.tags else 1, 1)
            _fill(page, sheet, formats, right=right)
            if sheet.chart and sheet.rows:
                _draw(opened, page, sheet, sheet.chart)
    return made.getvalue()


def continued(sheets: Iterable[Sheet], most: int = MOST_ROWS) -> Iterator[Sheet]:
    """The same sheets, those with more rows than programs read as several with a number after their name."""
    for sheet in sheets:
        yield replace(sheet, rows=sheet.rows[:most])
        for number, start in enumerate(range(most, len(sheet.rows), most), 2):
            rest = sheet.rows[start : start + most]
            yield replace(sheet, name=f"{sheet.name}_{number}", title=f"{sheet.title} {number}", rows=rest)


def _formats(opened: xlsxwriter.Workbook, *, right: bool) -> dict[str, xlsxwriter.format.Format]:
    plain = {"text_wrap": True, "valign": "top"}
    return {
        "": opened.add_format(plain),
        **{way: opened.add_format({"reading_order": order, **plain}) for way, order in _ORDERS.items()},
        "head": opened.add_format({"bold": True, "reading_order": _ORDERS[_way(right=right)], **plain}),
        _MONTH: opened.add_format({"num_format": _MONTH, "align": "left", **plain}),
        _DAY: opened.add_format({"num_format": _DAY, "align": "left", **plain}),
    }


def _fill(
    page: xlsxwriter.worksheet.Worksheet, sheet: Sheet, formats: dict[str, xlsxwriter.format.Format], *, right: bool
) -> None:
    for column, heading in enumerate(sheet.headings):
        widest = max([len(heading), *(_width(row[column]) for row in sheet.rows[:_MEASURED])])
        page.set_column(column, column, min(max(widest + 2, 8), _WIDEST), formats[""])
    is_table = bool(sheet.rows) and not sheet.tags
    if not is_table:
        page.write_row(0, 0, sheet.headings, formats["head"])
    for line, row in enumerate([sheet.tags, *sheet.rows] if sheet.tags else sheet.rows, 1):
        for column, cell in enumerate(row):
            _write(page, (line, column), cell, formats, right=right)
    if not is_table:
        return
    columns = [{"header": heading, "header_format": formats["head"]} for heading in _distinct(sheet.headings)]
    about = {"columns": columns, "name": f"gw_{sheet.name}", "style": "Table Style Light 11"}
    page.add_table(0, 0, len(sheet.rows), len(sheet.headings) - 1, about)


def _write(
    page: xlsxwriter.worksheet.Worksheet,
    at: tuple[int, int],
    cell: Cell,
    formats: dict[str, xlsxwriter.format.Format],
    *,
    right: bool,
) -> None:
    if isinstance(cell, When):
        moment = datetime(cell.year, cell.month, cell.day or 1, tzinfo=UTC).replace(tzinfo=None)
        page.write_datetime(*at, moment, formats[_DAY if cell.day else _MONTH])
    elif isinstance(cell, str):
        shown = cell[:_CELL_LIMIT] + "…" if len(cell) > _CELL_LIMIT else cell
        way = _way(right=base_right(cell, right_to_left=right))
        page.write_string(*at, shown, formats[way]) if cell else None
    else:
        page.write_number(*at, cell)


def _way(*, right: bool) -> str:
    return _FROM_RIGHT if right else _FROM_LEFT


def _draw(opened: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet, sheet: Sheet, chart: Chart) -> None:
    """The chart beside its table, the first row on top as in the table."""
    last = len(sheet.rows)
    drawn = opened.add_chart({"type": "bar"})
    drawn.add_series(
        {
            "categories": [page.get_name(), 1, chart.names, last, chart.names],
            "values": [page.get_name(), 1, chart.numbers, last, chart.numbers],
            "fill": {"color": palette.ACCENT},
            "gap": 60,
        }
    )
    drawn.set_title({"name": chart.title, "name_font": {"size": 12}})
    drawn.set_legend({"none": True})
    drawn.set_y_axis({"reverse": True})
    drawn.set_x_axis({"min": 0, "major_gridlines": {"visible": True, "line": {"color": palette.LINE}}})
    drawn.set_size({"width": 640, "height": max(_LEAST_HEIGHT, _POINTS_A_BAR * last)})
    page.insert_chart(1, len(sheet.headings) + 1, drawn, {"description": chart.alt, "object_position": 3})


def _width(cell: Cell) -> int:
    return len(cell.iso if isinstance(cell, When) else str(cell))


def _tab(title: str, number: int, taken: Collection[str]) -> str:
    """A tab's name: at most 31 letters, none of those a workbook forbids, and no name of another tab."""
    kept = "".join(letter for letter in title if letter not in "[]:*?/\\'")[:31]
    if kept.lower() in {name.lower() for name in taken}:
        kept = f"{kept[:26]} {number}"
    return kept or str(number)


def _distinct(heads: Sequence[str]) -> list[str]:
    """Headings of a table must differ, whatever the language does to them."""
    seen: dict[str, int] = {}
    found = []
    for head in heads:
        seen[head] = seen.get(head, 0) + 1
        found.append(head if seen[head] == 1 else f"{head} {seen[head]}")
    return found
