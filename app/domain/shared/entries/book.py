"""What others may read of an organisation's own book: policies, partners that agreed, how it uses words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.shared.entries.entry import Form, SharedEntry, told
from app.i18n import N_


@dataclass(frozen=True)
class SharedPolicyLink(SharedEntry):
    """A plan, law or policy that the work is tied to."""

    KIND: ClassVar[str] = "policy_link"

    title: str = told(N_("Title of the plan or policy"), form=Form.TITLE)
    body: str = told(N_("Whose it is"))
    level: str = told(N_("Level"), codes="levels")
    marker: str = told(N_("How much migration counts in it"), codes="policy_marker")
    url: str = told(N_("Web address"))
    objectives: tuple[int, ...] = told(N_("Objectives"), (), form=Form.OBJECTIVES)


@dataclass(frozen=True)
class SharedPartner(SharedEntry):
    """An organisation worked with that agreed to be named."""

    KIND: ClassVar[str] = "partner"

    name: str = told(N_("Public name"), form=Form.TITLE)
    type: str = told(N_("Kind of organisation"), codes="stakeholder_types")
    country: str = told(N_("Country"), form=Form.PLACE)
    role: str = told(N_("Its role"), codes="roles")


@dataclass(frozen=True)
class SharedTermNote(SharedEntry):
    """How an organisation uses a word, so that readers understand it as it was meant."""

    KIND: ClassVar[str] = "term_note"

    term: str = told(N_("The word"), form=Form.TITLE)
    text: str = told(N_("How it is used"), form=Form.TEXT)
