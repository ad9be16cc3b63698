"""Sounding: one spelling for names that sound alike in Latin and Cyrillic, so that Исмаил is found through Ismail."""

from __future__ import annotations

import re

_CYRILLIC = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфхыэ", "abvgdeziiklmnoprstufhie", strict=True)),
        **{"ж": "j", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ю": "iu", "я": "ia", "ъ": "", "ь": ""},
    }
)
_ALIKE = (("dzh", "j"), ("dj", "j"), ("zh", "j"), ("kh", "h"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("gh", "g"))
_SINGLE = str.maketrans({"y": "i", "q": "k", "w": "v"})
_DOUBLED = re.compile(r"(.)\1+")


def sound(folded: str) -> str:
    """How a folded name sounds, roughly; equal for spellings of one name."""
    plain = folded.translate(_CYRILLIC)
    for written, alike in (*_ALIKE, ("ou", "u"), ("oo", "u"), ("ee", "i")):
        plain = plain.replace(written, alike)
    return _DOUBLED.sub(r"\1", plain.translate(_SINGLE)).removesuffix("h")
