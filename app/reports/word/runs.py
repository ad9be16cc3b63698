"""Runs: a text cut where its direction changes, each piece told its direction and its language.

Word reads letters in the order of their run, not of the characters around it, so a name in another script
inside a sentence is a run of its own. Marks that isolate such a name become what Word knows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from app.i18n import is_right_to_left
from app.reports.alphabets import Alphabet, stretches
from app.reports.word.elements import Element, made
from app.reports.written import cleaned, language_tag, runs_against

_ISOLATED = re.compile("[\u2066-\u2068]([^\u2066-\u2069]*)\u2069")
_HEBREW = re.compile("[\u0590-\u05ff]")
_IN_HEBREW = ("he", "yi")
_LEFT_OVER = re.compile("[\u2066-\u2069\u202a-\u202e]")
_FENCES = {False: "\u200e", True: "\u200f"}
_COUNTRIES = {"en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ru": "ru-RU", "zh": "zh-CN", "ar": "ar-SA", "he": "he-IL"}
"""Word has no language without a country."""
_STRONG = {"L": False, "R": True, "AL": True, "AN": True}
_FOLLOWS = frozenset({"EN", "NSM"})
"""A number and a mark upon a letter go with the letter before them."""


@dataclass(frozen=True)
class Piece:
    """Characters that are read in one direction."""

    text: str
    right_to_left: bool


def spoken(language: str) -> str:
    """The name of a language as Word has it."""
    return _COUNTRIES.get(language, language_tag(language))


def pieces(text: str, *, right_to_left: bool) -> Iterator[Piece]:
    """The text of a paragraph of this direction, in pieces of one direction each; together they are the text."""
    if runs_against(text, right_to_left=right_to_left):
        yield _fenced(_LEFT_OVER.sub("", text), not right_to_left)
        return
    at = 0
    for found in _ISOLATED.finditer(text):
        yield from _directed(text[at : found.start()], right_to_left)
        yield from _isolated(found.group(1), right_to_left)
        at = found.end()
    yield from _directed(text[at:], right_to_left)


def _isolated(inside: str, base: bool) -> Iterator[Piece]:
    """A name inside a sentence, with marks around it for programs that look at characters and not at runs."""
    if not runs_against(inside, right_to_left=base):
        yield from _directed(inside, base)
        return
    mark = Piece(_FENCES[base], base)
    yield from (mark, _fenced(inside, not base), mark)


def _fenced(text: str, right_to_left: bool) -> Piece:
    mark = _FENCES[right_to_left]
    return Piece(f"{mark}{text}{mark}", right_to_left)


def runs(text: str, language: str, *, foreign: bool = False, right: bool | None = None) -> list[Element]:
    """The text as runs; `foreign` marks every one of them with the language, else only what it does not follow.

    `right` is the direction of the paragraph, without it that of the language.
    """
    found: list[Element] = []
    base = is_right_to_left(language) if right is None else right
    for number, line in enumerate(cleaned(text).split("\n")):
        if number:
            found.append(made("r", made("br")))
        for one in pieces(line, right_to_left=base):
            for part, alphabet in stretches(one.text):
                found.append(_run(Piece(part, one.right_to_left), language, alphabet, foreign=foreign))
    return found


def inked(run: Element, colour: str, ground: str = "") -> None:
    """Give a run a colour of its own, and a ground where one is named."""
    properties = run.find(made("rPr").tag)
    if properties is None:
        properties = made("rPr")
        run.insert(0, properties)
    at = 1 if len(properties) and properties[0].tag.endswith("}rFonts") else 0
    properties.insert(at, made("color", val=colour[1:]))
    if ground:
        properties.insert(at + 1, made("shd", val="clear", color="auto", fill=ground[1:]))


def plain(text: str) -> Element:
    """One run of a text that has no direction, such as a number of a page."""
    return _told(made("r"), text)


def _run(piece: Piece, language: str, alphabet: Alphabet | None, *, foreign: bool) -> Element:
    properties = made("rPr")
    if alphabet:
        own = alphabet.family
        properties.append(made("rFonts", ascii=own, hAnsi=own, eastAsia=own, cs=own))
        if piece.right_to_left:
            properties.append(made("rtl"))
        properties.append(made("lang", val=alphabet.tag, bidi=alphabet.tag))
        return _told(made("r", properties), piece.text)
    if language.startswith("zh"):
        properties.append(made("rFonts", hint="eastAsia"))
    if piece.right_to_left:
        properties.append(made("rtl"))
        properties.append(made("lang", bidi=spoken(_written_in(piece.text, language))))
    elif foreign and not is_right_to_left(language) and spoken(language):
        properties.append(made("lang", val=spoken(language), eastAsia=spoken(language)))
    return _told(made("r", properties) if len(properties) else made("r"), piece.text)


def _written_in(text: str, language: str) -> str:
    """The language of letters that are read from the right: that around them unless they are of another script."""
    if _HEBREW.search(text):
        return language if language in _IN_HEBREW else "he"
    return language if is_right_to_left(language) and language not in _IN_HEBREW else "ar"


def _told(run: Element, text: str) -> Element:
    for number, part in enumerate(text.split("\t")):
        if number:
            run.append(made("tab"))
        words = made("t")
        words.text = part
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(words)
    return run


def _directed(text: str, base: bool) -> Iterator[Piece]:
    """Pieces of a stretch without isolates: what is neutral between two of one direction goes with them."""
    whole = _LEFT_OVER.sub("", text)
    if not whole:
        return
    if whole.isascii():  # the usual case
        if not base or not any(letter.isalpha() for letter in whole):
            yield Piece(whole, base)
            return
    found = _resolved(_known(whole, base), base)
    for direction, letters in groupby(zip(whole, found, strict=True), key=lambda one: one[1]):
        yield Piece("".join(letter for letter, _found in letters), direction)


def _known(text: str, base: bool) -> list[bool | None]:
    """The direction of each character, None where it has none of its own."""
    found: list[bool | None] = []
    last = base
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        direction = last if kind in _FOLLOWS else _STRONG.get(kind)
        last = last if direction is None else direction
        found.append(direction)
    return found


def _resolved(found: list[bool | None], base: bool) -> list[bool]:
    """Every character with a direction: the neutral ones that of both sides, or that of the paragraph."""
    after = _carried(found[::-1], base)[::-1]
    before = _carried(found, base)
    return [one if one == other else base for one, other in zip(before, after, strict=True)]


def _carried(found: list[bool | None], base: bool) -> list[bool]:
    last, whole = base, []
    for direction in found:
        last = last if direction is None else direction
        whole.append(last)
    return whole
