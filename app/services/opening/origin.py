"""Where time and chance of a workspace come from."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random


@dataclass(frozen=True)
class Origin:
    """Where time and chance come from: the machine, or fixed values for repeatable runs."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    random: Callable[[int], bytes] = secrets.token_bytes

    @classmethod
    def fixed(cls, now: datetime | None = None, seed: int | None = None) -> Origin:
        """Time fixed at `now`, chance fixed by `seed`; None leaves the machine's own."""
        own = cls()
        chance = Random(seed).randbytes if seed is not None else own.random
        return cls((lambda: now) if now else own.now, chance)
