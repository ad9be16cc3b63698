"""Totals: what leaves of many records together, protected like every published number."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from decimal import Decimal
from statistics import median_low

from app.domain.records import Feedback, Resources
from app.domain.shared import Audience, FeedbackCount, LoopTotal, ResourcesTotal
from app.domain.terms import AMOUNT_WITHHELD, Amount, Count
from app.privacy.border.passage import Passage
from app.privacy.border.staying import is_sensitive
from app.privacy.suppression import single

_IS_COUNTED = frozenset({"C1", "C2", "C3", "C4"})
"""Without recorded consent not even the number leaves."""
_FEWEST_PIECES = 3
"""A total of money needs three pieces of work, so that nobody who knows one learns the other."""
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


def total_resources(kept: Iterable[Resources], sources: Container[str], passage: Passage) -> tuple[ResourcesTotal, ...]:
    """Money by currency and kind of source, one of `sources` or none; the public is told no organisation's money."""
    if passage.audience is Audience.PUBLIC:
        return ()
    groups: dict[tuple[str, str], list[Resources]] = {}
    for one in kept:
        if currency := _currency(one.currency):
            groups.setdefault((currency, one.source_type if one.source_type in sources else ""), []).append(one)
    return tuple(
        ResourcesTotal(f"{currency}:{source}", currency, source, *(_sum(group, name) for name in _MONEY))
        for (currency, source), group in sorted(groups.items())
    )


_MONEY = ("budget", "spent", "gap")


def _currency(written: str) -> str:
    """Three letters, or "" for anything else: this field could hold any words, so nothing else leaves."""
    code = written.strip().upper()
    return code if len(code) == len("EUR") and code.isascii() and code.isalpha() else ""


def _sum(group: list[Resources], name: str) -> Amount:
    known: dict[str, Decimal] = {}
    for one in group:
        if (value := getattr(one, name)) is not None:
            known[one.of] = known.get(one.of, Decimal()) + value
    if not known:
        return Amount()
    return AMOUNT_WITHHELD if len(known) < _FEWEST_PIECES else Amount(sum(known.values(), Decimal()))
