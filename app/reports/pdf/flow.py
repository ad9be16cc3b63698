"""The flow: a document as pieces of known height, put on pages before anything is drawn.

So the number of pages, and the page of every heading, are known when the first page is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.reports.pdf.canvas import Box, TaggedCanvas
from app.reports.pdf.lines import Line, Typesetter
from app.reports.pdf.objects import language_tag, text_string
from app.reports.pdf.tagged import Element, Tree


@dataclass(frozen=True, slots=True)
class Area:
    """A stretch of the page from its left edge; places in it are told from where reading begins."""

    left: float
    width: float
    right_to_left: bool

    def at(self, start: float, width: float = 0.0) -> float:
        """The left end of something `width` wide that begins `start` after the leading edge."""
        return self.left + (self.width - start - width if self.right_to_left else start)

    def inner(self, start: float, width: float) -> Area:
        """A part of this area."""
        return Area(self.at(start, width), width, self.right_to_left)

    def box(self, start: float, top: float, width: float, height: float) -> Box:
        """A box that begins `start` after the leading edge and hangs from `top`."""
        return Box(self.at(start, width), top - height, width, height)


Paint = Callable[[TaggedCanvas, Area, float], None]


@dataclass(frozen=True)
class Piece:
    """Something that is never cut. `paint` gets the canvas, the area and the top edge.

    `gap` is kept free above it but not at the top of a page; `stays` keeps it on the page of the next piece;
    `head` is drawn above it where it begins a page; `anchor` names it for links.
    """

    height: float
    paint: Paint
    gap: float = 0.0
    stays: bool = False
    head: Piece | None = None
    anchor: str = ""
    begins_page: bool = False


@dataclass(frozen=True)
class Setting:
    """What blocks need to become pieces: who sets type, where structure goes, and how much room a page has."""

    type: Typesetter
    tree: Tree
    width: float
    page_height: float
    pages: dict[str, int]

    @property
    def right_to_left(self) -> bool:
        """Whether the document is read from right to left."""
        return self.type.right_to_left


@dataclass(frozen=True)
class Set:
    """A piece and how far under the top of the page's room it hangs."""

    piece: Piece
    offset: float


def paginate(pieces: Sequence[Piece], height: float) -> list[list[Set]]:
    """The pieces of every page; a group that must stay together but is taller than a page is let go."""
    pages: list[list[Set]] = [[]]
    used = 0.0
    for group in _groups(pieces):
        needed = sum(piece.height + piece.gap for piece in group)
        fresh = not pages[-1]
        if not fresh and (group[0].begins_page or (used + needed > height and needed <= height)):
            pages.append([])
            used = 0.0
        for piece in group:
            gap = piece.gap if pages[-1] else 0.0
            if pages[-1] and used + gap + piece.height > height:
                pages.append([])
                used = gap = 0.0
            if not pages[-1] and piece.head:
                pages[-1].append(Set(piece.head, 0.0))
                used = piece.head.height
            pages[-1].append(Set(piece, used + gap))
            used += gap + piece.height
    return pages


def together(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, each staying with the next but the last."""
    found = list(pieces)
    return [replace(piece, stays=True) for piece in found[:-1]] + found[-1:]


def after(gap: float, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with this much room above the first."""
    return [replace(piece, gap=gap) if not index else piece for index, piece in enumerate(pieces)]


def room(height: float) -> Piece:
    """Only room."""
    return Piece(height, _nothing)


def spoken(language: str, setting: Setting) -> bytes:
    """What tells a reading voice that a paragraph is in another language than the document."""
    foreign = language_tag(language) if language != setting.type.language else ""
    return b"/Lang" + text_string(foreign).content if foreign else b""


def text_pieces(lines: Sequence[Line], element: Element, *, start: float = 0.0, width: float) -> list[Piece]:
    """The lines of a paragraph as pieces: never one line alone before or after the end of a page."""
    last = len(lines) - 1
    return [
        Piece(line.height, _painted(line, element, start, width), stays=index == 0 < last or 0 <= index == last - 1)
        for index, line in enumerate(lines)
    ]


def put(canvas: TaggedCanvas, line: Line, area: Area, top: float, *, align: str = "start") -> None:
    """A line at the start, end or centre of an area; the start is where the reader of the line begins."""
    free = area.width - line.width
    share = {"start": float(line.right_to_left), "end": float(not line.right_to_left), "centre": 0.5}[align]
    canvas.text(line, area.left + free * share, top - line.baseline)


def put_all(canvas: TaggedCanvas, lines: Iterable[Line], area: Area, top: float, *, align: str = "start") -> float:
    """Lines under each other; the height they took."""
    used = 0.0
    for line in lines:
        put(canvas, line, area, top - used, align=align)
        used += line.height
    return used


def height_of(lines: Iterable[Line]) -> float:
    """The height that lines take."""
    return sum(line.height for line in lines)


def _painted(line: Line, element: Element, start: float, width: float) -> Paint:
    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        with canvas.marked(element):
            put(canvas, line, area.inner(start, width), top)

    return paint


def _nothing(canvas: TaggedCanvas, area: Area, top: float) -> None:
    """Only room."""


def _groups(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    group: list[Piece] = []
    for piece in pieces:
        if group and piece.begins_page:
            yield group
            group = []
        group.append(piece)
        if not piece.stays:
            yield group
            group = []
    if group:
        yield group
