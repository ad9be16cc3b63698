"""Days and months as people write them, read strictly: the order of a column is decided from all its values."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from app.domain.terms import When
from app.i18n import N_
from app.intake.cells.results import Read
from app.intake.grids.grid import Cell, text
from app.intake.words import fold

_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_ISO_MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})")
_THREE = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[T ].*)?")
_CHINESE = re.compile(r"(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?")
_WRITTEN_SERIAL = re.compile(r"([3-7]\d{4})(?:[.,]\d+)?")
"""A serial day that a program wrote out as text."""
_SERIAL_FROM, _SERIAL_TO = 30_000, 80_000
"""Excel serials that can be meant as days: 1982 to 2119."""

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janvier janv enero ene يناير كانونالثاني январь января 一月",
            "february feb fevrier fevr fev febrero فبراير شباط февраль февраля 二月",
            "march mar mars marzo مارس اذار март марта 三月",
            "april apr avril avr abril abr ابريل نيسان апрель апреля 四月",
            "may mai mayo مايو ايار май мая 五月",
            "june jun juin junio يونيو حزيران июнь июня 六月",
            "july jul juillet juil julio يوليو تموز июль июля 七月",
            "august aug aout agosto ago اغسطس اب август августа 八月",
            "september sep sept septembre septiembre سبتمبر ايلول сентябрь сентября 九月",
            "october oct octobre octubre اكتوبر تشرينالاول октябрь октября 十月",
            "november nov novembre noviembre نوفمبر تشرينالثاني ноябрь ноября 十一月",
            "december dec decembre diciembre dic ديسمبر كانونالاول декабрь декабря 十二月",
        ),
        start=1,
    )
    for name in names.split()
}
_FOLDED_MONTHS = {fold(name): number for name, number in _MONTHS.items()}


class Order(StrEnum):
    """Which part of `03/04/2025` is the day, for a whole column."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"
    NOT_KNOWN = "auto"


NOT_A_DATE = N_("“{value}” is not a day or a month.")
NO_YEAR = N_("“{value}” does not say which year.")
ODD_YEAR = N_("The year in “{value}” cannot be right.")
EITHER_ORDER = N_("“{value}” can be read in two ways: say in the mapping whether the day or the month comes first.")


def order_of(cells: Iterable[Cell]) -> Order:
    """The order that all values of a column agree on; NOT_KNOWN if none tells, or if they disagree."""
    day_first = month_first = False
    for cell in cells:
        found = _THREE.fullmatch(fold_digits(text(cell)))
        if found:
            day_first |= int(found[1]) > 12
            month_first |= int(found[2]) > 12
    if day_first == month_first:
        return Order.NOT_KNOWN
    return Order.DAY_FIRST if day_first else Order.MONTH_FIRST


def read_when(cell: Cell, *, order: Order = Order.NOT_KNOWN, from_1904: bool = False) -> Read:
    """`2025-03` or `2025-03-31` as the value. A number is a serial day of a spreadsheet program."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return _serial(cell, from_1904)
    said = fold_digits(text(cell))
    if found := _ISO.fullmatch(said):
        return _day(int(found[1]), int(found[2]), int(found[3]), said)
    if found := _ISO_MONTH.fullmatch(said):
        return _day(int(found[1]), int(found[2]), 0, said)
    if found := _MONTH_YEAR.fullmatch(said):
        return _day(int(found[2]), int(found[1]), 0, said)
    if found := _THREE.fullmatch(said):
        return _three(found, order)
    if found := _CHINESE.fullmatch(said):
        return _day(int(found[1]), int(found[2]), int(found[3] or 0), said)
    if found := _WRITTEN_SERIAL.fullmatch(said):
        return _serial(int(found[1]), from_1904)
    return _named(said)


def fold_digits(said: str) -> str:
    """The text with digits of any script as 0-9, without surrounding space."""
    if said.isascii():
        return said.strip()
    return "".join(str(int(letter)) if letter.isdecimal() else letter for letter in said).strip()


def _three(found: re.Match[str], order: Order) -> Read:
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    year += 2000 if year < 100 else 0
    if first > 12 or (order is Order.DAY_FIRST and second <= 12):
        return _day(year, second, first, found[0])
    if second > 12 or order is Order.MONTH_FIRST or first == second:
        return _day(year, first, second, found[0])
    return Read(message=EITHER_ORDER)


def _named(said: str) -> Read:
    """`12 October 2026`, `Oct. 2026`, `octobre 2026`; a month without a year is not enough."""
    words = fold(said).split()
    months = [_FOLDED_MONTHS[word] for word in words if word in _FOLDED_MONTHS]
    numbers = [int(word) for word in words if word.isdecimal()]
    years = [number for number in numbers if number > 31]
    days = [number for number in numbers if number <= 31]
    if len(months) != 1 or len(years) > 1 or len(days) > 1:
        return Read(message=NOT_A_DATE)
    if not years:
        return Read(message=NO_YEAR)
    return _day(years[0], months[0], days[0] if days else 0, said)


def _serial(cell: float, from_1904: bool) -> Read:
    if not _SERIAL_FROM <= cell + (1462 if from_1904 else 0) <= _SERIAL_TO:
        return Read(message=NOT_A_DATE)
    start = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
    return Read(value=(start + timedelta(days=int(cell))).isoformat())


def _day(year: int, month: int, day: int, said: str) -> Read:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return Read(message=ODD_YEAR)
    try:
        return Read(value=When.parse(f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")).iso)
    except ValueError:
        return Read(message=NOT_A_DATE)
