"""Proposing: pairs of entries that are probably one activity, the likeliest first; it links nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from app.domain.once.answers import Answer, Answers, Pair, pair
from app.domain.once.blocking import meetings
from app.domain.once.grouping import grouped
from app.domain.once.likeness import explained, likeness, worth_comparing
from app.domain.once.reasons import Reason
from app.domain.once.traits import traits, words_of_names
from app.domain.shared import Identity, SharedActivity, Told
from app.progress import Progress, silent

ENOUGH = 5.5
"""From so many points on a pair is worth a person's look: 19 of 20 of the labelled pairs above it are one."""
_LIKELY = 8.0


@dataclass(frozen=True)
class Proposal:
    """Two entries that are probably one activity, and why."""

    one: Told
    other: Told
    points: float
    reasons: tuple[Reason, ...]

    @property
    def pair(self) -> Pair:
        """The name of these two in whatever order."""
        return pair(self.one.identity, self.other.identity)

    @property
    def is_likely(self) -> bool:
        """Whether much more speaks for it than a proposal needs."""
        return self.points >= _LIKELY


@dataclass(frozen=True)
class Proposals:
    """What is proposed, and how many pairs were compared for it."""

    found: tuple[Proposal, ...]
    compared: int


def proposals(
    told: Iterable[Told],
    answers: Answers,
    progress: Progress = silent,
    *,
    about: Collection[Identity] | None = None,
) -> Proposals:
    """The pairs that nobody has answered and that are not one activity already; the likeliest first.

    With `about` only pairs with one of these entries are compared.
    """
    once: dict[Identity, Told] = {one.identity: one for one in told if isinstance(one.entry, SharedActivity)}
    ordered = [once[identity] for identity in sorted(once)]
    same = grouped(ordered, answers)
    found: list[Proposal] = []
    compared = 0
    of_names = words_of_names(ordered)
    for one, met in meetings([traits(each, of_names) for each in ordered]):
        progress(0, 0)
        if about is not None and one.identity not in about:
            met = [other for other in met if other.identity in about]
        compared += len(met)
        for other in worth_comparing(one, met):
            points, whys = likeness(one, other, ENOUGH)
            if points < ENOUGH or answers.of(one.identity, other.identity) is not Answer.OPEN:
                continue
            if one.identity in same and same[one.identity] == same.get(other.identity):
                continue
            reasons = tuple(explained(why, one, other) for why in whys)
            found.append(Proposal(one.told, other.told, round(points, 1), reasons))
    found.sort(key=lambda each: (-each.points, each.pair))
    return Proposals(tuple(found), compared)
