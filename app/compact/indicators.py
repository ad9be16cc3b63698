"""Numbers worth keeping: SDG indicators linked to objectives, and numbers that a local actor can keep itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.compact.objective import Objective
from app.compact.shapes import IndicatorShape


@dataclass(frozen=True)
class Indicator:
    """One number with a code. The label is in English and ours; it is never to be called an official indicator."""

    code: str
    label: str = field(compare=False)
    objectives: tuple[int, ...] = field(compare=False)
    is_local: bool = field(compare=False)


def indicators(shapes: tuple[IndicatorShape, ...], objectives: tuple[Objective, ...]) -> tuple[Indicator, ...]:
    """Those of the 2030 Agenda in their order, then the local ones by objective."""
    linked = [Indicator(one.sdg_indicator, one.definition_en_own_words, one.objectives, False) for one in shapes]
    local = [
        Indicator(found.code, found.label, (one.number,), True) for one in objectives for found in one.local_indicators
    ]
    return (*linked, *local)
