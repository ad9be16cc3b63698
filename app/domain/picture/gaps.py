"""Gap watch: objectives that somebody speaks of and nobody acted on, with what is said of them."""

from __future__ import annotations

from dataclasses import dataclass

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


@dataclass(frozen=True)
class Gap:
    """One objective without any activity."""

    view: ObjectiveView
    asked: tuple[Told, ...]
    """Needs, proposals and what stands in the way."""
    said: tuple[Told, ...]
    """Messages in words, and organisations' own words that nothing was done."""

    @property
    def told(self) -> tuple[Told, ...]:
        """From what it is known; counts of messages stand in the submissions alone."""
        return (*self.asked, *self.said)


def gaps(picture: Picture) -> tuple[Gap, ...]:
    """Every objective that is spoken of and that nobody acted on, in their order."""
    found = (Gap(view, _asked(picture, view.objective), _said(picture, view.objective)) for view in picture.objectives)
    return tuple(
        one for one in found if not one.view.activities and (one.asked or one.view.feedback or one.view.nothing_done)
    )


def unspoken(picture: Picture) -> tuple[int, ...]:
    """Objectives of which nobody told anything: no activity, view, message, need, promise or whatever else."""
    spoken: set[int] = set()
    for told in (*picture.further, *picture.voices, *picture.assessments):
        entry = told.entry
        spoken.update(getattr(entry, "objectives", ()), getattr(entry, "topics", ()), (getattr(entry, "objective", 0),))
    silent = (one for one in picture.objectives if one.state is State.NOT_REPORTED and not one.feedback)
    return tuple(one.objective for one in silent if one.objective not in spoken)


def _asked(picture: Picture, objective: int) -> tuple[Told, ...]:
    kinds = SharedChallenge | SharedNeedOffer | SharedProposal
    return tuple(
        told for told in picture.further if isinstance(told.entry, kinds) and objective in told.entry.objectives
    )


def _said(picture: Picture, objective: int) -> tuple[Told, ...]:
    voices = (one for one in picture.voices if isinstance(one.entry, SharedFeedback) and objective in one.entry.topics)
    idle = (
        one
        for one in picture.assessments
        if isinstance(one.entry, SharedAssessment) and one.entry.nothing_done and one.entry.objective == objective
    )
    return (*voices, *idle)
