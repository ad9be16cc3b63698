"""Languages: sentences from gettext catalogues, numbers, dates and lists by Babel.

A language is a folder under `translations/` with a `groundwork.po`; dropping one in makes it appear, there or
in `translations` of the settings folder. English is the language of the code. `qps` is made up, to find
untranslated text.
"""

from __future__ import annotations

import gettext
import io
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Day
from datetime import datetime as Moment
from decimal import Decimal
from functools import lru_cache

from app import catalogues, month_names

ENGLISH = catalogues.ENGLISH
MADE_UP = "qps"
OWN_NAMES = {"en": "English", "fr": "Français", "es": "Español", "ar": "العربية", "ru": "Русский", "zh": "中文"}
SIX = tuple(OWN_NAMES)
"""The official languages of the United Nations, in which the program ships."""
LOCALES = {"en": "en_GB", "zh": "zh_Hans_CN", MADE_UP: "en_GB"}
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "dv", "yi", "sd", "ug", "nqo", "syr", "rhg"})
LATIN, ARABIC = "latin", "arabic"
"""The numerals a person can choose in a language that writes both: 123 or ١٢٣."""
_BOTH_NUMERALS = frozenset({"ar"})
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_BETWEEN_FIGURES = {"ar": "، ", "zh": "、"}
"""Babel lacks this list style for most languages."""
_FIGURES = {"zh": "MMM"}
"""Where a month alone is a word, but a figure in every date: it looks strange beside dates."""
_NO_SPACES = frozenset({"zh"})
"""Languages that set sentence to sentence without a space."""
_NARROW = re.compile(r"[0-9A-Za-z\u00c0-\u024f\u0370-\u06ff]")
"""Digits and letters that Chinese keeps a space apart from its own signs."""
_FIELD = re.compile(r"(\{[^}]*\}|&(?=\w)|<[^>]+>)")
_ACCENTS = str.maketrans("aceinouyACEINOUY", "áçéîñöüýÁÇÉÎÑÖÜÝ")


@dataclass(frozen=True)
class Language:
    """One language a person can choose, with its name in itself."""

    code: str
    name: str
    right_to_left: bool

    @property
    def label(self) -> str:
        """The name; of a language that is far from translated whole, with how far it is."""
        done = catalogues.percentage(self.code)
        return self.name if done >= catalogues.NEARLY_WHOLE else f"{self.name} · {done} %"


def N_(text: str) -> str:  # noqa: N802 - gettext's name
    """Mark a text for translation where it is defined; it is translated where it is shown."""
    return text


class _MadeUp(gettext.NullTranslations):
    """Accents, brackets and a third more length, so that plain English on screen stands out."""

    def gettext(self, message: str) -> str:
        if not message:
            return message
        dressed = "".join(
            part if _FIELD.fullmatch(part) else part.translate(_ACCENTS) for part in _FIELD.split(message)
        )
        return f"⟦{dressed} {'~' * (len(message) // 3)}⟧"

    def ngettext(self, one: str, many: str, n: int) -> str:
        return self.gettext(one if n == 1 else many)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)


class Translation:
    """One language's sentences, numbers, dates and lists; reports have their own, the window the active one."""

    def __init__(self, language: str, numerals: str = LATIN) -> None:
        self.language = language
        self.numerals = numerals if has_both_numerals(language) else LATIN
        self.right_to_left = is_right_to_left(language)
        self.locale = LOCALES.get(language, language)
        self._catalogue = _catalogue(language)

    def gettext(self, message: str) -> str:
        """The sentence in this language; English where the catalogue lacks it."""
        return self._catalogue.gettext(message) if message else message

    def ngettext(self, one: str, many: str, count: int) -> str:
        """The plural form that the catalogue's header gives for `count`."""
        return self._catalogue.ngettext(one, many, count)

    def pgettext(self, context: str, message: str) -> str:
        """The sentence for a word with two meanings."""
        return self._catalogue.pgettext(context, message)

    def number(self, value: float | Decimal) -> str:
        """A number with the separators of this language and its numerals."""
        from babel.numbers import format_decimal

        system = "arab" if self.numerals == ARABIC else "default"
        return self._digits(format_decimal(value, locale=self.locale, numbering_system=system))

    def date(self, day: Day, *, style: str = "long") -> str:
        """A day: `long` (12 October 2026), `medium` or `short`; no direction marks inside."""
        from babel.dates import format_date

        return self._digits(format_date(day, format=style, locale=self.locale))

    def month(self, day: Day, *, year: bool = True, figures: bool = False) -> str:
        """A month in words, such as October 2026; alone, with `figures`, as it stands beside such words."""
        from babel.dates import format_date, format_skeleton

        if not year:
            alone = "LLLL" if month_names.context(self.locale) == month_names.ALONE else "MMMM"
            pattern = _FIGURES.get(self.language, alone) if figures else alone
            return self._digits(format_date(day, pattern, locale=self.locale))
        return self._digits(format_skeleton("yMMMM", day, locale=self.locale))

    def time(self, moment: Moment) -> str:
        """The time of day, such as 10:42, as it stands in `moment`."""
        return self._digits(f"{moment:%H:%M}")

    def months(self, first: Day, last: Day) -> str:
        """Months from first to last as this language writes a range, such as July – September 2026."""
        from babel.dates import format_interval

        if (first.year, first.month) == (last.year, last.month):
            return self.month(first)
        return self._digits(format_interval(first, last, "yMMMM", locale=self.locale))

    def _digits(self, told: str) -> str:
        plain = told.replace("\u200f", "")
        return plain.translate(_ARABIC_DIGITS) if self.numerals == ARABIC else plain

    def set_apart(self, text: str) -> str:
        """The same text; isolated where it is not written in the direction of this language alone."""
        ways = {unicodedata.bidirectional(letter) for letter in text}
        foreign = ways & {"L", "EN", "AN"} if self.right_to_left else ways & {"R", "AL", "AN"}
        return isolate(text) if foreign else text

    def list_(self, parts: list[str] | tuple[str, ...]) -> str:
        """Parts joined as this language lists things: a, b and c."""
        from babel.lists import format_list

        if self.language in _NO_SPACES and len(parts) > 1:
            parts = [*parts[:-2], *_with_room(parts[-2], parts[-1])]
        return format_list(list(parts), locale=self.locale) if parts else ""

    def sentences(self, parts: Iterable[str]) -> str:
        """Whole sentences one after the other; empty ones are left out."""
        return ("" if self.language in _NO_SPACES else " ").join(part for part in parts if part)

    def language_name(self, code: str) -> str:
        """What a language is called in this one; its code where nobody has named it."""
        from babel import Locale

        return str(Locale.parse(self.locale).languages.get(code, code))

    def row(self, parts: list[str] | tuple[str, ...]) -> str:
        """Parts set one after the other without a last "and", as figures are."""
        return _BETWEEN_FIGURES.get(self.language, ", ").join(parts)


