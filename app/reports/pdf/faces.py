"""Faces: the shipped fonts in the order in which they are asked, and texts as runs of one of them each.

Lengths are thousandths of the size of the type. What was shaped once is remembered by a `Chain`.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from app.reports.alphabets import FURTHER_EUROPEAN, alphabet_of
from app.reports.pdf.shaping import JOINER, Face, Glyph

REPLACEMENT = "\ufffd"
SOFT_HYPHEN = "\u00ad"
_OF_MANY_SCRIPTS = "\u0964\u0965"
"""The signs at the end of a sentence in most scripts of India."""
_MOST_REMEMBERED = 20_000
_UNSEEN = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
_WEIGHT_NAMES = {400: "Regular", 500: "Medium", 600: "SemiBold"}
_USUAL_ORDER = ("latin", "arabic", "hebrew", "chinese")
_FIRST = {"ar": "arabic", "he": "hebrew", "yi": "hebrew", "zh": "chinese"}
"""The face that a language asks before the usual ones."""
_FILES = {
    "latin": "IBMPlexSans-{name}.ttf",
    "arabic": "IBMPlexSansArabic-{name}.ttf",
    "hebrew": "IBMPlexSansHebrew-{name}.ttf",
    "chinese": "NotoSansSC-wght.ttf",
}


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Shaped text of one face and one direction; `space` is how much of it is a space at its end (all of a blank).

    Justifying widens that space. Where the text runs from right to left, it is the last of the glyphs but stands on
    the left of the others: readers of a PDF that go by the order of glyphs would else put it before the word.
    """

    face: Face
    text: str
    glyphs: tuple[Glyph, ...]
    width: float
    right_to_left: bool = False
    space: float = 0.0
    blank: bool = False

    @property
    def is_partial(self) -> bool:
        """Whether it has to be said what all of it reads: it has marks, or glyphs without a text of their own.

        Many readers of a PDF take the way back under a letter for a space, or the marks on it for another order.
        """
        return not self.right_to_left and any(not one.advance or one.text == JOINER for one in self.glyphs)


def without_a_face(text: str) -> str:
    """The characters of a text that no shipped font has, each once: on paper a sign stands in their place."""
    if text.isascii():
        return ""
    weight = min(_WEIGHT_NAMES)
    faces = [_face(family, weight) for family in _USUAL_ORDER]
    return "".join(
        one
        for one in dict.fromkeys(text)
        if unicodedata.category(one) not in _UNSEEN
        and not _ignored(one)
        and not any(face.covers(one) for face in faces)
        and _further(one, weight) is None
    )


class Chain:
    """Faces of one weight in the order in which a language asks them for a character."""

    def __init__(self, language: str, weight: int) -> None:
        first = _FIRST.get(language, _USUAL_ORDER[0])
        self._faces = tuple(_face(family, weight) for family in dict.fromkeys((first, *_USUAL_ORDER)))
        self._last = _face("latin", weight)
        self._weight = weight
        self._known: dict[tuple[str, bool], tuple[Run, ...]] = {}
        self.missing: dict[str, None] = {}

    def runs(self, text: str, *, right: bool) -> tuple[Run, ...]:
        """The text (of one direction) shaped, in logical order; a character no face has becomes U+FFFD.

        Such a character is kept in `missing` and remains what a reader copies out of the document.
        """
        found = self._known.get((text, right))
        if found is None:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            found = self._known[text, right] = tuple(self._shaped(text, right=right))
        return found

    def spaced(self, text: str) -> tuple[Run, ...]:
        """A text from right to left with the space after it, in the last run if its face has it."""
        runs = self.runs(text, right=True)
        [gap] = self.runs(" ", right=True)
        last = runs[-1]
        if last.face is not gap.face:
            return (*runs, gap)
        [sign] = gap.glyphs
        width = last.width + gap.width
        back = -round(width)  # nobody sees where a space stands
        behind = sign._replace(right=back, advance=sign.advance + back)
        return (*runs[:-1], Run(last.face, f"{last.text} ", (*last.glyphs, behind), width, True, gap.width))

    @cached_property
    def hyphen(self) -> Run:
        """The hyphen at the end of a line that a word runs over: read as a soft one, so the word stays whole."""
        [plain] = self.runs("-", right=False)
        return replace(plain, text=SOFT_HYPHEN, glyphs=tuple(one._replace(text=SOFT_HYPHEN) for one in plain.glyphs))

    def _shaped(self, text: str, *, right: bool) -> list[Run]:
        shaped = []
        if REPLACEMENT in text:
            self.missing[REPLACEMENT] = None
        for face, part in self._parts(text):
            glyphs = face.shape(part, right=right) if face else self._replaced(part)
            width = sum(one.advance for one in glyphs)
            blank = not part.strip(" ")
            shaped.append(Run(face or self._last, part, glyphs, width, right, width if blank else 0.0, blank))
        return shaped

    def _replaced(self, part: str) -> tuple[Glyph, ...]:
        sign = self._last.shape(REPLACEMENT, right=False)[0]
        self.missing.update(dict.fromkeys(part))
        return tuple(
            Glyph(sign.number, REPLACEMENT if unicodedata.category(one) == "Co" else one, sign.advance, 0.0, 0.0)
            for one in part
        )

    def _parts(self, text: str) -> list[tuple[Face | None, str]]:
        """The text cut where the face changes: one face for all of it where one has all of it."""
        if text.isascii() and text.isprintable() and self._faces[0] is self._last:
            return [(self._last, text)]
        whole = next((face for face in self._faces if all(_ignored(one) or face.covers(one) for one in text)), None)
        whole = whole or self._further_for_all(text)
        if whole:
            return [(whole, text)]
        parts: list[tuple[Face | None, str]] = []
        for one in text:
            face = self._face_for(one, parts[-1][0] if parts else None)
            if parts and parts[-1][0] is face:
                parts[-1] = (face, parts[-1][1] + one)
            else:
                parts.append((face, one))
        return parts

    def _face_for(self, character: str, before: Face | None) -> Face | None:
        """Marks and joiners stay with the letter before them if its face has them, and so do signs of many scripts."""
        follows = unicodedata.category(character)[0] == "M" or character in _OF_MANY_SCRIPTS or _ignored(character)
        if before and follows and (_ignored(character) or before.covers(character)):
            return before
        own = next((face for face in self._faces if face.covers(character)), None)
        return own or _further(character, self._weight)

    def _further_for_all(self, text: str) -> Face | None:
        """The face beyond the usual ones that has all of a text in which one of them lacks something."""
        lacking = (one for one in text if not _ignored(one) and not any(face.covers(one) for face in self._faces))
        face = _further(next(lacking, ""), self._weight)
        return face if face and all(_ignored(one) or face.covers(one) for one in text) else None


def _ignored(character: str) -> bool:
    return character in "\u200c\u200d\ufe0e\ufe0f"


@lru_cache(maxsize=32)
def _face(family: str, weight: int) -> Face:
    return Face(_FILES[family].format(name=_WEIGHT_NAMES[weight]), weight)


def _further(character: str, weight: int) -> Face | None:
    """The face of one of the alphabets of the world that has this character; it is opened when first asked for."""
    if not character:
        return None
    face = _of_file((alphabet_of(character) or FURTHER_EUROPEAN).file(weight))
    return face if face.covers(character) else None


@lru_cache(maxsize=64)
def _of_file(file: str) -> Face:
    return Face(file, min(_WEIGHT_NAMES))
