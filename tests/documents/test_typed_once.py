"""Nothing is typed twice: each value of an output is a field of its record or of the profile of the organisation."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from app.cli import application
from app.compact import Mechanism
from app.domain.records import Activity, Commitment, Practice, Record
from app.domain.shared import Audience, SharedActivity, SharedCommitment, SharedEntry, SharedPractice, tellings
from app.domain.wording import Wording
from app.places import load as load_places
from app.reports.document import Block, Columns, Document, Facts, Panel, Paragraph
from app.reports.sheets import action, parts, pledge, practice, stakeholder_content
from app.reports.sheets.parts import Handed
from app.services.opening.workspace import Workspace
from app.services.paper import sheets
from app.services.picturing import exporting
from tests.making import PERIOD, approve, make_workspace, write_down
from tests.services.paper.test_sheets import PLEDGE, PRACTICE, READ

ACTIVITY = {
    "title": "Legal aid desk",
    "objectives": "4",
    "start": "2026-08",
    "end": "2026-09",
    "type": "legal_support",
    "status": "ongoing",
    "summary": "Two advisers answered questions.",
    "result": "Fewer people miss a date.",
    "place": "MA-TNG",
    "partners": "Hamlet Clinic",
}
BY_HAND = {Commitment: {"One file of up to 25 MB may go with this form. Please add it yourself where you hand it in."}}
"""What a person must add to a sheet by hand, for each kind: there is nothing else."""
SHEETS = ((Practice, PRACTICE), (Commitment, PLEDGE), (Activity, ACTIVITY))


def every(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Panel):
            yield from every(block.blocks)
        elif isinstance(block, Columns):
            yield from (one for column in block.columns for one in every(column))


def document(seen: sheets.Crossed, wording: Wording) -> Document:
    handed = Handed(seen.organisation)
    if isinstance(seen.entry, SharedPractice):
        return practice.document(seen.entry, wording, handed)
    if isinstance(seen.entry, SharedCommitment):
        return pledge.document(seen.entry, (), wording, handed)
    assert isinstance(seen.entry, SharedActivity)
    return action.document(seen.entry, wording, handed)


def known(seen: sheets.Crossed, wording: Wording) -> set[str]:
    """Every value of the record and of the profile, as it is told."""
    entry: SharedEntry = seen.entry
    told = {wording.told(one, getattr(entry, one.name)) for one in tellings(type(entry))}
    for one in fields(entry):
        value = getattr(entry, one.name)
        told |= {str(value)} | {wording.say.list_(value) if isinstance(value, tuple) and _texts(value) else ""}
    for name, codes in (("status", "activity_status"), ("type", "activity_types")):
        told.add(wording.label(codes, str(getattr(entry, name, ""))))
    who = seen.organisation
    told |= {str(getattr(who, one.name)) for one in fields(who)} | {wording.country(who.country)}
    told.add(parts.span(getattr(entry, "start", None), getattr(entry, "end", None), wording))
    told |= {wording.place(place)} if (place := getattr(entry, "place", "")) else set()
    return told


def _texts(value: tuple[object, ...]) -> bool:
    return all(isinstance(one, str) for one in value)


@pytest.mark.parametrize(("kind", "values"), SHEETS)
def test_what_a_sheet_says_is_written_down_once(tmp_path: Path, kind: type[Record], values: dict[str, object]) -> None:
    own = make_workspace(tmp_path)
    record = write_down(own, kind, **values)
    approve(own, record)
    seen, wording = sheets.crossed(own, record, READ), Wording.of("en", own.pack)
    whole = list(every(document(seen, wording).blocks))
    once = known(seen, wording)
    facts = [fact for block in whole if isinstance(block, Facts) for fact in block.facts]
    strange = {fact.label: fact.value for fact in facts if fact.value not in once | {pledge.BLANK}}
    assert not strange
    said = {line for block in whole if isinstance(block, Paragraph) for line in block.text.split("\n")}
    assert said - once == BY_HAND.get(kind, set())
    own.close()


OUTPUTS = {
    "print sheet": {"--to", "--audience", "--paper", "--accept-findings", "--force"},
    "print brief": {"--period", "--to", "--audience", "--paper", "--accept-findings", "--force"},
    "print stakeholder": {
        *("--mechanism", "--period", "--joint", "--words"),
        *("--to", "--audience", "--paper", "--accept-findings", "--force"),
    },
    "export": {"--as", "--to", "--period", "--audience", "--force", "--iati-id", "--no-tags"},
}
"""What is asked for each output, and for which of its readers it is: nothing that a record or the profile holds.

