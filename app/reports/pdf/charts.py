"""Charts on paper: the shapes of `app.charts` put on the canvas, and charts as tagged figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.charts import Area as Ground
from app.charts import Band, Bars, Edge, Fill, Shape, Stacked, Stroke, Timeline, Words, mirrored
from app.charts.rows import bars as laid_bars
from app.charts.rows import stacked as laid_stacked
from app.charts.timeline import timeline as laid_timeline
from app.i18n import translation
from app.reports.pdf import look
from app.reports.pdf.canvas import Box, TaggedCanvas
from app.reports.pdf.flow import Area, Piece, Setting, height_of, put_all, together
from app.reports.pdf.lines import Type
from app.reports.pdf.objects import number, text_string
from app.reports.pdf.tagged import Element

_ROLES = {"label": look.CELL, "value": look.VALUE, "mark": look.MARK, "key": look.SMALL}
_UNCUT, _UNCUT_UNDER_A_SCALE, _NEVER_ALONE = 24, 8, 4
"""A chart of more rows than this may be cut between two of them, but for its first rows."""
_UNBROKEN, _HAIR = 1e9, 0.5


@dataclass(frozen=True)
class Paper:
    """What words measure in a document, for whoever lays out a chart."""

    setting: Setting

    def width(self, text: str, role: str) -> float:
        """The width of a text in one line."""
        return self.setting.type.lines(text, _ROLES[role], _UNBROKEN)[0].width + _HAIR

    def height(self, text: str, role: str, room: float) -> float:
        """The height of a text that is broken to this width."""
        return height_of(self.setting.type.lines(text, _ROLES[role], room))

    def number(self, value: int) -> str:
        """A number as the language of the document writes it."""
        return translation(self.setting.type.language).number(value)


def bars(block: Bars, setting: Setting) -> list[Piece]:
    """A chart of bars. Every bar has its text beside it, and where there is no number there is no bar."""
    bands = laid_bars(block, setting.width, Paper(setting)) if block.bars else ()
    return figure(block.title, block.alt, bands, setting)


def stacked(block: Stacked, setting: Setting) -> list[Piece]:
    """A chart of bars in parts, under the key of their patterns."""
    bands = laid_stacked(block, setting.width, Paper(setting)) if block.bars else ()
    return figure(block.title, block.alt, bands, setting)


def timeline(block: Timeline, setting: Setting) -> list[Piece]:
    """A chart of stretches of time under a scale of dates, repeated on every page that it goes on to."""
    bands = laid_timeline(block, setting.width, Paper(setting)) if block.moments else ()
    return figure(block.title, block.alt, bands, setting, scaled=True)


def paint(canvas: TaggedCanvas, shapes: Iterable[Shape], area: Area, top: float, *, setting: Setting) -> None:
    """Draw shapes whose upper left corner is that of the area at `top`, mirrored where it is read from the right."""
    for shape in mirrored(shapes, area.width) if area.right_to_left else shapes:
        if isinstance(shape, Ground):
            _lay(canvas, shape, area, top)
            continue
        if isinstance(shape, Stroke):
            ends = [(area.left + x, top - y) for x, y in (shape.start, shape.end)]
            canvas.rule(ends[0], ends[1], look.INKS[shape.ink], shape.width)
            continue
        box = Box(area.left + shape.box.left, top - shape.box.top - shape.box.height, shape.box.width, shape.box.height)
        if isinstance(shape, Fill):
            canvas.fill(box, look.INKS[shape.ink])
        elif isinstance(shape, Edge):
            canvas.frame(box, look.INKS[shape.ink], shape.width)
        else:
            _write(canvas, shape, box, area, setting)


def bounds(corners: Sequence[float]) -> bytes:
    """The attribute that says where on its page a figure is."""
    return f"/A<</O/Layout/BBox[{' '.join(number(corner) for corner in corners)}]>>".encode()


def _lay(canvas: TaggedCanvas, ground: Ground, area: Area, top: float) -> None:
    points = [(area.left + x, top - y) for x, y in ground.points]
    canvas.ring(points, look.INKS[ground.ink], look.INKS[ground.edge], ground.width)


def _write(canvas: TaggedCanvas, words: Words, box: Box, area: Area, setting: Setting) -> None:
    lines = setting.type.lines(words.text, _type(words), box.width + _HAIR)
    top = box.bottom + box.height - (box.height - height_of(lines)) / 2
    put_all(canvas, lines, Area(box.left, box.width, area.right_to_left), top, align=words.align)


def _type(words: Words) -> Type:
    return replace(_ROLES[words.role], colour=look.INKS[words.ink])


def figure(title: str, alt: str, bands: Sequence[Band], setting: Setting, *, scaled: bool = False) -> list[Piece]:
    """A chart under its title; nothing where it has no rows. The first row of a scaled one is its scale."""
    if not bands:
        return []
    heard = f"{title}\n{alt}" if title else alt  # who hears the words of a figure hears nothing that is drawn in it
    whole = setting.tree.add("Figure", attributes=b"/Alt" + text_string(heard).content)
    lines = setting.type.lines(title, look.CAPTION, setting.width) if title else ()

    def head(canvas: TaggedCanvas, area: Area, top: float) -> None:
        with canvas.marked(whole):
            put_all(canvas, lines, area, top)

    rows = [_row(band, whole, setting) for band in bands]
    if scaled:
        scale = _unread(bands[0], setting)
        rows = [rows[0], *(replace(row, head=scale) for row in rows[1:])]
    uncut = len(rows) if len(rows) <= (_UNCUT_UNDER_A_SCALE if scaled else _UNCUT) else _NEVER_ALONE
    rows = [*together(rows[:uncut]), *rows[uncut:]]
    rows[-1] = replace(rows[-1], height=rows[-1].height + 6)
    return _bounded([Piece(height_of(lines) + 5, head, gap=16.0, stays=True), *rows], whole, setting)


def _row(band: Band, whole: Element, setting: Setting) -> Piece:
    """A row of a chart. Numbers inside bars stand where there is room for them; who listens hears all in its words.

    So it is with all words on a map, which is not mirrored.
    """
    words = [shape for shape in band.shapes if isinstance(shape, Words)]
    inside = [shape for shape in words if shape.role == "mark" or not band.turns]
    told = [shape for shape in band.shapes if shape not in inside]

    def row(canvas: TaggedCanvas, area: Area, top: float) -> None:
        area = area if band.turns else replace(area, right_to_left=False)
        with canvas.marked(whole):
            paint(canvas, told, area, top, setting=setting)
        if inside:
            with canvas.unmarked():
                paint(canvas, inside, area, top, setting=setting)

    return Piece(band.height, row)


def _unread(band: Band, setting: Setting) -> Piece:
    def again(canvas: TaggedCanvas, area: Area, top: float) -> None:
        with canvas.unmarked("/Type/Pagination"):
            paint(canvas, band.shapes, area, top, setting=setting)

    return Piece(band.height, again)


def _bounded(pieces: list[Piece], whole: Element, setting: Setting) -> list[Piece]:
    """The same pieces; a chart that is whole on one page also says where on it it is."""
    first, last = pieces[0], pieces[-1]
    begun: list[tuple[int, float]] = []

    def begin(canvas: TaggedCanvas, area: Area, top: float) -> None:
        begun.append((len(setting.tree.pages), top))
        first.paint(canvas, area, top)

    def end(canvas: TaggedCanvas, area: Area, top: float) -> None:
        last.paint(canvas, area, top)
        for page, highest in begun[:1]:  # none where its page waits for others
            if page == len(setting.tree.pages):
                whole.attributes += bounds((area.left, top - last.height, area.left + area.width, highest))

    return [replace(first, paint=begin), *pieces[1:-1], replace(last, paint=end)]
