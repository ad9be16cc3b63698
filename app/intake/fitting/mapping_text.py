"""A mapping written down, as `mapping.parse` reads it again."""

from __future__ import annotations

import json
from typing import Any

from app.errors import GroundworkError
from app.i18n import N_
from app.intake.cells.dates import Order
from app.intake.fitting.mapping import VERSION, Mapping, Skip
from app.intake.grids.columns import AUTO


class MappingNotSharedError(GroundworkError):
    """The answers to our own forms need no mapping, so there is none to share."""

    message = N_("These are answers to a form of Groundwork: they are read without a mapping.")


def written(mapping: Mapping) -> bytes:
    """The mapping file; what is as without saying is left out. Raises MappingNotSharedError."""
    if mapping.form:
        raise MappingNotSharedError
    told: dict[str, Any] = {"groundwork_mapping": VERSION, "name": mapping.name, "kind": mapping.kind}
    told |= {"sheet": mapping.sheet, "encoding": mapping.encoding, "country": mapping.country}
    if mapping.heading_row != AUTO:
        told["heading_row"] = _plain(mapping.heading_row)
    told["organisation"] = mapping.organisation
    told["columns"] = {name: _shortest(source.parts) for name, source in mapping.columns.items()}
    told["values"] = {
        name: {said: _plain(value) for said, value in table.items()} for name, table in mapping.values.items() if table
    }
    told["constants"] = {name: _plain(value) for name, value in mapping.constants.items()}
    told["fallbacks"] = {name: _plain(value) for name, value in mapping.fallbacks.items()}
    told["skip"] = [_skip(one) for one in mapping.skip]
    told["key"] = list(mapping.key)
    told["resources"] = dict(mapping.resources)
    if mapping.dates is not Order.NOT_KNOWN:
        told["dates"] = mapping.dates.value
    if mapping.orders:
        told["orders"] = {name: order.value for name, order in mapping.orders.items()}
    told["separators"] = mapping.separators
    kept = {name: value for name, value in told.items() if value not in (None, "", {}, [])}
    return (json.dumps(kept, ensure_ascii=False, indent=2) + "\n").encode()


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _shortest(parts: tuple[str, ...]) -> Any:
    return parts[0] if len(parts) == 1 else list(parts)


def _skip(one: Skip) -> dict[str, Any]:
    rule: dict[str, Any] = {"equals": list(one.values)} if one.values else {"empty": True}
    return {"column": one.column, **rule, "reason": one.reason}
