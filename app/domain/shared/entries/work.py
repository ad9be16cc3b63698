"""What an organisation did, which objectives it chose, and how far it sees itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.shared.entries.entry import SharedEntry
from app.domain.terms import NOT_ASKED, Count, When


@dataclass(frozen=True)
class SharedActivity(SharedEntry):
    """An activity: what, when by month, where by district or larger, for how many, in reviewed words."""

    KIND: ClassVar[str] = "activity"

    title: str = ""
    objectives: tuple[int, ...] = ()
    start: When | None = None
    end: When | None = None
    type: str = ""
    status: str = ""
    place: str = ""
    level: str = ""
    role: str = ""
    summary: str = ""
    result: str = ""
    reach: Count = NOT_ASKED
    reach_women: Count = NOT_ASKED
    reach_men: Count = NOT_ASKED
    reach_girls: Count = NOT_ASKED
    reach_boys: Count = NOT_ASKED
    reach_another: Count = NOT_ASKED
    reach_not_asked: Count = NOT_ASKED
    reach_method: str = ""
    partners: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    participation_level: str = ""
    population_groups: tuple[str, ...] = ()
    stage: str = ""
    action_refs: tuple[str, ...] = ()
    principles: tuple[str, ...] = ()
    mechanisms: tuple[str, ...] = ()
    sdg: tuple[str, ...] = ()
    started_by: str = ""
    joint_id: str = ""


@dataclass(frozen=True)
class SharedChoice(SharedEntry):
    """An objective the organisation works on."""

    KIND: ClassVar[str] = "choice"

    objective: int = 0
    priority: int = 0
    why: str = ""
    target: When | None = None
    note: str = ""


@dataclass(frozen=True)
class SharedAssessment(SharedEntry):
    """The organisation's own view of an objective in the period; "nothing done" is its own word, not our conclusion."""

    KIND: ClassVar[str] = "assessment"

    objective: int = 0
    period: str = ""
    value: str = ""
    nothing_done: bool = False
    note: str = ""
