"""Gap watch: objectives that somebody speaks of and nobody acted on, with what is said of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from app.domain.coverage import State
from app.domain.shared import (
    ObjectiveView,
    Picture,
    SharedAssessment,
    SharedChallenge,
    SharedFeedback,
    SharedNeedOffer,
    SharedProposal,
    Told,
)

ASKING = (SharedChallenge, SharedNeedOffer, SharedProposal)
"""Kinds of entries that say what should be done, or what stands in the way."""


@dataclass(frozen=True)
class Gap:
    """One objective without any activity."""

    view: ObjectiveView
    asked: int
    """How many needs, proposals and things that stand in the way are told."""


def gaps(picture: Picture) -> tuple[Gap, ...]:
    """Every objective that is spoken of and that nobody acted on, in their order."""
    found = (Gap(view, picture.sums.asked.get(view.objective, 0)) for view in picture.objectives)
    return tuple(
        one for one in found if not one.view.activities and (one.asked or one.view.feedback or one.view.nothing_done)
    )


def unspoken(picture: Picture) -> tuple[int, ...]:
    """Objectives of which nobody told anything: no activity, view, message, need, promise or whatever else."""
    spoken: set[int] = set()
    for told in chain(picture.further, picture.voices, picture.assessments):
        entry = told.entry
        spoken.update(getattr(entry, "objectives", ()), getattr(entry, "topics", ()), (getattr(entry, "objective", 0),))
    silent = (one for one in picture.objectives if one.state is State.NOT_REPORTED and not one.feedback)
    return tuple(one.objective for one in silent if one.objective not in spoken)


def asked(picture: Picture, objective: int) -> Iterator[Told]:
    """Needs, proposals and what stands in the way of an objective."""
    return (one for one in picture.further if isinstance(one.entry, ASKING) and objective in one.entry.objectives)


def behind(picture: Picture, objective: int) -> Iterator[Told]:
    """From what a gap is known; counts of messages stand in the submissions alone.

    After what is asked come messages in words, and organisations' own words that nothing was done.
    """
    yield from asked(picture, objective)
    for one in picture.voices:
        if isinstance(one.entry, SharedFeedback) and objective in one.entry.topics:
            yield one
    for one in picture.assessments:
        if isinstance(one.entry, SharedAssessment) and one.entry.nothing_done and one.entry.objective == objective:
            yield one
