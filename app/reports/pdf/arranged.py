"""Blocks that hold others: columns side by side, and panels on a ground of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.reports.document import Block, Columns, Panel
from app.reports.pdf import look
from app.reports.pdf.canvas import TaggedCanvas
from app.reports.pdf.flow import Area, Making, Paint, Piece, Set, Setting, paginate

_BETWEEN, _PADDING, _BAR = 22.0, 12.0, 3.0
_GROUNDS = {"soft": look.ACCENT_SOFT, "sunken": look.SUNKEN}


def columns(block: Columns, setting: Setting, make: Making) -> list[Piece]:
    """Columns as one piece where they fit on a page; else each goes on in its own place on the next.

    Panels that stand alone in their columns are equally tall.
    """
    starts, widths = _places(block, setting.width, setting.type.scaled(_BETWEEN))
    if all(len(column) == 1 and isinstance(column[0], Panel) for column in block.columns):
        return _beside(block, (starts, widths), setting, make)
    parts = [_paged(column, width, setting, make) for column, width in zip(block.columns, widths, strict=True)]
    pieces = []
    for number in range(max((len(part) for part in parts), default=0)):
        side = [part[number] if number < len(part) else [] for part in parts]
        height = max(map(_height, side))
        if height:
            pieces.append(Piece(height, _painted(side, starts, widths), gap=setting.type.scaled(12.0)))
    return pieces


def panel(block: Panel, setting: Setting, make: Making) -> list[Piece]:
    """Blocks on a ground with a bar at its beginning, or within an edge; a long one goes on over the page."""
    return _beside(Columns(((block,),)), ([0.0], [setting.width]), setting, make)


def _beside(block: Columns, places: tuple[list[float], list[float]], setting: Setting, make: Making) -> list[Piece]:
    """Panels beside each other on grounds of one height."""
    padding = setting.type.scaled(_PADDING)
    inner = replace(setting, page_height=setting.page_height - 2 * padding)
    panels = [column[0] for column in block.columns if isinstance(column[0], Panel)]
    widths = [width - 2 * padding - _BAR for width in places[1]]
    parts = [_paged(one.blocks, width, inner, make) for one, width in zip(panels, widths, strict=True)]
    pieces = []
    for number in range(max(map(len, parts), default=0)):
        side = [part[number] if number < len(part) else [] for part in parts]
        height = max(map(_height, side)) + 2 * padding
        texts = _painted(side, [start + padding + _BAR for start in places[0]], widths, under=padding)
        pieces.append(
            Piece(height, _grounded(texts, [one.tone for one in panels], places, height), gap=setting.type.scaled(10.0))
        )
    return pieces


def _places(block: Columns, width: float, between: float) -> tuple[list[float], list[float]]:
    """Where each column begins, and how wide it is."""
    count = len(block.columns)
    weights = block.weights if len(block.weights) == count else (1.0,) * count
    room = width - between * (count - 1)
    widths = [room * weight / sum(weights) for weight in weights]
    starts = [sum(widths[:index]) + between * index for index in range(count)]
    return starts, widths


def _paged(blocks: Sequence[Block], width: float, setting: Setting, make: Making) -> list[list[Set]]:
    narrower = replace(setting, width=width)
    pieces = [piece for block in blocks for piece in make(block, narrower)]
    return list(paginate(pieces, setting.page_height)) if pieces else []


def _height(part: Sequence[Set]) -> float:
    return max((one.offset + one.piece.height for one in part), default=0.0)


def _painted(
    side: Sequence[Sequence[Set]], starts: Sequence[float], widths: Sequence[float], *, under: float = 0.0
) -> Paint:
    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        for part, start, width in zip(side, starts, widths, strict=True):
            for one in part:
                one.piece.paint(canvas, area.inner(start, width), top - under - one.offset)

    return paint


def _grounded(texts: Paint, tones: Sequence[str], places: tuple[list[float], list[float]], height: float) -> Paint:
    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        with canvas.unmarked():
            for tone, start, width in zip(tones, *places, strict=True):
                _ground(canvas, area.inner(start, width), tone, (top, height))
        texts(canvas, area, top)

    return paint


def _ground(canvas: TaggedCanvas, area: Area, tone: str, place: tuple[float, float]) -> None:
    top, height = place
    if tone in _GROUNDS:
        canvas.fill(area.box(0, top, area.width, height), _GROUNDS[tone])
        canvas.fill(area.box(0, top, _BAR, height), look.ACCENT if tone == "soft" else look.LINE_STRONG)
    else:
        canvas.frame(area.box(0.4, top - 0.4, area.width - 0.8, height - 0.8), look.LINE_STRONG, 0.8)
