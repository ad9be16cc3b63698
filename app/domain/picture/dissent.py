"""Dissent: objectives that organisations see differently, each view beside the others with who holds it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from app.domain.shared import Picture, SharedActivity, SharedAssessment, SharedProposal, Told

NOTHING_DONE, DONE = "nothing-done", "done-here"
_SEVERAL = 2


@dataclass(frozen=True)
class Side:
    """One view and everybody who holds it."""

    view: str
    """A code of `self_assessment`; or that nothing was done; or, beside that, that something was."""
    held_by: tuple[Told, ...]


@dataclass(frozen=True)
class Difference:
    """One objective with at least two views of it; none of them is larger for being held by more."""

    objective: int
    sides: tuple[Side, ...]


def differences(picture: Picture) -> tuple[Difference, ...]:
    """Every objective that is seen differently, in order; also where one did something and another wrote "nothing"."""
    views: dict[int, dict[str, list[Told]]] = {view.objective: {} for view in picture.objectives}
    for told in picture.assessments:
        entry = told.entry
        if isinstance(entry, SharedAssessment) and entry.objective in views:
            if view := NOTHING_DONE if entry.nothing_done else entry.value:
                views[entry.objective].setdefault(view, []).append(told)
    idle = {number for number, found in views.items() if found.keys() == {NOTHING_DONE}}
    for number, acted in _acted(picture, idle).items():
        views[number][DONE] = acted
    return tuple(_difference(number, found) for number, found in views.items() if len(found) >= _SEVERAL)


def disputed(picture: Picture) -> tuple[Told, ...]:
    """Proposals that not everybody stands behind: who differs is kept beside who agrees."""
    entries = (told for told in picture.further if isinstance(told.entry, SharedProposal))
    return tuple(
        one for one in entries if isinstance(one.entry, SharedProposal) and (one.entry.partly or one.entry.differ)
    )


def _acted(picture: Picture, objectives: Collection[int]) -> dict[int, list[Told]]:
    """By objective one activity of each organisation that did something."""
    found: dict[int, dict[str, Told]] = {}
    for told in picture.activities if objectives else ():
        if isinstance(told.entry, SharedActivity):
            for number in {*told.entry.objectives}.intersection(objectives):
                found.setdefault(number, {}).setdefault(told.organisation.id, told)
    return {number: list(told.values()) for number, told in found.items()}


def _difference(objective: int, views: Mapping[str, list[Told]]) -> Difference:
    sides = (Side(view, tuple(sorted(held, key=_name))) for view, held in sorted(views.items()))
    return Difference(objective, tuple(sides))


def _name(told: Told) -> str:
    return told.organisation.name