The identifier in IATI is the one thing that no record has; it is asked once and remembered.
"""
EVERYWHERE = frozenset("--json --quiet --language --now --seed --passphrase-file --help".split())


def test_no_output_asks_for_what_was_written_down_before() -> None:
    whole = application.build()
    for words, wanted in OUTPUTS.items():
        command = typer_command(whole, words.split())
        asked = {option for one in command.params for option in one.opts if option.startswith("--")}
        assert asked - EVERYWHERE - {"--as-profile", "--profile"} == wanted, words


def typer_command(whole: Any, words: list[str]) -> Any:
    found = whole
    for word in words:
        found = found.commands[word]
    return found


def test_every_value_of_a_report_a_table_and_an_iati_file_was_written_once(tmp_path: Path) -> None:
    own = make_workspace(tmp_path)
    write_down(own, Activity, **{**ACTIVITY, "place": "MA010", "reach_women": 20, "reach_men": 30})
    shown = exporting.shown(own, PERIOD, Audience.PUBLIC)
    (entry,) = shown[0].of(SharedActivity)
    wording = Wording.of("en", own.pack)
    once = known(sheets.Crossed(entry, (), shown[0].organisation, ()), wording)
    place = load_places().place(entry.place)
    once |= {one for part in load_places().path(place) for one in (part.name, part.code)} | {entry.id, "MAR", "MA"}
    once |= {str(entry.start.iso), str(entry.end.iso), "GCM-04", "Tangier Network", *shown[0].organisation.types}
    once |= {wording.objective(4), wording.say.list_([wording.objective(4)])}
    once |= {str(count.value) for count in (entry.reach, entry.reach_women, entry.reach_men)} | {"Groundwork", ""}

    content = stakeholder_content.of_submission(shown[0], _mechanism(own), wording)
    said = {part for one in content.sections for line in one.lines for part in line.text.split("\n")}
    assert said and said <= once, "a stakeholder report"
    table = exporting.as_three_w(own, shown, "en").decode("utf-8-sig")
    _heads, tags, row = csv.reader(io.StringIO(table))
    odd = {tag: cell for tag, cell in zip(tags, row, strict=True) if cell not in once}
    assert set(odd) <= {"#date+reported", "#meta+source", "#status+review"}, "told by the program, never asked"
    data, _found = exporting.as_iati(own, shown, "MA-REG-1", own.now(), "en")
    root = etree.fromstring(data)
    told = {one.text for one in root.iter("narrative")}
    assert told - once <= {"People reached"}
    again, _found = exporting.as_iati(own, shown, "", own.now(), "en")
    assert again == data, "the identifier is asked once"
    with zipfile.ZipFile(io.BytesIO(exporting.as_data_package(own, shown, own.now()))) as package:
        (name,) = [one for one in package.namelist() if one.endswith("activity.csv")]
        (row,) = csv.DictReader(io.StringIO(package.read(name).decode("utf-8-sig")))
    texts = [row[name] for name in ("title", "summary", "result")]
    assert all(texts) and set(texts) <= once, "a data package"
    own.close()


def _mechanism(own: Workspace) -> Mechanism:
    return next(one for one in own.pack.mechanisms if one.code == "CRC")
