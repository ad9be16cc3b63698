"""What people told an organisation: messages, rumours, policy cards, and how well answers came back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.shared.entries.entry import Form, SharedEntry, told
from app.domain.terms import NOT_ASKED, Count, When
from app.i18n import N_


@dataclass(frozen=True)
class SharedFeedback(SharedEntry):
    """One message whose speaker agreed (C2 or higher) and whose words a person has read before they left."""

    KIND: ClassVar[str] = "feedback"

    type: str = ""
    topics: tuple[int, ...] = ()
    channel: str = ""
    month: When | None = None
    place: str = ""
    language: str = ""
    paraphrase: str = ""
    own_words: str = ""
    consent: str = ""


@dataclass(frozen=True)
class FeedbackCount(SharedEntry):
    """How many messages of one type about one objective came in the period; protected like every published number."""

    KIND: ClassVar[str] = "feedback_count"

    type: str = ""
    objective: int = 0
    count: Count = NOT_ASKED


@dataclass(frozen=True)
class LoopTotal(SharedEntry):
    """How well answers came back: of every hundred messages so many were answered, half of them within so many days.

    The share is given in tens, and how many messages are behind it is not told.
    """

    KIND: ClassVar[str] = "loop_total"

    share_answered: Count = told(N_("Messages answered, of every hundred"), NOT_ASKED)
    median_days: Count = told(N_("Half of the answers came within so many days"), NOT_ASKED)


@dataclass(frozen=True)
class SharedRumour(SharedEntry):
    """A rumour as it goes round, by month and district or larger."""

    KIND: ClassVar[str] = "rumour"

    said: str = told(N_("What is said"), form=Form.TEXT)
    month: When | None = told(N_("Month"), None)
    place: str = told(N_("Where"), form=Form.PLACE)
    channel: str = told(N_("How it was heard"), codes="feedback_channels")
    risk: str = told(N_("How much harm it could do"), codes="rumour_risk")
    verification: str = told(N_("Whether it is true"), codes="rumour_verification")
    engagement: str = told(N_("What people were told"), form=Form.TEXT)
    outcome: str = told(N_("What became of it"), form=Form.TEXT)


@dataclass(frozen=True)
class SharedPolicyCard(SharedEntry):
    """A rule or plan in plain words, with the questions that people were asked about it."""

    KIND: ClassVar[str] = "policy_card"

    title: str = told(N_("Title"), form=Form.TITLE)
    summary: str = told(N_("In plain words"), form=Form.TEXT)
    question_1: str = told(N_("First question"), form=Form.TEXT)
    question_2: str = told(N_("Second question"), form=Form.TEXT)
    question_3: str = told(N_("Third question"), form=Form.TEXT)
    language: str = told(N_("Language"), codes="languages")
