"""IATI activities come in: what ours and others' files tell, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from app.compact import load
from app.intake import rows
from app.intake.fitting import mapping
from app.intake.grids import spreadsheet
from app.intake.guard import failures
from app.intake.guard.quarantine import Limits, Quarantine
from app.reports.exchange import iati as writing
from app.reports.exchange.iati import Publisher
from tests.intake.made import MAPPINGS, SAMPLES, sample
from tests.reports.exchange.test_three_w import ENTRIES, GIVEN

MAPPING = mapping.load(MAPPINGS / "iati-activities.json")
ACTIVITY = """<iati-activity xml:lang="en"><iati-identifier>X-1</iati-identifier>
<reporting-org ref="X" type="22"><narrative>Us</narrative></reporting-org>{}</iati-activity>"""


@pytest.fixture(scope="module")
def quarantine():
    with Quarantine(Limits(seconds=10)) as shared:
        yield shared


def _written(folder: Path, inside: str, *, head: str = "", version: str = "2.03") -> Path:
    path = folder / "activities.xml"
    path.write_text(
        f'<?xml version="1.0"?>{head}<iati-activities version="{version}">{inside}</iati-activities>', "utf-8"
    )
    return path


def test_what_we_wrote_ourselves_says_the_same_when_it_is_read(tmp_path):
    path = tmp_path / "ours.xml"
    full = replace(ENTRIES[0], result="Fewer people wait.", sdg=("10.7", "16.9"))
    given = [replace(GIVEN, entries=(full, *ENTRIES[1:]))]
    path.write_bytes(writing.xml(given, Publisher("TD-REG-1"), load(), "en", datetime(2026, 10, 12, tzinfo=UTC)))
    first, second, third = (row.fields for row in rows.read(path, MAPPING).drafts)
    assert {name: first[name] for name in ("title", "objectives", "sdg", "status", "place", "partners", "result")} == {
        "title": "=HYPERLINK(“x”) at the border",
        "objectives": (3, 7),
        "sdg": ("10.7", "16.9"),
        "status": "completed",
        "place": "TCD1901",
        "partners": ("City Council", "Red Cross"),
        "result": "Fewer people wait.",
    }
    assert (first["start"], first["end"]) == ("2026-07-01", "2026-09-30")
    assert (first["reach_total"], first["reach_women"], first["reach_girls"]) == (45, 20, 5)
    assert "reach_men" not in first, "what was withheld is not zero"
    assert (second["title"], second["place"], third["place"]) == ("مكتب استقبال", "TCD19", "TD")


def test_codes_that_are_in_no_list_of_ours_are_kept_or_told_never_dropped(tmp_path):
    path = tmp_path / "newer.xml"
    far, further = replace(ENTRIES[0], place="TD9907"), replace(ENTRIES[0], id="further", objectives=(3, 41))
    told = [replace(GIVEN, entries=(far, further))]
    path.write_bytes(writing.xml(told, Publisher("TD-REG-1"), load(), "en", datetime(2026, 10, 12, tzinfo=UTC)))
    found = rows.read(path, MAPPING)
    first, second = found.rows
    assert first.fields["place"] == "TD"
    assert [one.values for one in found.advice if "country" in one.message] == [{"place": "TD9907", "count": 1}]
    assert [(one.column, one.value) for one in second.problems] == [("objectives", "GCM-41")]


def test_what_others_write_is_taken_and_the_rest_is_kept_aside_under_its_name(tmp_path, quarantine):
    inside = ACTIVITY.format(
        """<title xmlns:x="http://x.example/"><narrative xml:lang="fr">Titre</narrative>
        <narrative>Title <x:b>not</x:b> here</narrative><x:stars>five</x:stars></title>
        <participating-org ref="X" role="4"><narrative>Us again</narrative></participating-org>
        <participating-org role="1"><narrative>Donor | Fund</narrative></participating-org>
        <activity-status code="3"/><activity-date type="1" iso-date="2026-01-05"/>
        <activity-date type="2" iso-date="2026-02-07"/>
        <contact-info><email xmlns:x="http://x.example/" x:own="1">somebody@example.org</email></contact-info>
        <location ref="KE047"/><recipient-country code="KE"/><sector code="72010"/>
        <tag vocabulary="2" code="5"/><tag vocabulary="2" code="10"/><tag vocabulary="3" code="10.7"/>
        <tag vocabulary="99" code="GCM-15"/><tag vocabulary="99" code="T1"/>
        <budget><value>10</value></budget><budget><value currency="EUR">5.50</value></budget>"""
    )
    path = _written(tmp_path, inside.replace("<iati-activity ", '<iati-activity default-currency="EUR" '))
    (row,) = rows.read(path, MAPPING).drafts
    fields = dict(row.fields)
    kept = etree.fromstring(str(fields.pop("foreign")))
    assert [(one.get("tag"), one[0].text) for one in kept] == [("narrative", "not"), ("title", "five")]
    assert fields == {
        "title": "Title here",
        "objectives": (15,),
        "start": "2026-02-07",
        "type": "emergency_assistance",
        "status": "ongoing",
        "place": "KE047",
        "partners": ("Donor / Fund",),
        "sdg": ("10.7", "5"),
    }
    heads, cells = (one.cells for one in spreadsheet.read(path, quarantine=quarantine).rows)
    told = dict(zip(heads, cells, strict=True))
    assert (told["title (fr)"], told["stars {http://x.example/}"]) == ("Titre", "five")
    assert (told["budget"], told["currency"]) == ("15.50", "EUR")
    assert "somebody" not in str(told) and "own {http://x.example/}" not in told


def test_the_cases_of_the_standard_are_judged_by_its_schema_and_each_is_read_or_refused_in_one_sentence(quarantine):
    schema = etree.XMLSchema(file=str(sample("iati/schema-2.03/iati-activities-schema.xsd")))
    for path in sorted((SAMPLES / "iati" / "should-pass").iterdir()):
        assert schema.validate(etree.parse(path)), path.name
        assert spreadsheet.read(path, quarantine=quarantine).rows[0].cells[0] == "identifier"
    for path in sorted((SAMPLES / "iati" / "should-fail").iterdir()):
        assert not schema.validate(etree.parse(path)), path.name
        assert len(spreadsheet.read(path, quarantine=quarantine).rows) >= 2
    for name in ("activity-example-annotated-2.03.xml", "dportal_7_activities.xml"):
        reading = rows.read(sample(f"iati/{name}"), MAPPING)
        assert all(row.fields["title"] and row.fields["start"] for row in reading.drafts)
        assert not reading.problems


def test_version_one_is_named_as_too_old(quarantine, tmp_path):
    for name, version in (("old-org-acts.xml", "1.03"), ("fixture-org-activities2.xml", "1.05")):
        with pytest.raises(failures.IatiTooOldError) as raised:
            spreadsheet.read(sample(f"iati/{name}"), quarantine=quarantine)
        assert version in raised.value.sentence()
    with pytest.raises(failures.IatiTooOldError):
        spreadsheet.read(_written(tmp_path, ACTIVITY.format("<title>Bare</title>"), version=""), quarantine=quarantine)


@pytest.mark.parametrize(
    ("inside", "head", "error"),
    [
        (ACTIVITY.format("<title><narrative>&a;</narrative></title>"), '<!DOCTYPE x [<!ENTITY a "b">]>', "Unsafe"),
        (ACTIVITY.format(""), '<!DOCTYPE x SYSTEM "http://x.example/x.dtd">', "Unsafe"),
        (ACTIVITY.format("<a>" * 3000 + "</a>" * 3000), "", "Damaged"),
        (ACTIVITY.format("<title><narrative>" + "x" * 11_000_000 + "</narrative></title>"), "", "Damaged"),
        (ACTIVITY.format("<title>"), "", "Damaged"),
        ("", "", "Empty"),
    ],
    ids=("an entity", "a far away definition", "too deep", "a text without end", "not closed", "no activity"),
)
def test_xml_made_to_do_harm_is_refused(tmp_path, quarantine, inside, head, error):
    with pytest.raises(getattr(failures, f"{error}FileError")):
        spreadsheet.read(_written(tmp_path, inside, head=head), quarantine=quarantine)
