"""The flat form of a record, as operations hold it: one entry per value, and `name/element` per element of a set."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from app.domain.fold import Value
from app.domain.records.fields import Record, Shape, rules
from app.domain.terms import When, decimal, decimal_text

R = TypeVar("R", bound=Record)


def flat(record: Record) -> dict[str, Value]:
    """The record as operations hold it; empty values are left out."""
    entries: dict[str, Value] = {}
    for name, many in _many(type(record)):
        value = getattr(record, name)
        if value is not None and value != "" and value != ():
            entries |= entries_of(name, value, many=many)
    return entries


def entries_of(name: str, value: Any, *, many: bool) -> dict[str, Value]:
    """One field as operations hold it; of an empty value nothing is held."""
    if value is None or value is False or value == "":
        return {}
    return {f"{name}/{element}": True for element in value} if many else {name: _kept(value)}


def _many(record_class: type[Record]) -> tuple[tuple[str, bool], ...]:
    """Every field by name, and whether it holds several."""
    if record_class not in _SEVERAL:
        _SEVERAL[record_class] = tuple((one.name, one.shape.many) for one in rules(record_class))
    return _SEVERAL[record_class]


def unflat(record_class: type[R], record_id: str, entries: Mapping[str, Value]) -> R:
    """The record that these entries show. Unknown entries and shapes are passed over."""
    plan = _READING.get(record_class) or _plan(record_class)
    values: dict[str, object] = {"id": record_id}
    sets: dict[str, list[str]] = {}
    for name, value in entries.items():  # a record fills few of its fields, so these are asked, not the rules
        if name in plan.texts:
            if isinstance(value, str):
                values[name] = value
        elif (read := plan.others.get(name)) is not None:
            values[name] = read(value)
        elif value is True:
            field, _slash, element = name.partition("/")
            if field in plan.many and _slash:
                sets.setdefault(field, []).append(element)
    for field, found in sets.items():
        values[field] = plan.many[field](found)
    made = object.__new__(record_class)
    made.__dict__.update(values)  # what is empty stays with the class: __init__ would set forty fields one by one
    return made


def _kept(value: Any) -> Value:
    if isinstance(value, When):
        return value.iso
    return decimal_text(value) if isinstance(value, Decimal) else value


@dataclass(frozen=True)
class _Plan:
    """How the entries of one kind become the values of its fields."""

    texts: frozenset[str]
    others: Mapping[str, Callable[[Value], object]]
    many: Mapping[str, Callable[[list[str]], object]]


def _plan(record_class: type[Record]) -> _Plan:
    declared = rules(record_class)
    _READING[record_class] = _Plan(
        frozenset(one.name for one in declared if not one.shape.many and one.shape not in _READERS),
        {one.name: _READERS[one.shape] for one in declared if one.shape in _READERS},
        {one.name: _numbers if one.shape is Shape.OBJECTIVES else _sorted for one in declared if one.shape.many},
    )
    return _READING[record_class]


def _numbers(found: list[str]) -> tuple[object, ...]:
    return tuple(sorted([int(element) for element in found if element.isdecimal()]))


def _sorted(found: list[str]) -> tuple[object, ...]:
    return tuple(sorted(found))


def _number(value: Value) -> object:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _flag(value: Value) -> object:
    return value is True


def _decimal(value: Value) -> object:
    return _read(decimal, value)


def _when(value: Value) -> object:
    return _read(When.parse, value)


def _read(read: Callable[[str], object], value: Value) -> object:
    try:
        return read(value) if isinstance(value, str) else None
    except ValueError:
        return None


_READERS: Mapping[Shape, Callable[[Value], object]] = {
    Shape.NUMBER: _number,
    Shape.FLAG: _flag,
    Shape.WHEN: _when,
    Shape.DECIMAL: _decimal,
}
_READING: dict[type[Record], _Plan] = {}
_SEVERAL: dict[type[Record], tuple[tuple[str, bool], ...]] = {}
