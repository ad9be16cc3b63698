"""Text without marks and variants, so that what people type finds what others wrote, in any script.

The same folding serves the search for objectives, for places and for records (there the folded words
are what the full text index holds, in every database alike). Folded text is for matching only, never shown.
"""

from __future__ import annotations

import re
import unicodedata

_LETTERS = {
    **dict.fromkeys(map(ord, "أإآٱ"), "ا"),
    **dict.fromkeys(map(ord, "ىیېئ"), "ي"),
    **dict.fromkeys(map(ord, "ةۀہە"), "ه"),
    **dict.fromkeys(map(ord, "ؤ"), "و"),
    **dict.fromkeys(map(ord, "ک"), "ك"),
    **dict.fromkeys(map(ord, "'’‘ʼʻ`´＇"), " "),
    **dict.fromkeys((0x0640, 0x200C, 0x200D, 0x00AD, 0x200E, 0x200F), None),  # tatweel, joiners, direction marks
    ord("œ"): "oe",
    ord("æ"): "ae",
    ord("ß"): "ss",
    ord("ø"): "o",
    ord("ł"): "l",
    ord("đ"): "d",
    ord("ð"): "d",
    ord("þ"): "th",
    ord("ı"): "i",
}
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
_WORD = re.compile(r"[^\W_]+")
_IDEOGRAPHS = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\u3040-\u30ff\uf900-\ufaff]+")
_ARTICLE = re.compile("(?:[وف]?(?:[بك]?ال|لل))(?=.{3})")


class _Table(dict[int, str | None]):
    """Code point -> folded text, filled when first met: a whole text is then folded in one pass of `translate`."""

    def __missing__(self, point: int) -> str | None:
        letter = chr(point)
        folded = None if unicodedata.combining(letter) else _fold_letter(letter)
        self[point] = folded
        return folded


def fold(text: str) -> str:
    """Lower case, no accents or vowel marks, one form per Arabic letter, plain digits; apostrophes become spaces."""
    if text.isascii():
        return text.lower().replace("'", " ").replace("`", " ")
    return unicodedata.normalize("NFC", text).translate(_TABLE)


def words(text: str) -> tuple[str, ...]:
    """The folded words that somebody typed, in order.

    Chinese and Japanese runs become pairs of characters (a single one stays); Arabic words lose the
    article and what is glued to it, so that المهاجرين is looked up as مهاجرين.
    """
    folded = fold(text)
    if folded.isascii():
        return tuple(_WORD.findall(folded))
    found: list[str] = []
    for word in _pieces(folded):
        found += _pairs(word) if _IDEOGRAPHS.match(word) else [bare(word)]
    return tuple(found)


def index_words(text: str) -> tuple[str, ...]:
    """The folded words under which a text is kept: those of `words`, and every other form somebody may start typing.

    Arabic words with an article stand in both forms; a Chinese run adds its last character, so that
    any single character is found as the beginning of an entry.
    """
    folded = fold(text)
    if folded.isascii():
        return tuple(_WORD.findall(folded))
    found: list[str] = []
    for word in _pieces(fold(text)):
        if _IDEOGRAPHS.match(word):
            found += [*_pairs(word), *([word[-1]] if len(word) > 1 else [])]
            continue
        found += [word] if bare(word) == word else [word, bare(word)]
    return tuple(found)


def index_text(text: str) -> str:
    """The same as one text, whose words an index tells apart by letters and digits, as this module does."""
    return fold(text) if text.isascii() else " ".join(index_words(text))


def bare(word: str) -> str:
    """A folded Arabic word without its article and the particles before it; other words as they are."""
    return _ARTICLE.sub("", word, count=1) if word[:1] in "البكلوف" and _ARTICLE.match(word) else word


def _pieces(folded: str) -> list[str]:
    """The words of a folded text, with runs of ideographs apart from letters and digits beside them."""
    if _IDEOGRAPHS.search(folded):
        folded = _IDEOGRAPHS.sub(lambda run: f" {run.group()} ", folded)
    return _WORD.findall(folded)


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)] or [run]


def _fold_letter(letter: str) -> str:
    """One letter the thorough way: case, compatibility forms, marks, then the table of variants."""
    plain = unicodedata.normalize("NFKD", letter.casefold().translate(_LETTERS))
    plain = "".join(part for part in plain if not unicodedata.combining(part)).translate(_LETTERS)
    plain = "".join(str(unicodedata.digit(part)) if part.isdigit() else part for part in plain)
    return unicodedata.normalize("NFC", plain.casefold())


_TABLE = _Table()


def only_digits(text: str) -> str:
    """The digits of what somebody typed, of any script, as 0 to 9; how they are grouped does not matter."""
    return "".join(str(int(letter)) for letter in text if letter.isdecimal())


def plain_name(text: str, longest: int = 200) -> str:
    """A name that somebody else wrote, as it may stand in a list: in one line, cut, and steering nothing around it.

    What turns the direction of letters is left out, as it shows another name than there is; joiners stay.
    """
    kept = "".join(" " if letter.isspace() else letter for letter in text[: 4 * longest] if not _steers(letter))
    words = " ".join(kept.split())
    return words if len(words) <= longest else f"{words[: longest - 1]}…"


def _steers(letter: str) -> bool:
    return letter in _TURNING or (unicodedata.category(letter) in ("Cc", "Cs") and not letter.isspace())
