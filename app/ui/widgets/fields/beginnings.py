"""How a page is asked to begin a new record: the argument of its `open`, with fields that are filled in already."""

from __future__ import annotations

NEW = "new"
"""The argument of `open` that begins a new record; `new:objectives=7` fills in a field as well."""


def beginning(argument: object) -> dict[str, str] | None:
    """The fields that an argument of `open` fills in; None if it does not begin a new record."""
    if not isinstance(argument, str) or argument.partition(":")[0] != NEW:
        return None
    pairs = (part.partition("=") for part in argument.split(":")[1:] if "=" in part)
    return {name: value.replace("%3A", ":").replace("%25", "%") for name, _sign, value in pairs}


def asking_for(kind: str = "", **fields: object) -> str:
    """The argument of `open` that begins a new record with these fields filled in."""
    told = {name: str(value).replace("%", "%25").replace(":", "%3A") for name, value in fields.items()}
    parts = [NEW, kind, *(f"{name}={value}" for name, value in told.items())]
    return ":".join(part for part in parts if part)
