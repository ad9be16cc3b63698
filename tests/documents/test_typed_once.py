"""Nothing is typed twice: each value on a sheet is a field of its record or of the profile of the organisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from app.domain.records import Activity, Commitment, Practice, Record
from app.domain.shared import SharedActivity, SharedCommitment, SharedEntry, SharedPractice, tellings
from app.domain.wording import Wording
from app.reports.document import Block, Columns, Document, Facts, Panel, Paragraph
from app.reports.sheets import action, parts, pledge, practice
from app.reports.sheets.parts import Handed
from app.services.paper import sheets
from tests.making import approve, make_workspace, write_down
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
