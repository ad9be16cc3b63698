"""Lists of places with P-codes, as OCHA and governments publish them, become a pack of places.

Both shapes are read: one row for each place (level, code, name, parent), and one row for each smallest place with the
larger ones beside it (ADM2_PCODE, ADM2_EN, ADM1_PCODE, ...). Names in every language are kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import GroundworkError
from app.i18n import N_
from app.intake.grids import whole
from app.intake.grids.columns import Column, Table, table
from app.intake.grids.grid import Row, text
from app.intake.grids.whole import Whole
from app.intake.words import fold, is_null
from app.places import LOWEST, REGION, Gazetteer, Place, PlacePack
from app.progress import Progress, silent

_WIDE_CODE = re.compile(r"adm(?:in)? ?([0-3]) ?(?:p ?code|code)(?: v pcode)?")
_WIDE_NAME = re.compile(r"adm(?:in)? ?([0-3]) ?(?:(?:alt ?name|alt|name) ?\d?)? ?(?:[a-z]{2})?")
_WIDE_FORMER = re.compile(r"adm(?:in)? ?([1-3]) ?(?:old|former|previous|ancien) ?(?:p ?code|code)?")
_LONG = {
    "level": "admin level|level|adm level|niveau|nivel",
    "code": "p code|pcode|code|place code",
    "name": "name|place|nom|nombre|اسم",
    "parent": "parent p code|parent pcode|parent|parent code",
    "former": "old p code|old pcode|former p code|former pcode|previous p code|ancien code|old code",
}
_VERSIONS = ("version", "validon", "valid from date", "date")
_CODE = re.compile(r"[A-Z0-9][A-Z0-9._-]{1,30}")


class NoPlacesInListError(GroundworkError):
    """No row names a place by a P-code of a known country."""

    message = N_("This file has no list of places: no column holds P-codes of a country.")


@dataclass
class _Found:
    """What was read of one country so far."""

    places: dict[str, Place] = field(default_factory=dict)
    former: dict[str, str] = field(default_factory=dict)
    version: str = ""


@dataclass(frozen=True)
class _Told:
    """One place as a row tells it."""

    level: int
    code: str
    names: tuple[str, ...]
    parent: str
    former: str = ""


Teller = Callable[[Row], Iterator[_Told]]
"""What a row of a table of a known shape tells."""


def read(path: Path, gazetteer: Gazetteer, *, progress: Progress = silent) -> tuple[PlacePack, ...]:
    """A pack for each country of the file. Raises NoPlacesInListError, or one of `app.intake.guard.failures`."""
    return of_file(whole.read(path, progress=progress), gazetteer)


def of_file(file: Whole, gazetteer: Gazetteer) -> tuple[PlacePack, ...]:
    """`read` for a file that was read before."""
    found: dict[str, _Found] = {}
    for grid in file.grids:
        _take(table(grid), gazetteer, found)
    packs = (_pack(country, one, gazetteer) for country, one in sorted(found.items()))
    filled = tuple(pack for pack in packs if pack.places)
    if not filled:
        raise NoPlacesInListError
    return filled


def looks_like_one(source: Table) -> bool:
    """Whether a table tells of little else than places: one that tells of work in them is no list of places."""
    if _long(source):
        return True
    shapes = (_WIDE_CODE, _WIDE_NAME, _WIDE_FORMER)
    about = [one for one in source.columns if any(shape.fullmatch(fold(one.heading)) for shape in shapes)]
    return bool(_wide(source)) and 2 * len(about) > len(source.columns)


def _take(source: Table, gazetteer: Gazetteer, found: dict[str, _Found]) -> None:
    told_by = _wide(source) or _long(source)
    version = next((column for name in _VERSIONS for column in source.columns if column.key == name), None)
    for row in source.rows:
        for told in told_by(row) if told_by else ():
            country = gazetteer.country_of(told.code)
            if country:
                one = found.setdefault(country, _Found())
                one.version = max(one.version, _cell(source, row, version)[:20])
                _put(told, country, gazetteer, one)


def _put(told: _Told, country: str, gazetteer: Gazetteer, found: _Found) -> None:
    """Under the spelling of our own list where that has the place; with the names of every row that tells it."""
    listed = gazetteer.place(told.code)
    code = listed.code if listed.known else told.code
    before = found.places.get(code)
    names = tuple(dict.fromkeys((*((before.name, *before.other_names) if before else ()), *told.names)))
    larger = gazetteer.place(told.parent) if told.parent else listed
    parent = (larger.code if larger.known else told.parent) if told.parent else larger.parent
    level_parent = country if told.level == REGION else parent
    found.places[code] = Place(code, names[0], told.level, level_parent, country, names[1:])
    if told.former:
        found.former[told.former] = code


def _long(source: Table) -> Teller | None:
    """One row for each place; None for any other table."""
    columns = {name: _called(source, words) for name, words in _LONG.items()}
    if not (columns["level"] and columns["code"] and columns["name"]):
        return None

    def tell(row: Row) -> Iterator[_Told]:
        said = {name: _cell(source, row, column) for name, column in columns.items()}
        level, code = said["level"].lower().removeprefix("adm").removeprefix("in").strip(), said["code"].upper()
        if level in ("1", "2", "3") and _CODE.fullmatch(code) and said["name"]:
            yield _Told(int(level), code, (said["name"],), said["parent"].upper(), said["former"].upper())

    return tell


def _wide(source: Table) -> Teller | None:
    """One row for each smallest place, with columns of codes for the larger ones; None for any other table."""
    levels = range(REGION, LOWEST + 1)
    codes = {level: columns[0] for level in levels if (columns := _columns(source, _WIDE_CODE, level))}
    names = {level: _columns(source, _WIDE_NAME, level) for level in levels}
    formers = {level: _columns(source, _WIDE_FORMER, level) for level in levels}
    if not codes:
        return None

    def tell(row: Row) -> Iterator[_Told]:
        larger = ""
        for level, column in codes.items():
            code = _cell(source, row, column).upper()
            if _CODE.fullmatch(code):
                called = dict.fromkeys(_cell(source, row, one) for one in names[level])
                former = next((_cell(source, row, one) for one in formers[level]), "")
                yield _Told(level, code, tuple(filter(None, called)) or (code,), larger, former.upper())
                larger = code

    return tell


def _columns(source: Table, shape: re.Pattern[str], level: int) -> list[Column]:
    """The columns whose heading or hashtag has this shape, for this level."""
    told = (
        (column, shape.fullmatch(fold(column.heading)) or shape.fullmatch(fold(column.tag)))
        for column in source.columns
    )
    return [column for column, match in told if match and int(match[1]) == level]


def _called(source: Table, words: str) -> Column | None:
    return next((one for word in words.split("|") for one in source.columns if one.key == fold(word)), None)


def _cell(source: Table, row: Row, column: Column | None) -> str:
    said = text(source.cell(row, column)).strip() if column else ""
    return "" if is_null(said) else said


def _pack(country: str, found: _Found, gazetteer: Gazetteer) -> PlacePack:
    """Without places whose larger place nobody knows: it could not be told where they lie."""
    known = {country, *found.places}
    places = (one for one in found.places.values() if one.parent in known or gazetteer.place(one.parent).known)
    former = {old: new for old, new in found.former.items() if old != new and old not in found.places}
    return PlacePack(country, found.version, tuple(places), former)
