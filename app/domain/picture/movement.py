"""Movement: one picture beside that of the period before: objectives, and what became of each commitment.

Only what counts no people is compared: ranges of people, counted in different ways, have no difference.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.coverage import Cell
from app.domain.shared import Picture, SharedCommitment, SharedCommitmentUpdate, Told
from app.domain.terms import When


class Step(StrEnum):
    """What became of a commitment from one period to the next."""

    RAISED = "raised"
    """Told for the first time."""
    KEPT = "kept"
    """Fulfilled, in the words of who made it."""
    RUNNING = "running"
    DELAYED = "delayed"
    DROPPED = "dropped"
    """Withdrawn, in the words of who made it."""
    UNTOLD = "untold"
    """Its organisation reported and did not speak of it any more."""
    SILENT = "silent"
    """Its organisation did not report: nobody knows, which is not the same as dropped."""


_STEPS = {"fulfilled": Step.KEPT, "withdrawn": Step.DROPPED, "delayed": Step.DELAYED}
_OVER = frozenset({"fulfilled", "withdrawn"})
_FIRST_SAID = frozenset({Step.KEPT, Step.DROPPED})


@dataclass(frozen=True)
class Moved:
    """One commitment with its status before and now; "" where it was not told."""

    promise: Told
    before: str
    now: str
    step: Step


@dataclass(frozen=True)
class Change:
    """One objective in two periods."""

    objective: int
    before: Cell
    now: Cell
    organisations_before: int
    organisations: int


def changes(before: Picture, now: Picture) -> tuple[Change, ...]:
    """Every objective, also where nothing changed."""
    then = {view.objective: view for view in before.objectives}
    return tuple(
        Change(
            view.objective,
            Cell(then[view.objective].state, then[view.objective].activities),
            Cell(view.state, view.activities),
            then[view.objective].organisations,
            view.organisations,
        )
        for view in now.objectives
        if view.objective in then
    )


def moved(now: Picture, before: Picture | None = None) -> tuple[Moved, ...]:
    """Every commitment told in either period, once, by organisation and title; without a period before, as it stands.

    A commitment that was over before and is not told any more is left out: it had its end in that period.
    """
    current = _promises(now)
    past: Mapping[tuple[str, str], tuple[Told, str]] = _promises(before) if before else {}
    reported = {one.organisation.id for one in now.counted}
    found = [
        Moved(told, past[key][1] if key in past else "", status, _step(status, is_new=bool(before) and key not in past))
        for key, (told, status) in current.items()
    ]
    for key, (told, status) in past.items():
        if key not in current and status not in _OVER:
            found.append(Moved(told, status, "", Step.UNTOLD if key[0] in reported else Step.SILENT))
    return tuple(sorted(found, key=lambda one: (one.promise.organisation.name, _title(one.promise), one.now)))


def _step(status: str, *, is_new: bool) -> Step:
    step = _STEPS.get(status, Step.RUNNING)
    return Step.RAISED if is_new and step not in _FIRST_SAID else step


def _promises(picture: Picture) -> dict[tuple[str, str], tuple[Told, str]]:
    """(organisation, id) to the commitment and what was said last of how far it is."""
    news: dict[tuple[str, str], SharedCommitmentUpdate] = {}
    for told in picture.further:
        if isinstance(told.entry, SharedCommitmentUpdate) and told.entry.status:
            key = told.organisation.id, told.entry.commitment
            if key not in news or _iso(news[key].date) <= _iso(told.entry.date):
                news[key] = told.entry
    found = {}
    for told in picture.further:
        if isinstance(told.entry, SharedCommitment):
            key = told.organisation.id, told.entry.id
            found[key] = told, news[key].status if key in news else told.entry.status
    return found


def _iso(when: When | None) -> str:
    return when.iso if when else ""


def _title(told: Told) -> str:
    return told.entry.title if isinstance(told.entry, SharedCommitment) else ""
