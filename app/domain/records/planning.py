"""What an organisation means to do: steps of its plan, and commitments it makes in public."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.records.fields import Record, Shape, declare
from app.domain.terms import When
from app.i18n import N_

SMART = ("smart_what", "smart_how_much", "smart_who", "smart_by_when", "smart_check")
"""The five answers that make a commitment one that can be kept and checked."""


@dataclass(frozen=True)
class PlanItem(Record):
    """One step of an organisation's own plan for one or more objectives."""

    KIND: ClassVar[str] = "plan_item"

    title: str = declare(
        Shape.TEXT,
        N_("What do you plan?"),
        required=True,
        light=True,
        missing=N_("Say in a few words what you plan."),
    )
    objectives: tuple[int, ...] = declare(
        Shape.OBJECTIVES,
        N_("Objectives"),
        required=True,
        light=True,
        missing=N_("Choose at least one objective."),
    )
    role: str = declare(Shape.CODE, N_("Your role"), codes="roles", required=True, light=True)
    due: When | None = declare(Shape.WHEN, N_("To be done by"), light=True)
    status: str = declare(Shape.CODE, N_("Stage of the work"), codes="activity_status", light=True)
    start: When | None = declare(Shape.WHEN, N_("From"))
    milestone: str = declare(Shape.TEXT, N_("How you will see that it is done"))
    action_refs: tuple[str, ...] = declare(Shape.NAMES, N_("Actions of the Compact"), offers="actions")
    marker: str = declare(
        Shape.CODE,
        N_("How much migration counts in it"),
        codes="policy_marker",
    )
    plan: str = declare(Shape.REFERENCE, N_("Part of this plan or policy"), to=("policy_link",))


@dataclass(frozen=True)
class Commitment(Record):
    """A pledge as the Network's form asks for it: concrete, measurable, realistic and bound to a date.

    One record is one pledge; a joint pledge is recorded once, by the one that leads it.
    """

    KIND: ClassVar[str] = "commitment"

    title: str = declare(
        Shape.TEXT,
        N_("What do you promise?"),
        required=True,
        light=True,
        missing=N_("Say in a few words what you promise."),
    )
    objectives: tuple[int, ...] = declare(
        Shape.OBJECTIVES,
        N_("Objectives"),
        required=True,
        light=True,
        missing=N_("Choose at least one objective."),
    )
    description: str = declare(
        Shape.LONG_TEXT,
        N_("Describe it"),
        required=True,
        light=True,
        help=N_("Between 300 and 3000 letters. About migrants; pledges about refugees go to the refugee compact."),
        missing=N_("Describe what you promise."),
    )
    due: When | None = declare(Shape.WHEN, N_("To be kept by"), required=True, light=True)
    status: str = declare(
        Shape.CODE,
        N_("How far it is"),
        codes="commitment_status",
        required=True,
        light=True,
    )
    smart_what: str = declare(Shape.LONG_TEXT, N_("What exactly will change?"))
    smart_how_much: str = declare(Shape.LONG_TEXT, N_("How many, or how much?"))
    smart_who: str = declare(Shape.LONG_TEXT, N_("Who does it?"))
    smart_by_when: str = declare(Shape.LONG_TEXT, N_("By what date?"))
    smart_check: str = declare(Shape.LONG_TEXT, N_("How will it be checked?"))
    form: str = declare(Shape.CODE, N_("Who promises"), codes="pledge_forms", required=True)
    partners: tuple[str, ...] = declare(Shape.NAMES, N_("Partner organisations"), offers="partners")
    matched_title: str = declare(Shape.TEXT, N_("Title of the pledge that this one matches"))
    matched_id: str = declare(Shape.TEXT, N_("Number of the pledge that this one matches"))
    types: tuple[str, ...] = declare(Shape.CODES, N_("Kinds of pledge"), codes="pledge_types", required=True)
    principles: tuple[str, ...] = declare(Shape.CODES, N_("Guiding principles"), codes="guiding_principles")
    level: str = declare(Shape.CODE, N_("Level"), codes="levels", required=True)
    start: When | None = declare(Shape.WHEN, N_("From"))


@dataclass(frozen=True)
class CommitmentUpdate(Record):
    """What became of a commitment by a certain day; updates are added, never rewritten into the promise."""

    KIND: ClassVar[str] = "commitment_update"

    commitment: str = declare(
        Shape.REFERENCE,
        N_("About this commitment"),
        to=("commitment",),
        required=True,
        light=True,
    )
    date: When | None = declare(Shape.WHEN, N_("Date"), required=True, light=True)
    text: str = declare(Shape.LONG_TEXT, N_("What happened since"), required=True, light=True)
    status: str = declare(Shape.CODE, N_("How far it is"), codes="commitment_status", light=True)
