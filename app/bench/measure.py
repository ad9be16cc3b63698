"""Measuring: work and limit in turn, in CPU seconds, and the median of the pairs."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

ROUNDS = 5


@dataclass(frozen=True)
class Measured:
    """One benchmark as it was measured.

    `ratio` is work divided by limit, the median over the rounds; `goal` is the largest ratio wanted.
    Seconds are CPU seconds of this process and of children that it ended, medians.
    """

    name: str
    work: str
    seconds: float
    limit: str
    limit_seconds: float
    ratio: float
    goal: float
    note: str = ""

    @property
    def met(self) -> bool:
        """Whether the goal was reached in this run."""
        return self.ratio <= self.goal


@dataclass(frozen=True)
class Task:
    """What is measured: a piece of work, and what nobody could be faster than."""

    name: str
    work: str
    limit: str
    goal: float


def paired(
    task: Task, work: Callable[[], object], limit: Callable[[], object], *, note: str = "", rounds: int = ROUNDS
) -> Measured:
    """Work and limit in turn, after one round that is not counted."""
    work(), limit()
    pairs = [(spent(work), spent(limit)) for _round in range(rounds)]
    ratio = statistics.median(done / max(least, 1e-9) for done, least in pairs)
    seconds = statistics.median(done for done, _least in pairs)
    least = statistics.median(least for _done, least in pairs)
    return Measured(task.name, task.work, seconds, task.limit, least, ratio, task.goal, note)


def slowest(task: Task, pairs: Sequence[tuple[Callable[[], object], Callable[[], object]]]) -> Measured:
    """Many small pieces of work, each beside its limit: what 95 of 100 stay under, and the ratio of the two."""
    taken: list[tuple[float, float]] = []
    for work, limit in pairs:
        work(), limit()
        turns = [(spent(work), spent(limit)) for _round in range(3)]
        taken.append((min(done for done, _least in turns), min(least for _done, least in turns)))
    done = statistics.quantiles((one for one, _least in taken), n=20)[-1]
    least = statistics.quantiles((one for _done, one in taken), n=20)[-1]
    middle = statistics.median(one for one, _least in taken)
    note = f"median {middle * 1000:.1f} ms"
    return Measured(task.name, task.work, done, task.limit, least, done / max(least, 1e-9), task.goal, note)


def against(
    task: Task, work: Callable[[], object], *, seconds: float, note: str = "", rounds: int = ROUNDS
) -> Measured:
    """Work against a time that people set, for what has no limit but patience."""
    work()
    taken = statistics.median(spent(work) for _round in range(rounds))
    return Measured(task.name, task.work, taken, task.limit, seconds, taken / seconds, task.goal, note)


def spent(work: Callable[[], object]) -> float:
    """The CPU seconds that the work takes: of this process, and of children that it ended."""
    before = time.process_time() + _of_children()
    work()
    return time.process_time() + _of_children() - before


def _of_children() -> float:
    told = os.times()
    return told.children_user + told.children_system
