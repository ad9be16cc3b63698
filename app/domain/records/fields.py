"""How a record's fields are declared: once, beside the field, for forms, checks, files and the fold.

A record is a frozen dataclass whose fields are made by the functions below; `flat_form` is how operations hold it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any, ClassVar

from app.domain.fold import Value


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

    @cached_property
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
    searched: bool = True
    """Whether its words are found by the search; those that stay private are not."""
    help: str = ""
    to: tuple[str, ...] = ()
    """The kinds of record that a reference may point at."""
    missing: str = ""
    """What to do while a required field is empty, marked with N_; empty for the sentence of its shape."""
    offers: str = ""
    """What is offered while it is typed, by name; words of one's own are kept as they are."""
    hidden: bool = False
    """Kept by the program itself: in no form and no history."""


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
    if record_class not in _BY_NAME:
        _BY_NAME[record_class] = {one.name: one for one in rules(record_class)}
    return _BY_NAME[record_class][name]


def searched_words(record_class: type[Record], entries: Mapping[str, Value]) -> str:
    """What the search may find of a record in its flat form: texts and names, no codes, nothing private."""
    if record_class not in _SEARCHED:
        _SEARCHED[record_class] = _searched(record_class)
    texts, names = _SEARCHED[record_class]
    found = [value for name, value in entries.items() if name in texts and isinstance(value, str)]
    parts = [name.split("/", 1) for name, value in entries.items() if value is True and "/" in name]
    return " ".join((*found, *(element for name, element in parts if name in names)))


def _searched(record_class: type[Record]) -> tuple[frozenset[str], frozenset[str]]:
    searched = [one for one in rules(record_class) if one.searched and not one.hidden]
    texts = frozenset(one.name for one in searched if one.shape in (Shape.TEXT, Shape.LONG_TEXT))
    return texts, frozenset(one.name for one in searched if one.shape is Shape.NAMES)


_RULES: dict[type[Record], tuple[FieldRule, ...]] = {}
_BY_NAME: dict[type[Record], dict[str, FieldRule]] = {}
_SEARCHED: dict[type[Record], tuple[frozenset[str], frozenset[str]]] = {}
