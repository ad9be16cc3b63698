"""What in a text could point at a person: a warning for a human reader, never an automatic change.

Phones of all countries, e-mail addresses, coordinates, bank and long document numbers, in any digits.
It finds much and not everything, so it is never called anonymisation.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum

import phonenumbers
from stdnum import iban

_MAIL = re.compile(r"[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_COORDINATES = re.compile(r"-?\d{1,2}[.,]\d{3,}\s*[,;/ ]\s*-?\d{1,3}[.,]\d{3,}|\d{1,3}\s?°\s?\d{1,2}\s?['′]")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{2,4}){3,8}\b")
_LONG_NUMBER = re.compile(r"(?<![\w.,-])[A-Z]{0,3}\d(?:[ -]?\d){8,}(?![\w])")
_NAMED = re.compile(
    r"(?:\bmy name is|\bje m['’]appelle|\bme llamo|\bмен[яь] зовут|اسمي|我叫|我的名字是)\s*\S+", re.IGNORECASE
)
_PHONE_DIGITS = 7
_PHONE_REGIONS = ("ZZ", "MA", "FR", "ES", "KE", "TD", "GN", "MX", "RU", "CN", "GB")


class Kind(StrEnum):
    """What a stretch of text looks like."""

    PHONE = "phone"
    MAIL = "mail"
    COORDINATES = "coordinates"
    BANK = "bank number"
    NUMBER = "long number"
    NAME = "name"


@dataclass(frozen=True, order=True)
class Span:
    """One stretch of a text, by letter positions, and what it looks like."""

    start: int
    end: int
    kind: Kind


def scan(text: str, country: str = "") -> tuple[Span, ...]:
    """Every stretch that could point at a person, in order, without overlaps.

    `country` (two letters) is where local telephone numbers are dialled from.
    """
    digits = _latin_digits(text)
    found = [
        *_matches(_MAIL, digits, Kind.MAIL),
        *_matches(_COORDINATES, digits, Kind.COORDINATES),
        *(span for span in _matches(_IBAN, digits, Kind.BANK) if iban.is_valid(digits[span.start : span.end])),
        *_phones(digits, country),
        *_matches(_LONG_NUMBER, digits, Kind.NUMBER),
        *_matches(_NAMED, digits, Kind.NAME),
    ]
    return _without_overlaps(found)


def finding_id(record: str, field: str, matched: str) -> str:
    """The identity of a finding: the same while the words stay the same, so that a decision holds exactly that long."""
    return hashlib.sha256("\0".join((record, field, matched)).encode()).hexdigest()[:24]


def _latin_digits(text: str) -> str:
    """The same text, letter for letter, with every script's digits as 0-9."""
    return "".join(str(int(letter)) if letter.isdecimal() and not letter.isascii() else letter for letter in text)


def _matches(pattern: re.Pattern[str], text: str, kind: Kind) -> list[Span]:
    return [Span(found.start(), found.end(), kind) for found in pattern.finditer(text)]


def _phones(text: str, country: str) -> list[Span]:
    if sum(letter.isdigit() for letter in text) < _PHONE_DIGITS:
        return []
    regions = dict.fromkeys((country.upper() or "ZZ", *_PHONE_REGIONS))
    return [
        Span(match.start, match.end, Kind.PHONE)
        for region in regions
        for match in phonenumbers.PhoneNumberMatcher(text, region)
    ]


def _without_overlaps(spans: list[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
