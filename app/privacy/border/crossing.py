"""Crossing: a private record becomes a shared one, each field as its table says and no other field at all."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from app.domain.records import Activity, Assessment, Attachment, ObjectiveChoice, Record
from app.domain.records.activity import REACH_GROUPS
from app.domain.records.attachment import KIND_OF_MEDIA
from app.domain.records.fields import Shape, rule
from app.domain.shared import (
    SHARED_KINDS,
    Audience,
    SharedActivity,
    SharedAssessment,
    SharedAttachment,
    SharedChoice,
    SharedEntry,
)
from app.domain.terms import AMOUNT_WITHHELD, Amount, Count, When
from app.places import SMALL_GROUP, Gazetteer, coarsen
from app.privacy.border.leaves import WORDS, Leaves, Table
from app.privacy.border.passage import Passage
from app.privacy.border.staying import may_leave, stays, was_taken_back, why_it_stays
from app.privacy.border.tables import TABLES
from app.privacy.suppression import protect, rounded, single

_WORDS = frozenset({Shape.TEXT, Shape.LONG_TEXT, Shape.NAMES, Shape.CODE, Shape.CODES})
"""Shapes that can hold any words: codes too, because unknown ones are kept as they were written."""
_NOT_PEOPLE = frozenset({"percent", "money", "organisations", "events", "days", "per_100000"})
"""Units under which a small number tells of nobody; every other one, known or not, may count people."""
_SAID_OF_FILES: Mapping[str, Callable[[str], object]] = {
    "kind": frozenset(KIND_OF_MEDIA.values()).__contains__,
    "media": KIND_OF_MEDIA.__contains__,
    "hash": re.compile(r"[0-9a-f]{64}").fullmatch,
}
"""What the program says of a cleaned file, and nobody else."""
_ALONE = frozenset({"feedback", "rumour"})
"""Kinds behind which one person may stand."""


def text_fields(record: Record) -> tuple[str, ...]:
    """The fields of this record whose words are scanned before they leave: every one that can hold any."""
    table = TABLES.get(type(record).KIND, {})
    return tuple(name for name, how in table.items() if _holds_words(record, name, how) and may_leave(record, name))


def must_be_read(record: Record, name: str, *, signed: bool) -> bool:
    """Whether a person has to read this whole text before it leaves; `signed`: somebody approved the record."""
    how = TABLES.get(type(record).KIND, {}).get(name)
    return how is Leaves.RELEASED or (how is Leaves.REVIEWED and not signed)


def share(record: Record, passage: Passage) -> SharedEntry | None:
    """The shared form of one record for this passage, or None if it stays."""
    if stays(record) or why_it_stays(record, passage):
        return None
    kind = type(record).KIND
    if maker := _MAKERS.get(kind):
        return maker(record, passage)
    people = 1 if kind in _ALONE else None
    return SHARED_KINDS[kind](passage.pseudonym(record.id), **values_of(record, passage, people=people))


def values_of(
    record: Record, passage: Passage, *, people: int | None = None, table: Table | None = None
) -> dict[str, object]:
    """Every allowed field in the way its table says, the one of its kind where none is given.

    People reached are protected by their maker, together.
    """
    values: dict[str, object] = {}
    for name, how in (TABLES[type(record).KIND] if table is None else table).items():
        value = getattr(record, name)
        if how is Leaves.MONTH:
            values[name] = value.only_month if isinstance(value, When) else None
        elif how is Leaves.COARSE_PLACE:
            values[name] = place_that_leaves(value, people, passage.gazetteer)
        elif how is Leaves.AS_NUMBER:
            values[name] = passage.told(single(value, passage.smallest))
        elif how is Leaves.AS_AMOUNT:
            values[name] = _amount(value, getattr(record, "unit", ""), passage)
        elif how is Leaves.OF_FILE:
            values[name] = value if _SAID_OF_FILES[name](value) else ""
        elif how is not Leaves.AS_COUNT:
            values[name] = _words(record, name, how, passage)
    return values


def place_that_leaves(place: str, people: int | None, gazetteer: Gazetteer) -> str:
    """The district or larger that may be told beside so many people (None: nobody counted); "" for an unknown place."""
    found = gazetteer.place(place) if place else None
    if found is None or found.level is None:
        return ""
    return coarsen(found, SMALL_GROUP if people is None else people).code


def amount_that_leaves(amount: Amount, unit: str, smallest: int) -> Amount:
    """An amount, withheld where it may be a number of fewer than `smallest` people; 0 tells of nobody."""
    if amount.value is None or unit in _NOT_PEOPLE:
        return amount
    return AMOUNT_WITHHELD if 0 < abs(amount.value) < smallest else amount


def amount_in_fives(amount: Amount, unit: str) -> Amount:
    """An amount as the public reads it: what may count people to the nearest five."""
    if amount.value is None or unit in _NOT_PEOPLE:
        return amount
    return Amount(Decimal(rounded(Count(round(abs(amount.value)))).value or 0).copy_sign(amount.value))


def _holds_words(record: Record, name: str, how: Leaves) -> bool:
    written = how in (Leaves.AS_WRITTEN, Leaves.NAMES)
    return how in WORDS or (written and rule(type(record), name).shape in _WORDS)


def _activity(record: Record, passage: Passage) -> SharedActivity:
    assert isinstance(record, Activity)
    reach = protect(record.counted, {name: getattr(record, name) for name in REACH_GROUPS}, passage.smallest)
    values = values_of(record, passage, people=record.counted)
    values.update((name, passage.told(count)) for name, count in reach.cells.items())
    if record.public_event:
        values.update(start=record.start, end=record.end)
    return SharedActivity(passage.pseudonym(record.id), reach=passage.told(reach.total), **values)  # type: ignore[arg-type] # fields by the table


def _attachment(record: Record, passage: Passage) -> SharedAttachment:
    """All that may be told of a file that was let go, and of any other one only what it belongs to."""
    assert isinstance(record, Attachment)
    identity, about = passage.pseudonym(record.id), _pointed_at(record.about, passage)
    if _kept(record, "title", passage):
        return SharedAttachment(identity, about=about)  # type: ignore[arg-type] # pseudonyms
    return SharedAttachment(identity, **values_of(record, passage))  # type: ignore[arg-type] # fields by the table


def _choice(record: Record, passage: Passage) -> SharedChoice | None:
    assert isinstance(record, ObjectiveChoice)
    if not record.chosen:
        return None
    values = values_of(record, passage)
    values["priority"] = record.priority or 0
    return SharedChoice(f"choice:{record.objective}", **values)  # type: ignore[arg-type] # fields by the table


def _assessment(record: Record, passage: Passage) -> SharedAssessment:
    assert isinstance(record, Assessment)
    identity = f"assessment:{record.objective}:{record.period}"
    return SharedAssessment(identity, **values_of(record, passage))  # type: ignore[arg-type] # fields by the table


def _amount(value: Decimal | None, unit: str, passage: Passage) -> Amount:
    amount = amount_that_leaves(Amount(value), unit, passage.smallest)
    return amount_in_fives(amount, unit) if passage.audience is Audience.PUBLIC else amount


def _words(record: Record, name: str, how: Leaves, passage: Passage) -> object:
    """What is told as it was written, or nothing where a person, an agreement or a missing one keeps it back."""
    value = getattr(record, name)
    if _kept(record, name, passage):
        return type(value)()
    if how is Leaves.NAMES:
        return tuple(one for one in value if passage.may_name(one))
    if how is Leaves.REFERENCE:
        return _pointed_at(value, passage)
    return value


def _kept(record: Record, name: str, passage: Passage) -> bool:
    if (record.id, name) in passage.held_back or not may_leave(record, name) or was_taken_back(record, name, passage):
        return True
    let_go = (record.id, name) in passage.released
    return not let_go and must_be_read(record, name, signed=record.id in passage.signed)


def _pointed_at(value: object, passage: Passage) -> object:
    if isinstance(value, tuple):
        return tuple(sorted(passage.pseudonym(one) for one in value if one in passage.crossing))
    return passage.pseudonym(str(value)) if value in passage.crossing else ""


_MAKERS: Mapping[str, Callable[[Record, Passage], SharedEntry | None]] = {
    "activity": _activity,
    "choice": _choice,
    "assessment": _assessment,
    "attachment": _attachment,
}
