"""Sides: what public bodies tell of each objective beside what everybody else tells; neither speaks for the other."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from app.domain.coverage import Cell, State, cell
from app.domain.picture.crossing import counted_once
from app.domain.shared import Picture, PublicOrganisation, SharedActivity, SharedAssessment, Told

PUBLIC_BODIES = frozenset({"SX-GOV", "ST-LOC", "SX-LGN", "ST-PAR"})
"""Kinds of organisation: of the State, of a region or of a town. One that is also of another kind stands with them."""


@dataclass(frozen=True)
class Side:
    """What one side tells of one objective."""

    known: Cell
    organisations: int
    """Who did something, or else wrote that nothing was done."""
    views: tuple[tuple[str, int], ...]
    """(code of `self_assessment`, how many organisations)."""
    told: tuple[Told, ...]
    """From what it is made."""


@dataclass(frozen=True)
class Sides:
    """One objective as both sides tell of it."""

    objective: int
    public: Side
    others: Side

    @property
    def told(self) -> tuple[Told, ...]:
        """From what both are made."""
        return (*self.public.told, *self.others.told)


def sides(picture: Picture) -> tuple[Sides, ...]:
    """Every objective that somebody tells of, in order."""
    about: dict[tuple[int, bool], list[Told]] = {}
    for told in (*picture.activities, *picture.assessments):
        for number in _objectives(told):
            about.setdefault((number, is_public(told.organisation)), []).append(told)
    return tuple(
        Sides(view.objective, *(_side(picture, about.get((view.objective, public), [])) for public in (True, False)))
        for view in picture.objectives
        if (view.objective, True) in about or (view.objective, False) in about
    )


def is_public(organisation: PublicOrganisation) -> bool:
    """Whether it is a public body."""
    return bool(PUBLIC_BODIES.intersection(organisation.types))


def _side(picture: Picture, told: list[Told]) -> Side:
    done = [one for one in told if isinstance(one.entry, SharedActivity)]
    views = [(one, one.entry) for one in told if isinstance(one.entry, SharedAssessment)]
    idle = [one for one, entry in views if entry.nothing_done]
    values = Counter(entry.value for _one, entry in views if entry.value and not entry.nothing_done)
    known = cell(counted_once(done, picture.activity_of), nothing_done=bool(idle))
    who = done if known.state is State.DONE else idle
    return Side(known, len({one.organisation.id for one in who}), tuple(sorted(values.items())), tuple(told))


def _objectives(told: Told) -> tuple[int, ...]:
    entry = told.entry
    if isinstance(entry, SharedActivity):
        return entry.objectives
    is_view = isinstance(entry, SharedAssessment) and (entry.value or entry.nothing_done)
    return (entry.objective,) if isinstance(entry, SharedAssessment) and is_view else ()
