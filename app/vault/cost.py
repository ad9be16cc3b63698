"""How hard a passphrase is to guess: Argon2id, its cost on this machine, and the bounds of that cost."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw

from app.errors import GroundworkError
from app.i18n import N_

DERIVED_BYTES = 32
_FLOOR_KIB = 46 * 1024
_TALLEST_TRIED_KIB = 256 * 1024
_HIGHEST_KIB = 1024 * 1024
_MOST_PASSES = 16
_MOST_LANES = 8


class NotEnoughMemoryError(GroundworkError):
    """This machine cannot set aside what the passphrase was made to cost on another."""

    message = N_("There is not enough free memory to open the keys. Please close other programs and try again.")


@dataclass(frozen=True)
class Cost:
    """What one guess costs: memory in KiB, passes over it, and lanes."""

    memory_kib: int
    passes: int
    lanes: int = 1

    @classmethod
    def floor(cls) -> Cost:
        """The least that is ever accepted (46 MiB, one pass); tests use it to be quick."""
        return cls(_FLOOR_KIB, 1)

    @property
    def weight(self) -> int:
        """How much one guess has to do, to compare one cost with another."""
        return self.memory_kib * self.passes

    @property
    def is_sane(self) -> bool:
        """Whether it is neither under the floor nor a forged file's attempt to stop the machine."""
        return (
            _FLOOR_KIB <= self.memory_kib <= _HIGHEST_KIB
            and 1 <= self.passes <= _MOST_PASSES
            and 1 <= self.lanes <= _MOST_LANES
        )


def derive(secret: bytes, salt: bytes, cost: Cost) -> bytes:
    """32 bytes of Argon2id (version 1.3); `cost` must be sane. Raises NotEnoughMemoryError."""
    if not cost.is_sane:
        raise ValueError("cost out of bounds")
    try:
        return hash_secret_raw(
            secret,
            salt,
            time_cost=cost.passes,
            memory_cost=cost.memory_kib,
            parallelism=cost.lanes,
            hash_len=DERIVED_BYTES,
            type=Type.ID,
        )
    except HashingError as failure:
        raise NotEnoughMemoryError(detail=str(failure)) from failure


def seconds_of(cost: Cost) -> float:
    """How long one derivation takes here and now."""
    start = time.perf_counter()
    derive(b"calibration", bytes(16), cost)
    return time.perf_counter() - start


def calibrate(target_seconds: float = 0.5, *, measure: Callable[[Cost], float] | None = None) -> Cost:
    """The highest cost of which one guess takes at most about `target_seconds` here; never under the floor.

    Memory is raised first, to 256 MiB, because memory is what a guessing machine lacks; then passes. Without
    `measure` this machine is measured, once while the program runs.
    """
    return _highest(target_seconds, measure) if measure else _measured(target_seconds)


@lru_cache(maxsize=4)
def _measured(target_seconds: float) -> Cost:
    return _highest(target_seconds, seconds_of)


def _highest(target_seconds: float, measure: Callable[[Cost], float]) -> Cost:
    cost = Cost.floor()
    while True:
        dearer = _dearer(cost)
        if not dearer.is_sane or measure(dearer) > target_seconds:
            return cost
        cost = dearer


def _dearer(cost: Cost) -> Cost:
    if cost.memory_kib * 2 <= _TALLEST_TRIED_KIB:
        return replace(cost, memory_kib=cost.memory_kib * 2)
    return replace(cost, passes=cost.passes + 1)
