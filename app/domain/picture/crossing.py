"""Crossing: activities of a picture by objective and by place, kind of organisation or department, of all or one kind.

Whatever the rows are, done, nothing done, not reported and withheld stay four different things.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.coverage import Cell, cell
from app.domain.shared import Identity, Picture, PublicOrganisation, SharedActivity, SharedAssessment, Told
from app.places import load as load_places
from app.places import region

_NOBODY: tuple[Told, ...] = ()


class Axis(StrEnum):
    """What the rows are; the columns are always objectives."""

    PLACE = "place"
    """Regions; "" where no place was told."""
    KIND = "kind"
    """Kinds of organisation; one organisation may be of several and stands in each."""
    DEPARTMENT = "department"


@dataclass(frozen=True)
class Crossed:
    """Who told of what, cell by cell. A key is (code of the row, number of the objective)."""

    told: Mapping[tuple[str, int], tuple[Told, ...]]
    idle: Mapping[tuple[str, int], tuple[Told, ...]]
    """Organisations' own words that nothing was done. Of a place they stand in the row "", as they name none."""
    activities: Mapping[tuple[str, int], int]
    """How many activities the entries of a cell tell of."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The rows that something is known of, in order of code, "" last."""
        found = {code for code, _number in (*self.told, *self.idle)}
        return tuple(sorted(found, key=lambda code: (not code, code)))

    def cell(self, code: str, objective: int) -> Cell:
        """What is known; of what nobody told anything it is not reported, and not zero."""
        key = code, objective
        return cell(self.activities.get(key, 0), nothing_done=bool(self.idle.get(key)))

    def row(self, code: str, objectives: tuple[int, ...]) -> tuple[Cell, ...]:
        """The cells of a row."""
        return tuple(self.cell(code, number) for number in objectives)

    def behind(self, code: str, objective: int) -> tuple[Told, ...]:
        """From what a cell was made: the activities, or else the words that nothing was done."""
        key = code, objective
        return self.told.get(key) or self.idle.get(key, _NOBODY)


def crossed(picture: Picture, axis: Axis, kind: str = "") -> Crossed:
    """The picture's activities by the rows asked for; with `kind`, only those of organisations of this kind."""
    told: dict[tuple[str, int], list[Told]] = {}
    for one in picture.activities:
        if isinstance(one.entry, SharedActivity) and _is(one.organisation, kind):
            for code in _codes(one.organisation, one.entry, axis):
                for number in one.entry.objectives:
                    told.setdefault((code, number), []).append(one)
    same = picture.activity_of
    counts = {key: counted_once(found, same) for key, found in told.items()}
    return Crossed(_frozen(told), _frozen(_idle(picture, axis, kind)), counts)


def counted_once(told: Iterable[Told], same: Mapping[Identity, Identity]) -> int:
    """How many activities these entries tell of, one that several tell of counted once (`Picture.activity_of`)."""
    return len({same.get(one.identity, one.identity) for one in told})


def departments(found: Crossed, listed: Iterable[str]) -> tuple[str, ...]:
    """The rows of a table of departments: all that are listed, the silent ones too, where any is named at all."""
    if not found.codes:
        return ()
    known = tuple(listed)
    return (*known, *(code for code in found.codes if code not in known))


def kinds_of(picture: Picture) -> tuple[str, ...]:
    """The kinds of the organisations that count, in order of code."""
    return tuple(sorted({code for one in picture.counted for code in one.organisation.types}))


def _idle(picture: Picture, axis: Axis, kind: str) -> dict[tuple[str, int], list[Told]]:
    found: dict[tuple[str, int], list[Told]] = {}
    for one in picture.assessments:
        if isinstance(one.entry, SharedAssessment) and one.entry.nothing_done and _is(one.organisation, kind):
            codes = one.organisation.types if axis is Axis.KIND else ("",)
            for code in codes if axis is not Axis.DEPARTMENT else ():
                found.setdefault((code, one.entry.objective), []).append(one)
    return found


def _codes(organisation: PublicOrganisation, activity: SharedActivity, axis: Axis) -> Iterator[str]:
    if axis is Axis.KIND:
        yield from organisation.types
    elif axis is Axis.DEPARTMENT:
        yield from activity.departments
    else:
        found = region(load_places().place(activity.place)) if activity.place else None
        yield found.code if found else ""


def _is(organisation: PublicOrganisation, kind: str) -> bool:
    return not kind or kind in organisation.types


def _frozen(found: dict[tuple[str, int], list[Told]]) -> dict[tuple[str, int], tuple[Told, ...]]:
    return {key: tuple(each) for key, each in found.items()}