@lru_cache(maxsize=32)
def translation(code: str = "") -> Translation:
    """The translation of `code`; without one, of the active language."""
    return Translation(code) if code else _active()


def _active() -> Translation:
    return _current[0]


def activate(code: str, numerals: str = LATIN) -> None:
    """Make `code` the language of the window and of messages from now on; documents keep Latin numerals."""
    translation.cache_clear()
    _current[0] = Translation(code, numerals)


def has_both_numerals(code: str) -> bool:
    """Whether people choose between 123 and ١٢٣ in this language."""
    return code.split("_")[0] in _BOTH_NUMERALS


def numerals() -> str:
    """The numerals of the window."""
    return _current[0].numerals


def language() -> str:
    """The code of the active language."""
    return _current[0].language


def _(message: str) -> str:
    """The sentence in the active language."""
    return _current[0].gettext(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The right plural form in the active language."""
    return _current[0].ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """The sentence for a word with two meanings, in the active language."""
    return _current[0].pgettext(context, message)


def format_number(value: float | Decimal) -> str:
    """A number as the active language writes it."""
    return _current[0].number(value)


def format_date(day: Day, *, style: str = "long") -> str:
    """A day as the active language writes it."""
    return _current[0].date(day, style=style)


def format_month(day: Day) -> str:
    """A month as the active language writes it."""
    return _current[0].month(day)


def format_list(parts: list[str] | tuple[str, ...]) -> str:
    """Parts listed as the active language does."""
    return _current[0].list_(parts)


def format_sentences(parts: Iterable[str]) -> str:
    """Sentences set one after the other as the active language does."""
    return _current[0].sentences(parts)


def _with_room(one: str, other: str) -> tuple[str, str]:
    """The last two of a list, with a space towards the Chinese word between them where figures or letters touch it."""
    ends, begins = one.rstrip("\u2069"), other.lstrip("\u2068")
    return one + " " * bool(_NARROW.search(ends[-1:])), " " * bool(_NARROW.match(begins)) + other


def isolate(text: str) -> str:
    """Wrap an inserted name so that its direction cannot disturb the sentence around it."""
    return f"\u2068{text}\u2069"


def is_right_to_left(code: str) -> bool:
    """Whether this language is written from right to left."""
    return code.split("_")[0] in _RIGHT_TO_LEFT


def languages() -> tuple[Language, ...]:
    """Every language there is a catalogue for, English first, each named in itself."""
    ordered = [ENGLISH, *sorted((code for code in catalogues.codes() if code != ENGLISH), key=_rank)]
    return tuple(Language(code, _own_name(code), is_right_to_left(code)) for code in ordered)


def _rank(code: str) -> tuple[int, str]:
    known = list(OWN_NAMES)
    return (known.index(code) if code in known else len(known), code)


def _own_name(code: str) -> str:
    if code in OWN_NAMES:
        return OWN_NAMES[code]
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code).get_display_name(code) or code
    except (UnknownLocaleError, ValueError):
        return code


def _catalogue(code: str) -> gettext.NullTranslations:
    if code == MADE_UP:
        return _MadeUp()
    kept = catalogues.compiled(code)
    return gettext.GNUTranslations(io.BytesIO(kept)) if kept else gettext.NullTranslations()


_current = [Translation(ENGLISH)]
