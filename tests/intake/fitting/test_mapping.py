from __future__ import annotations

import json

import pytest

from app.intake.cells.dates import Order
from app.intake.fitting import mapping
from tests.intake.made import MAPPINGS


def _parse(**keys: object) -> mapping.Mapping:
    return mapping.parse(json.dumps({"groundwork_mapping": 1, "kind": "activity", **keys}).encode())


def test_every_key_is_read():
    read = _parse(
        sheet="3W",
        heading_row=[3, 4],
        columns={"title": "{What} – {Where}", "partners": ["A", "B"]},
        values={"objectives": {"Health": [15], "Peace": 16}},
        constants={"start": "2025-01"},
        fallbacks={"status": "ongoing"},
        skip=[{"column": "Archived", "equals": "yes", "reason": "Archived."}],
        key="ID",
        dates="day-first",
        organisation="Who",
    )
    assert read.headings == ("What", "Where", "A", "B", "Archived", "ID", "Who")
    assert (read.heading_row, read.key, read.dates) == ((3, 4), ("ID",), Order.DAY_FIRST)
    assert read.values["objectives"] == {"Health": (15,), "Peace": 16}


@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b"{", mapping.MappingNotReadableError),
        (b"\xff\xff", mapping.MappingNotReadableError),
        (b"[" * 100_000, mapping.MappingNotReadableError),
        (b'{"groundwork_mapping": ' + b"9" * 5000 + b"}", mapping.MappingNotReadableError),
        (b"[]", mapping.MappingNotOursError),
        (b'{"kind": "activity"}', mapping.MappingNotOursError),
        (b'{"groundwork_mapping": 2, "kind": "activity"}', mapping.MappingTooNewError),
        (b'{"groundwork_mapping": 1}', mapping.MappingWrongError),
    ],
)
def test_a_file_that_is_no_mapping_says_why(raw, error):
    with pytest.raises(error) as raised:
        mapping.parse(raw)
    assert raised.value.sentence().endswith(".")


@pytest.mark.parametrize(
    "wrong",
    [
        {"colunms": {}},
        {"columns": ["title"]},
        {"columns": {"title": 3}},
        {"heading_row": 0},
        {"heading_row": "first"},
        {"values": {"type": {"a": None}}},
        {"skip": [{"column": "A", "reason": "no rule"}]},
        {"skip": [{"column": "A", "equals": "x"}]},
        {"dates": "sometimes"},
    ],
)
def test_a_wrong_key_is_named(wrong):
    with pytest.raises(mapping.MappingWrongError) as raised:
        _parse(**wrong)
    assert f"“{next(iter(wrong))}”" in raised.value.sentence()


@pytest.mark.parametrize(
    "wrong",
    [{"constants": {"title": ["a", "b"]}}, {"values": {"type": {"x": ["a", "b"]}}}, {"fallbacks": {"objectives": []}}],
)
def test_a_field_with_one_value_cannot_be_given_several(wrong):
    ((_, inner),) = wrong.items()
    with pytest.raises(mapping.MappingWrongError) as raised:
        _parse(**wrong)
    assert f"“{next(iter(inner))}”" in raised.value.sentence()


def test_a_field_that_no_record_has_is_named():
    with pytest.raises(mapping.MappingUnknownFieldError) as raised:
        _parse(constants={"legal_status": "x"})
    assert "legal_status" in raised.value.sentence()


def test_a_missing_file_is_named_without_its_folder(tmp_path):
    with pytest.raises(mapping.MappingMissingError) as raised:
        mapping.load(tmp_path / "none.json")
    assert raised.value.sentence() == "There is no mapping file called “none.json” here, or it may not be opened."


@pytest.mark.parametrize("path", sorted(MAPPINGS.glob("*.json")), ids=lambda path: path.stem)
def test_the_mappings_that_ship_can_be_loaded(path):
    assert mapping.load(path).columns
