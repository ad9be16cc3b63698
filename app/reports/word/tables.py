"""Tables as Word knows them: a heading row that is repeated, headings of rows, a direction, and a name."""

from __future__ import annotations

from collections.abc import Sequence

from app.reports import palette
from app.reports.brevity import is_short, short_first
from app.reports.document import Column, Facts, KeyFigures, Table
from app.reports.word.elements import Element, filled, made, paragraph
from app.reports.word.setting import Setting
from app.reports.word.styles import PLAIN_TABLE, TABLE

_FACT_LABEL = 0.3
_LETTER, _LEAST, _MOST_MEASURED = 96, 700, 200
"""The width of a letter in a cell and the least of a column, in twentieths of a point; rows that decide about it."""
_IN_ONE_ROW, _FACTS_IN_ONE_ROW = 4, 3


def table(block: Table, setting: Setting) -> list[Element]:
    """A table with its caption; its first column holds the headings of its rows."""
    if not block.columns:
        return []
    widths = _widths(block, setting.width)
    whole = grid(widths, setting, caption=block.caption)
    head = [
        cell(width, setting.paragraph("ColumnHeading", column.title, end=column.kind == "number"))
        for column, width in zip(block.columns, widths, strict=True)
    ]
    whole.append(line(head, is_head=True))
    for texts in block.rows:
        padded = [*texts, *[""] * len(widths)][: len(widths)]  # every row has a cell for every heading
        placed = enumerate(zip(padded, block.columns, widths, strict=True))
        cells = [cell(width, _told(text, column, setting, index=index)) for index, (text, column, width) in placed]
        whole.append(line(cells))
    return [*caption(block.caption, setting), whole, paragraph("Gap")]


def facts(block: Facts, setting: Setting) -> list[Element]:
    """Facts as a table of two columns, what it is and what is so; the short of compact ones stand side by side."""
    if not block.facts:
        return []
    return [_compact(block, setting) if block.compact else _one_below_the_other(block, setting), paragraph("Gap")]


