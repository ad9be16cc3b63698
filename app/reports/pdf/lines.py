"""Lines: a text shaped, cut where a line may end, and put in the order in which the eye reads it.

Lengths are points. The line keeps the space that its end swallowed: who copies text must not get joined words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from app.i18n import is_right_to_left
from app.reports.pdf import bidi
from app.reports.pdf.faces import Chain, Run
from app.reports.pdf.tokens import Token, cleaned, cut, visible


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set: size, distance of lines (times the size), weight and colour."""

    size: float
    colour: str
    weight: int = 400
    leading: float = 1.4


@dataclass(frozen=True, slots=True)
class Placed:
    """A run and how far from the left end of its line it begins."""

    run: Run
    left: float
    right_to_left: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line, its runs in reading order; `width` does not count the space at its end.

    `right_to_left` says on which side it begins, whatever its own letters are.
    """

    runs: tuple[Placed, ...]
    width: float
    size: float
    colour: str
    height: float
    right_to_left: bool

    @property
    def baseline(self) -> float:
        """How far under the top of the line its letters stand."""
        return (self.height - self.size) / 2 + self.size * 0.82


@dataclass(frozen=True, slots=True)
class _Bit:
    run: Run
    level: int
    width: float
    space: bool = False


class Typesetter:
    """Breaks the texts of one document; remembers what it has shaped and what no face could show."""

    def __init__(self, language: str, scale: float = 1.0) -> None:
        self.language = language
        self._scale = scale
        self.right_to_left = is_right_to_left(language)
        self._chains: dict[tuple[str, int], Chain] = {}
        self._remembered = lru_cache(maxsize=4096)(self._lines)

    def lines(self, text: str, type_: Type, width: float, *, language: str = "") -> tuple[Line, ...]:
        """The lines of a text that is at most `width` wide; a word that is wider is cut between letters."""
        type_ = replace(type_, size=type_.size * self._scale) if self._scale != 1 else type_
        return self._remembered(text, type_, round(width, 3), language or self.language)

    def line(self, text: str, type_: Type) -> Line:
        """The text as one line, however long."""
        return self.lines(text.replace("\n", " "), type_, 1e9)[0]

    def height(self, type_: Type, language: str = "") -> float:
        """The height of a line; Arabic and Chinese stand a fifth and a tenth wider apart."""
        wider = {"ar": 1.2, "zh": 1.1}.get(language or self.language, 1.0)
        return type_.size * type_.leading * wider

    def scaled(self, length: float) -> float:
        """A length that grows and shrinks with the letters of the document."""
        return length * self._scale

    def missing(self) -> str:
        """Every character that no face could show, in order of its first use."""
        found: dict[str, None] = {}
        for chain in self._chains.values():
            found.update(chain.missing)
        return "".join(found)

    def _lines(self, text: str, type_: Type, width: float, language: str) -> tuple[Line, ...]:
        chain = self._chain(language, type_.weight)
        right = is_right_to_left(language)
        base = int(right and not bidi.only_left(text))
        height = self.height(type_, language)
        found: list[Line] = []
        # Many readers of a PDF see no gap to the left: without a space they join the texts of two cells.
        ending = " " if right else ""
        for paragraph in cleaned(text).split("\n"):
            ended = paragraph + ending if paragraph else ""
            for bits in _broken(ended, chain, width / type_.size * 1000, base=base):
                found.append(replace(_line(bits, type_, height, base=base), right_to_left=right))
        return tuple(found)

    def _chain(self, language: str, weight: int) -> Chain:
        key = (language, weight)
        if key not in self._chains:
            self._chains[key] = Chain(language, weight)
        return self._chains[key]


def _broken(text: str, chain: Chain, limit: float, *, base: int) -> Iterator[list[_Bit]]:
    """The bits of every line: as many words as fit, at least one line."""
    line: list[_Bit] = []
    used = 0.0
    for token in _words(text, chain, limit, base=base):
        word = sum(bit.width for bit in token if not bit.space)
        if line and used + word > limit and word:
            yield line
            line, used = [], 0.0
        line += token
        used += sum(bit.width for bit in token)
    yield line


def _words(text: str, chain: Chain, limit: float, *, base: int) -> Iterator[list[_Bit]]:
    """The bits of every word; a word over the limit comes letter by letter."""
    _, levels = bidi.levels(text, base)
    for token in cut(text):
        bits = _bits(text, token, levels, chain)
        if sum(bit.width for bit in bits if not bit.space) <= limit:
            yield bits
            continue
        for letter in _letters(text, token):
            yield _bits(text, letter, levels, chain)


def _letters(text: str, token: Token) -> Iterator[Token]:
    starts = [index for index in range(token.start, token.end) if index == token.start or not _joined(text[index])]
    for start, end in zip(starts, [*starts[1:], token.end], strict=True):
        yield Token(start, end, token.after if end == token.end else end)


def _joined(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" or character in "\u200c\u200d"


def _bits(text: str, token: Token, levels: Sequence[int], chain: Chain) -> list[_Bit]:
    bits: list[_Bit] = []
    for start, end, space in ((token.start, token.end, False), (token.end, token.after, True)):
        for level, group in groupby(range(start, end), levels.__getitem__):
            indices = list(group)
            part = visible(text[indices[0] : indices[-1] + 1])
            part = " " * len(part) if space and not part.strip("\t") else part
            if part:
                runs = chain.runs(part, right=bool(level & 1))
                bits += [_Bit(run, level, run.width, space) for run in runs]
    return bits


def _line(bits: list[_Bit], type_: Type, height: float, *, base: int) -> Line:
    scale = type_.size / 1000
    ending = len(bits)
    while ending and bits[ending - 1].space:
        ending -= 1
    levels = [bit.level if index < ending else base for index, bit in enumerate(bits)]
    swallowed = sum(bit.width for bit in bits[ending:]) * scale
    left = -swallowed if base else 0.0
    places = [0.0] * len(bits)
    for index in bidi.visual(levels) if bits else []:
        places[index] = left
        left += bits[index].width * scale
    runs = tuple(
        Placed(bit.run, place, bool(level & 1)) for bit, place, level in zip(bits, places, levels, strict=True)
    )
    width = sum(bit.width for bit in bits[:ending]) * scale
    return Line(runs, width, type_.size, type_.colour, height, bool(base))
