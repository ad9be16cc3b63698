"""Numbers worth keeping: SDG indicators linked to objectives, and numbers that a local actor can keep itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from app.compact.objective import Objective
from app.compact.shapes import IndicatorShape
from app.compact.wording import Title, Wording


@dataclass(frozen=True)
class Indicator:
    """One number with a code. The label is ours; it is never to be called an official indicator."""

    code: str
    label: str = field(compare=False)
    objectives: tuple[int, ...] = field(compare=False)
    labels: Wording = field(default=Wording(), compare=False, repr=False)

    def title(self, language: str) -> Title:
        """The label in this language; where the pack has none, the English one, marked as English."""
        return self.labels.title(language)


Worded = Callable[[str, str], Wording]
"""(code, English label): the label in every language that has one."""


def indicators(
    shapes: tuple[IndicatorShape, ...], objectives: tuple[Objective, ...], worded: Worded
) -> tuple[Indicator, ...]:
    """Those of the 2030 Agenda in their order, then the local ones by objective."""
    linked = [_linked(one, worded(one.sdg_indicator, one.definition_en_own_words)) for one in shapes]
    local = [
        Indicator(found.code, found.label, (one.number,), found.labels)
        for one in objectives
        for found in one.local_indicators
    ]
    return (*linked, *local)


def _linked(one: IndicatorShape, labels: Wording) -> Indicator:
    return Indicator(one.sdg_indicator, one.definition_en_own_words, one.objectives, labels)
