"""What a record is called: the first of the fields that say what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_NAMING = (
    *("title", "name", "paraphrase", "said", "service", "what", "summary", "purpose"),
    *("text", "description", "why", "note", "term", "code", "source"),
)
_LONGEST = 200


def name_of(fields: Mapping[str, Any]) -> str:
    """Its name, cut short; "" where nothing of the kind was written."""
    return next((value for name in _NAMING if isinstance(value := fields.get(name), str) and value), "")[:_LONGEST]
