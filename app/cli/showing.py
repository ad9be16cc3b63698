"""Records and their problems as JSON has them, and lines that several commands show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.i18n import language as spoken

if TYPE_CHECKING:
    from app.domain.problems import Problem
    from app.domain.records import Record
    from app.services.opening.workspace import Workspace


def record(found: Record) -> dict[str, object]:
    """The filled fields of a record, in the order of its form."""
    from app.domain.records import rules

    return fields({one.name: getattr(found, one.name) for one in rules(type(found)) if not one.hidden})


def fields(found: Mapping[str, object]) -> dict[str, object]:
    """Fields without the empty ones; a number withheld for safety says so."""
    plain = {name: _value(value) for name, value in found.items()}
    return {name: value for name, value in plain.items() if value not in ("", None, [], False)}


def problems(found: tuple[Problem, ...]) -> list[dict[str, str]]:
    """What is still to do in a record."""
    return [
        {"code": one.code, "level": one.level.value, "field": one.field, "sentence": one.sentence()} for one in found
    ]


def _value(value: object) -> object:
    from decimal import Decimal

    from app.domain.terms import Amount, Count, When, decimal_text

    if isinstance(value, When):
        return value.iso
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, Amount):
        return "withheld" if value.withheld else _value(value.value)
    if isinstance(value, Count):
        return "withheld" if value.withheld else value.value
    return list(value) if isinstance(value, tuple) else value


def cost(workspace: Workspace, numbers: int, withheld: int) -> list[str]:
    """What the small numbers cost, as a line to show: none where nothing is withheld."""
    from app.domain.wording import Wording

    sentence = Wording.of(spoken(), workspace.pack).cost(numbers, withheld)
    return [sentence] if sentence else []
