"""What an organisation asks of others: needs and offers, proposals with who stands behind them, open questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.shared.entries.entry import Form, SharedEntry, told
from app.domain.terms import When
from app.i18n import N_


@dataclass(frozen=True)
class SharedNeedOffer(SharedEntry):
    """Something an organisation needs, or can give to others."""

    KIND: ClassVar[str] = "need_offer"

    text: str = told(N_("What exactly"), form=Form.TEXT)
    kind: str = told(N_("Need or offer"), codes="need_offer_kinds")
    category: str = told(N_("About"), codes="need_offer_categories")
    objectives: tuple[int, ...] = told(N_("Objectives"), (), form=Form.OBJECTIVES)
    until: When | None = told(N_("Until"), None)


@dataclass(frozen=True)
class SharedProposal(SharedEntry):
    """What somebody should change; dissent is kept beside agreement."""

    KIND: ClassVar[str] = "proposal"

    text: str = told(N_("What should change"), form=Form.TEXT)
    objectives: tuple[int, ...] = told(N_("Objectives"), (), form=Form.OBJECTIVES)
    addressee: str = told(N_("Who should do it"), codes="addressees")
    level: str = told(N_("Level"), codes="levels")
    evidence: tuple[str, ...] = told(N_("What it rests on"), (), form=Form.REFERENCE)
    action_refs: tuple[str, ...] = told(N_("Actions of the Compact"), ())
    agree: tuple[str, ...] = told(N_("Organisations that agree"), ())
    partly: tuple[str, ...] = told(N_("Organisations that agree in part"), ())
    differ: tuple[str, ...] = told(N_("Organisations that see it differently"), ())
    month: When | None = told(N_("Month"), None)


@dataclass(frozen=True)
class SharedOpenQuestion(SharedEntry):
    """Something an organisation wants to know from somebody."""

    KIND: ClassVar[str] = "open_question"

    text: str = told(N_("Question"), form=Form.TEXT)
    objectives: tuple[int, ...] = told(N_("Objectives"), (), form=Form.OBJECTIVES)
    addressee: str = told(N_("For whom"), codes="addressees")
    answer: str = told(N_("The answer"), form=Form.TEXT)
