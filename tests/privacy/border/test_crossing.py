"""The border as a property: whatever a record of any kind holds, only allowed values come out of it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.records import KINDS, Activity, Record, rules
from app.domain.records.fields import FieldRule, Shape, declare
from app.domain.shared import SHARED_KINDS, Audience, SharedEntry
from app.domain.terms import When
from app.places import load as load_places
from app.privacy.border import STAYING, TABLES, TOTALLED, Leaves, Passage, share

CONDITIONS = {
    "activity": {"public_event", "sensitivity"},
    "feedback": {"sensitivity"},
    "choice": {"chosen"},
    "challenge": {"not_for_government"},
    "partner": {"agreed"},
    "practice": {"contact_agreed"},
    "attachment": {"goes_along", "sensitivity"},
}
"""Fields that say whether and how a record leaves, and never leave themselves."""
MADE_HERE = {"activity": {"reach"}}
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
WHENS = st.none() | st.builds(When, st.integers(2020, 2030), st.integers(1, 12), st.integers(0, 28))
REFERENCES = st.sampled_from(["", "one", "two", "elsewhere"])
PLACES = st.sampled_from(["", "MA", "MA001", "TD", "TCD19", "TCD1901", "the blue house behind the mosque"])
PARTNERS = st.lists(st.sampled_from(["City Council", "Radio Oujda", "Asked Nobody"]), max_size=3).map(tuple)
SHAPES = {
    Shape.TEXT: TEXTS,
    Shape.LONG_TEXT: TEXTS,
    Shape.CODE: TEXTS,
    Shape.WHEN: WHENS,
    Shape.NUMBER: st.none() | st.integers(0, 60),
    Shape.DECIMAL: st.none() | st.integers(-9, 60).map(Decimal),
    Shape.PLACE: PLACES,
    Shape.FLAG: st.booleans(),
    Shape.REFERENCE: REFERENCES,
    Shape.REFERENCES: st.sets(REFERENCES).map(lambda found: tuple(sorted(found))),
    Shape.CODES: st.lists(TEXTS, max_size=3).map(tuple),
    Shape.NAMES: PARTNERS,
    Shape.OBJECTIVES: st.sets(st.integers(1, 23), max_size=4).map(lambda found: tuple(sorted(found))),
}
NAMED = {
    "consent": st.sampled_from(["", "C0", "C1", "C2", "C3", "C4"]),
    "sensitivity": st.sampled_from(["", "S1", "S4"]),
}


def strategy(found: FieldRule) -> st.SearchStrategy[object]:
    return NAMED.get(found.name, SHAPES[found.shape])


def records_of(kind: str) -> st.SearchStrategy[Record]:
    return st.builds(KINDS[kind], id=st.just("r"), **{one.name: strategy(one) for one in rules(KINDS[kind])})


def pseudonym(record: str) -> str:
    return f"p-{record}"


PASSAGES = st.builds(
    Passage,
    audience=st.sampled_from(Audience),
    pseudonym=st.just(pseudonym),
    gazetteer=st.builds(load_places),
    threshold=st.integers(0, 20),
    released=st.sampled_from([frozenset(), frozenset({("r", "own_words"), ("r", "text"), ("r", "said")})]),
    signed=st.sampled_from([frozenset(), frozenset({"r", "one", "two"})]),
    crossing=st.just(frozenset({"one", "two"})),
    unnamed=st.just(frozenset({"asked nobody"})),
)


def comes_from(value: object, kept: object, how: Leaves, passage: Passage) -> bool:
    """Whether a told value is what its table makes of the kept one; written apart from the border."""
    if how is Leaves.MONTH:
        return value == (kept and When(kept.year, kept.month))
    if how is Leaves.COARSE_PLACE:
        return value in ("", *(one.code for one in load_places().path(load_places().place(str(kept)))))
    if how in (Leaves.AS_COUNT, Leaves.AS_NUMBER):
        near = value.value is None or kept is None or abs(value.value - kept) <= 2
        return near and not (value.known and kept and 0 < kept < passage.smallest)
    if how is Leaves.AS_AMOUNT:
        return value.value is None or abs(value.value - kept) <= 2
    if how is Leaves.NAMES:
        return value == () or value == tuple(one for one in kept if one != "Asked Nobody")
    if how is Leaves.REFERENCE:
        known = [f"p-{one}" for one in (kept if isinstance(kept, tuple) else (kept,)) if one in ("one", "two")]
        return value in (tuple(known), "".join(known[:1]))
    return value == kept or value in ("", ()) or (kept is None and value == 0)


def assert_traceable(record: Record, entry: SharedEntry, passage: Passage) -> None:
    table = TABLES[entry.KIND]
    for one in fields(entry):
        if one.name == "id" or one.name in MADE_HERE.get(entry.KIND, ()):
            continue
        value, kept = getattr(entry, one.name), getattr(record, one.name)
        public = getattr(record, "public_event", False) and table[one.name] is Leaves.MONTH and value == kept
        assert public or comes_from(value, kept, table[one.name], passage), (one.name, value, kept)


@pytest.mark.parametrize("kind", sorted(KINDS))
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_every_value_that_leaves_comes_from_an_allowed_field_and_from_no_other(kind: str, data: st.DataObject) -> None:
    record, passage = data.draw(records_of(kind)), data.draw(PASSAGES)
    entry = share(record, passage)
    if kind not in TABLES:
        assert entry is None
        return
    if entry is not None:
        assert_traceable(record, entry, passage)
    others = [one for one in rules(type(record)) if one.name not in {*TABLES[kind], *CONDITIONS.get(kind, ())}]
    changed = replace(record, **{one.name: data.draw(strategy(one)) for one in others})
    assert share(changed, passage) == entry, "a field without a line in the table made a difference"


def test_every_kind_has_a_table_or_is_told_as_totals_or_stands_in_the_list_of_what_stays() -> None:
    places = [set(TABLES), set(TOTALLED), set(STAYING)]

    assert sum(map(len, places)) == len(set.union(*places)), "a kind stands in two lists"
    assert set.union(*places) == set(KINDS)


def test_a_shared_kind_has_no_field_without_a_line_in_the_table_of_its_kind() -> None:
    for kind, table in TABLES.items():
        told = {one.name for one in fields(SHARED_KINDS[kind])} - {"id"} - MADE_HERE.get(kind, set())
        counted = {name for name, how in table.items() if how is Leaves.AS_COUNT}
        assert told <= set(table), kind
        assert set(table) - counted <= told, kind


def test_a_field_that_somebody_adds_tomorrow_does_not_leave() -> None:
    @dataclass(frozen=True)
    class Tomorrow(Activity):
        colour: str = declare(Shape.TEXT, "Colour")

    passage = Passage(Audience.OWN, pseudonym, load_places())
    told = share(Tomorrow("r", title="T", colour="canary"), passage)

    assert told is not None
    assert "canary" not in repr(told)
