"""Folding of text for search: marks, letter forms and case of any script taken away, the same for every index.

Arabic alef, yeh and teh forms, vowel marks and the stretching line fall together; Latin, Cyrillic and
others lose their marks; Chinese and Japanese runs become overlapping pairs, because they have no spaces.
"""

from __future__ import annotations

import re
import unicodedata

_SINGLE = {
    **dict.fromkeys(map(ord, "أإآٱ"), "ا"),
    **dict.fromkeys(map(ord, "ىیېئ"), "ي"),
    **dict.fromkeys(map(ord, "ةۀ"), "ه"),
    ord("ک"): "ك",
    ord("ؤ"): "و",
    **dict.fromkeys((0x0640, 0x200C, 0x200D, 0x00AD)),
    **{ord(letter): plain for letter, plain in zip("œæßøłđı", ("oe", "ae", "ss", "o", "l", "d", "i"), strict=True)},
    **dict.fromkeys((ord("’"), ord("'"), 0x02BC), " "),
}
_CJK = re.compile("([\u3400-\u4dbf\u4e00-\u9fff\u3040-\u30ff\uf900-\ufaff]+)")
_WORD = re.compile(r"\w+")


class _Table(dict[int, str | None]):
    """Code point to folded text, filled on first use, so that a whole text is folded in one pass."""

    def __missing__(self, point: int) -> str | None:
        letter = chr(point)
        folded = None if unicodedata.combining(letter) else _folded(letter)
        self[point] = folded
        return folded


def _folded(letter: str) -> str:
    plain = unicodedata.normalize("NFKD", letter.casefold().translate(_SINGLE))
    plain = "".join(part for part in plain if not unicodedata.combining(part)).translate(_SINGLE)
    return unicodedata.normalize("NFC", plain)


_TABLE = _Table()


def fold(text: str) -> str:
    """The text without marks, case and letter forms; folding twice changes nothing."""
    if text.isascii():
        return text.lower().replace("'", " ")
    whole = text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
    return whole.translate(_TABLE)


def words(text: str) -> list[str]:
    """The folded words of a text; runs of Chinese or Japanese stay whole."""
    return _WORD.findall(fold(text))


def index_text(text: str) -> str:
    """What an index keeps of a text: folded, with Chinese and Japanese runs cut into pairs."""
    folded = fold(text)
    return folded if folded.isascii() else _CJK.sub(lambda run: f" {' '.join(_pairs(run[1]))} ", folded)


def query_text(text: str) -> str:
    """A full-text query that finds what `index_text` kept: every word, its end left open."""
    parts: list[str] = []
    for place, run in enumerate(_CJK.split(fold(text))):
        if place % 2:
            parts.append(f'"{" ".join(_pairs(run)[:-1])}"' if len(run) > 1 else f'"{run}"*')
        else:
            parts += [f'"{word}"*' for word in _WORD.findall(run)]
    return " ".join(parts)


def _pairs(run: str) -> list[str]:
    """Overlapping pairs, then the last sign alone, so that one sign can be found too."""
    return [run[i : i + 2] for i in range(len(run) - 1)] + [run[-1]]
