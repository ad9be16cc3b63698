"""Maps on paper: a tagged figure whose words say all that is in it, and under it the key of its signs."""

from __future__ import annotations

from dataclasses import replace

from app.charts.maps import laid
from app.domain.coverage import State
from app.reports.document import Map
from app.reports.pdf.charts import Paper, figure
from app.reports.pdf.coverage import key
from app.reports.pdf.flow import Piece, Setting


def placed(block: Map, setting: Setting) -> list[Piece]:
    """A map over the whole width, on one page with its key; nothing where no place is known."""
    if not block.placed:
        return []
    *rows, last = figure(block.title, block.alt, [laid(block, setting.width, Paper(setting)).band], setting)
    return [*rows, replace(last, stays=True), *key(dict(zip(State, block.key, strict=True)), setting)]
