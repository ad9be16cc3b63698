"""Sight: a text as the rules see it, letter for letter beside the text as it is written.

Invisible letters are left out, wide and mathematical forms become plain, digits of every script become 0-9,
so that none of them hides a number. The text itself is never changed. What cannot be seen whole is unreadable.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from app.privacy.scanning.spans import Kind, Span

LARGEST_BYTES = 1 << 20
_HOSTILE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202d\u202e\ufff9-\ufffb\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
"""Controls, overrides of direction, hidden tags, halves of letters: what is read is not what is written."""
_MOST_MARKS = 6
_PILED = re.compile(f"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{{{_MOST_MARKS + 1},}}")
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202c\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0100-\U000e01ef]"
)
_SPACES = dict.fromkeys(
    map(
        ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u2800\t"
    ),
    " ",
)
_SIGNS = {
    **_SPACES,
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u2043"), "-"),
    ord("٫"): ".",
    ord("،"): ",",
    ord("。"): "。",
    ord("’"): "'",
    ord("ʼ"): "'",
    ord("․"): ".",
}
_CHINESE_DIGITS = str.maketrans("〇零一幺二三四五六七八九", "001123456789")
_CHINESE_RUN = re.compile("[〇零一幺二三四五六七八九]{7,}")
_LIKE_ZERO = re.compile(r"(?<=\d)[OoОоοΟ](?=[\dOoОо])|(?<=\d)[OoОо](?= ?\d)|(?<![^\W\d_])[OoОо](?=\d{2})")
_LIKE_ONE = re.compile(r"(?<=\d)[lI|](?=[\dlI|])|(?<=\d{2})[lI|](?= ?\d)")


LATIN, CYRILLIC, ARABIC, CHINESE = "latin", "cyrillic", "arabic", "chinese"
_SCRIPTS = {
    LATIN: re.compile("[A-Za-z\u00c0-\u024f]"),
    CYRILLIC: re.compile("[\u0400-\u04ff]"),
    ARABIC: re.compile("[\u0620-\u064a]"),
    CHINESE: re.compile("[\u4e00-\u9fff]"),
}


class _Plain(dict[int, str]):
    """Code point to its plain form of the same length, filled when first met."""

    def __missing__(self, point: int) -> str:
        letter = chr(point)
        plain = _SIGNS.get(point) or _plain(letter)
        self[point] = plain
        return plain


@dataclass(frozen=True)
class Sight:
    """The text as it is matched, and where each of its letters stands in the text as it is written."""

    text: str
    places: tuple[int, ...] = ()
    """Empty where every letter stands where it stood."""

    def span(self, start: int, end: int, kind: Kind) -> Span:
        """Letters `start` to `end` of what is seen, as a stretch of what is written."""
        if not self.places or start >= end:
            return Span(start, end, kind)
        return Span(self.places[start], self.places[end - 1] + 1, kind)

    @cached_property
    def lower(self) -> str:
        """The same in small letters."""
        return self.text.lower()

    @cached_property
    def scripts(self) -> tuple[str, ...]:
        """Which of the four scripts stand in it."""
        return tuple(name for name, letters in _SCRIPTS.items() if letters.search(self.text))

    @cached_property
    def digits(self) -> int:
        """How many digits there are."""
        return sum(map(str.isdigit, self.text))


def unreadable(text: str) -> str:
    """Why a text cannot be scanned: too long, hostile, piled; "" for one that can."""
    if len(text) * 4 > LARGEST_BYTES and len(text.encode("utf-8", "surrogatepass")) > LARGEST_BYTES:
        return "too long"
    if text.isascii() and text.isprintable():
        return ""
    if _HOSTILE.search(text):
        return "hostile"
    return "piled" if _PILED.search(unicodedata.normalize("NFD", text)) else ""


def seen(text: str) -> Sight:
    """The text as the rules see it."""
    if text.isascii():
        return Sight(_alike(text.replace("\t", " ")))
    if not _INVISIBLE.search(text):
        return Sight(_alike(text.translate(_PLAIN)))
    places = tuple(place for place, letter in enumerate(text) if not _INVISIBLE.match(letter))
    return Sight(_alike("".join(text[place] for place in places).translate(_PLAIN)), places)


def _alike(text: str) -> str:
    """Letters that stand in for digits inside of numbers, as those digits."""
    if not text.isascii() and _CHINESE_RUN.search(text):
        text = _CHINESE_RUN.sub(lambda run: run.group().translate(_CHINESE_DIGITS), text)
    if "O" in text or "o" in text or "О" in text or "о" in text:
        text = _LIKE_ZERO.sub("0", text)
    return _LIKE_ONE.sub("1", text) if "l" in text or "I" in text or "|" in text else text


def _plain(letter: str) -> str:
    if letter.isdecimal() or letter.isdigit():
        return str(unicodedata.digit(letter))
    if "\u0600" <= letter <= "\u06ff" or "\u4e00" <= letter <= "\u9fff":
        return letter
    plain = unicodedata.normalize("NFKC", letter)
    return plain if len(plain) == 1 else letter


_PLAIN = _Plain()