def _compact(block: Facts, setting: Setting) -> Element:
    """The short in rows of three, each with its label above it; below them those that need a line."""
    widths = [setting.width // _FACTS_IN_ONE_ROW] * _FACTS_IN_ONE_ROW
    whole = grid(widths, setting, heads=False, row_heads=False)
    told = short_first(block)
    short = [fact for fact in told if is_short(fact)]
    for start in range(0, len(short), _FACTS_IN_ONE_ROW):
        cells = [
            cell(widths[0], setting.paragraph("FactLabel", one.label), setting.paragraph("Value", one.value))
            for one in short[start : start + _FACTS_IN_ONE_ROW]
        ]
        cells += [cell(widths[0]) for _empty in range(_FACTS_IN_ONE_ROW - len(cells))]
        whole.append(line(cells))
    for one in told[len(short) :]:
        value = cell(2 * widths[0], setting.paragraph("Value", one.value), double=True)
        whole.append(line([cell(widths[0], setting.paragraph("FactLabel", one.label)), value]))
    return whole


def _one_below_the_other(block: Facts, setting: Setting) -> Element:
    first = round(setting.width * _FACT_LABEL)
    widths = [first, setting.width - first]
    whole = grid(widths, setting, heads=False)
    for fact in block.facts:
        texts = (setting.paragraph("FactLabel", fact.label), setting.paragraph("Value", fact.value))
        whole.append(line([cell(width, text) for width, text in zip(widths, texts, strict=True)]))
    return whole


def key_figures(block: KeyFigures, setting: Setting) -> list[Element]:
    """Up to four figures side by side, each under a short rule."""
    found: list[Element] = []
    for start in range(0, len(block.figures), _IN_ONE_ROW):
        figures = block.figures[start : start + _IN_ONE_ROW]
        widths = [setting.width // len(figures)] * len(figures)
        whole = grid(widths, setting, style=PLAIN_TABLE, heads=False, row_heads=False)
        cells = []
        for figure, width in zip(figures, widths, strict=True):
            texts = (("FigureValue", figure.value), ("FigureLabel", figure.label), ("Small", figure.note))
            told = [setting.paragraph(style, text) for style, text in texts if text]
            rule = made("top", val="single", sz=12, space=0, color=palette.ACCENT[1:])
            cells.append(cell(width, *told, borders=made("tcBorders", rule)))
        whole.append(line(cells))
        found += [whole, paragraph("Gap")]
    return found


def grid(widths: Sequence[int], setting: Setting, *, caption: str = "", style: str = TABLE, **heads: bool) -> Element:
    """An empty table of these widths in the direction of the document; `heads`: heads, row_heads, both unless told."""
    has_head, has_row_heads = heads.get("heads", True), heads.get("row_heads", True)
    shown = f"{0x600 | 0x20 * has_head | 0x80 * has_row_heads:04X}"
    told = {"firstRow": int(has_head), "firstColumn": int(has_row_heads), "lastRow": 0, "lastColumn": 0}
    look = made("tblLook", val=shown, noHBand=1, noVBand=1, **told)
    properties = made(
        "tblPr",
        made("tblStyle", val=style),
        made("bidiVisual") if setting.right_to_left else None,
        made("tblW", w=sum(widths), type="dxa"),
        made("tblLayout", type="fixed"),
        look,
        made("tblCaption", val=caption) if caption else None,
    )
    return made("tbl", properties, made("tblGrid", *(made("gridCol", w=width) for width in widths)))


def line(cells: Sequence[Element], *, is_head: bool = False, cuts: bool = False, height: int = 0) -> Element:
    """A row; a heading row is repeated on every page. A page cuts only rows that may be cut or are taller than it."""
    properties = made(
        "trPr",
        None if cuts else made("cantSplit"),
        made("trHeight", val=height, hRule="atLeast") if height else None,
        made("tblHeader") if is_head else None,
    )
    return made("tr", properties, *cells)


def cell(width: int, *content: Element, borders: Element | None = None, ground: str = "", **kind: bool) -> Element:
    """A cell. `kind`: tight has no room at its sides and its content in its middle, double is two columns wide."""
    bare = {side: made(side, w=0, type="dxa") for side in ("left", "right")}
    tight = kind.get("tight", False)
    properties = made(
        "tcPr",
        made("tcW", w=width, type="dxa"),
        made("gridSpan", val=2) if kind.get("double") else None,
        borders,
        made("shd", val="clear", color="auto", fill=ground[1:]) if ground else None,
        made("tcMar", *bare.values()) if tight else None,
        made("vAlign", val="center") if tight else None,
    )
    return filled(made("tc", properties), content or (paragraph("Cell"),))


def caption(text: str, setting: Setting) -> list[Element]:
    """What a table or chart is called, on the same page as its beginning."""
    return [setting.paragraph("Caption", text)] if text else []


def _told(text: str, column: Column, setting: Setting, *, index: int) -> Element:
    if not index:
        return setting.paragraph("RowHeading", text)
    return setting.paragraph("Cell", text, end=column.kind == "number")


def _widths(block: Table, whole: int) -> list[int]:
    """Columns of numbers get what they need, up to an even share; the rest is shared by weight."""
    share = max(whole // len(block.columns), _LEAST)
    needs = [
        min(_needed(block, index), share) if column.kind == "number" else 0
        for index, column in enumerate(block.columns)
    ]
    weights = sum(column.weight for column in block.columns if column.kind != "number")
    spare = max(whole - sum(needs), 0)
    if not weights:
        return [whole // len(block.columns)] * len(block.columns)
    return [need or round(spare * column.weight / weights) for need, column in zip(needs, block.columns, strict=True)]


def _needed(block: Table, index: int) -> int:
    texts = [row[index] for row in block.rows[:_MOST_MEASURED] if index < len(row)]
    longest = max((len(word) for word in block.columns[index].title.split()), default=0)
    return max(_LEAST, _LETTER * max([longest + 1, *map(len, texts)]) + 200)
