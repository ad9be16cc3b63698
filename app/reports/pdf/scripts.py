"""Foreign words: stretches of a text in another script than that of its language, and what language to call them.

A voice that reads Arabic aloud cannot read Latin letters, and the other way round. Which language the letters are
is not known; they are given to the one of the program's languages that is most likely written in them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from app.reports.alphabets import ROUGHLY, WORLD

_LETTERS = {
    "en": "A-Za-z\u00c0-\u02af\u1e00-\u1eff",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "ru": "\u0400-\u052f",
    "he": "\u0590-\u05ff",
    "ar": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "ja": "\u3040-\u30ff",
    "zh": "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
    "ko": "\uac00-\ud7af",
} | {one.language: one.letters for one in WORLD}
_WRITTEN_AS = {"ar": "ar", "fa": "ar", "ur": "ar", "ps": "ar", "zh": "zh", "ja": "ja", "ko": "ko"} | {
    "ru": "ru", "uk": "ru", "bg": "ru", "sr": "ru", "be": "ru", "el": "el", "he": "he", "yi": "he",
    "ti": "am", "ne": "hi", "mr": "hi", **{one.language: one.language for one in WORLD if one.language != "ff"},
}  # fmt: skip
_SHARED = {"ja": ("ja", "zh"), "ko": ("ko", "zh")}
_NUMBERS_AND_MARKS = "[ \\-.'\u2019/&0-9\u0964\u0965]*"
_UPON = "[\u0300-\u036f\u200c\u200d]*"
"""What stands upon a letter of any script, or joins it to the next."""
_NOT_LETTERS = "\u0964\u0965\u00d7\u00f7\u060c\u061b\u061f\u0640\u0660-\u066c\u06d4\u06f0-\u06f9"


@lru_cache(maxsize=64)
def _foreign(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds a foreign letter quickly, and what tells the whole stretch from there, named by its language."""
    own = _WRITTEN_AS.get(language.partition("_")[0].partition("-")[0], "en")
    others = {code: letters for code, letters in _LETTERS.items() if code not in _SHARED.get(own, (own,))}
    rare = {one.language for one in WORLD}
    usual = "".join(letters for code, letters in others.items() if code not in rare)
    quick = f"[{usual}{ROUGHLY}](?<![{_NOT_LETTERS}])"  # the fewer ranges, the faster
    whole = (
        f"(?P<{code}>(?:(?![{_NOT_LETTERS}])[{letters}]{_UPON})(?:{_NUMBERS_AND_MARKS}(?:[{letters}]{_UPON})+)*)"
        for code, letters in others.items()
    )
    return re.compile(quick), re.compile("|".join(whole))


def foreign(text: str, language: str) -> tuple[tuple[int, int, str], ...]:
    """Start, end and language of every stretch that is foreign to a text of this language."""
    quick, whole = _foreign(language)
    found = []
    letter = quick.search(text)
    while letter:
        match = whole.match(text, letter.start())
        if match:
            found.append((*match.span(), match.lastgroup or ""))
        letter = quick.search(text, match.end() if match else letter.end())
    return tuple(found)
