"""Proposing: pairs of entries that are probably one activity, the likeliest first; it links nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.domain.once.answers import Answer, Answers, Pair, pair
from app.domain.once.grouping import grouped
from app.domain.once.likeness import explained
from app.domain.once.reasons import Reason
from app.domain.once.sweeping import Alike, sweep
from app.domain.once.traits import Traits, traits
from app.domain.shared import Identity, SharedActivity, Told
from app.progress import Progress, silent

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


class Held:
    """A shelf in memory: for as many entries as there is room for."""

    def __init__(self, every: Iterable[Traits]) -> None:
        self._cells: dict[tuple[str, int], list[Traits]] = {}
        for one in every:
            self._cells.setdefault((one.region, one.first), []).append(one)

    def cells(self) -> Collection[tuple[str, int]]:
        """Every region and month that has entries."""
        return self._cells.keys()

    def cell(self, region: str, month: int) -> Sequence[Traits]:
        """The entries of one region that begin in one month."""
        return self._cells[region, month]

    def heard(self, region: str, month: int) -> Iterator[Collection[str]]:
        """The words of their titles as they sound."""
        return (one.heard for one in self._cells[region, month])


def proposals(told: Iterable[Told], answers: Answers, progress: Progress = silent) -> Proposals:
    """The pairs that nobody has answered and that are not one activity already; the likeliest first."""
    once: dict[Identity, Told] = {one.identity: one for one in told if isinstance(one.entry, SharedActivity)}
    same = grouped(once.values(), answers)
    found: list[Alike] = []
    compared = 0
    for one in sweep(Held(map(traits, once.values())), None, progress):
        compared += one.met
        found += [each for each in one.alike if is_open(each, same, answers)]
    found.sort(key=order)
    return Proposals(tuple(proposed(each, once) for each in found), compared)


def is_open(alike: Alike, same: Mapping[Identity, Identity], answers: Answers) -> bool:
    """Whether nobody has answered about two, and they are not one activity already."""
    if answers.of(alike.one, alike.other) is not Answer.OPEN:
        return False
    return alike.one not in same or same[alike.one] != same.get(alike.other)


def order(alike: Alike) -> tuple[float, Pair]:
    """The likeliest first; else an order that depends on the two alone."""
    return -alike.points, (alike.one, alike.other)


def proposed(alike: Alike, known: Mapping[Identity, Told]) -> Proposal:
    """Two that are alike with what they tell, and the reasons with their values."""
    one, other = known[alike.one], known[alike.other]
    return Proposal(one, other, alike.points, tuple(explained(why, one, other) for why in alike.whys))
