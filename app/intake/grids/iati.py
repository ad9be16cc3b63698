"""IATI activities (2.01 and later) as one table: a row for each activity, a column for each thing that it tells.

Narratives in other languages than the activity's own, and elements of other namespaces, stand in columns of their own:
nothing takes them over by itself, and nothing loses them. People to contact are never read. Runs in the guarded child.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from app.intake.grids import iati_foreign
from app.intake.grids.grid import Grid, Row
from app.intake.guard.failures import (
    DamagedFileError,
    EmptyFileError,
    IatiTooOldError,
    NotASpreadsheetError,
    TooLargeError,
    UnsafeFileError,
)

COLUMNS = (
    *("identifier", "organisation", "title", "description", "objectives", "sdg", "status", "start", "end", "kind"),
    *("location", "location name", "country", "partners", "result", "target groups", "sectors", "budget", "currency"),
    *("reached", "women", "girls", "men", "boys", "another", "not asked", "foreign"),
)
"""The headings that every file gives, in this order; further ones follow."""
_LARGEST = 100 * 1024 * 1024
_LONGEST_CELL = 100_000
_MOST_COLUMNS = 500
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_DESCRIPTIONS = {"": "description", "1": "description", "2": "result", "3": "target groups"}
_OBJECTIVE = re.compile(r"GCM-?\d{1,2}", re.ASCII)
_RELIEF, _EDUCATION = ("72", "73", "74"), ("11",)
_GROUPS = {
    "female": "women",
    "female, under 18": "girls",
    "male": "men",
    "male, under 18": "boys",
    "another": "another",
    "not asked": "not asked",
}
"""What `app.reports.exchange.iati` calls the groups of people reached."""
_BETWEEN = "\n"

Told = dict[str, list[str]]


def read(path: str) -> Grid:
    """The activities of a file. Raises NotASpreadsheetError for any other markup, IatiTooOldError for 1.x."""
    from lxml import etree

    if Path(path).stat().st_size > _LARGEST:
        raise TooLargeError
    _refuse_strangers(path)
    found: list[Told] = []
    safe = {"resolve_entities": False, "no_network": True, "huge_tree": False, "load_dtd": False}
    try:
        for event, element in etree.iterparse(path, events=("start", "end"), **safe):
            if event == "start":
                if element.getparent() is None:
                    _refuse_root(element)
            elif element.tag == "iati-activity":
                found.append(_activity(element))
                element.clear()
    except etree.XMLSyntaxError as error:
        raise DamagedFileError(detail=type(error).__name__) from error
    if not found:
        raise EmptyFileError
    return _grid(found)


def _refuse_strangers(path: str) -> None:
    """Other markup; and entities, which are declared in a document type: honest files of this kind have none."""
    with Path(path).open("rb") as stream:
        text = stream.read().replace(b"\0", b"")
        if b"<iati-activities" not in text:
            raise NotASpreadsheetError(detail="markup")
        if re.search(rb"<!(?:DOCTYPE|ENTITY)", text, re.IGNORECASE):
            raise UnsafeFileError(detail="the file declares a document type")


def _refuse_root(root: Any) -> None:
    if root.tag != "iati-activities":
        raise NotASpreadsheetError(detail="markup")
    version = (root.get("version") or "").strip()
    if version.startswith(("0.", "1.")):
        raise IatiTooOldError(version=version)


def _grid(found: list[Told]) -> Grid:
    further = dict.fromkeys(name for told in found for name in told if name not in COLUMNS)
    names = (*COLUMNS, *list(further)[: _MOST_COLUMNS - len(COLUMNS)])
    rows = [Row(1, names)]
    for number, told in enumerate(found, start=2):
        cells = (_BETWEEN.join(dict.fromkeys(told.get(name, ())))[:_LONGEST_CELL] for name in names)
        rows.append(Row(number, tuple(cell or None for cell in cells)))
    return Grid(sheet="", rows=tuple(rows))


def _activity(activity: Any) -> Told:
    """What one activity tells, by column."""
    title = activity.find("title")
    if title is not None and title.find("narrative") is None and _own_text(title):
        raise IatiTooOldError(version="1.x")
    told: Told = defaultdict(list)
    own = (activity.get(_LANGUAGE) or "").lower()
    told["identifier"] = [(activity.findtext("iati-identifier") or "").strip()]
    _narrate(told, "organisation", activity.find("reporting-org"), own)
    _narrate(told, "title", title, own)
    for one in activity.iterfind("description"):
        _narrate(told, _DESCRIPTIONS.get(one.get("type", ""), "description"), one, own)
    _tags(told, activity)
    told["status"] = [one.get("code", "") for one in activity.iterfind("activity-status")][:1]
    dates = {one.get("type"): one.get("iso-date", "") for one in activity.iterfind("activity-date")}
    told["start"], told["end"] = [dates.get("2") or dates.get("1", "")], [dates.get("4") or dates.get("3", "")]
    _sectors(told, activity)
    _locations(told, activity, own)
    _partners(told, activity, own)
    _budgets(told, activity)
    _results(told, activity)
    _foreign(told, activity)
    return told


def _narrate(told: Told, column: str, element: Any, own: str) -> None:
    """The narrative of the activity's own language, else the first; each other language in a column of its own."""
    said = dict(_narratives(element, own))
    main = own if own in said else next(iter(said), "")
    for language, text in said.items():
        told[column if language == main else f"{column} ({language})"].append(text)


