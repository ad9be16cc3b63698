"""Listing: a picture is its figures, and beside them the entries that they are made of."""

from __future__ import annotations

from collections.abc import Iterable

from app import garbage
from app.domain.shared import Outline, Picture, SharedActivity, SharedAssessment, SharedFeedback, Submission, Told
from app.services.picturing.merging import MERGED, in_period, is_heard_in


def listed(figures: Outline, printed: Iterable[Submission]) -> Picture:
    """The picture with these figures, made of these submissions: those that count, as they are printed.

    In the order of their organisations and calls it is what `merging.merged_beside` makes of them.
    """
    with garbage.not_looked_for():
        activities, assessments, further, voices = _by_list(figures, printed)
    return Picture(
        period=figures.period,
        audience=figures.audience,
        threshold=figures.threshold,
        reference=figures.reference,
        contributors=figures.contributors,
        objectives=figures.objectives,
        places=figures.places,
        activities=tuple(activities),
        assessments=tuple(assessments),
        absent_types=figures.absent_types,
        further=tuple(further),
        voices=tuple(voices),
        linked=figures.linked,
        numbers=figures.numbers,
        withheld=figures.withheld,
        digest=figures.digest,
    )


def _by_list(figures: Outline, printed: Iterable[Submission]) -> tuple[list[Told], ...]:
    activities: list[Told] = []
    assessments: list[Told] = []
    further: list[Told] = []
    voices: list[Told] = []
    for one in printed:
        for entry in one.entries:
            if isinstance(entry, SharedActivity):
                if in_period(entry, figures.period):
                    activities.append(Told(one.organisation, entry))
            elif isinstance(entry, SharedAssessment):
                assessments.append(Told(one.organisation, entry))
            elif isinstance(entry, SharedFeedback):
                if is_heard_in(entry, figures.period):
                    voices.append(Told(one.organisation, entry))
            elif not isinstance(entry, MERGED):
                further.append(Told(one.organisation, entry))
    return activities, assessments, further, voices
