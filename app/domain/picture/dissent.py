"""Dissent: objectives that organisations see differently, each view beside the others with who holds it."""

from __future__ import annotations

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
    return tuple(found for view in picture.objectives if len((found := _of(picture, view.objective)).sides) >= _SEVERAL)


def disputed(picture: Picture) -> tuple[Told, ...]:
    """Proposals that not everybody stands behind: who differs is kept beside who agrees."""
    entries = (told for told in picture.further if isinstance(told.entry, SharedProposal))
    return tuple(
        one for one in entries if isinstance(one.entry, SharedProposal) and (one.entry.partly or one.entry.differ)
    )


def _of(picture: Picture, objective: int) -> Difference:
    views: dict[str, list[Told]] = {}
    for told in picture.assessments:
        entry = told.entry
        if isinstance(entry, SharedAssessment) and entry.objective == objective:
            if view := NOTHING_DONE if entry.nothing_done else entry.value:
                views.setdefault(view, []).append(told)
    if NOTHING_DONE in views and len(views) == 1:
        acted = [told for told in picture.activities if _about(told, objective)]
        by = {told.organisation.id: told for told in reversed(acted)}
        if by:
            views[DONE] = list(reversed(by.values()))
    sides = (Side(view, tuple(sorted(held, key=_name))) for view, held in sorted(views.items()))
    return Difference(objective, tuple(sides))


def _about(told: Told, objective: int) -> bool:
    return isinstance(told.entry, SharedActivity) and objective in told.entry.objectives


def _name(told: Told) -> str:
    return told.organisation.name
