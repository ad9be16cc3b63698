"""What an organisation learned: practices, what stands in the way, what was said together, advice it received."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.shared.entries.entry import Form, SharedEntry, told
from app.domain.terms import NOT_ASKED, Count, When
from app.i18n import N_


@dataclass(frozen=True)
class SharedPractice(SharedEntry):
    """Something that worked and that others could do as well, after somebody signed it off."""

    KIND: ClassVar[str] = "practice"

    title: str = told(N_("Short title"), form=Form.TITLE)
    objectives: tuple[int, ...] = told(N_("Main objectives"), (), form=Form.OBJECTIVES)
    objectives_secondary: tuple[int, ...] = told(N_("Further objectives"), (), form=Form.OBJECTIVES)
    summary: str = told(N_("What it is"), form=Form.TEXT)
    type: str = told(N_("Kind of practice"), codes="practice_types")
    start: When | None = told(N_("From"), None)
    end: When | None = told(N_("Until"), None)
    status: str = told(N_("Stage of the work"), codes="activity_status")
    country: str = told(N_("Country"), form=Form.PLACE)
    place: str = told(N_("Where in the country"), form=Form.PLACE)
    level: str = told(N_("Level"), codes="levels")
    implementer: str = told(N_("Organisation that leads it"))
    partners: tuple[str, ...] = told(N_("Partner organisations"), ())
    action_refs: tuple[str, ...] = told(N_("Actions of the Compact"), ())
    principles: tuple[str, ...] = told(N_("Guiding principles"), (), codes="guiding_principles")
    sdg: tuple[str, ...] = told(N_("Sustainable development targets"), ())
    reach: str = told(N_("Who gained from it, and how many"), form=Form.TEXT)
    impact: str = told(N_("What changed because of it"), form=Form.TEXT)
    lessons: str = told(N_("What was learned"), form=Form.TEXT)
    replication: str = told(N_("Advice to those who want to do the same"), form=Form.TEXT)
    innovation: str = told(N_("What is new about it"), form=Form.TEXT)
    participation: str = told(N_("How migrants took part"), form=Form.TEXT)
    links: tuple[str, ...] = told(N_("Web addresses"), ())
    contact: str = told(N_("Whom to ask"))


@dataclass(frozen=True)
class SharedChallenge(SharedEntry):
    """Something that stands in the way."""

    KIND: ClassVar[str] = "challenge"

    description: str = told(N_("What stands in the way"), form=Form.TEXT)
    objectives: tuple[int, ...] = told(N_("Objectives"), (), form=Form.OBJECTIVES)
    type: str = told(N_("Kind of challenge"), codes="challenge_types")
    level: str = told(N_("Level"), codes="levels")
    support_needed: str = told(N_("What would help"), form=Form.TEXT)
    addressee: str = told(N_("Who could help"), codes="addressees")
    month: When | None = told(N_("Month"), None)


@dataclass(frozen=True)
class SharedConsultation(SharedEntry):
    """People were asked together about something; how many is protected like every number of people."""

    KIND: ClassVar[str] = "consultation"

    purpose: str = told(N_("What was asked"), form=Form.TEXT)
    date: When | None = told(N_("Date"), None)
    method: str = told(N_("How"), codes="consultation_methods")
    participant_types: tuple[str, ...] = told(N_("Who took part"), (), codes="stakeholder_types")
    number: Count = told(N_("How many people"), NOT_ASKED)
    objectives: tuple[int, ...] = told(N_("Objectives"), (), form=Form.OBJECTIVES)
    summary: str = told(N_("What was said"), form=Form.TEXT)
    changed: str = told(N_("What changed because of it"), form=Form.TEXT)
    limits: str = told(N_("Who was missing, and other limits"), form=Form.TEXT)


@dataclass(frozen=True)
class SharedRecommendation(SharedEntry):
    """Advice that somebody else gave, and how far it is followed."""

    KIND: ClassVar[str] = "recommendation"

    source: str = told(N_("Source"), form=Form.TITLE)
    text: str = told(N_("What it recommends"), form=Form.TEXT)
    mechanism: str = told(N_("Kind of source"), codes="recommendation_sources")
    objectives: tuple[int, ...] = told(N_("Objectives"), (), form=Form.OBJECTIVES)
    status: str = told(N_("What was done with it"), codes="recommendation_status")
    date: When | None = told(N_("Date"), None)
