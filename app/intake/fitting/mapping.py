"""The mapping file: how the columns of somebody's table become the fields of records.

Documented in `docs/formats/mapping.md`. Everything is checked on loading; keys that we do not know are refused,
because a mistyped key would otherwise be dropped in silence.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.domain.records import KINDS, FieldRule, rules
from app.errors import GroundworkError
from app.i18n import N_
from app.intake.cells.dates import Order
from app.intake.grids.columns import AUTO

VERSION = 1
_KINDS = ("activity", "feedback")
RESOURCES = ("budget", "spent", "currency", "funder")
MONEY = ("budget", "spent")
"""Those of them that are amounts."""
KEPT = ("foreign",)
"""Fields that no form shows and that a column may feed."""
_HEAD = 64 * 1024
_LARGEST = 2 * 1024 * 1024
_TEMPLATE = re.compile(r"\{([^{}]+)\}")

Value = str | int | tuple[str | int, ...]
"""What a source value becomes: a code, a number, or several of them."""


class MappingMissingError(GroundworkError):
    """No such file, or it cannot be opened."""

    message = N_("There is no mapping file called “{name}” here, or it may not be opened.")


class MappingNotReadableError(GroundworkError):
    """Not JSON, or not an object."""

    message = N_("The mapping file cannot be read (line {line}). It must be written as JSON.")


class MappingNotOursError(GroundworkError):
    """JSON, but without our mark."""

    message = N_("This is not a mapping file: it does not begin with “groundwork_mapping”.")


class MappingTooNewError(GroundworkError):
    """A later version of the format."""

    message = N_("This mapping file was made for a newer Groundwork (format {found}; this one reads {known}).")


class MappingWrongError(GroundworkError):
    """A key has a value that it cannot have, is not known, or is missing."""

    message = N_("The mapping file cannot be used because of what stands at “{key}”.")


class MappingUnknownFieldError(GroundworkError):
    """A field that records of this kind do not have."""

    message = N_("The mapping file names the field “{field}”, which a record of this kind does not have.")


@dataclass(frozen=True)
class Source:
    """Where a field's value comes from: headings or templates. The first filled one counts; for lists, all of them."""

    parts: tuple[str, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """Every heading that is named, also inside templates."""
        return tuple(
            heading
            for part in self.parts
            for heading in ([found.strip() for found in _TEMPLATE.findall(part)] or [part])
        )


@dataclass(frozen=True)
class Skip:
    """Rows to leave out, with the sentence that is told about them. `values` empty: rows where the cell is empty."""

    column: str
    values: tuple[str, ...]
    reason: str


@dataclass(frozen=True)
class Mapping:
    """A mapping, checked. `organisation` is the heading of the column that says who did it, or ''."""

    kind: str
    name: str = ""
    sheet: str | None = None
    heading_row: str | int | tuple[int, ...] = AUTO
    encoding: str | None = None
    country: str = ""
    organisation: str = ""
    columns: Map[str, Source] = field(default_factory=dict)
    values: Map[str, Map[str, Value]] = field(default_factory=dict)
    constants: Map[str, Value] = field(default_factory=dict)
    fallbacks: Map[str, Value] = field(default_factory=dict)
    skip: tuple[Skip, ...] = ()
    key: tuple[str, ...] = ()
    resources: Map[str, str] = field(default_factory=dict)
    """Of an activity: the headings that say its `budget`, what was `spent`, and the `currency`."""
    dates: Order = Order.NOT_KNOWN
    orders: Map[str, Order] = field(default_factory=dict)
    """Which part of a date is the day, for single fields; for all others `dates` says it."""
    separators: str = ";"
    form: str = ""
    """The form of ours whose answers it reads; such a mapping is never in a file."""
    organisation_code: str = ""
    """Of answers to our forms: the heading of the code by which an organisation may be asked for, too."""
    passed_on: str = ""
    """Of answers to our forms: the heading that says whether a sensitive report was passed on."""
    framework: tuple[Any, ...] = ()
    """The codes of a coding framework that a feedback log was coded with; never in a file."""

    @property
    def rules(self) -> Map[str, FieldRule]:
        """The fields that records of this kind have, by name."""
        return {rule.name: rule for rule in rules(KINDS[self.kind]) if not rule.hidden or rule.name in KEPT}

    @property
    def headings(self) -> tuple[str, ...]:
        """Every heading that the mapping names anywhere, once each."""
        named = [heading for source in self.columns.values() for heading in source.headings]
        named += [rule.column for rule in self.skip] + [*self.key, *self.resources.values(), self.organisation]
        return tuple(dict.fromkeys(heading for heading in named if heading))


def load(path: Path) -> Mapping:
    """The mapping in this file. Raises one of the errors above."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise MappingMissingError(name=path.name) from error
    return parse(raw)


def is_mapping(path: Path) -> bool:
    """Whether a file says of itself that it is a mapping file: a list of records may end in .json, too."""
    try:
        with path.open("rb") as stream:
            return b'"groundwork_mapping"' in stream.read(_HEAD)
    except OSError:
        return False


def parse(raw: bytes) -> Mapping:
    """The mapping in these bytes."""
    try:
        if len(raw) > _LARGEST:
            raise MappingNotReadableError(line=1)
        content = json.loads(raw.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise MappingNotReadableError(line=error.lineno, detail=error.msg) from error
    except (ValueError, RecursionError) as error:  # no UTF-8, a number without end, or depths without end
        raise MappingNotReadableError(line=1) from error
    if not isinstance(content, dict) or "groundwork_mapping" not in content:
        raise MappingNotOursError
    version = content["groundwork_mapping"]
    if not isinstance(version, int) or version > VERSION:
        raise MappingTooNewError(found=version, known=VERSION)
    return _checked(content)


def _checked(content: dict[str, Any]) -> Mapping:
    unknown = set(content) - set(_READERS) - {"groundwork_mapping", "note"}
    if unknown:
        raise MappingWrongError(key=min(unknown))
    if content.get("kind") not in _KINDS:
        raise MappingWrongError(key="kind")
    made: dict[str, Any] = {}
    for key, reader in _READERS.items():
        if key in content:
            try:
                made[key] = reader(content[key])
            except (TypeError, ValueError, KeyError, AttributeError) as error:
                raise MappingWrongError(key=key) from error
    mapping = Mapping(**made)
    for name in (*mapping.columns, *mapping.values, *mapping.constants, *mapping.fallbacks, *mapping.orders):
        if name not in mapping.rules:
            raise MappingUnknownFieldError(field=name)
    if mapping.resources and (mapping.kind != "activity" or set(mapping.resources) - set(RESOURCES)):
        raise MappingWrongError(key="resources")
    _refuse_several_for_one(mapping)
    return mapping


def _refuse_several_for_one(mapping: Mapping) -> None:
    """A list is for fields that hold several values, and is never empty."""
    given = [*mapping.constants.items(), *mapping.fallbacks.items()]
    given += [(name, value) for name, table in mapping.values.items() for value in table.values()]
    for name, value in given:
        if isinstance(value, tuple) and not (value and mapping.rules[name].shape.many):
            raise MappingWrongError(key=name)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(_text(part) for part in value) if isinstance(value, list) else (_text(value),)


def _heading_row(value: Any) -> str | int | tuple[int, ...]:
    if value == AUTO:
        return AUTO
    numbers = value if isinstance(value, list) else [value]
    if not numbers or not all(type(number) is int and number > 0 for number in numbers):
        raise ValueError
    return tuple(numbers) if isinstance(value, list) else int(value)


def _value(value: Any) -> Value:
    if isinstance(value, list):
        return tuple(_single(part) for part in value)
    return _single(value)


def _single(value: Any) -> str | int:
    if type(value) not in (str, int):
        raise TypeError
    return value  # type: ignore[no-any-return] # its type was just looked at


def _by_field(value: Any) -> dict[str, Value]:
    return {name: _value(one) for name, one in value.items()}


def _skip(value: Any) -> tuple[Skip, ...]:
    return tuple(_one_skip(one) for one in value)


def _one_skip(one: Any) -> Skip:
    if set(one) - {"column", "empty", "equals", "reason"} or ("empty" in one) == ("equals" in one):
        raise ValueError
    return Skip(_text(one["column"]), () if "empty" in one else _texts(one["equals"]), _text(one["reason"]))


_READERS: dict[str, Any] = {
    "kind": _text,
    "name": _text,
    "sheet": _text,
    "heading_row": _heading_row,
    "encoding": _text,
    "country": _text,
    "organisation": _text,
    "columns": lambda value: {name: Source(_texts(source)) for name, source in value.items()},
    "values": lambda value: {name: _by_field(table) for name, table in value.items()},
    "constants": _by_field,
    "fallbacks": _by_field,
    "skip": _skip,
    "key": _texts,
    "resources": lambda value: {name: _text(heading) for name, heading in value.items()},
    "dates": Order,
    "orders": lambda value: {name: Order(order) for name, order in value.items()},
    "separators": _text,
}
