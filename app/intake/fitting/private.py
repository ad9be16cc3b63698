"""Columns never taken over, even if a mapping names them: devices, accounts, positions, names, phones."""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.intake.grids.columns import Column
from app.intake.grids.grid import Cell, text

_NEVER = re.compile(
    r"(?:x )?(?:"
    r"device ?id|subscriber ?id|sim ?(?:serial|id)|imei|username|submitted ?by|submitter ?(?:id|name)|instance ?name"
    r"|phone(?: ?number)?|telephone(?: ?number)?|mobile(?: ?number)?|e ?mail|ip ?address|audit"
    r"|enumerator(?: \w+)?|interviewer(?: \w+)?|respondent ?name|first ?name|last ?name|surname|passport(?: \w+)?"
    r"|.*\b(?:geopoint|geolocation|geotrace|geoshape|gps|latitude|longitude|altitude|accuracy|coordinates)\b.*"
    r")"
)
_CLOCKS = frozenset({"start", "end", "starttime", "endtime", "start time", "end time", "x u feff start"})
_CLOCK_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*")


def is_private(column: Column, cells: Iterable[Cell]) -> bool:
    """Whether this column must be dropped.

    `start` and `end` are dropped where they hold the times of a form being filled in, and kept where they hold days.
    """
    if _NEVER.fullmatch(column.key) or column.tag.lower().startswith("#geo"):
        return True
    if column.key not in _CLOCKS:
        return False
    return any(_CLOCK_TIME.fullmatch(text(cell)) for cell in cells)
