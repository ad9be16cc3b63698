"""What is typed for boxes: their numbers, in digits of any script; for a month its number, the year only if needed."""

from __future__ import annotations

import re
from datetime import date

from app.domain.records import FieldRule, Shape
from app.domain.terms import When

_PARTS = re.compile(r"\d+")
_STRANGE = re.compile(r"[^\d\s,;.+/-]")


def ticked(text: str, one: FieldRule, choices: tuple[str, ...]) -> tuple[str, ...]:
    """The codes whose boxes have these numbers, each once. ValueError for a number without a box, or several of one."""
    if _STRANGE.search(text):
        raise ValueError(text)
    numbers = dict.fromkeys(int(part) for part in _PARTS.findall(text))
    if any(not 1 <= number <= len(choices) for number in numbers):
        raise ValueError(text)
    if len(numbers) > 1 and not one.shape.many:
        raise ValueError(text)
    return tuple(choices[number - 1] for number in numbers)


def month(text: str, today: date) -> When | None:
    """`3` is the last March there was, `3 2025` and `3/25` name the year. ValueError for anything else but nothing."""
    parts = [int(part) for part in _PARTS.findall(text)]
    if _STRANGE.search(text) or len(parts) > 2 or (text.strip() and not parts):
        raise ValueError(text)
    if not parts:
        return None
    number, year = parts[0], parts[1] if len(parts) > 1 else today.year - (parts[0] > today.month)
    if year < 100:
        year += 2000
    if not 1 <= number <= 12 or not 1990 <= year <= 2100:
        raise ValueError(text)
    return When(year, number)


def value_of(one: FieldRule, codes: tuple[str, ...]) -> object:
    """Ticked codes as the value of a field."""
    if one.shape is Shape.OBJECTIVES:
        return tuple(sorted(int(code) for code in codes))
    if one.shape is Shape.FLAG:
        return bool(codes)
    if one.shape.many:
        return codes
    return codes[0] if codes else ""


def numbers_of(one: FieldRule, value: object, choices: tuple[str, ...]) -> str:
    """The numbers of the boxes of a value, as somebody would type them."""
    if one.shape is Shape.FLAG:
        return "1" if value else ""
    many = value if isinstance(value, tuple) else (value,) if value else ()
    return " ".join(str(choices.index(str(code)) + 1) for code in many if str(code) in choices)
