"""Lines: a text broken into lines, each with its runs in reading order and where they stand.

Lengths are points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

from app.i18n import is_right_to_left
from app.reports.pdf import bidi
from app.reports.pdf.breaking import Breaker, Measure
from app.reports.pdf.faces import Chain, Run
from app.reports.pdf.hyphens import divides, points_of
from app.reports.pdf.tokens import cleaned
from app.reports.pdf.words import Shaper, Word
from app.reports.written import base_right

_REMEMBERED, _SHORT = 4096, 160
"""Texts whose lines are remembered, and how many letters such a text has at most."""
_WIDEST_STRETCH, _WIDEST_TRACKING = 0.4, 0.08
"""How much wider a space may become, and the room between Chinese characters, times the size."""
_SLACK_FILLED, _SLACK_RAGGED = 0.03, 0.22
"""The share of a line that may stay empty before a word is divided."""
_WIDER = {"ar": 1.2, "zh": 1.1}


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set: size, distance of lines (times the size), weight and colour."""

    size: float
    colour: str
    weight: int = 400
    leading: float = 1.4


@dataclass(frozen=True, slots=True)
class Line:
    """One line, its words in reading order; `width` does not count the space at its end.

    `lefts` says how far from the left end of the line each run begins; None where they follow each other.
    `marks` are those of its words, run by run. `right_to_left` says on which side the line begins, whatever its own
    letters are. A justified line has its spaces widened by `stretch`, or every glyph by `tracking`.
    """

    words: tuple[Word, ...]
    lefts: tuple[float, ...] | None
    width: float
    size: float
    colour: str
    height: float
    right_to_left: bool
    marks: tuple[str, ...] | None = None
    stretch: float = 0.0
    tracking: float = 0.0

    @property
    def runs(self) -> tuple[Run, ...]:
        """What its words are made of."""
        return tuple(run for word in self.words for run in word.runs)

    @property
    def baseline(self) -> float:
        """How far under the top of the line its letters stand."""
        return (self.height - self.size) / 2 + self.size * 0.82

    @property
    def text(self) -> str:
        """What the line says, in the order of reading."""
        return "".join(run.text for run in self.runs)


class Typesetter:
    """Breaks the texts of one document; remembers what it has shaped and what no face could show."""

    def __init__(self, language: str, scale: float = 1.0) -> None:
        self.language = language
        self._scale = scale
        self.right_to_left = is_right_to_left(language)
        self._shapers: dict[tuple[str, int], Shaper] = {}
        self._remembered = lru_cache(maxsize=_REMEMBERED)(self._lines)

    def lines(
        self, text: str, type_: Type, width: float, *, language: str = "", filled: bool = False
    ) -> tuple[Line, ...]:
        """The lines of a text that is at most `width` wide; a word that is wider is cut between letters.

        `filled` lines reach from edge to edge, but for the last one of a paragraph.
        """
        type_ = replace(type_, size=type_.size * self._scale) if self._scale != 1 else type_
        made = self._remembered if len(text) < _SHORT else self._lines
        return made(text, type_, round(width, 3), language or self.language, filled)

    def line(self, text: str, type_: Type) -> Line:
        """The text as one line, however long."""
        return self.lines(text.replace("\n", " "), type_, 1e9)[0]

    def height(self, type_: Type, language: str = "") -> float:
        """The height of a line; Arabic and Chinese stand a fifth and a tenth wider apart."""
        return type_.size * type_.leading * _WIDER.get(language or self.language, 1.0)

    def scaled(self, length: float) -> float:
        """A length that grows and shrinks with the letters of the document."""
        return length * self._scale

    def missing(self) -> str:
        """Every character that no face could show, in order of its first use."""
        found: dict[str, None] = {}
        for shaper in self._shapers.values():
            found.update(shaper.chain.missing)
        return "".join(found)

    def _lines(self, text: str, type_: Type, width: float, language: str, filled: bool) -> tuple[Line, ...]:
        shaper = self._shaper(language, type_.weight)
        right = is_right_to_left(language)
        base = int(right and not bidi.only_left(text) if text.isascii() else base_right(text, right_to_left=right))
        limit = width / type_.size * 1000
        points = points_of(language) if divides(language) else None
        measure = Measure(limit, limit * (_SLACK_FILLED if filled else _SLACK_RAGGED), points)
        setting = _Setting(type_, self.height(type_, language), width, base, right, language == "zh")
        # Many readers of a PDF see no gap to the left: without a space they join the texts of two cells.
        ending = " " if right else ""
        found: list[Line] = []
        for paragraph in cleaned(text).split("\n"):
            words, plain = shaper.words(paragraph + ending if paragraph else "", base)
            broken = list(Breaker(shaper, measure).lines(words))
            last = len(broken) - 1
            found += [
                _line(part, setting, used=used, filled=filled and index < last, plain=plain)
                for index, (part, used) in enumerate(broken)
            ]
        if len(found) > 1 and right != bool(base):
            return tuple(replace(one, right_to_left=bool(base)) for one in found)
        return tuple(found)

    def _shaper(self, language: str, weight: int) -> Shaper:
        key = (language, weight)
        if key not in self._shapers:
            self._shapers[key] = Shaper(Chain(language, weight), language)
        return self._shapers[key]


