"""Names in the order in which readers of a language look for them, in the window, on paper and on every system alike.

Letters stand as in the alphabet of their script, marks and capitals decide only between equals, and numbers inside
names stand by their value. The script of the language comes before the others; Chinese stands by its sounds.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar

from app import paths
from app.folding import fold

T = TypeVar("T")
Weight = tuple[int, int]

_PARTS = re.compile(r"\d+|[^\d]")
_LONGEST_NUMBER = 40
"""Digits of a number that count; a program takes no number without end."""
_SIGNS, _NUMBERS, _OWN, _OTHERS = 0, 1, 2, 3
_ALPHABETS = (
    "abcdefghijklmnñopqrstuvwxyz",
    "αβγδεζηθικλμνξοπρστυφχψω",
    "абвгґдђѓеєжзѕиіїйјклљмнњопрстћуўфхцчџшщъыьэюя",
    "אבגדהוזחטיכךלמםנןסעפףצץקרשת",
    "ءآابپتثجچحخدڈذرڑزژسشصضطظعغفڤقكگلمنںهويے",
)
_PLACES = {letter: (script, at) for script, letters in enumerate(_ALPHABETS) for at, letter in enumerate(letters)}
_ALIKE = {"ة": "ت", "ى": "ي", "ی": "ي", "ک": "ك"}
"""Where the folding of what people type is not the order of the alphabet."""
_SCRIPTS = {"ru": 2, "uk": 2, "bg": 2, "sr": 2, "be": 2, "el": 1, "he": 3, "yi": 3} | dict.fromkeys(
    ("ar", "fa", "ur", "ps", "ckb", "sd", "ug"), 4
)
_HAN = len(_ALPHABETS)
_FIRST_CHINESE, _UNUSUAL = 0x3400, 0x10000
_SAID = {"重庆": "崇庆", "重慶": "崇慶"}
"""Names in which a character has another sound than by itself."""
_LETTERS_OF_THEIR_OWN = {"es": "ñ"}
"""What other languages take for another letter with a mark."""
_STAND_APART = frozenset("".join(_ALPHABETS)) - {"ñ"}


def by_name(things: Iterable[T], name: Callable[[T], str], language: str) -> list[T]:
    """The things by their names as this language orders letters; equal names as they came."""
    return sorted(things, key=lambda one: sort_key(name(one), language))


def in_order(names: Iterable[str], language: str) -> list[str]:
    """The names as this language orders letters."""
    return by_name(names, str, language)


def sort_key(text: str, language: str) -> tuple[tuple[Weight, ...], str]:
    """What a text is compared by: its letters and numbers first, then its marks and capitals."""
    code = language.partition("_")[0].partition("-")[0]
    own = _HAN if code == "zh" else _SCRIPTS.get(code, 0)
    apart = _LETTERS_OF_THEIR_OWN.get(code, "")
    plain = unicodedata.normalize("NFC", text).lower()
    for written, sounding in _SAID.items() if own == _HAN else ():
        plain = plain.replace(written, sounding)
    found = (weight for part in _PARTS.findall(plain) for weight in _weights(part, own, apart))
    return tuple(found), unicodedata.normalize("NFD", text).swapcase()


@lru_cache(maxsize=8_192)
def _weights(part: str, own: int, apart: str) -> tuple[Weight, ...]:
    if part.isdecimal():
        return ((_NUMBERS, int(part[:_LONGEST_NUMBER])),)
    known = part if part in _STAND_APART or part in apart else _ALIKE.get(part) or fold(part)
    return tuple(_weight(letter, own) for letter in known)


def _weight(letter: str, own: int) -> Weight:
    if letter in _PLACES:
        script, at = _PLACES[letter]
        return _OWN if script == own else _OTHERS + script, at
    if not letter.isalnum():
        return _SIGNS, ord(letter)
    group = _OWN if own == _HAN else _OTHERS + _HAN
    return group, (_sounds().get(letter, _UNUSUAL + ord(letter)) if ord(letter) >= _FIRST_CHINESE else ord(letter))


@lru_cache(maxsize=1)
def _sounds() -> dict[str, int]:
    """The place of every Chinese character by its sound, as Unicode's data for simplified Chinese has it."""
    told = (paths.resources() / "order" / "zh.txt").read_text("utf-8").strip()
    return {letter: at for at, letter in enumerate(told)}
