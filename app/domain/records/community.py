"""What belongs to listening: steps towards an answer, rumours, policy cards, and whom to call, which never leaves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.records.fields import Record, Shape, declare
from app.domain.terms import When
from app.i18n import N_

QUESTIONS = ("question_1", "question_2", "question_3")
"""The questions of a policy card, in their order."""


@dataclass(frozen=True)
class LoopStep(Record):
    """One thing done with a message. Only one that says so answers the community and closes the loop."""

    KIND: ClassVar[str] = "loop_step"

    feedback: str = declare(Shape.REFERENCE, N_("About this message"), required=True, to=("feedback",))
    date: When | None = declare(Shape.WHEN, N_("When"), required=True, light=True)
    what: str = declare(Shape.LONG_TEXT, N_("What was done"), required=True, light=True)
    role: str = declare(Shape.TEXT, N_("By whom, as a role"), help=N_("Write a role, never a name."))
    answered: bool = declare(Shape.FLAG, N_("Answered to the community"), light=True)
    method: str = declare(Shape.CODE, N_("How they were told"), codes="feedback_channels")
    language: str = declare(Shape.TEXT, N_("In which language"), offers="languages")


@dataclass(frozen=True)
class Rumour(Record):
    """One rumour as it goes round: the seven fields of the log of the CDAC Network, and what is said."""

    KIND: ClassVar[str] = "rumour"

    said: str = declare(
        Shape.LONG_TEXT,
        N_("What is said"),
        required=True,
        light=True,
        help=N_("Write what goes round, without anything that shows who said it."),
    )
    month: When | None = declare(Shape.WHEN, N_("Month"), required=True, light=True)
    place: str = declare(Shape.PLACE, N_("Where"), help=N_("District or larger"))
    channel: str = declare(Shape.CODE, N_("How it reached you"), codes="feedback_channels", required=True, light=True)
    risk: str = declare(Shape.CODE, N_("How much harm it could do"), codes="rumour_risk")
    verification: str = declare(Shape.CODE, N_("Whether it is true"), codes="rumour_verification")
    engagement: str = declare(Shape.LONG_TEXT, N_("What you told people"))
    outcome: str = declare(Shape.LONG_TEXT, N_("What became of it"))


@dataclass(frozen=True)
class PolicyCard(Record):
    """A rule or plan in plain words, with up to three questions to ask people about it."""

    KIND: ClassVar[str] = "policy_card"

    title: str = declare(Shape.TEXT, N_("Title"), required=True, light=True)
    summary: str = declare(Shape.LONG_TEXT, N_("In plain words"), required=True, light=True)
    question_1: str = declare(Shape.TEXT, N_("First question"))
    question_2: str = declare(Shape.TEXT, N_("Second question"))
    question_3: str = declare(Shape.TEXT, N_("Third question"))
    language: str = declare(Shape.TEXT, N_("Language"), required=True, light=True, offers="languages")

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that were written."""
        return tuple(text for text in (getattr(self, name) for name in QUESTIONS) if text)


@dataclass(frozen=True)
class ReferralContact(Record):
    """A service or person to turn to; shown where the form stops, and never leaves."""

    KIND: ClassVar[str] = "referral_contact"

    service: str = declare(Shape.TEXT, N_("Service"), required=True, light=True)
    contact: str = declare(Shape.TEXT, N_("How to reach it"), required=True, light=True, help=N_("A number or address"))
    hours: str = declare(Shape.TEXT, N_("Hours"), help=N_("Such as day and night"))
    languages: tuple[str, ...] = declare(Shape.NAMES, N_("Languages spoken there"), offers="languages")
    focal_point: bool = declare(Shape.FLAG, N_("The focal point of your organisation"), light=True)
    emergency: bool = declare(Shape.FLAG, N_("For emergencies"), light=True)
