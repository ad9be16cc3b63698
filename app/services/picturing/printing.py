"""Printing: what one organisation tells in a picture, as its reader may read it, and what that adds to the figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from app.domain.parts import Part, part_of
from app.domain.shared import FeedbackCount, SharedActivity, Submission, Told
from app.privacy.beside import Reader
from app.privacy.widening import widened
from app.services.picturing import merging
from app.services.submitting.published import Before

Printed = tuple[Submission, ...]


def printed(
    counting: Iterable[Submission], reader: Reader, known: Before, answered: Collection[str]
) -> tuple[Part, Printed]:
    """What the files of one organisation that count add to a picture, and they themselves as they are printed.

    `answered` are its activities that somebody answered about.
    """
    ordered = sorted((widened(one, reader.audience) for one in counting), key=lambda one: one.call)
    told = merging.printed(ordered, reader, known)
    exact = merging.exactly(ordered, reader, known)
    activities = [
        Told(one.organisation, entry)
        for one in told
        for entry in one.of(SharedActivity)
        if merging.in_period(entry, reader.period)
    ]
    others = [entry for one in told for entry in one.entries if not isinstance(entry, SharedActivity)]
    exactly = [entry for one in exact for entry in one.of(FeedbackCount)]
    return part_of(activities, others, answered, merged=merging.MERGED, exactly=exactly), tuple(told)
