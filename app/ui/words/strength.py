"""How hard a passphrase is to guess, as a rough, honest estimate that works offline."""

from __future__ import annotations

import math
from enum import IntEnum

from app.services.opening.workspace import SHORTEST_PASSPHRASE

_WORD_BITS = 11.0
"""A word chosen by a person is worth about as much as one of 2,000."""


class Strength(IntEnum):
    """From "too short" to "strong"; only the first is refused."""

    TOO_SHORT = 0
    WEAK = 1
    GOOD = 2
    STRONG = 3


def strength(passphrase: str) -> Strength:
    """The strength of what was typed: the smaller of what its signs and what its words are worth."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        return Strength.TOO_SHORT
    bits = _bits(passphrase)
    if bits < 36:
        return Strength.WEAK
    return Strength.GOOD if bits < 52 else Strength.STRONG


def _bits(passphrase: str) -> float:
    signs = len(set(passphrase)) * math.log2(max(_alphabet(passphrase), 2))
    words = {word for word in passphrase.split() if len(word) > 2}
    return min(signs, _WORD_BITS * len(words)) if len(words) > 2 else signs * 0.6


def _alphabet(passphrase: str) -> int:
    kinds = ((str.islower, 26), (str.isupper, 26), (str.isdecimal, 10), (_is_sign, 30), (_is_caseless, 30))
    return sum(size for test, size in kinds if any(test(sign) for sign in passphrase))


def _is_sign(sign: str) -> bool:
    return not sign.isalnum()


def _is_caseless(sign: str) -> bool:
    return sign.isalpha() and not sign.islower() and not sign.isupper()
