"""Shaping: a font file at one weight, and words made glyphs by HarfBuzz, each with the text it stands for.

Lengths are thousandths of the size of the type. A face belongs to the program, not to a document: opening one
is memory-mapped.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import uharfbuzz

from app import paths

# A glyph that only adds to the one before it must still have some text of its own (PDF/A).
JOINER = "\u034f"
_LAM_ALEF = re.compile("(\u0644[\u064b-\u0655\u0670]*)[\u0622\u0623\u0625\u0627\u0671]")


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
        given = _shared_out([(info.cluster, at.x_advance) for info, at in rows], texts, right=right)
        glyphs = (
            Glyph(
                info.codepoint,
                given[index],
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


def _shared_out(rows: Sequence[tuple[int, int]], texts: Mapping[int, str], *, right: bool) -> list[str]:
    """The text of every glyph, of its cluster and how far it goes: one after the other they are the text.

    From left to right every glyph of a cluster has a character of it and the widest the rest, in the order in which
    they stand, whichever of them a glyph looks like: a vowel of Hindi is drawn before the letter it is written after.
    """
    given = [JOINER] * len(rows)
    for cluster, group in groupby(sorted(range(len(rows)), key=lambda index: rows[index][0]), lambda i: rows[i][0]):
        indices = list(group)
        widest, text = max(indices, key=lambda index: rows[index][1]), texts[cluster]
        if right or len(indices) == 1:
            given[widest] = text
            continue
        spare = max(0, len(text) - len(indices))
        at = 0
        for index in indices[: len(text)]:
            end = at + 1 + (spare if index == widest else 0)
            given[index], at = text[at:end], end
    return given


def _without_ligatures(text: str) -> dict[str, Any]:
    kept = [(*match.span(), True) for match in _LAM_ALEF.finditer(text)]
    return {"liga": False, "dlig": False, "rlig": [(0, len(text), False), *kept]}
