"""What an organisation means to do: steps of its plan, and commitments with what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.shared.entries.entry import Form, SharedEntry, told
from app.domain.terms import When
from app.i18n import N_


@dataclass(frozen=True)
class SharedPlanItem(SharedEntry):
    """One step of an organisation's own plan."""

    KIND: ClassVar[str] = "plan_item"

    title: str = told(N_("Step of the plan"), form=Form.TITLE)
    objectives: tuple[int, ...] = told(N_("Objectives"), (), form=Form.OBJECTIVES)
    role: str = told(N_("Role"), codes="roles")
    start: When | None = told(N_("From"), None)
    due: When | None = told(N_("To be done by"), None)
    status: str = told(N_("Stage of the work"), codes="activity_status")
    milestone: str = told(N_("How it will be seen that it is done"), form=Form.TEXT)
    action_refs: tuple[str, ...] = told(N_("Actions of the Compact"), ())
    marker: str = told(N_("How much migration counts in it"), codes="policy_marker")
    plan: str = told(N_("Part of this plan or policy"), form=Form.REFERENCE)


@dataclass(frozen=True)
class SharedCommitment(SharedEntry):
    """A pledge, after somebody signed it off."""

    KIND: ClassVar[str] = "commitment"

    title: str = told(N_("Promise"), form=Form.TITLE)
    objectives: tuple[int, ...] = told(N_("Objectives"), (), form=Form.OBJECTIVES)
    description: str = told(N_("Description"), form=Form.TEXT)
    start: When | None = told(N_("From"), None)
    due: When | None = told(N_("To be kept by"), None)
    status: str = told(N_("How far it is"), codes="commitment_status")
    smart_what: str = told(N_("What exactly will change?"), form=Form.TEXT)
    smart_how_much: str = told(N_("How many, or how much?"), form=Form.TEXT)
    smart_who: str = told(N_("Who does it?"), form=Form.TEXT)
    smart_by_when: str = told(N_("By what date?"), form=Form.TEXT)
    smart_check: str = told(N_("How will it be checked?"), form=Form.TEXT)
    form: str = told(N_("Who promises"), codes="pledge_forms")
    partners: tuple[str, ...] = told(N_("Partner organisations"), ())
    matched_title: str = told(N_("Title of the pledge that this one matches"))
    matched_id: str = told(N_("Number of the pledge that this one matches"))
    types: tuple[str, ...] = told(N_("Kinds of pledge"), (), codes="pledge_types")
    principles: tuple[str, ...] = told(N_("Guiding principles"), (), codes="guiding_principles")
    level: str = told(N_("Level"), codes="levels")


@dataclass(frozen=True)
class SharedCommitmentUpdate(SharedEntry):
    """What became of a commitment by a certain month."""

    KIND: ClassVar[str] = "commitment_update"

    commitment: str = told(N_("About this commitment"), form=Form.REFERENCE)
    date: When | None = told(N_("Date"), None)
    text: str = told(N_("What happened since"), form=Form.TEXT)
    status: str = told(N_("How far it is"), codes="commitment_status")