@dataclass(frozen=True)
class _Setting:
    type: Type
    height: float
    width: float
    base: int
    right_to_left: bool
    by_glyph: bool


def _line(words: list[Word], setting: _Setting, *, used: float, filled: bool, plain: bool) -> Line:
    size = setting.type.size
    scale = size / 1000
    swallowed = _swallowed(words)
    width = (used - swallowed) * scale
    stretch, tracking = _filling(words, setting, width) if filled else (0.0, 0.0)
    lefts, marks = None, None
    if not plain:
        tracking = 0.0
        lefts = _lefts(words, setting.base, scale, stretch)
    if any(word.marks for word in words):
        marks = tuple(one for word in words for one in word.marks or ("",) * len(word.runs))
    width = setting.width if stretch or tracking else width
    return Line(
        tuple(words), lefts, width, size, setting.type.colour, setting.height, setting.right_to_left,
        marks, stretch, tracking,
    )  # fmt: skip


def _swallowed(words: Sequence[Word]) -> float:
    """The width of the spaces at the end."""
    spaces = 0.0
    for word in reversed(words):
        spaces += word.space
        if word.width:
            break
    return spaces


def _lefts(words: Sequence[Word], base: int, scale: float, stretch: float) -> tuple[float, ...]:
    """How far from the left end every run begins; the spaces at the end hang over it."""
    runs = [run for word in words for run in word.runs]
    levels = [level for word in words for level in word.levels]
    advances = [run.width * scale + (stretch if run.space else 0.0) for run in runs]
    ending = len(runs)
    while ending and runs[ending - 1].blank:
        ending -= 1
    levels[ending:] = [base] * (len(runs) - ending)
    left = 0.0
    if base:
        joined = runs[ending - 1].space if ending == len(runs) and runs else 0.0
        left = -sum(advances[ending:]) - (joined * scale + stretch if joined else 0.0)
    order = bidi.visual(levels)
    starts = accumulate((advances[index] for index in order), initial=left)
    places = [0.0] * len(levels)
    for index, start in zip(order, starts, strict=False):
        places[index] = start
    return tuple(places)


def _filling(words: Sequence[Word], setting: _Setting, width: float) -> tuple[float, float]:
    """How much wider each space, or each glyph, becomes; nothing where it would look torn."""
    free = setting.width - width
    if setting.by_glyph:
        count = sum(len(run.glyphs) for word in words for run in word.runs) - 1
        tracking = free / count if count > 0 else 0.0
        return 0.0, tracking if tracking <= _WIDEST_TRACKING * setting.type.size else 0.0
    count = sum(word.space > 0 for word in words[:-1])
    stretch = free / count if count else 0.0
    return (stretch if stretch <= _WIDEST_STRETCH * setting.type.size else 0.0), 0.0
