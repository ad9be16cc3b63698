"""The objectives and the organisations of a picture as rows of words: by number and by name, never by size."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import overload

from app.compact import Pack
from app.domain.coverage import State
from app.domain.shared import Contributor, ObjectiveView, Picture
from app.i18n import _, format_list, format_number, isolate, language
from app.ordering import by_name
from app.ui.picture.plain_table import PlainTable
from app.ui.words import choices, wording


def objectives_table() -> PlainTable:
    """An empty table of objectives."""
    columns = (
        _("Objective"),
        _("What is known"),
        _("Activities"),
        _("Organisations"),
        _("People reached"),
        _("How counted"),
        _("How organisations see it"),
    )
    return PlainTable(_("Objectives"), columns, numbers=frozenset({2, 3, 4}))


def organisations_table() -> PlainTable:
    """An empty table of contributors."""
    columns = (_("Organisation"), _("Kind"), _("Version"), _("Activities"), _("What became of it"))
    return PlainTable(_("Organisations"), columns, numbers=frozenset({2, 3}))


def objective_rows(picture: Picture, pack: Pack) -> list[list[str]]:
    """One row for each objective, also where nothing is known."""
    return [_objective(view, pack) for view in picture.objectives]


_WORDS = 2_000
"""So many rows are kept as words: a table measures a thousand of them to find its widths."""


class _Organisations(Sequence[list[str]]):
    """Of ten thousand rows only those become words that somebody sees."""

    def __init__(self, told: Sequence[Contributor], pack: Pack) -> None:
        self._told = told
        self._row = lru_cache(maxsize=_WORDS)(lambda place: _organisation(told[place], pack))

    def __len__(self) -> int:
        return len(self._told)

    @overload
    def __getitem__(self, place: int) -> list[str]: ...

    @overload
    def __getitem__(self, place: slice) -> list[list[str]]: ...

    def __getitem__(self, place: int | slice) -> list[str] | list[list[str]]:
        if isinstance(place, slice):
            return [self._row(at) for at in range(*place.indices(len(self._told)))]
        return self._row(place)


def organisation_rows(picture: Picture, pack: Pack) -> Sequence[Sequence[str]]:
    """One row for each submission that came in, whatever became of it, by the name of the organisation."""
    return _Organisations(contributors(picture), pack)


def contributors(picture: Picture) -> list[Contributor]:
    """Everything that came in, in the order of the table."""
    revised = sorted(picture.contributors, key=lambda one: one.revision)
    return by_name(revised, lambda one: one.organisation.name, language())


def absent(picture: Picture, pack: Pack) -> str:
    """Which kinds of organisation nobody of those counted is; empty if every kind is there."""
    if not picture.absent_types:
        return ""
    return _("No contribution came from: {types}.").format(types=_types(picture.absent_types, pack))


def method(code: str, pack: Pack) -> str:
    """How people were counted, in words."""
    if code == "mixed":
        return _("Counted in different ways")
    return pack.code_list("reach_method").label(code, language()) if code else ""


def _objective(view: ObjectiveView, pack: Pack) -> list[str]:
    views = pack.code_list("self_assessment")
    parts = [
        _("{view} ({count})").format(view=views.label(code, language()), count=format_number(count))
        for code, count in view.assessments
    ]
    if view.nothing_done:
        parts.append(_("Nothing done ({count})").format(count=format_number(view.nothing_done)))
    silent = view.state is not State.DONE
    return [
        choices.objective_name(pack, view.objective),
        wording.state(view.state),
        "" if silent else format_number(view.activities),
        "" if silent else format_number(view.organisations),
        "" if silent else wording.reach(view.reach),
        method(view.reach.method, pack),
        format_list(parts),
    ]


def _organisation(one: Contributor, pack: Pack) -> list[str]:
    return [
        isolate(one.organisation.name),
        _types(one.organisation.types, pack),
        format_number(one.revision),
        format_number(one.activities),
        wording.fate(one.fate),
    ]


def _types(codes: tuple[str, ...], pack: Pack) -> str:
    known = {kind.code: kind for kind in pack.stakeholder_types}
    return format_list([known[code].title(language()).text if code in known else code for code in codes])
