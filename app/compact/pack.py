"""A reference pack, joined from its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

from app.compact import assembly, files
from app.compact.codes import CodeList
from app.compact.cycle import ReviewCycle
from app.compact.framework import Instrument, Mechanism, Principle, StakeholderType
from app.compact.indicators import Indicator, indicators
from app.compact.objective import Objective, code_of
from app.compact.shapes import PackDamagedError
from app.compact.wording import Wording


@dataclass(frozen=True)
class Pack:
    """One version of the reference data. Two packs are equal when their versions are."""

    version: str
    languages: tuple[str, ...] = field(compare=False)
    instrument: Instrument = field(compare=False, repr=False)
    objectives: tuple[Objective, ...] = field(compare=False, repr=False)
    principles: tuple[Principle, ...] = field(compare=False, repr=False)
    stakeholder_types: tuple[StakeholderType, ...] = field(compare=False, repr=False)
    mechanisms: tuple[Mechanism, ...] = field(compare=False, repr=False)
    review_cycle: ReviewCycle = field(compare=False, repr=False)
    code_lists: tuple[CodeList, ...] = field(compare=False, repr=False)
    indicators: tuple[Indicator, ...] = field(compare=False, repr=False)
    gone_objectives: tuple[Objective, ...] = field(default=(), compare=False, repr=False)
    """Not known any more: older packs on this computer have their names. Only where somebody asked for them."""
    gone_titles: Mapping[tuple[str, str], Wording] = field(default_factory=dict, compare=False, repr=False)
    """The same of actions, indicators and mechanisms, by part and code."""

    def objective(self, number: int) -> Objective:
        """The objective with this number; for one that this pack does not have, one that says so. Never raises."""
        known = self._objectives_by_number.get(number)
        return known or Objective(code_of(number), number, known=False, pack_version=self.version)

    def code_list(self, name: str) -> CodeList:
        """The code list of this name; an empty one, which shows codes as they are, if this pack has none."""
        known = self._lists_by_name.get(name)
        return CodeList(name) if known is None else known

    @cached_property
    def _objectives_by_number(self) -> dict[int, Objective]:
        return {found.number: found for found in (*self.gone_objectives, *self.objectives)}

    @cached_property
    def _lists_by_name(self) -> dict[str, CodeList]:
        return {found.name: found for found in self.code_lists}


def read(folder: Path) -> Pack:
    """The pack in `folder`. Raises PackDamagedError naming the first file that is not as sealed."""
    content = files.read(folder)
    if "en" not in content.words:
        raise PackDamagedError(file="words/en.json", detail="no English words")
    objectives = assembly.objectives(content)
    return Pack(
        version=content.version,
        languages=tuple(content.words),
        instrument=assembly.instrument(content.framework.instrument),
        objectives=objectives,
        principles=assembly.principles(content),
        stakeholder_types=assembly.stakeholder_types(content),
        mechanisms=assembly.mechanisms(content),
        review_cycle=assembly.cycle(content),
        code_lists=assembly.code_lists(content),
        indicators=indicators(
            content.indicators.items, objectives, partial(assembly.worded, content, assembly.INDICATORS)
        ),
    )
