"""A day or a month as people write it: "12 October 2026", "Oct 2026", "10/2026", ISO; strict, no guessing.

Month names are those of the active language, long and short, as Babel has them. Numbers alone are taken
only where they can mean one thing: "25/10/2026" is taken, "12/10/2026" is refused, because half the world
reads it the other way.
"""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale

from app import month_names
from app.domain.terms import When
from app.i18n import format_date, format_month, language, translation

_FILLERS = frozenset({"de", "del", "of", "the", "le", "er", "re", "º", "г", "года", "год", "st", "nd", "rd", "th", "م"})
_COUSINS = {"ar": ("ar", "ar_MA", "ar_IQ", "ar_LB", "ar_DZ", "ar_TN", "ar_MR")}
"""Arabic month names differ from the Maghreb to Iraq; all of them are understood."""
_PARTS = re.compile(r"\d+|[^\W\d_]+|º")
_MONTHS = 12
_MONTH_MARK = "\ue000"


def parse(text: str) -> When | None:
    """The day or month that was written; None for an empty text. Raises ValueError for anything else."""
    plain = _plain(text)
    if not plain:
        return None
    if re.fullmatch(r"\d{4}([-/.])\d{1,2}(\1\d{1,2})?", plain):
        return _made(*(int(part) for part in re.split(r"[-/.]", plain)))
    if (found := re.fullmatch(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})", plain)) and int(found[1]) > _MONTHS:
        return _made(int(found[4]), int(found[3]), int(found[1]))
    if found := re.fullmatch(r"(\d{1,2})[/.](\d{4})", plain):
        return _made(int(found[2]), int(found[1]))
    if found := re.fullmatch(r"(\d{4})年(\d{1,2})月(?:(\d{1,2})[日号])?", plain.replace(" ", "")):
        return _made(int(found[1]), int(found[2]), int(found[3] or 0))
    return _from_words(plain)


def written(when: When | None) -> str:
    """The same in the words of the active language; empty for None."""
    if when is None:
        return ""
    return format_date(when.first_day) if when.day else format_month(when.first_day)


def _made(year: int, month: int, day: int = 0) -> When:
    return When.parse(f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}")


def _plain(text: str) -> str:
    digits = "".join(str(int(c)) if c.isdecimal() else c for c in text)
    return re.sub(r"[\u200e\u200f\u061c\u2066-\u2069]", "", digits).casefold().strip()


def _from_words(plain: str) -> When:
    month = 0
    for name, number in _months(language()):
        if found := re.search(rf"(?<![^\W\d_]){re.escape(name)}(?![^\W\d_])", plain):
            month, plain = number, plain[: found.start()] + " " + plain[found.end() :]
            break
    numbers = [part for part in _PARTS.findall(plain) if part not in _FILLERS]
    if not month or not all(part.isdigit() for part in numbers):
        raise ValueError(plain)
    years = [int(part) for part in numbers if len(part) == 4]
    days = [int(part) for part in numbers if len(part) <= 2]
    if len(years) != 1 or len(days) > 1 or len(years) + len(days) != len(numbers) or days == [0]:
        raise ValueError(plain)
    return _made(years[0], month, days[0] if days else 0)


@lru_cache(maxsize=8)
def _months(code: str) -> tuple[tuple[str, int], ...]:
    """Every name of a month in a language with its number, longest first."""
    names: dict[str, int] = {}
    for locale in _COUSINS.get(code, (translation(code).locale,)):
        months = Locale.parse(locale).months
        for use in dict.fromkeys((month_names.FORMAT, month_names.context(locale))):
            for width in ("wide", "abbreviated"):
                for number, name in months[use][width].items():
                    names.setdefault(_plain(name).rstrip("."), number)
    return tuple(sorted(((name, number) for name, number in names.items() if name), key=lambda pair: -len(pair[0])))
