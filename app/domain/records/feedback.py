"""What migrants and neighbours told an organisation; and the note that is all we keep of a sensitive report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.records.fields import FOCAL_POINT, Record, Shape, declare
from app.domain.terms import When
from app.i18n import N_

SENSITIVE = "sensitive_report"
"""The feedback type that stops the form."""
CLOSED = frozenset({"answered_to_community", "closed", "no_action_with_reason"})


@dataclass(frozen=True)
class Feedback(Record):
    """One thing said, without any name. The month is all that is kept of the date.

    Without recorded consent it is C0: it stays wholly inside, counted for the organisation alone. From C1 it is
    in the protected counts that leave; `paraphrase` leaves from C2, `own_words` at C3 after a person has read them.
    """

    KIND: ClassVar[str] = "feedback"

    type: str = declare(
        Shape.CODE,
        N_("What kind of message"),
        codes="feedback_types",
        required=True,
        missing=N_("Choose what kind it was."),
        light=True,
    )
    topics: tuple[int, ...] = declare(
        Shape.OBJECTIVES, N_("What it is about"), required=True, missing=N_("Choose what it is about."), light=True
    )
    channel: str = declare(
        Shape.CODE,
        N_("How it reached you"),
        codes="feedback_channels",
        required=True,
        missing=N_("Choose how it reached you."),
        light=True,
    )
    month: When | None = declare(
        Shape.WHEN, N_("Month"), required=True, missing=N_("Say in which month it was."), light=True
    )
    consent: str = declare(
        Shape.CODE,
        N_("What the person agreed to"),
        codes="consent_levels",
        required=True,
        missing=N_("Choose what the person agreed to."),
        light=True,
    )
    paraphrase: str = declare(
        Shape.LONG_TEXT,
        N_("In your words"),
        required=True,
        missing=N_("Write in your words what was meant."),
        light=True,
        help=N_("Write what was meant, without anything that shows who said it."),
    )
    own_words: str = declare(Shape.LONG_TEXT, N_("In their words"))
    times: int | None = declare(
        Shape.NUMBER, N_("How often you heard it"), help=N_("Leave empty if one person said it once")
    )
    language: str = declare(Shape.TEXT, N_("Language spoken"), offers="languages")
    place: str = declare(Shape.PLACE, N_("Where"), help=N_("Shared as district or larger"))
    sex: str = declare(Shape.CODE, N_("Woman or man"), codes="sex_gender")
    age_band: str = declare(Shape.CODE, N_("Age"), codes="age_bands")
    population_group: str = declare(Shape.CODE, N_("Group"), codes="population_group")
    sensitivity: str = declare(Shape.CODE, N_("How sensitive"), codes="feedback_sensitivity")
    status: str = declare(Shape.CODE, N_("What was done with it"), codes="feedback_status")
    answer: str = declare(Shape.LONG_TEXT, N_("What you answered"))
    activity: str = declare(Shape.REFERENCE, N_("About this activity"), to=("activity",))
    not_done: str = declare(Shape.LONG_TEXT, N_("What you could not do, and why"))
    due: When | None = declare(Shape.WHEN, N_("Answer by"))
    policy_card: str = declare(Shape.REFERENCE, N_("About this policy card"), to=("policy_card",))
    slip: str = declare(Shape.TEXT, N_("Check-back slip"), hidden=True)
    """What a slip's code becomes when it is hashed; never shown in a form, never leaves."""

    @property
    def open_loop(self) -> bool:
        """Whether somebody still waits for an answer."""
        return self.status not in CLOSED


@dataclass(frozen=True)
class SensitiveNote(Record):
    """All that is kept of a report of abuse, exploitation or danger. Never leaves, never counted in shared tables.

    Sealed for the focal point: on a shared laptop nobody else reads it.
    """

    KIND: ClassVar[str] = "sensitive_note"
    SEALED_FOR: ClassVar[str] = FOCAL_POINT

    type: str = declare(
        Shape.CODE,
        N_("What kind of report"),
        codes="feedback_sensitivity",
        required=True,
        missing=N_("Choose what kind it was."),
    )
    month: When | None = declare(Shape.WHEN, N_("Month"), required=True, missing=N_("Say in which month it was."))
    passed_on: bool = declare(Shape.FLAG, N_("Passed on to the focal point"))
