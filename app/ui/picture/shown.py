"""The long work of a picture: its figures, and for each cell from what it was made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.domain.coverage import Cell, State
from app.domain.shared import Audience, Picture, SharedActivity, Told
from app.domain.terms import Period
from app.places import load, region
from app.progress import Progress
from app.services.coordinating import national
from app.services.opening.workspace import Workspace
from app.ui.words.ordering import by_name

_SILENT = Cell(State.NOT_REPORTED)


@dataclass(frozen=True)
class Shown:
    """A picture with its rows: every region of the countries it is about, told of or not, and "no place told" last."""

    picture: Picture
    places: tuple[str, ...]
    cells: Mapping[tuple[str, int], Cell]
    told: Mapping[tuple[str, int], tuple[Told, ...]]

    @property
    def objectives(self) -> tuple[int, ...]:
        """The numbers of the columns."""
        return tuple(view.objective for view in self.picture.objectives)

    def cell(self, place: str, objective: int) -> Cell:
        """What is known of an objective in a place; a place nobody told of is not reported, not zero."""
        return self.cells.get((place, objective), _SILENT)

    def organisations(self) -> tuple[int, int]:
        """(how many are counted, how many sent something for the period)."""
        sent = {one.organisation.id for one in self.picture.contributors if one.fate != "outside-period"}
        return len({one.organisation.id for one in self.picture.counted}), len(sent)


def make(workspace: Workspace, period: Period, audience: Audience, progress: Progress) -> Shown:
    """The picture of a period for an audience; read and merged from everything that counts."""
    picture = national.picture(workspace, period, audience, progress)
    numbers = [view.objective for view in picture.objectives]
    cells = {
        (view.place, number): cell for view in picture.places for number, cell in zip(numbers, view.cells, strict=True)
    }
    told: dict[tuple[str, int], list[Told]] = {}
    for place, number, one in _by_cell(picture):
        told.setdefault((place, number), []).append(one)
    places = _rows([view.place for view in picture.places], workspace.organisation.country)
    return Shown(picture, places, cells, {key: tuple(found) for key, found in told.items()})


def _by_cell(picture: Picture) -> Iterator[tuple[str, int, Told]]:
    gazetteer = load()
    for one in picture.activities:
        assert isinstance(one.entry, SharedActivity)
        found = region(gazetteer.place(one.entry.place)) if one.entry.place else None
        for number in one.entry.objectives:
            yield found.code if found else "", number, one


def _rows(told_of: list[str], own_country: str) -> tuple[str, ...]:
    gazetteer = load()
    countries = {gazetteer.country_of(code) for code in (*told_of, own_country) if code} - {""}
    regions = {child.code for country in countries for child in gazetteer.children(gazetteer.place(country))}
    known = by_name(sorted(regions.union(told_of) - {""}), lambda code: gazetteer.place(code).name)
    return (*known, "")
