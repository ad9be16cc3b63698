"""The flow: a document as pieces of known height, put on pages before anything is drawn.

So the number of pages, and the page of every heading, are known when the first page is drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.reports.document import Block
from app.reports.pdf.canvas import Box, TaggedCanvas
from app.reports.pdf.lines import Line, Typesetter
from app.reports.pdf.objects import language_mark
from app.reports.pdf.tagged import Branch, Element


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
    `head` is drawn above it where it begins a page; `anchor` names it for links. A `late` piece asks for the pages
    of others: its page is drawn when all are known.
    """

    height: float
    paint: Paint
    gap: float = 0.0
    stays: bool = False
    head: Piece | None = None
    anchor: str = ""
    begins_page: bool = False
    late: bool = False


@dataclass(frozen=True)
class Setting:
    """What blocks need to become pieces: who sets type, where structure goes, and how much room a page has."""

    type: Typesetter
    tree: Branch
    width: float
    page_height: float
    pages: dict[str, int]
    margin: float = 1.0
    """How much of the usual margins is left free."""

    @property
    def right_to_left(self) -> bool:
        """Whether the document is read from right to left."""
        return self.type.right_to_left


@dataclass(frozen=True)
class Set:
    """A piece and how far under the top of the page's room it hangs."""

    piece: Piece
    offset: float


@dataclass(frozen=True)
class Laid:
    """A piece, how far under the top of the page's room it hangs, and where across the page."""

    piece: Piece
    offset: float
    area: Area


Making = Callable[[Block, Setting], Iterable[Piece]]
"""What turns a block into pieces."""


def paginate(pieces: Iterable[Piece], room: float, used: float = 0.0) -> Iterator[list[Set]]:
    """Page after page, each as soon as it is full; a group that must stay together but is taller is let go.

    `used` is how much of the first page is taken already; the first page may then stay empty.
    """
    page: list[Set] = []
    fresh = not used
    for group in _groups(pieces):
        height = sum(piece.height + piece.gap for piece in group)
        if not fresh and (group[0].begins_page or (used + height > room and height <= room)):
            yield page
            page, used, fresh = [], 0.0, True
        for piece in group:
            gap = 0.0 if fresh else piece.gap
            if not fresh and used + gap + piece.height > room:
                yield page
                page, used, gap, fresh = [], 0.0, 0.0, True
            if piece.head and fresh:
                page.append(Set(piece.head, 0.0))
                used = piece.head.height
            page.append(Set(piece, used + gap))
            used += gap + piece.height
            fresh = False
    yield page


def on_new_page(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, the first at the top of a page."""
    for index, piece in enumerate(pieces):
        yield piece if index else replace(piece, begins_page=True)


def together(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, each staying with the next but the last."""
    found = list(pieces)
    return [replace(piece, stays=True) for piece in found[:-1]] + found[-1:]


def after(gap: float, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with this much room above the first."""
    return [replace(pieces[0], gap=gap), *pieces[1:]] if pieces else []


def room(height: float) -> Piece:
    """Only room."""
    return Piece(height, _nothing)


def spoken(language: str, setting: Setting) -> bytes:
    """What tells a reading voice that a paragraph is in another language than the document."""
    return language_mark(language) if language != setting.type.language else b""


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


def _groups(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
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
