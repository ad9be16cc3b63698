"""IATI 2.03 activities: one element for one activity, in the order that the standard's schema demands.

Source: the International Aid Transparency Initiative, activity standard 2.03 and its code lists. The objectives of the
Compact have no vocabulary there, so they are tags of our own (vocabulary 99); a P-code goes into `location/@ref`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from lxml import etree

from app.compact import Pack
from app.compact.objective import code_of
from app.domain.shared import SharedActivity, Submission
from app.domain.terms import Count
from app.domain.wording import Wording
from app.places import COUNTRY, DISTRICT, REGION, Place, load
from app.reports.exchange import iati_foreign
from app.reports.tables import in_order

VERSION = "2.03"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_COMPACT = "https://www.un.org/en/ga/search/view_doc.asp?symbol=A/RES/73/195"
_SECTOR = "15190"
"""Facilitation of orderly, safe, regular and responsible migration and mobility (purpose codes of the DAC)."""
_STATUS = {"planned": "1", "ongoing": "2", "completed": "4", "cancelled": "5", "paused": "6"}
_PLANNED_START, _ACTUAL_START, _PLANNED_END, _ACTUAL_END = "1", "2", "3", "4"
HAPPENED = (_ACTUAL_START, _ACTUAL_END)
"""The kinds of dates that cannot lie in the future."""
_IMPLEMENTING = "4"
_SCOPE = {COUNTRY: "4", REGION: "6", DISTRICT: "7"}
_TARGET = re.compile(r"\d{1,2}\.[0-9a-d]{1,2}", re.ASCII)
_OTHER_KIND = "90"
_KINDS = {
    "ST-CSO": "22",
    "ST-MIG": "22",
    "ST-DIA": "22",
    "ST-FBO": "22",
    "SX-YOUTH": "22",
    "ST-LOC": "11",
    "SX-LGN": "11",
    "ST-PRI": "70",
    "ST-ACA": "80",
    "SX-FND": "60",
    "SX-UN": "40",
    "SX-GOV": "10",
    "ST-PAR": "10",
    "ST-NHRI": "15",
}


@dataclass(frozen=True)
class Publisher:
    """Who publishes: its organisation identifier in IATI, such as `KE-NCB-12345`."""

    identifier: str
    kept: Mapping[str, str] = field(default_factory=dict)
    """By the id of an entry: what it had in other namespaces when it was read, and may be told."""


@dataclass(frozen=True)
class _Made:
    """What every element of one submission needs to know."""

    submission: Submission
    publisher: Publisher
    wording: Wording
    when: datetime

    @property
    def kind(self) -> str:
        """The kind of organisation, in the code list of IATI."""
        known = (_KINDS[one] for one in self.submission.organisation.types if one in _KINDS)
        return next(known, _OTHER_KIND)

    def place(self, entry: SharedActivity) -> Place | None:
        """Where it was; the country of the organisation where nothing more is told."""
        code = entry.place or self.submission.organisation.country
        return load().place(code) if code else None


def identifier(publisher: Publisher, entry: SharedActivity) -> str:
    """The identifier of an activity: that of its publisher, a hyphen, and its own; it never changes."""
    return f"{publisher.identifier}-{entry.id}"


def xml(submissions: Iterable[Submission], publisher: Publisher, pack: Pack, language: str, when: datetime) -> bytes:
    """The activities as an IATI file, in UTF-8; `when` is the moment the file gives itself.

    Look at `iati_checks.check` first: what is found there would make the file invalid or misleading.
    """
    root = etree.Element("iati-activities", version=VERSION)
    root.set("generated-datetime", _moment(when))
    for submission in in_order(submissions):
        made = _Made(submission, publisher, Wording.of(language, pack), when)
        for entry in submission.of(SharedActivity):
            root.append(_activity(made, entry))
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _activity(made: _Made, entry: SharedActivity) -> etree._Element:
    found = etree.Element("iati-activity")
    found.set(_LANGUAGE, made.wording.language)
    found.set("last-updated-datetime", _moment(made.when))
    found.set("humanitarian", "1" if entry.type == "emergency_assistance" else "0")
    etree.SubElement(found, "iati-identifier").text = identifier(made.publisher, entry)
    reporting = etree.SubElement(found, "reporting-org", ref=made.publisher.identifier, type=made.kind)
    _narrative(reporting, made.submission.organisation.name)
    _narrative(etree.SubElement(found, "title"), entry.title)
    _described(found, made, entry)
    _participants(found, made, entry)
    etree.SubElement(found, "activity-status", code=_STATUS.get(entry.status, "2"))
    for kind, day in dates(entry, made.when.date()):
        etree.SubElement(found, "activity-date", {"type": kind, "iso-date": day.isoformat()})
    _placed(found, made, entry)
    etree.SubElement(found, "sector", vocabulary="1", code=_SECTOR)
    _tagged(found, made, entry)
    for name, code in (("default-flow-type", "30"), ("default-finance-type", "110"), ("default-aid-type", "C01")):
        etree.SubElement(found, name, code=code)
    _reached(found, made, entry)
    iati_foreign.put_back(found, made.publisher.kept.get(entry.id, ""))
    return found


def dates(entry: SharedActivity, today: date) -> tuple[tuple[str, date], ...]:
    """(kind, day) of its beginning and end: as planned, or as it was.

    Of a month the first and the last day; what was completed in the month of `today` ended today at the latest.
    """
    told: list[tuple[str, date]] = []
    if entry.start:
        told.append((_PLANNED_START if entry.status == "planned" else _ACTUAL_START, entry.start.first_day))
    if last := entry.end or (entry.start if entry.status == "completed" else None):
        day = last.last_day
        if entry.status == "completed":
            told.append((_ACTUAL_END, today if last.first_day <= today < day else day))
        else:
            told.append((_PLANNED_END, day))
    return tuple(told)


def _described(found: etree._Element, made: _Made, entry: SharedActivity) -> None:
    """In general, of its aim, and of whom it is for; the first must be there, so a title stands in for it."""
    groups = made.wording.labels("population_group", entry.population_groups) if entry.population_groups else ""
    for kind, text in (("1", entry.summary or entry.title), ("2", entry.result), ("3", groups)):
        if text:
            _narrative(etree.SubElement(found, "description", type=kind), text)


def _participants(found: etree._Element, made: _Made, entry: SharedActivity) -> None:
    own = {"role": _IMPLEMENTING, "ref": made.publisher.identifier, "type": made.kind}
    _narrative(etree.SubElement(found, "participating-org", own), made.submission.organisation.name)
    for partner in entry.partners:
        _narrative(etree.SubElement(found, "participating-org", role=_IMPLEMENTING), partner)


def _placed(found: etree._Element, made: _Made, entry: SharedActivity) -> None:
    place = made.place(entry)
    if place is None:
        return
    scope = _SCOPE.get(COUNTRY if place.level is None else place.level)
    if scope:
        etree.SubElement(found, "activity-scope", code=scope)
    if place.country:
        etree.SubElement(found, "recipient-country", code=place.country)
    if place.level in (REGION, DISTRICT, None):  # one of a newer list by its code
        location = etree.SubElement(found, "location", ref=place.code)
        etree.SubElement(location, "location-reach", code="1")
        _narrative(etree.SubElement(location, "name"), place.name)


def _tagged(found: etree._Element, made: _Made, entry: SharedActivity) -> None:
    targets = tuple(one for one in entry.sdg if _TARGET.fullmatch(one)) or tuple(
        target.target
        for number in entry.objectives[:1]
        for target in made.wording.pack.objective(number).sdg_targets
        if target.link == "direct"
    )
    for goal in dict.fromkeys(target.split(".")[0] for target in targets):
        etree.SubElement(found, "tag", vocabulary="2", code=goal)
    for target in dict.fromkeys(targets):
        etree.SubElement(found, "tag", vocabulary="3", code=target)
    for number in entry.objectives:
        own = {"vocabulary": "99", "vocabulary-uri": _COMPACT, "code": code_of(number)}
        _narrative(etree.SubElement(found, "tag", own), made.wording.objective(number))


def _reached(found: etree._Element, made: _Made, entry: SharedActivity) -> None:
    """People reached as an output: the number, who they were, and how they were counted."""
    if entry.reach.not_asked or not entry.start:
        return
    say = made.wording.say.gettext
    result = etree.SubElement(found, "result", {"type": "1", "aggregation-status": "0"})
    _narrative(etree.SubElement(result, "title"), say("People reached"))
    indicator = etree.SubElement(result, "indicator", {"measure": "1", "ascending": "1"})
    _narrative(etree.SubElement(indicator, "title"), say("People reached"))
    if entry.reach_method:
        _narrative(etree.SubElement(indicator, "description"), made.wording.label("reach_method", entry.reach_method))
    period = etree.SubElement(indicator, "period")
    etree.SubElement(period, "period-start", {"iso-date": entry.start.first_day.isoformat()})
    etree.SubElement(period, "period-end", {"iso-date": (entry.end or entry.start).last_day.isoformat()})
    _actual(period, made, entry.reach)
    groups = (
        ("female", entry.reach_women),
        ("female, under 18", entry.reach_girls),
        ("male", entry.reach_men),
        ("male, under 18", entry.reach_boys),
        ("another", entry.reach_another),
        ("not asked", entry.reach_not_asked),
    )
    for group, count in groups:
        if not count.not_asked:
            _actual(period, made, count, group)


def _actual(period: etree._Element, made: _Made, count: Count, group: str = "") -> None:
    """One number; one that is withheld has no value and says why."""
    attributes = {} if count.value is None else {"value": str(count.value)}
    actual = etree.SubElement(period, "actual", attributes)
    if group:
        etree.SubElement(actual, "dimension", name="sex and age", value=group)
    if count.withheld:
        _narrative(etree.SubElement(actual, "comment"), made.wording.count(count))


def _narrative(parent: etree._Element, text: str) -> None:
    etree.SubElement(parent, "narrative").text = _writable(text)


def _writable(text: str) -> str:
    """The text without the control characters that XML 1.0 cannot hold."""
    return "".join(one for one in text if one in "\t\n\r" or one >= " " and one not in "\ufffe\uffff")


def _moment(when: datetime) -> str:
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")
