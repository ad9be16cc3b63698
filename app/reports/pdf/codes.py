"""What is copied off a page by hand or by a camera: numbered words in columns, and QR codes."""

from __future__ import annotations

import math

from app.i18n import is_right_to_left
from app.reports import qr_code
from app.reports.document import Code, Numbered
from app.reports.pdf import look
from app.reports.pdf.canvas import TaggedCanvas
from app.reports.pdf.flow import Area, Piece, Setting, put, put_all, together
from app.reports.pdf.objects import language_mark, number, text_string

_CODE, _SMALL_CODE = 132.0, 36.0
"""Points of its side."""
_NUMBER = 24.0
_ROW_PADDING = 4.0


def numbered(block: Numbered, setting: Setting) -> list[Piece]:
    """Columns of words; in the order of reading of the words' own language, every one beside its number."""
    rows = math.ceil(len(block.words) / block.columns)
    width = setting.width / block.columns
    foreign = block.language if block.language not in ("", setting.type.language) else ""
    attributes = language_mark(foreign)
    right = is_right_to_left(block.language or setting.type.language)
    whole = setting.tree.add("L", attributes=b"/A<</O/List/ListNumbering/Decimal>>" + attributes)
    cells = []
    for index, word in enumerate(block.words):
        entry = setting.tree.add("LI", whole)
        marks = setting.tree.add("Lbl", entry), setting.tree.add("LBody", entry)
        figure = setting.type.line(str(index + 1), look.SMALL)
        lines = setting.type.lines(word, look.PARAGRAPHS["lead"], width - _NUMBER, language=block.language)
        cells.append((index // rows, index % rows, marks, figure, lines))
    height = setting.type.height(look.PARAGRAPHS["lead"], block.language) + _ROW_PADDING

    def row(place: int) -> Piece:
        def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
            turned = Area(area.left, area.width, right)
            for column, in_row, (label, body), figure, lines in cells:
                if in_row != place:
                    continue
                with canvas.marked(label):
                    put(canvas, figure, turned.inner(column * width, _NUMBER - 6), top - 3, align="end")
                with canvas.marked(body):
                    put_all(canvas, lines, turned.inner(column * width + _NUMBER, width - _NUMBER), top)

        return Piece(height, paint, gap=8.0 if not place else 0.0)

    return together([row(place) for place in range(rows)])


def code(block: Code, setting: Setting) -> list[Piece]:
    """A QR code, black on white; a small one stands at the end of its line."""
    modules = qr_code.modules(block.text)
    side = _SMALL_CODE if block.small else _CODE
    size = side / (len(modules) + 2 * qr_code.QUIET)
    element = setting.tree.add("Figure", attributes=b"/Alt" + text_string(block.alt).content)

    def paint(canvas: TaggedCanvas, area: Area, top: float) -> None:
        left = area.at(area.width - side if block.small else 0.0, side)
        corners = " ".join(number(one) for one in (left, top - side, left + side, top))
        element.attributes += f"/A<</O/Layout/BBox[{corners}]>>".encode()
        dark = [
            f"{number(left + (at + qr_code.QUIET) * size)} {number(top - (down + qr_code.QUIET + 1) * size)} "
            f"{number(length * size)} {number(size)} re"
            for down, line in enumerate(modules)
            for at, length in _runs(line)
        ]
        with canvas.marked(element):
            canvas.path(" ".join([*dark, "f"]), "#000000", 0.1)

    return [Piece(side, paint, gap=0.0 if block.small else 12.0)]


def _runs(line: list[int]) -> list[tuple[int, int]]:
    """Where dark modules stand side by side: the first of them, and how many."""
    found: list[tuple[int, int]] = []
    for at, is_dark in enumerate(line):
        if is_dark and found and sum(found[-1]) == at:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        elif is_dark:
            found.append((at, 1))
    return found
