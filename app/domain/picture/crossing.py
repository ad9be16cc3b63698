"""Crossing: activities of a picture by objective and by place, kind of organisation or department, of all or one kind.

Whatever the rows are, done, nothing done, not reported and withheld stay four different things.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.coverage import Cell, cell
from app.domain.shared import (
    Cells,
    Identity,
    Picture,
    PublicOrganisation,
    SharedActivity,
    SharedAssessment,
    Tally,
    Told,
)
from app.places import load as load_places
from app.places import region

_NONE: Cells = {}


class Axis(StrEnum):
    """What the rows are; the columns are always objectives."""

    PLACE = "place"
    """Regions; "" where no place was told."""
    KIND = "kind"
    """Kinds of organisation; one organisation may be of several and stands in each."""
    DEPARTMENT = "department"


@dataclass(frozen=True)
class Crossed:
    """How much is told of what, cell by cell. A key is (code of the row, number of the objective)."""

    told: Cells
    idle: Mapping[tuple[str, int], int]
    """Organisations that wrote that nothing was done. Of a place they stand in the row "", as they name none."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The rows that something is known of, in order of code, "" last."""
        found = {code for code, _number in (*self.told, *self.idle)}
        return tuple(sorted(found, key=lambda code: (not code, code)))

    def cell(self, code: str, objective: int) -> Cell:
        """What is known; of what nobody told anything it is not reported, and not zero."""
        key = code, objective
        return cell(self.told.get(key, Tally()).activities, nothing_done=bool(self.idle.get(key)))

    def row(self, code: str, objectives: tuple[int, ...]) -> tuple[Cell, ...]:
        """The cells of a row."""
        return tuple(self.cell(code, number) for number in objectives)

    def organisations(self, code: str, objective: int) -> int:
        """How many told of the activities; or else wrote that nothing was done."""
        key = code, objective
        return self.told[key].organisations if key in self.told else self.idle.get(key, 0)


def table(axis: Axis, kind: str = "") -> str:
    """The name of the cells of a table in the sums of a picture; with `kind` of these organisations alone."""
    return f"{axis.value} {kind}" if kind else axis.value


def crossed(picture: Picture, axis: Axis, kind: str = "") -> Crossed:
    """The picture's activities by the rows asked for; with `kind`, only those of organisations of this kind."""
    sums = picture.sums
    if axis is Axis.KIND:
        told = {key: one for key, one in sums.crossed.get(table(axis), _NONE).items() if kind in ("", key[0])}
        kinds = (kind,) if kind else kinds_of(picture)
        return Crossed(told, {(code, number): n for code in kinds for number, n in _idle(picture, code)})
    idle = _idle(picture, kind) if axis is Axis.PLACE else ()
    return Crossed(sums.crossed.get(table(axis, kind), _NONE), {("", number): n for number, n in idle})


def behind(picture: Picture, axis: Axis, code: str, objectives: Collection[int], kind: str = "") -> Iterator[Told]:
    """From what the cells of a row were made: the activities, or else the words that nothing was done."""
    found = crossed(picture, axis, kind)
    done = {number for number in objectives if (code, number) in found.told}
    for one in picture.activities if done else ():
        if isinstance(one.entry, SharedActivity) and not done.isdisjoint(one.entry.objectives):
            if _is(one.organisation, kind) and code in _codes(one.organisation, one.entry, axis):
                yield one
    idle = {number for number in objectives if (code, number) in found.idle} - done
    for one in picture.assessments if idle else ():
        if isinstance(one.entry, SharedAssessment) and one.entry.nothing_done and one.entry.objective in idle:
            if _is(one.organisation, kind) and code in (one.organisation.types if axis is Axis.KIND else ("",)):
                yield one


def counted_once(told: Iterable[Told], same: Mapping[Identity, Identity]) -> int:
    """How many activities these entries tell of, one that several tell of counted once (`Picture.activity_of`)."""
    return len({same.get(one.identity, one.identity) for one in told})


def kinds_of(picture: Picture) -> tuple[str, ...]:
    """The kinds of the organisations that count, in order of code."""
    return tuple(sorted({code for one in picture.counted for code in one.organisation.types}))


def _idle(picture: Picture, name: str) -> list[tuple[int, int]]:
    return [(number, n) for number, n in picture.sums.idle.get(name, {}).items() if number]


def _codes(organisation: PublicOrganisation, activity: SharedActivity, axis: Axis) -> tuple[str, ...]:
    if axis is Axis.KIND:
        return organisation.types
    if axis is Axis.DEPARTMENT:
        return activity.departments
    found = region(load_places().place(activity.place)) if activity.place else None
    return (found.code if found else "",)


def _is(organisation: PublicOrganisation, kind: str) -> bool:
    return not kind or kind in organisation.types
