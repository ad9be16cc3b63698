"""Totals: what leaves of many records together, protected like every published number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from statistics import median_low

from app.domain.records import Feedback
from app.domain.shared import FeedbackCount, LoopTotal
from app.domain.terms import Count
from app.privacy.border.passage import Passage
from app.privacy.border.staying import is_sensitive
from app.privacy.suppression import single

_IS_COUNTED = frozenset({"C1", "C2", "C3", "C4"})
"""Without recorded consent not even the number leaves."""
_TENS = 10


def count_feedback(records: Iterable[Feedback], passage: Passage) -> tuple[FeedbackCount, ...]:
    """How many messages of each type about each objective came; sensitive reports and C0 are not among them."""
    counted: dict[tuple[str, int], int] = {}
    for record in records:
        if is_sensitive(record) or record.consent not in _IS_COUNTED:
            continue
        for topic in record.topics:
            counted[record.type, topic] = counted.get((record.type, topic), 0) + 1
    return tuple(
        FeedbackCount(f"{kind}:{topic}", kind, topic, passage.told(single(number, passage.smallest)))
        for (kind, topic), number in sorted(counted.items())
    )


def total_loops(heard: Iterable[Feedback], days: Mapping[str, int], passage: Passage) -> tuple[LoopTotal, ...]:
    """How well answers came back; `days` tells of answered messages how long that took.

    Only messages count of which somebody wrote what was done: silence is not "unanswered". Nothing is told of fewer
    than k messages, nor a share with fewer than k people on one of its two sides.
    """
    told = [one for one in heard if one.status and one.consent in _IS_COUNTED and not is_sensitive(one)]
    if len(told) < passage.smallest:
        return ()
    answered = [record for record in told if not record.open_loop]
    waited = sorted(days[record.id] for record in answered if record.id in days)
    sides = (len(answered), len(told) - len(answered))
    hidden = any(single(side, passage.smallest).withheld for side in sides)
    share = Count(withheld=True) if hidden else Count((100 * len(answered) // len(told) + 5) // _TENS * _TENS)
    if not waited:
        return (LoopTotal("loop", share),)
    few = len(waited) < passage.smallest
    return (LoopTotal("loop", share, Count(withheld=True) if few else Count(median_low(waited))),)
