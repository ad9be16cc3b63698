"""Sides: what public bodies tell of each objective beside what everybody else tells; neither speaks for the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.coverage import Cell, cell
from app.domain.shared import Picture, PublicOrganisation, SharedActivity, SharedAssessment, Tally, Told
from app.domain.shared.sums import SIDES

PUBLIC_BODIES = frozenset({"SX-GOV", "ST-LOC", "SX-LGN", "ST-PAR"})
"""Kinds of organisation: of the State, of a region or of a town. One that is also of another kind stands with them."""
PUBLIC, OTHERS = "public", "others"


@dataclass(frozen=True)
class Side:
    """What one side tells of one objective."""

    known: Cell
    organisations: int
    """Who did something, or else wrote that nothing was done."""
    views: tuple[tuple[str, int], ...]
    """(code of `self_assessment`, how many organisations)."""


@dataclass(frozen=True)
class Sides:
    """One objective as both sides tell of it."""

    objective: int
    public: Side
    others: Side


def sides(picture: Picture) -> tuple[Sides, ...]:
    """Every objective that somebody tells of, in order."""
    numbers = [view.objective for view in picture.objectives]
    each = ((number, _side(picture, PUBLIC, number), _side(picture, OTHERS, number)) for number in numbers)
    return tuple(
        Sides(number, public or _SILENT, others or _SILENT) for number, public, others in each if public or others
    )


def behind(picture: Picture, objective: int) -> Iterator[Told]:
    """From what both sides of an objective are made: activities, then what organisations think of it themselves."""
    for one in picture.activities:
        if isinstance(one.entry, SharedActivity) and objective in one.entry.objectives:
            yield one
    for one in picture.assessments:
        if isinstance(one.entry, SharedAssessment) and one.entry.objective == objective:
            if one.entry.value or one.entry.nothing_done:
                yield one


def is_public(organisation: PublicOrganisation) -> bool:
    """Whether it is a public body."""
    return bool(PUBLIC_BODIES.intersection(organisation.types))


def side_of(organisation: PublicOrganisation) -> str:
    """The row that it stands in."""
    return PUBLIC if is_public(organisation) else OTHERS


def idle_of(side: str) -> str:
    """What words that nothing was done are called of a side."""
    return f"{SIDES} {side}"


_SILENT = Side(cell(0, nothing_done=False), 0, ())


def _side(picture: Picture, side: str, objective: int) -> Side | None:
    """None where it told nothing at all."""
    done = picture.sums.crossed.get(SIDES, {}).get((side, objective), Tally())
    idle = picture.sums.idle.get(idle_of(side), {}).get(objective, 0)
    views = picture.sums.views.get(side, {}).get(objective, {})
    if not (done.activities or idle or views):
        return None
    known = cell(done.activities, nothing_done=idle > 0)
    return Side(known, done.organisations if done.activities else idle, tuple(sorted(views.items())))
