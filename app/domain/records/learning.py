"""What an organisation learned and what it asks for: challenges, needs, proposals, consultations, advice received."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.records.fields import Record, Shape, declare
from app.domain.terms import When
from app.i18n import N_

EVIDENCE = ("activity", "feedback", "consultation", "practice", "challenge", "indicator_value")
"""The kinds of record that a proposal can rest on."""


@dataclass(frozen=True)
class Challenge(Record):
    """Something that stands in the way. With `not_for_government` it is never told to a public authority."""

    KIND: ClassVar[str] = "challenge"

    objectives: tuple[int, ...] = declare(Shape.OBJECTIVES, N_("Objectives"), required=True, light=True)
    type: str = declare(Shape.CODE, N_("Kind of challenge"), codes="challenge_types", required=True, light=True)
    level: str = declare(Shape.CODE, N_("Level"), codes="levels", required=True, light=True)
    description: str = declare(
        Shape.LONG_TEXT,
        N_("What stands in the way"),
        required=True,
        light=True,
        help=N_("Do not write names, phone numbers or exact addresses of migrants."),
    )
    not_for_government: bool = declare(Shape.FLAG, N_("Not for government"), light=True)
    support_needed: str = declare(Shape.LONG_TEXT, N_("What would help"))
    addressee: str = declare(Shape.CODE, N_("Who could help"), codes="addressees")
    month: When | None = declare(Shape.WHEN, N_("Month"))


@dataclass(frozen=True)
class NeedOffer(Record):
    """Something an organisation needs, or can give to others."""

    KIND: ClassVar[str] = "need_offer"

    kind: str = declare(Shape.CODE, N_("Need or offer"), codes="need_offer_kinds", required=True, light=True)
    category: str = declare(Shape.CODE, N_("About"), codes="need_offer_categories", required=True, light=True)
    text: str = declare(Shape.LONG_TEXT, N_("What exactly"), required=True, light=True)
    objectives: tuple[int, ...] = declare(Shape.OBJECTIVES, N_("Objectives"), light=True)
    until: When | None = declare(Shape.WHEN, N_("Until"), light=True)


@dataclass(frozen=True)
class Proposal(Record):
    """What somebody should change, and who stands behind it; dissent is kept beside agreement."""

    KIND: ClassVar[str] = "proposal"

    objectives: tuple[int, ...] = declare(Shape.OBJECTIVES, N_("Objectives"), required=True, light=True)
    text: str = declare(Shape.LONG_TEXT, N_("What should change"), required=True, light=True)
    addressee: str = declare(Shape.CODE, N_("Who should do it"), codes="addressees", required=True, light=True)
    level: str = declare(Shape.CODE, N_("Level"), codes="levels", required=True, light=True)
    evidence: tuple[str, ...] = declare(Shape.REFERENCES, N_("What it rests on"), to=EVIDENCE, light=True)
    action_refs: tuple[str, ...] = declare(Shape.NAMES, N_("Actions of the Compact"), offers="actions")
    agree: tuple[str, ...] = declare(Shape.NAMES, N_("Organisations that agree"))
    partly: tuple[str, ...] = declare(Shape.NAMES, N_("Organisations that agree in part"))
    differ: tuple[str, ...] = declare(Shape.NAMES, N_("Organisations that see it differently"))
    month: When | None = declare(Shape.WHEN, N_("Month"))


@dataclass(frozen=True)
class Consultation(Record):
    """People were asked together about something; who they were is kept as kinds and a number only."""

    KIND: ClassVar[str] = "consultation"

    purpose: str = declare(Shape.LONG_TEXT, N_("What was asked"), required=True, light=True)
    date: When | None = declare(Shape.WHEN, N_("Date"), required=True, light=True)
    method: str = declare(Shape.CODE, N_("How"), codes="consultation_methods", required=True, light=True)
    participant_types: tuple[str, ...] = declare(
        Shape.CODES,
        N_("Who took part"),
        codes="stakeholder_types",
        required=True,
        light=True,
    )
    summary: str = declare(
        Shape.LONG_TEXT,
        N_("What was said"),
        required=True,
        light=True,
        help=N_("Do not write names, phone numbers or exact addresses of migrants."),
    )
    number: int | None = declare(Shape.NUMBER, N_("How many people"))
    changed: str = declare(Shape.LONG_TEXT, N_("What changed because of it"))
    limits: str = declare(Shape.LONG_TEXT, N_("Who was missing, and other limits"))
    objectives: tuple[int, ...] = declare(Shape.OBJECTIVES, N_("Objectives"))


@dataclass(frozen=True)
class Recommendation(Record):
    """Advice that somebody else gave, and how far it is followed here."""

    KIND: ClassVar[str] = "recommendation"

    mechanism: str = declare(
        Shape.CODE,
        N_("Kind of source"),
        codes="recommendation_sources",
        required=True,
        light=True,
    )
    source: str = declare(Shape.TEXT, N_("Source"), required=True, light=True)
    text: str = declare(Shape.LONG_TEXT, N_("What it recommends"), required=True, light=True)
    objectives: tuple[int, ...] = declare(Shape.OBJECTIVES, N_("Objectives"), light=True)
    status: str = declare(Shape.CODE, N_("What was done with it"), codes="recommendation_status", light=True)
    date: When | None = declare(Shape.WHEN, N_("Date"))


@dataclass(frozen=True)
class OpenQuestion(Record):
    """Something an organisation wants to know from somebody, until it is answered."""

    KIND: ClassVar[str] = "open_question"

    text: str = declare(Shape.LONG_TEXT, N_("Your question"), required=True, light=True)
    objectives: tuple[int, ...] = declare(Shape.OBJECTIVES, N_("Objectives"), light=True)
    addressee: str = declare(Shape.CODE, N_("For whom"), codes="addressees", light=True)
    answer: str = declare(Shape.LONG_TEXT, N_("The answer"), light=True)
