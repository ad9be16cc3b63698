"""How a record's fields are declared: once, beside the field, for forms, checks, files and the fold.

A record is a frozen dataclass whose fields are made by the functions below. Its *flat form* is what
operations hold: one entry per value, and one entry `name/element` per element of a set.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any, ClassVar, TypeVar

from app.domain.fold import Value
from app.domain.terms import When, decimal, decimal_text


class Shape(Enum):
    """What kind of value a field holds, and so how it is typed, checked and merged."""

    TEXT = "text"
    LONG_TEXT = "long text"
    WHEN = "when"
    NUMBER = "number"
    DECIMAL = "decimal"
    """A number with or without a fraction, kept as text so that no digit is lost."""
    CODE = "code"
    PLACE = "place"
    FLAG = "flag"
    REFERENCE = "reference"
    CODES = "codes"
    OBJECTIVES = "objectives"
    NAMES = "names"
    REFERENCES = "references"

    @property
    def many(self) -> bool:
        """Whether this is a set, merged element by element."""
        return self in (Shape.CODES, Shape.OBJECTIVES, Shape.NAMES, Shape.REFERENCES)


@dataclass(frozen=True)
class FieldRule:
    """What holds for one field of one kind of record."""

    name: str
    shape: Shape
    label: str
    codes: str = ""
    """The code list of the reference pack that its codes come from."""
    required: bool = False
    light: bool = False
    """Part of the quick form."""
    help: str = ""
    to: tuple[str, ...] = ()
    """The kinds of record that a reference may point at."""
    missing: str = ""
    """What to do while a required field is empty, marked with N_; empty for the sentence of its shape."""
    hidden: bool = False
    """Kept by the program itself: in no form and no history."""


R = TypeVar("R", bound="Record")
_EMPTY: dict[Shape, object] = {Shape.NUMBER: None, Shape.DECIMAL: None, Shape.WHEN: None, Shape.FLAG: False}


def declare(shape: Shape, label: str, **rules: Any) -> Any:
    """A field of a record; `rules` are those of `FieldRule`. Its default is the empty value of its shape."""
    empty = () if shape.many else _EMPTY.get(shape, "")
    return dataclasses.field(default=empty, metadata={"rule": (shape, label, rules)})


WRITER, FOCAL_POINT = "writer", "focal point"
"""Whom a kind of record can be sealed for."""
OWNER, SEALED = "owner", "sealed"
"""The only two entries that the operations of a sealed kind hold: who may read, and a text that only they can open."""


@dataclass(frozen=True)
class Record:
    """One thing an organisation writes down; complete or not, every combination of values is a record."""

    KIND: ClassVar[str] = ""
    SEALED_FOR: ClassVar[str] = ""
    """WRITER or FOCAL_POINT for a kind that only they can read, whoever opens the workspace."""
    id: str = ""


def rules(record_class: type[Record]) -> tuple[FieldRule, ...]:
    """The rules of every field, in the order of the form."""
    if record_class not in _RULES:
        declared = [(f.name, f.metadata["rule"]) for f in dataclasses.fields(record_class) if "rule" in f.metadata]
        _RULES[record_class] = tuple(FieldRule(name, shape, label, **more) for name, (shape, label, more) in declared)
    return _RULES[record_class]


def rule(record_class: type[Record], name: str) -> FieldRule:
    """The rule of one field; KeyError if this kind of record has no such field."""
    for found in rules(record_class):
        if found.name == name:
            return found
    raise KeyError(name)


def flat(record: Record) -> dict[str, Value]:
    """The record as operations hold it; empty values are left out."""
    entries: dict[str, Value] = {}
    for field_rule in rules(type(record)):
        value = getattr(record, field_rule.name)
        if field_rule.shape.many:
            entries.update({f"{field_rule.name}/{element}": True for element in value})
        elif value is not None and value is not False and value != "":
            entries[field_rule.name] = _kept(value)
    return entries


def unflat(record_class: type[R], record_id: str, entries: Mapping[str, Value]) -> R:
    """The record that these entries show. Unknown entries and shapes are passed over."""
    values: dict[str, object] = {}
    for field_rule in rules(record_class):
        if field_rule.shape.many:
            values[field_rule.name] = _elements(field_rule, entries)
        elif field_rule.name in entries:
            values[field_rule.name] = _single(field_rule.shape, entries[field_rule.name])
    return record_class(id=record_id, **values)


def _kept(value: Any) -> Value:
    if isinstance(value, When):
        return value.iso
    return decimal_text(value) if isinstance(value, Decimal) else value


def _elements(field_rule: FieldRule, entries: Mapping[str, Value]) -> tuple[object, ...]:
    start = field_rule.name + "/"
    found = [name[len(start) :] for name, value in entries.items() if name.startswith(start) and value is True]
    if field_rule.shape is Shape.OBJECTIVES:
        return tuple(sorted(int(element) for element in found if element.isdecimal()))
    return tuple(sorted(found))


def _single(shape: Shape, value: Value) -> object:
    empty = _EMPTY.get(shape, "")
    if shape is Shape.NUMBER:
        return value if isinstance(value, int) and not isinstance(value, bool) else empty
    if shape is Shape.FLAG:
        return value is True
    if not isinstance(value, str):
        return empty
    if (read := _READERS.get(shape)) is None:
        return value
    try:
        return read(value)
    except ValueError:
        return empty


_READERS: Mapping[Shape, Callable[[str], object]] = {Shape.WHEN: When.parse, Shape.DECIMAL: decimal}


_RULES: dict[type[Record], tuple[FieldRule, ...]] = {}
