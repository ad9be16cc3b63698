"""IATI: valid by the standard's schema, its own checks before that, and nothing invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from lxml import etree

from app.compact import load
from app.domain.terms import Count, When
from app.reports.exchange import iati
from app.reports.exchange.iati import Publisher
from app.reports.exchange.iati_checks import Weight, check
from tests.reports.exchange.test_three_w import ENTRIES, GIVEN
from tests.samples import SAMPLES

PACK = load()
WHEN = datetime(2026, 10, 12, 9, 30, tzinfo=UTC)
OURS = Publisher("TD-REG-4711")
SCHEMA = etree.XMLSchema(file=str(SAMPLES / "iati" / "schema-2.03" / "iati-activities-schema.xsd"))


def written(*entries, language: str = "en") -> etree._Element:
    return etree.fromstring(iati.xml([replace(GIVEN, entries=entries or ENTRIES)], OURS, PACK, language, WHEN))


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_every_file_is_valid_by_the_schema_of_the_standard(language: str) -> None:
    full = replace(ENTRIES[0], result="Fewer people wait.", sdg=("10.7", "16.9", "not a target"))
    stages = [
        replace(ENTRIES[0], id=code, status=code) for code in ("planned", "ongoing", "completed", "paused", "cancelled")
    ]
    odd = replace(ENTRIES[1], id="odd", summary="A\x00\x0b\ufffe & <b>“ \U0001f600", sdg=("10.7",))
    root = written(full, *ENTRIES[1:], *stages, odd, language=language)
    assert SCHEMA.validate(root), SCHEMA.error_log
    assert root.findtext("iati-activity[last()]/description/narrative") == "A & <b>“ \U0001f600"


def test_codes_of_a_newer_pack_or_list_are_written_as_they_are() -> None:
    root = written(replace(ENTRIES[0], place="TD9907", objectives=(3, 41), status="shelved", type="zz_newer"))
    assert SCHEMA.validate(root), SCHEMA.error_log
    (location,) = root.iterfind("iati-activity/location")
    assert (location.get("ref"), location.findtext("name/narrative")) == ("TD9907", "TD9907")
    assert [tag.get("code") for tag in root.iter("tag") if tag.get("vocabulary") == "99"] == ["GCM-03", "GCM-41"]


def test_what_an_activity_tells_stands_where_the_standard_looks_for_it() -> None:
    first, second, third = written().findall("iati-activity")
    assert first.findtext("iati-identifier") == "TD-REG-4711-a1"
    assert first.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert first.find("sector").attrib == {"vocabulary": "1", "code": "15190"}
    assert first.find("location").get("ref") == "TCD1901"
    assert [one.find("activity-scope").get("code") for one in (first, second, third)] == ["7", "6", "4"]
    assert [one.find("recipient-country").get("code") for one in (first, second, third)] == ["TD"] * 3
    tags = [(one.get("vocabulary"), one.get("code")) for one in first.findall("tag")]
    assert [code for vocabulary, code in tags if vocabulary == "99"] == ["GCM-03", "GCM-07"]
    days = [(one.get("type"), one.get("iso-date")) for one in first.findall("activity-date")]
    assert days == [("2", "2026-07-01"), ("4", "2026-09-30")]
    assert [one.findtext("narrative") for one in first.findall("participating-org")][1:] == [
        "City Council",
        "Red Cross",
    ]


def test_a_withheld_number_has_no_value_and_says_why_and_no_number_is_no_result() -> None:
    first, second, _third = written().findall("iati-activity")
    told = {
        one.find("dimension").get("value"): one
        for one in first.iterfind(".//actual")
        if one.find("dimension") is not None
    }
    assert told["male"].get("value") is None
    assert told["male"].findtext("comment/narrative") == "withheld for safety"
    assert told["female"].get("value") == "20"
    assert second.find("result") is None


def test_what_was_completed_this_month_is_not_dated_in_the_future() -> None:
    now = replace(ENTRIES[0], start=When(2026, 10), end=When(2026, 10))
    (found,) = written(now).findall("iati-activity")
    assert [one.get("iso-date") for one in found.findall("activity-date")] == ["2026-10-01", "2026-10-12"]


@pytest.mark.parametrize(
    ("publisher", "changed", "weight", "words"),
    [
        ("", {}, Weight.STOPS, "needs your organisation's identifier"),
        ("4711", {}, Weight.STOPS, "“4711” is not an organisation identifier"),
        ("TD-REG-1", {"title": ""}, Weight.WRONG, "no title"),
        ("TD-REG-1", {"summary": ""}, Weight.WRONG, "no description"),
        ("TD-REG-1", {"summary": "Short."}, Weight.ADVICE, "very short"),
        ("TD-REG-1", {"start": When(2027, 1), "end": None, "status": "ongoing"}, Weight.WRONG, "still to come"),
        ("TD-REG-1", {"end": When(2026, 5)}, Weight.WRONG, "ends before it begins"),
        ("TD-REG-1", {"status": ""}, Weight.ADVICE, "stage is not told"),
        ("TD-REG-1", {"place": ""}, Weight.ADVICE, "country-wide"),
        ("TD-REG-1", {"reach": Count()}, Weight.ADVICE, "no result"),
    ],
)
def test_what_would_be_refused_or_untrue_is_said_before(
    publisher: str, changed: dict, weight: Weight, words: str
) -> None:
    given = replace(GIVEN, entries=(replace(ENTRIES[0], **changed),))
    found = check([given], Publisher(publisher), date(2026, 10, 12))
    assert [one.weight for one in found if words in one.sentence()] == [weight]


def test_what_is_planned_may_lie_ahead() -> None:
    ahead = replace(ENTRIES[0], status="planned", start=When(2027, 1), end=When(2027, 3))
    found = check([replace(GIVEN, entries=(ahead,))], OURS, date(2026, 10, 12))
    assert [one.sentence() for one in found if one.weight is not Weight.ADVICE] == []


def test_two_with_one_identifier_and_two_publishers_are_found() -> None:
    twice = replace(GIVEN, entries=(ENTRIES[0], replace(ENTRIES[1], id="a1")))
    assert any("same identifier" in one.sentence() for one in check([twice], OURS, date(2026, 10, 12)))
    other = replace(GIVEN, organisation=replace(GIVEN.organisation, id="o2"))
    assert check([GIVEN, other], OURS, date(2026, 10, 12))[0].weight is Weight.STOPS
