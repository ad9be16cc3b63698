"""An activity: one thing that an organisation did or does for one or more objectives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.records.fields import Record, Shape, declare
from app.domain.terms import When
from app.i18n import N_

REACH_GROUPS = (
    "reach_women",
    "reach_men",
    "reach_girls",
    "reach_boys",
    "reach_another",
    "reach_not_asked",
)
"""The groups that add up to the people reached."""
AMONG = ("reach_children", "reach_disability", "reach_hosts")
"""Some of the people reached, counted once more under another heading."""


@dataclass(frozen=True)
class Activity(Record):
    """Light mode needs title, objective, month, type and summary; all else may stay empty.

    Reach counts people; `reach_total` empty means nobody counted, which is not zero.
    `exact_place` and `exact_time` stay in the organisation for ever.
    """

    KIND: ClassVar[str] = "activity"

    title: str = declare(
        Shape.TEXT, N_("What did you do?"), required=True, missing=N_("Say in a few words what you did."), light=True
    )
    objectives: tuple[int, ...] = declare(
        Shape.OBJECTIVES, N_("Objectives"), required=True, missing=N_("Choose at least one objective."), light=True
    )
    start: When | None = declare(
        Shape.WHEN,
        N_("When"),
        required=True,
        missing=N_("Say in which month it was."),
        light=True,
        help=N_("Shared as month only"),
    )
    end: When | None = declare(Shape.WHEN, N_("Until"))
    type: str = declare(
        Shape.CODE,
        N_("Kind of activity"),
        codes="activity_types",
        required=True,
        missing=N_("Choose what kind it was."),
        light=True,
    )
    summary: str = declare(
        Shape.LONG_TEXT,
        N_("What happened"),
        required=True,
        missing=N_("Write one or two sentences about what happened."),
        light=True,
        help=N_("Do not write names, phone numbers or exact addresses of migrants."),
    )
    status: str = declare(Shape.CODE, N_("Stage of the work"), codes="activity_status")
    place: str = declare(Shape.PLACE, N_("Where"), help=N_("Shared as district or larger"))
    level: str = declare(Shape.CODE, N_("Level"), codes="levels")
    role: str = declare(Shape.CODE, N_("Your role"), codes="roles")
    reach_women: int | None = declare(Shape.NUMBER, N_("Women"))
    reach_men: int | None = declare(Shape.NUMBER, N_("Men"))
    reach_girls: int | None = declare(Shape.NUMBER, N_("Girls"))
    reach_boys: int | None = declare(Shape.NUMBER, N_("Boys"))
    reach_another: int | None = declare(Shape.NUMBER, N_("Another gender"))
    reach_not_asked: int | None = declare(Shape.NUMBER, N_("Not asked"))
    reach_total: int | None = declare(
        Shape.NUMBER,
        N_("People reached in all"),
        help=N_("Leave empty if you did not count"),
    )
    reach_children: int | None = declare(
        Shape.NUMBER, N_("Of these, under 18"), help=N_("If girls and boys were not counted apart")
    )
    reach_disability: int | None = declare(
        Shape.NUMBER, N_("Of these, people with a disability"), help=N_("Only if you asked")
    )
    reach_hosts: int | None = declare(Shape.NUMBER, N_("Of these, residents"), help=N_("People who live here already"))
    reach_method: str = declare(Shape.CODE, N_("How did you count?"), codes="reach_method")
    result: str = declare(Shape.LONG_TEXT, N_("What changed because of it"))
    partners: tuple[str, ...] = declare(Shape.NAMES, N_("Partner organisations"), offers="partners")
    departments: tuple[str, ...] = declare(Shape.CODES, N_("Departments involved"), codes="departments")
    participation_level: str = declare(Shape.CODE, N_("How migrants took part"), codes="participation_level")
    population_groups: tuple[str, ...] = declare(Shape.CODES, N_("For whom"), codes="population_group")
    stage: str = declare(Shape.CODE, N_("Part of the journey"), codes="migration_stage")
    action_refs: tuple[str, ...] = declare(Shape.NAMES, N_("Actions of the Compact"), offers="actions")
    principles: tuple[str, ...] = declare(Shape.CODES, N_("Guiding principles"), codes="guiding_principles")
    mechanisms: tuple[str, ...] = declare(Shape.NAMES, N_("Other mechanisms"), offers="mechanisms")
    sdg: tuple[str, ...] = declare(Shape.NAMES, N_("Sustainable development targets"), offers="sdg")
    languages: tuple[str, ...] = declare(Shape.NAMES, N_("Languages used"), offers="languages")
    understood: str = declare(Shape.LONG_TEXT, N_("How you know that people understood"))
    benefits: str = declare(Shape.LONG_TEXT, N_("What residents and migrants both gain"))
    corridor: str = declare(
        Shape.TEXT, N_("Between which countries"), help=N_("For work along a route, such as Senegal to Spain")
    )
    started_by: str = declare(Shape.CODE, N_("Started by"), codes="started_by")
    public_event: bool = declare(Shape.FLAG, N_("A public event: the day may be told"))
    sensitivity: str = declare(Shape.CODE, N_("How sensitive"), codes="data_sensitivity")
    exact_place: str = declare(Shape.TEXT, N_("Exact place"), searched=False, help=N_("Never leaves your organisation"))
    exact_time: str = declare(Shape.TEXT, N_("Exact time"), searched=False, help=N_("Never leaves your organisation"))
    joint_id: str = declare(Shape.TEXT, N_("Shared number of a joint activity"), searched=False)
    foreign: str = declare(Shape.LONG_TEXT, N_("From another program"), searched=False, hidden=True)
    """What an imported activity had in namespaces of others, as XML: written again in IATI, and nowhere else."""

    @property
    def counted(self) -> int | None:
        """People reached: the total written down, else the sum of the groups; None if nobody counted."""
        if self.reach_total is not None:
            return self.reach_total
        groups = [count for name in REACH_GROUPS if (count := getattr(self, name)) is not None]
        return sum(groups) if groups else None
