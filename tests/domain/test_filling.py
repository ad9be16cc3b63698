"""Filling: plain texts become values as each field's shape says; what cannot be read stays as it was typed."""

from __future__ import annotations

import pytest

from app.domain.drafts import Draft
from app.domain.filling import Plain, filled
from app.domain.records import Activity, SensitiveNote
from app.domain.terms import When

EMPTY = Draft(Activity("r"))


@pytest.mark.parametrize(
    ("name", "plain", "value"),
    [
        ("objectives", "7, gcm-15,GCM-07", (7, 15)),
        ("objectives", [15, 7], (7, 15)),
        ("objectives", 7, (7,)),
        ("objectives", "", ()),
        ("partners", " Red Crescent ,, Union,Union", ("Red Crescent", "Union")),
        ("partners", ["Smith, Jones and Sons"], ("Smith, Jones and Sons",)),
        ("reach_women", " 12 ", 12),
        ("reach_women", 0, 0),
        ("reach_women", "", None),
        ("start", "2026-08-12", When(2026, 8, 12)),
        ("start", None, None),
        ("title", "  Desk ", "Desk"),
        ("public_event", "Yes", True),
        ("public_event", "0", False),
        ("public_event", True, True),
    ],
)
def test_a_plain_value_is_read_as_its_field_says(name: str, plain: Plain, value: object) -> None:
    found = filled(EMPTY, {name: plain})

    assert getattr(found.record, name) == value
    assert found.unread == {}


@pytest.mark.parametrize(("name", "typed"), [("reach_women", "elev"), ("start", "2026-02-30"), ("objectives", "7,x")])
def test_what_cannot_be_read_is_kept_as_typed_until_it_can(name: str, typed: str) -> None:
    before = filled(EMPTY, {"title": "Desk", name: typed})

    assert before.unread == {name: typed}
    assert (before.record.title, getattr(before.record, name)) == ("Desk", getattr(EMPTY.record, name))
    assert filled(before, {name: ""}).unread == {}


def test_a_field_that_the_kind_does_not_have_is_a_fault_of_the_caller() -> None:
    with pytest.raises(KeyError):
        filled(Draft(SensitiveNote("r")), {"paraphrase": "words that must never be kept"})
