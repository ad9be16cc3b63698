"""What an organisation says about an objective: that it chose it, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from app.domain.records.fields import Record, Shape, declare
from app.domain.terms import When
from app.i18n import N_


@dataclass(frozen=True)
class ObjectiveChoice(Record):
    """One objective an organisation works on; one record per objective on all its devices."""

    KIND: ClassVar[str] = "choice"

    objective: int | None = declare(Shape.NUMBER, N_("Objective"), required=True, light=True)
    chosen: bool = declare(Shape.FLAG, N_("Chosen"), light=True)
    priority: int | None = declare(Shape.NUMBER, N_("Priority"), light=True)
    why: str = declare(Shape.LONG_TEXT, N_("Why"))
    target: When | None = declare(Shape.WHEN, N_("Target date"))
    note: str = declare(Shape.LONG_TEXT, N_("Note"))


@dataclass(frozen=True)
class Assessment(Record):
    """An organisation's own view of one objective in one period; "nothing done" is said, never concluded."""

    KIND: ClassVar[str] = "assessment"

    objective: int | None = declare(Shape.NUMBER, N_("Objective"), required=True, light=True)
    period: str = declare(Shape.TEXT, N_("Period"), required=True, light=True)
    value: str = declare(
        Shape.CODE,
        N_("How far are you?"),
        codes="self_assessment",
        light=True,
    )
    nothing_done: bool = declare(Shape.FLAG, N_("Nothing was done in this period"), light=True)
    note: str = declare(Shape.LONG_TEXT, N_("Note"))
