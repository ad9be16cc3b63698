"""Alphabets: the scripts that people type beside those of the program's languages, and the shipped font of each.

Which language such letters are is not known; each is given to the one that most people write in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Alphabet:
    """A script: its font, the language (with a country) of its letters, and its characters as ranges of a pattern."""

    family: str
    tag: str
    letters: str
    stands_in: str
    """The font that Windows brings for it."""
    bold: bool = True

    @property
    def language(self) -> str:
        """The code of that language."""
        return self.tag.partition("-")[0]

    def file(self, weight: int) -> str:
        """The file of its font that comes nearest to a weight."""
        name = "Bold" if self.bold and weight >= _BOLD else "Regular"
        return f"{self.family.replace(' ', '')}-{name}.ttf"


_BOLD = 600
FURTHER_EUROPEAN = Alphabet("Noto Sans", "", "\u0100-\u052f\u1d00-\u1fff\u2c60-\u2c7f", "Segoe UI")
"""Latin of Hausa, Yoruba, Ewe, Tamazight and others, and Greek and Cyrillic, beyond the first font's letters."""
WORLD = (
    Alphabet("Noto Sans Ethiopic", "am-ET", "\u1200-\u139f\u2d80-\u2ddf\uab01-\uab2e", "Ebrima"),
    Alphabet("Noto Sans NKo", "nqo-GN", "\u07c0-\u07ff", "Ebrima", bold=False),
    Alphabet("Noto Sans Adlam", "ff-Adlm-GN", "\U0001e900-\U0001e95f", "Ebrima"),
    Alphabet("Noto Sans Tifinagh", "zgh-MA", "\u2d30-\u2d7f", "Ebrima", bold=False),
    Alphabet("Noto Sans Devanagari", "hi-IN", "\u0900-\u097f\u1cd0-\u1cff\ua8e0-\ua8ff", "Nirmala UI"),
    Alphabet("Noto Sans Bengali", "bn-BD", "\u0980-\u09ff", "Nirmala UI"),
    Alphabet("Noto Sans Gurmukhi", "pa-IN", "\u0a00-\u0a7f", "Nirmala UI"),
    Alphabet("Noto Sans Gujarati", "gu-IN", "\u0a80-\u0aff", "Nirmala UI"),
    Alphabet("Noto Sans Tamil", "ta-IN", "\u0b80-\u0bff", "Nirmala UI"),
    Alphabet("Noto Sans Telugu", "te-IN", "\u0c00-\u0c7f", "Nirmala UI"),
    Alphabet("Noto Sans Kannada", "kn-IN", "\u0c80-\u0cff", "Nirmala UI"),
    Alphabet("Noto Sans Malayalam", "ml-IN", "\u0d00-\u0d7f", "Nirmala UI"),
    Alphabet("Noto Sans Sinhala", "si-LK", "\u0d80-\u0dff", "Nirmala UI"),
    Alphabet("Noto Sans Syriac", "syr-SY", "\u0700-\u074f", "Estrangelo Edessa", bold=False),
    Alphabet("Noto Sans Hanifi Rohingya", "rhg-Rohg-BD", "\U00010d00-\U00010d3f", "Ebrima"),
    Alphabet("Noto Sans Thai", "th-TH", "\u0e01-\u0e5b", "Leelawadee UI"),
    Alphabet("Noto Sans Lao", "lo-LA", "\u0e81-\u0edf", "Leelawadee UI"),
    Alphabet("Noto Sans Khmer", "km-KH", "\u1780-\u17ff\u19e0-\u19ff", "Leelawadee UI"),
    Alphabet("Noto Sans Myanmar", "my-MM", "\u1000-\u109f\ua9e0-\ua9fe\uaa60-\uaa7f", "Myanmar Text"),
    Alphabet("Noto Sans Armenian", "hy-AM", "\u0531-\u058f\ufb13-\ufb17", "Sylfaen"),
    Alphabet("Noto Sans Georgian", "ka-GE", "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f", "Sylfaen"),
)
ROUGHLY = (
    "\u0531-\u058f\u0700-\u07ff\u0900-\u10ff\u1200-\u1aff\u1c80-\u1cff\u2d00-\u2ddf\ua8e0-\uab2f\ufb13-\ufb17"
    "\U00010d00-\U0001e95f"
)
"""All of these in few ranges: what looks for any of them at every letter of a text is as fast as there are few."""
_OF_MANY = "\u0964\u0965\u200c\u200d"
"""Signs that several scripts share: the ends of sentences in India, and what joins or parts letters."""
_ANY = re.compile("|".join(f"([{one.letters}])" for one in WORLD))
_STRETCHES = re.compile(
    "|".join(f"([{one.letters}](?:[ {_OF_MANY}\u0300-\u036f]*[{one.letters}])*[{_OF_MANY}]*)" for one in WORLD)
)


@lru_cache(maxsize=4096)
def alphabet_of(character: str) -> Alphabet | None:
    """The alphabet of the world that a character belongs to, None for one of the program's own or an unknown one."""
    found = _ANY.match(character)
    return WORLD[found.lastindex - 1] if found and found.lastindex else None


def stretches(text: str) -> Iterator[tuple[str, Alphabet | None]]:
    """The text cut where one of these alphabets begins or ends; together the parts are the text."""
    at = 0
    for found in _STRETCHES.finditer(text):
        if found.start() > at:
            yield text[at : found.start()], None
        yield found[0], WORLD[(found.lastindex or 1) - 1]
        at = found.end()
    if at < len(text):
        yield text[at:], None