def _narratives(element: Any, own: str) -> Iterator[tuple[str, str]]:
    for one in element.iterfind("narrative") if element is not None else ():
        if text := _own_text(one):
            yield (one.get(_LANGUAGE) or own).lower(), text


def _own_text(element: Any) -> str:
    """The text of an element without that of the elements in it."""
    return " ".join("".join([element.text or "", *(child.tail or "" for child in element)]).split())


def _first_narrative(element: Any, own: str) -> str:
    said = dict(_narratives(element, own))
    return said.get(own) or next(iter(said.values()), "")


def _tags(told: Told, activity: Any) -> None:
    """Objectives of the Compact by our code; goals of the 2030 Agenda where none of their targets is told."""
    tags = [(one.get("vocabulary", ""), (one.get("code") or "").strip()) for one in activity.iterfind("tag")]
    told["objectives"] = [code for vocabulary, code in tags if vocabulary == "99" and _OBJECTIVE.fullmatch(code)]
    targets = [code for vocabulary, code in tags if vocabulary == "3"]
    goals = [code for vocabulary, code in tags if vocabulary == "2"]
    told["sdg"] = targets + [goal for goal in goals if not any(one.startswith(f"{goal}.") for one in targets)]


def _sectors(told: Told, activity: Any) -> None:
    """Codes of the DAC, also those of transactions; the kind of work only where they leave no doubt."""
    sectors = [*activity.iterfind("sector"), *activity.iterfind("transaction/sector")]
    codes = [one.get("code", "") for one in sectors if one.get("vocabulary", "1") in ("1", "2")]
    told["sectors"] = codes
    if activity.get("humanitarian") in ("1", "true") or (codes and all(one.startswith(_RELIEF) for one in codes)):
        told["kind"] = ["emergency_assistance"]
    elif codes and all(one.startswith(_EDUCATION) for one in codes):
        told["kind"] = ["training_or_education"]


def _locations(told: Told, activity: Any, own: str) -> None:
    """The first location that names a place; the country only where it is one."""
    for one in activity.iterfind("location"):
        name = _first_narrative(one.find("name"), own)
        codes = [one.get("ref", ""), *(each.get("code", "") for each in one.iterfind("location-id"))]
        code = next((each for each in codes if any(map(str.isdigit, each)) and not each.isdigit()), "")
        if code or name:
            told["location"], told["location name"] = [code], [name]
            break
    countries = {one.get("code", "").upper() for one in activity.iter("recipient-country")}
    told["country"] = list(countries) if len(countries) == 1 else []


def _partners(told: Told, activity: Any, own: str) -> None:
    reporting = activity.find("reporting-org")
    ours = {told["organisation"][0] if told["organisation"] else ""}
    our_ref = reporting.get("ref") if reporting is not None else None
    for one in activity.iterfind("participating-org"):
        name = _first_narrative(one, own)
        if name and name not in ours and (one.get("ref") or "") != our_ref:
            told["partners"].append(name.replace("|", "/"))


def _budgets(told: Told, activity: Any) -> None:
    """The sum of all budgets, where all of them are in one currency."""
    standard = activity.get("default-currency", "")
    values = [one for one in activity.iterfind("budget/value") if (one.text or "").strip()]
    currencies = {one.get("currency", standard).strip() for one in values}
    if len(currencies) == 1:
        try:
            told["budget"] = [f"{sum(float(one.text) for one in values):.2f}".removesuffix(".00")]
            told["currency"] = list(currencies)
        except ValueError:
            told["budget as written"] = [one.text.strip() for one in values]


def _results(told: Told, activity: Any) -> None:
    """People reached as we write them ourselves; all other results as lines of text."""
    for result in activity.iterfind("result"):
        for indicator in result.iterfind("indicator"):
            actuals = list(indicator.iterfind("period/actual"))
            if any(one.get("name") == "sex and age" for each in actuals for one in each.iterfind("dimension")):
                _reached(told, actuals)
                continue
            title = _first_narrative(indicator.find("title"), "") or _first_narrative(result.find("title"), "")
            said = [one.get("value", "") for one in actuals if one.get("value") and one.find("dimension") is None]
            if title and said:
                told["result"].append(f"{title}: {', '.join(said)}")


def _reached(told: Told, actuals: Iterable[Any]) -> None:
    for one in actuals:
        dimension = one.find("dimension")
        column = "reached" if dimension is None else _GROUPS.get(dimension.get("value", ""), "")
        if column and one.get("value"):
            told[column] = [one.get("value")]


def _foreign(told: Told, activity: Any) -> None:
    """Elements and attributes of other namespaces, each under its name, its namespace in brackets."""
    for element in iati_foreign.elements(activity):
        for name, value in element.attrib.items():
            if iati_foreign.is_foreign(name):
                told[_named(name)].append(value.strip())
        if iati_foreign.is_foreign(element.tag) and (text := _own_text(element)):
            told[_named(element.tag)].append(text)
    told["foreign"] = [iati_foreign.kept(activity)]


def _named(tag: str) -> str:
    space, _brace, name = tag[1:].partition("}")
    return f"{name} {{{space}}}"
