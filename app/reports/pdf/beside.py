"""Two languages side by side: the blocks of two documents in pairs, each pair beginning at the same height."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from app.reports.document import Bilingual, Block, Contents, Coverage, Document, Heading, Numbered, PageBreak, Table
from app.reports.pdf import look
from app.reports.pdf.canvas import TaggedCanvas
from app.reports.pdf.flow import Area, Laid, Making, Piece, Setting, paginate

_BETWEEN = 26.0
_MOST_COLUMNS = 2
"""A table of more columns needs the whole width."""


@dataclass(frozen=True)
class Pair:
    """What stands at the same height: blocks of the first document, and of the second; one may be empty."""

    first: tuple[Block, ...] = ()
    second: tuple[Block, ...] = ()


def pairs(two: Bilingual) -> Iterator[Pair]:
    """The blocks of both in reading order; equal kinds stand beside each other, what only one has stands alone.

    Headings go with what follows them. The contents are listed once, by the first document.
    """
    firsts, seconds = list(two.first.blocks), [one for one in two.second.blocks if not isinstance(one, Contents)]
    matcher = SequenceMatcher(None, [_kind(one) for one in firsts], [_kind(one) for one in seconds], autojunk=False)
    for kind, start, end, begin, finish in matcher.get_opcodes():
        if kind == "equal":
            yield from (
                Pair((one,), (other,)) for one, other in zip(firsts[start:end], seconds[begin:finish], strict=True)
            )
        else:
            yield from (Pair(first=(one,)) for one in firsts[start:end])
            yield from (Pair(second=(one,)) for one in seconds[begin:finish])


def columns(first: Document, setting: Setting) -> tuple[Area, Area]:
    """Where the two stand: the first where a reader of its language begins."""
    width = (setting.width - _BETWEEN) / 2
    left, right = Area(look.SIDE, width, False), Area(look.SIDE + width + _BETWEEN, width, False)
    return (right, left) if first.right_to_left else (left, right)


def narrowed(setting: Setting) -> Setting:
    """The setting of one column."""
    return replace(setting, width=(setting.width - _BETWEEN) / 2)


class Beside:
    """Lays two documents out beside each other."""

    def __init__(self, two: Bilingual, settings: tuple[Setting, Setting], make: Making) -> None:
        self._two, self._settings, self._make = two, settings, make
        self._areas = [
            replace(area, right_to_left=one.right_to_left)
            for area, one in zip(columns(two.first, settings[0]), settings, strict=True)
        ]
        self._page: list[Laid] = []
        self._used = 0.0

    def pages(self, titles: tuple[list[Piece], list[Piece]]) -> Iterator[list[Laid]]:
        """Page after page, each as soon as it is full."""
        yield from self._side_by_side(titles)
        heads: list[Pair] = []
        for pair in pairs(self._two):
            if any(isinstance(one, PageBreak) for one in (*pair.first, *pair.second)):
                yield from self._turn()
            elif _is_wide(pair):
                for head in heads:
                    yield from self._side_by_side(self._made([head]))
                heads = []
                yield from self._one_under_the_other(pair)
            elif any(isinstance(one, Heading) for one in (*pair.first, *pair.second)):
                heads.append(pair)
            else:
                yield from self._side_by_side(self._made([*heads, pair]))
                heads = []
        if heads:
            yield from self._side_by_side(self._made(heads))
        if self._page:
            yield self._page

    def _made(self, row: Sequence[Pair]) -> tuple[list[Piece], list[Piece]]:
        """The pieces of both columns; what comes after a heading begins at the same height in both."""
        first: list[Piece] = []
        second: list[Piece] = []
        for place, pair in enumerate(row):
            for column, blocks, index in ((first, pair.first, 0), (second, pair.second, 1)):
                for block in blocks:
                    column += self._make(block, narrowed(self._settings[index]))
            if place < len(row) - 1:
                _levelled(first, second)
        return first, second

    def _side_by_side(self, made: tuple[list[Piece], list[Piece]]) -> Iterator[list[Laid]]:
        room = self._settings[0].page_height
        laid = [list(paginate(column, room, self._used)) for column in made]
        if self._used and any(column and not pages[0] for column, pages in zip(made, laid, strict=True)):
            yield from self._turn()
            laid = [list(paginate(column, room)) for column in made]
        deepest = max(len(pages) for pages in laid)
        for number in range(deepest):
            bottom = 0.0
            for pages, area in zip(laid, self._areas, strict=True):
                for one in pages[number] if number < len(pages) else ():
                    self._page.append(Laid(one.piece, one.offset, area))
                    bottom = max(bottom, one.offset + one.piece.height)
            self._used = max(bottom, self._used if not number else 0.0)
            if number < deepest - 1:
                yield from self._turn()

    def _one_under_the_other(self, pair: Pair) -> Iterator[list[Laid]]:
        for blocks, setting in zip((pair.first, pair.second), self._settings, strict=True):
            area = Area(look.SIDE, setting.width, setting.right_to_left)
            pieces = [piece for block in blocks for piece in self._make(block, setting)]
            pages = list(paginate(pieces, setting.page_height, self._used))
            for number, page in enumerate(pages):
                if number:
                    yield from self._turn()
                for one in page:
                    self._page.append(Laid(one.piece, one.offset, area))
                    self._used = one.offset + one.piece.height

    def _turn(self) -> Iterator[list[Laid]]:
        if self._page:
            yield self._page
        self._page, self._used = [], 0.0


def _levelled(first: list[Piece], second: list[Piece]) -> None:
    """Fill the shorter column with room, so that both end at the same height."""
    heights = [sum(piece.height + piece.gap for piece in column) for column in (first, second)]
    shorter = first if heights[0] < heights[1] else second
    missing = abs(heights[0] - heights[1])
    if missing and shorter:
        shorter.append(Piece(missing, _nothing, stays=True))


def _is_wide(pair: Pair) -> bool:
    blocks: Iterable[Block] = (*pair.first, *pair.second)
    return any(
        isinstance(one, Contents | Coverage | Numbered) or (isinstance(one, Table) and len(one.columns) > _MOST_COLUMNS)
        for one in blocks
    )


def _kind(block: Block) -> str:
    level = block.level if isinstance(block, Heading) else ""
    return f"{type(block).__name__}{level}"


def _nothing(canvas: TaggedCanvas, area: Area, top: float) -> None:
    """Only room."""
