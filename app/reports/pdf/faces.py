"""Faces: the shipped fonts at one weight, words shaped by HarfBuzz, and the order in which faces are asked.

Lengths are thousandths of the size of the type. A face belongs to the program, not to a document: opening one
is memory-mapped, and what was shaped once is remembered by a `Chain`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

import uharfbuzz

from app import paths

REPLACEMENT = "\ufffd"
SOFT_HYPHEN = "\u00ad"
# A glyph that only adds to the one before it must still have some text of its own (PDF/A).
_JOINER = "\u034f"
_LAM_ALEF = re.compile("(\u0644[\u064b-\u0655\u0670]*)[\u0622\u0623\u0625\u0627\u0671]")
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


class Glyph(NamedTuple):
    """A glyph with the text it stands for, its advance and its offset from the pen."""

    number: int
    text: str
    advance: float
    right: float
    up: float


class Face:
    """A font file at one weight; `weight` is pinned where the file holds a range of them."""

    def __init__(self, file: str, weight: int) -> None:
        self.file = file
        self.face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(paths.resources() / "fonts" / file)))
        self.font = uharfbuzz.Font(self.face)
        self.weight = weight if self.face.axis_infos else None
        if self.weight:
            self.font.set_variations({"wght": self.weight})
        self.per_mille = 1000 / self.face.upem
        extents = self.font.get_font_extents("ltr")
        self.ascent, self.descent = extents.ascender * self.per_mille, extents.descender * self.per_mille
        self.name = file.split(".")[0] + (f"-{weight}" if self.weight else "")
        self._advances: dict[int, float] = {}

    def covers(self, character: str) -> bool:
        """Whether there is a glyph for this character; private characters mean nothing to a reader."""
        return unicodedata.category(character) != "Co" and self.font.get_nominal_glyph(ord(character)) is not None

    def advance(self, glyph: int) -> float:
        """How far the pen moves for a glyph by itself."""
        if glyph not in self._advances:
            self._advances[glyph] = self.font.get_glyph_h_advance(glyph) * self.per_mille
        return self._advances[glyph]

    def shape(self, text: str, *, right: bool) -> tuple[Glyph, ...]:
        """The glyphs of a text of one direction, from left to right; together their texts are the text.

        Arabic is set without ligatures but the one of lam and alef, which the script demands: many readers of a
        PDF give the letters of a ligature back in the wrong order. So that one stands for its alef alone, and an
        empty glyph under its right end for its lam.
        """
        buffer = uharfbuzz.Buffer()
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if right else "ltr"
        uharfbuzz.shape(self.font, buffer, _without_ligatures(text) if right else None)
        rows = list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))
        scale = self.per_mille
        if len(rows) == len(text) and not right and all(row[0].cluster == at for at, row in enumerate(rows)):
            return tuple(
                Glyph(info.codepoint, one, at.x_advance * scale, at.x_offset * scale, at.y_offset * scale)
                for one, (info, at) in zip(text, rows, strict=True)
            )
        starts = sorted({info.cluster for info, _ in rows})
        texts = {start: text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)}
        widest: dict[int, int] = {}
        for index, (info, position) in enumerate(rows):
            if info.cluster not in widest or position.x_advance > rows[widest[info.cluster]][1].x_advance:
                widest[info.cluster] = index
        glyphs = (
            Glyph(
                info.codepoint,
                texts[info.cluster] if widest[info.cluster] == index else _JOINER,
                position.x_advance * scale,
                position.x_offset * scale,
                position.y_offset * scale,
            )
            for index, (info, position) in enumerate(rows)
        )
        return tuple(one for glyph in glyphs for one in self._apart(glyph)) if right else tuple(glyphs)

    def _apart(self, glyph: Glyph) -> tuple[Glyph, ...]:
        """The ligature of lam and alef as two glyphs in visual order; any other glyph as it is."""
        ligature, empty = _LAM_ALEF.match(glyph.text), self.font.get_nominal_glyph(ord(" "))
        if ligature is None or empty is None:
            return (glyph,)
        alef = glyph._replace(text=glyph.text[ligature.end(1) :])
        return alef, Glyph(empty, ligature[1], 0.0, -self.advance(empty), 0.0)


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


def without_a_face(text: str) -> str:
    """The characters of a text that no shipped font has, each once: on paper a sign stands in their place."""
    if text.isascii():
        return ""
    faces = [_face(family, min(_WEIGHT_NAMES)) for family in _USUAL_ORDER]
    return "".join(
        one
        for one in dict.fromkeys(text)
        if unicodedata.category(one) not in _UNSEEN
        and not _ignored(one)
        and not any(face.covers(one) for face in faces)
    )


class Chain:
    """Faces of one weight in the order in which a language asks them for a character."""

    def __init__(self, language: str, weight: int) -> None:
        first = _FIRST.get(language, _USUAL_ORDER[0])
        self._faces = tuple(_face(family, weight) for family in dict.fromkeys((first, *_USUAL_ORDER)))
        self._last = _face("latin", weight)
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
        """Marks and joiners stay with the letter before them if its face has them."""
        follows = unicodedata.category(character)[0] == "M" or _ignored(character)
        if before and follows and (_ignored(character) or before.covers(character)):
            return before
        return next((face for face in self._faces if face.covers(character)), None)


def _without_ligatures(text: str) -> dict[str, Any]:
    kept = [(*match.span(), True) for match in _LAM_ALEF.finditer(text)]
    return {"liga": False, "dlig": False, "rlig": [(0, len(text), False), *kept]}


def _ignored(character: str) -> bool:
    return character in "\u200c\u200d\ufe0e\ufe0f"


@lru_cache(maxsize=32)
def _face(family: str, weight: int) -> Face:
    return Face(_FILES[family].format(name=_WEIGHT_NAMES[weight]), weight)
