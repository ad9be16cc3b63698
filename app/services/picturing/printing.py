"""Printing: what one organisation tells in a picture, as its reader may read it, and what that adds to the figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from app.domain.parts import Part, Tells, part_of
from app.domain.shared import FeedbackCount, SharedAssessment, Submission, Told
from app.privacy.beside import Reader
from app.privacy.widening import widened
from app.services.picturing import listing, merging
from app.services.picturing.listing import List
from app.services.submitting.published import Before

_ADDED = (SharedAssessment, FeedbackCount)
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
    lists = listing.parted(told, reader.period)
    others = [Told(one.organisation, entry) for one in told for entry in one.entries if isinstance(entry, _ADDED)]
    exactly = [entry for one in exact for entry in one.of(FeedbackCount)]
    tells = Tells(lists[List.ACTIVITIES], others, lists[List.FURTHER], exactly)
    part = part_of(tells, answered, reader.period)
    return replace(part, entries=sum(map(len, lists.values()))), tuple(told)
