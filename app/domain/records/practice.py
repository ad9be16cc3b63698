"""A practice worth copying, with the fields that the repository of practices asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.records.fields import Record, Shape, declare
from app.domain.terms import When
from app.i18n import N_


@dataclass(frozen=True)
class Practice(Record):
    """Something that worked and that others could do as well.

    `contact` leaves only if the person agreed to it.
    """

    KIND: ClassVar[str] = "practice"

    title: str = declare(
        Shape.TEXT,
        N_("Short title"),
        required=True,
        light=True,
        help=N_("Spell out abbreviations."),
        missing=N_("Give it a short title."),
    )
    objectives: tuple[int, ...] = declare(
        Shape.OBJECTIVES,
        N_("Main objectives"),
        required=True,
        light=True,
        missing=N_("Choose at least one objective."),
    )
    start: When | None = declare(Shape.WHEN, N_("From"), required=True, light=True)
    type: str = declare(Shape.CODE, N_("Kind of practice"), codes="practice_types", required=True, light=True)
    summary: str = declare(Shape.LONG_TEXT, N_("What it is"), required=True, light=True)
    end: When | None = declare(Shape.WHEN, N_("Until"))
    status: str = declare(Shape.CODE, N_("Stage of the work"), codes="activity_status")
    country: str = declare(Shape.PLACE, N_("Country"), required=True)
    place: str = declare(Shape.PLACE, N_("Where in the country"))
    level: str = declare(Shape.CODE, N_("Level"), codes="levels", required=True)
    implementer: str = declare(Shape.TEXT, N_("Organisation that leads it"), required=True)
    partners: tuple[str, ...] = declare(Shape.NAMES, N_("Partner organisations"), offers="partners")
    objectives_secondary: tuple[int, ...] = declare(Shape.OBJECTIVES, N_("Further objectives"))
    action_refs: tuple[str, ...] = declare(Shape.NAMES, N_("Actions of the Compact"), offers="actions")
    principles: tuple[str, ...] = declare(
        Shape.CODES,
        N_("Guiding principles"),
        codes="guiding_principles",
        required=True,
    )
    sdg: tuple[str, ...] = declare(Shape.NAMES, N_("Sustainable development targets"), offers="sdg")
    reach: str = declare(Shape.LONG_TEXT, N_("Who gained from it, and how many"), required=True)
    impact: str = declare(Shape.LONG_TEXT, N_("What changed because of it"), required=True)
    lessons: str = declare(Shape.LONG_TEXT, N_("What you learned"), required=True)
    replication: str = declare(Shape.LONG_TEXT, N_("Advice to those who want to do the same"), required=True)
    innovation: str = declare(Shape.LONG_TEXT, N_("What is new about it"), required=True)
    participation: str = declare(Shape.LONG_TEXT, N_("How migrants took part"))
    links: tuple[str, ...] = declare(Shape.NAMES, N_("Web addresses"))
    contact: str = declare(
        Shape.TEXT,
        N_("Whom to ask"),
        help=N_("Stays with you unless this person agreed."),
    )
    contact_agreed: bool = declare(Shape.FLAG, N_("This person agreed to be named"))
