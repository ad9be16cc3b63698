"""Filling a draft from plain values, as the command line, an import and a form give them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from app.domain.drafts import Draft
from app.domain.fold import Value
from app.domain.records.fields import Record, Shape, rule
from app.domain.records.flat_form import entries_of
from app.domain.terms import When, decimal

R = TypeVar("R", bound=Record)
Plain = str | int | bool | Iterable[str] | Iterable[int] | None
_TRUE = frozenset({"1", "true", "yes"})
_WRITTEN = (Shape.TEXT, Shape.LONG_TEXT, Shape.CODE, Shape.PLACE)
"""Kept as they are written."""


def filled(draft: Draft[R], values: Mapping[str, Plain]) -> Draft[R]:
    """The draft with these fields set, each read as its shape says.

    Texts of sets are cut at commas. What cannot be read is kept as typed, in `unread`. KeyError for a field that
    this kind of record does not have.
    """
    unread = dict(draft.unread)
    fields: dict[str, object] = {}
    for name, value in values.items():
        shape = rule(type(draft.record), name).shape
        unread.pop(name, None)
        try:
            fields[name] = _read(shape, value)
        except ValueError:
            unread[name] = str(value)
    return replace(draft, record=replace(draft.record, **fields), unread=unread)  # type: ignore[arg-type] # each was read by its own shape


def begun(record_class: type[Record], values: Mapping[str, Plain]) -> dict[str, Value]:
    """The flat form of a new record with these fields, as `filled` would make it: for whoever begins thousands.

    Raises ValueError for what cannot be read, KeyError for a field that this kind of record does not have.
    """
    entries: dict[str, Value] = {}
    for name, value in values.items():
        shape = rule(record_class, name).shape
        if type(value) is int and shape is Shape.NUMBER:
            entries[name] = value
        elif type(value) is str and shape in _WRITTEN:  # most values of a table
            entries |= {name: kept} if (kept := value.strip()) else {}
        else:
            entries |= entries_of(name, _read(shape, value), many=shape.many)
    return entries


def _read(shape: Shape, value: Plain) -> object:
    if shape.many:
        return _elements(shape, value)
    text = "" if value is None else str(value).strip()
    if shape is Shape.NUMBER:
        return None if text == "" else int(text)
    if shape is Shape.DECIMAL:
        return None if text == "" else decimal(text)
    if shape is Shape.WHEN:
        return None if text == "" else When.parse(text)
    if shape is Shape.FLAG:
        return value is True or text.lower() in _TRUE
    return text


def _elements(shape: Shape, value: Plain) -> tuple[object, ...]:
    if value is None or isinstance(value, bool):
        return ()
    if isinstance(value, int):
        parts = [str(value)]
    elif isinstance(value, str):
        parts = [part.strip() for part in value.split(",") if part.strip()]
    else:
        parts = [str(part) for part in value]
    if shape is Shape.OBJECTIVES:
        return tuple(sorted({int(part.upper().removeprefix("GCM-")) for part in parts}))
    return tuple(sorted(set(parts)))
