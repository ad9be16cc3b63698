"""The long work of a picture: its figures, those of the period before, and for each cell from what it was made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.compact import Pack
from app.domain.coverage import Cell
from app.domain.picture.crossing import Axis, Crossed, crossed, kinds_of
from app.domain.picture.editions import Edition
from app.domain.picture.words import codes
from app.domain.shared import Audience, Picture
from app.domain.terms import Period
from app.domain.wording import Wording
from app.i18n import language
from app.ordering import by_name
from app.places import load
from app.progress import Progress
from app.services.opening.workspace import Workspace
from app.services.picturing import national


@dataclass(frozen=True)
class Shown:
    """A picture with the rows of each axis; of regions and kinds also those that nobody told of."""

    edition: Edition
    rows: Mapping[Axis, tuple[str, ...]]
    whole: Mapping[Axis, Crossed]
    _narrowed: dict[tuple[Axis, str], Crossed] = field(default_factory=dict)

    @property
    def picture(self) -> Picture:
        """The picture of the period."""
        return self.edition.picture

    @property
    def objectives(self) -> tuple[int, ...]:
        """The numbers of the columns."""
        return tuple(view.objective for view in self.picture.objectives)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of organisation that a table can be narrowed to."""
        return kinds_of(self.picture)

    def organisations(self) -> tuple[int, int]:
        """(how many are counted, how many sent something for the period)."""
        sent = {one.organisation.id for one in self.picture.contributors if one.fate != "outside-period"}
        return len({one.organisation.id for one in self.picture.counted}), len(sent)

    def seen(self, axis: Axis, kind: str = "") -> Seen:
        """The table of one axis, of all organisations or of one kind."""
        if kind and (axis, kind) not in self._narrowed:
            self._narrowed[axis, kind] = crossed(self.picture, axis, kind)
        rows = self.rows[axis] if axis is not Axis.KIND or not kind else (kind,)
        return Seen(axis, rows, self.objectives, self._narrowed[axis, kind] if kind else self.whole[axis], kind)


@dataclass(frozen=True)
class Seen:
    """One table of a picture: its rows, and what is known of each cell."""

    axis: Axis
    rows: tuple[str, ...]
    objectives: tuple[int, ...]
    crossed: Crossed
    kind: str = ""
    """The kind of organisation that it is narrowed to."""

    def cell(self, code: str, objective: int) -> Cell:
        """What is known; what nobody told of is not reported, not zero."""
        return self.crossed.cell(code, objective)

    def organisations(self, code: str, objective: int) -> int:
        """How many told of it."""
        return self.crossed.organisations(code, objective)


def make(workspace: Workspace, period: Period, audience: Audience, progress: Progress) -> Shown:
    """The picture of a period for an audience; read and merged from everything that counts."""
    picture = national.picture(workspace, period, audience, progress)
    edition = national.edition(workspace, picture, progress=progress)
    whole = {axis: crossed(picture, axis) for axis in Axis}
    rows = {
        Axis.PLACE: _places(whole[Axis.PLACE].codes, workspace.organisation.country),
        Axis.KIND: _kinds(whole[Axis.KIND].codes, picture, workspace.pack),
        Axis.DEPARTMENT: tuple(codes(Axis.DEPARTMENT, whole[Axis.DEPARTMENT], Wording.here(workspace.pack))),
    }
    return Shown(edition, rows, whole)


def _places(told_of: tuple[str, ...], own_country: str) -> tuple[str, ...]:
    """Every region of the countries it is about, told of or not, and "no place told" last."""
    gazetteer = load()
    countries = {gazetteer.country_of(code) for code in (*told_of, own_country) if code} - {""}
    regions = {child.code for country in countries for child in gazetteer.children(gazetteer.place(country))}
    known = by_name(sorted(regions.union(told_of) - {""}), lambda code: gazetteer.place(code).name, language())
    return (*known, "")


def _kinds(told_of: tuple[str, ...], picture: Picture, pack: Pack) -> tuple[str, ...]:
    """In the order of the Compact, those that nobody came from among them."""
    known = [kind.code for kind in pack.stakeholder_types]
    found = {*told_of, *picture.absent_types, *kinds_of(picture)}
    return (*(code for code in known if code in found), *sorted(found.difference(known)))
