"""The coverage table: places by objectives, four kinds of cells that stay different in black and white.

Done: a shade and the number. Nothing done: an outlined 0. Not reported: hatching. Withheld: a lock.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app import charts
from app.domain.coverage import Cell, State
from app.i18n import translation
from app.reports.document import Coverage
from app.reports.pdf import look
from app.reports.pdf.canvas import TaggedCanvas
from app.reports.pdf.charts import paint as paint_shapes
from app.reports.pdf.flow import Area, Paint, Piece, Setting, height_of, put, put_all
from app.reports.pdf.lines import Line
from app.reports.pdf.objects import text_string
from app.reports.pdf.tagged import Element

_NAME_SHARE = 0.2
_LEAST_HEIGHT, _GAP = 17.0, 1.2
_UNCUT = 32
"""A table of fewer rows is put on one page; one that is too long for a page is cut anyway."""
_SCOPE = b"/A<</O/Table/Scope/%s>>"
_KEY_SIZE, _KEY_GAP, _KEY_BETWEEN = 13.0, 5.0, 16.0


@dataclass(frozen=True)
class _Grid:
    """How wide names and cells are, what each state is called, and how the document writes numbers."""

    name: float
    cell: float
    said: dict[State, str]
    setting: Setting


def coverage(block: Coverage, setting: Setting) -> list[Piece]:
    """The table with its title, its repeated heading row and its key. A reader hears the words of every cell."""
    name = 0.0 if block.is_strip else setting.width * _NAME_SHARE
    cell = (setting.width - name) / max(len(block.columns), 1)
    grid = _Grid(name, cell, block.said, setting)
    title = setting.type.lines(block.title, look.CAPTION, setting.width)
    summary = b"/A<</O/Table/Summary%s>>" % text_string(block.alt).content
    whole = setting.tree.add("Table", attributes=summary)
    caption = setting.tree.add("Caption", whole)

    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        with canvas.marked(caption):
            put_all(canvas, title, area, top)

    head, repeated = _head(block.columns, grid, whole)
    body = setting.tree.add("TBody", whole)
    last = len(block.rows) - 1
    rows = [
        replace(_row(label, cells, grid, body), head=repeated, stays=last < _UNCUT or index in (0, last))
        for index, (label, cells) in enumerate(block.rows)
    ]
    return [Piece(height_of(title) + 5, paint, gap=14.0, stays=True), head, *rows, *key(block.said, setting)]


def _head(columns: Sequence[str], grid: _Grid, whole: Element) -> tuple[Piece, Piece]:
    row = grid.setting.tree.add("TR", grid.setting.tree.add("THead", whole))
    if grid.name:
        grid.setting.tree.add("TD", row)
    elements = [grid.setting.tree.add("TH", row, _SCOPE % b"Column") for _ in columns]
    titles = [grid.setting.type.line(title, replace(look.MARK, colour=look.MUTED, weight=600)) for title in columns]
    height = max((line.height for line in titles), default=0.0) + 3

    def place(canvas: TaggedCanvas, area: Area, top: float, index: int) -> None:
        put(canvas, titles[index], area.inner(grid.name + index * grid.cell, grid.cell), top, align="centre")

    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        for index, element in enumerate(elements):
            with canvas.marked(element):
                place(canvas, area, top, index)

    def again(canvas: TaggedCanvas, area: Area, top: float) -> None:
        with canvas.unmarked("/Type/Pagination"):
            for index in range(len(titles)):
                place(canvas, area, top, index)

    return Piece(height, paint, stays=True), Piece(height, again)


def _row(label: str, cells: Sequence[Cell], grid: _Grid, body: Element) -> Piece:
    tree = grid.setting.tree
    row = tree.add("TR", body)
    named = tree.add("TH", row, _SCOPE % b"Row") if grid.name else None
    lines = grid.setting.type.lines(label, look.CELL, grid.name - 6) if grid.name else ()
    elements = [tree.add("TD", row, _words(one, grid)) for one in cells]
    height = max(height_of(lines) + 4, _LEAST_HEIGHT)

    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        if named:
            with canvas.marked(named):
                put_all(canvas, lines, area.inner(0, grid.name - 6), top - (height - height_of(lines)) / 2)
        for index, (one, element) in enumerate(zip(cells, elements, strict=True)):
            inside = area.inner(grid.name + index * grid.cell, grid.cell)
            with canvas.marked(element):
                paint_shapes(canvas, _sign(one, grid.setting, (grid.cell, height)), inside, top, setting=grid.setting)

    return Piece(height, paint)


def _words(one: Cell, grid: _Grid) -> bytes:
    """A number speaks for itself; the three other signs are read as words."""
    return b"" if one.state is State.DONE else b"/ActualText" + text_string(grid.said[one.state]).content


def _sign(one: Cell, setting: Setting, size: tuple[float, float]) -> tuple[charts.Shape, ...]:
    box = charts.Box(0.0, 0.0, *size).inset(_GAP / 2)
    if one.state is State.NOT_REPORTED:
        return charts.not_reported(box)
    if one.state is State.WITHHELD:
        return charts.withheld(box)
    words = translation(setting.type.language).number(one.activities)
    return charts.done(box, one.activities, words) if one.activities else charts.nothing_done(box, words)


def key(said: Mapping[State, str], setting: Setting) -> list[Piece]:
    """What the signs mean: each with its words, on as many lines as they need."""
    entries = [(_swatches(state), state) for state in State]
    rows: list[list[tuple[float, State]]] = [[]]
    used = 0.0
    for swatches, state in entries:
        width = _KEY_SIZE * len(swatches) + _KEY_GAP + _said(said, state, setting).width + _KEY_BETWEEN
        if rows[-1] and used + width > setting.width + _KEY_BETWEEN:
            rows.append([])
            used = 0.0
        rows[-1].append((used, state))
        used += width
    element = setting.tree.add("P")
    return [
        Piece(
            _KEY_SIZE + 5,
            _painted_key(row, said, element, setting),
            gap=0.0 if index else 7.0,
            stays=index < len(rows) - 1,
        )
        for index, row in enumerate(rows)
    ]


def _said(said: Mapping[State, str], state: State, setting: Setting) -> Line:
    return setting.type.lines(said[state], look.SMALL, setting.width / 2)[0]


def _swatches(state: State) -> tuple[Cell, ...]:
    if state is not State.DONE:
        return (Cell(state),)
    return tuple(Cell(state, count) for count in charts.STEPS)


def _painted_key(
    row: Sequence[tuple[float, State]], said: Mapping[State, str], element: Element, setting: Setting
) -> Paint:
    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        for start, state in row:
            swatches = _swatches(state)
            with canvas.unmarked():
                for index, one in enumerate(swatches):
                    sample = area.inner(start + index * _KEY_SIZE, _KEY_SIZE)
                    paint_shapes(canvas, _sign(one, setting, (_KEY_SIZE, _KEY_SIZE)), sample, top, setting=setting)
            line = _said(said, state, setting)
            after = start + len(swatches) * _KEY_SIZE + _KEY_GAP
            with canvas.marked(element):
                put(canvas, line, area.inner(after, line.width), top)

    return paint
