"""The least that the same pages can cost: their lines, broken already, on ReportLab's own canvas and nothing more.

No tags, no shaping, no other direction, no fallback. Benchmarks measure drawing against it; nothing else uses it.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import BinaryIO

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app import paths
from app.reports.document import Document
from app.reports.pdf.canvas import Box, TaggedCanvas
from app.reports.pdf.draw import draw_on, size_of
from app.reports.pdf.lines import Line
from app.reports.pdf.page import Page
from app.reports.pdf.tagged import Tree


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    left: float
    baseline: float
    font: str
    size: float
    colour: str


@dataclass(frozen=True, slots=True)
class _Rectangle:
    box: Box
    colour: str


@dataclass(frozen=True, slots=True)
class _Rule:
    start: tuple[float, float]
    end: tuple[float, float]
    colour: str
    width: float


Stroke = _Words | _Rectangle | _Rule


class RememberingCanvas(TaggedCanvas):
    """A canvas that also remembers what was drawn, to be drawn again without all that makes it readable."""

    def __init__(self, to: BinaryIO, size: tuple[float, float], tree: Tree) -> None:
        self.pages: list[list[Stroke]] = [[]]
        super().__init__(to, size, tree)

    def text(self, line: Line, left: float, baseline: float) -> None:
        """A line of text, one stroke for each face."""
        super().text(line, left, baseline)
        pen = left
        for face, group in groupby(line.runs, key=lambda run: run.face):
            runs = list(group)
            words = "".join(run.text for run in runs)
            self.pages[-1].append(_Words(words, pen, baseline, face.file, line.size, line.colour))
            pen += sum(run.width for run in runs) * line.size / 1000

    def fill(self, box: Box, colour: str) -> None:
        """A filled box."""
        super().fill(box, colour)
        self.pages[-1].append(_Rectangle(box, colour))

    def rule(self, start: tuple[float, float], end: tuple[float, float], colour: str, width: float = 0.5) -> None:
        """A straight line."""
        super().rule(start, end, colour, width)
        self.pages[-1].append(_Rule(start, end, colour, width))

    def end_page(self) -> Page:
        """End the page; the next one begins."""
        self.pages.append([])
        return super().end_page()


def remembered(document: Document) -> list[list[Stroke]]:
    """Everything that is drawn of a document but the feet of its pages, page by page in the order of drawing."""
    canvas = RememberingCanvas(io.BytesIO(), size_of(document), Tree())
    draw_on(canvas, document)
    return canvas.pages[:-1]


def redrawn(pages: Sequence[Sequence[Stroke]], size: tuple[float, float], to: BinaryIO) -> None:
    """The strokes of all pages on ReportLab's canvas; colours and fonts are set where they change."""
    canvas = Canvas(to, pagesize=size, pageCompression=1, invariant=1)
    rl_config.useA85 = 0
    for page in pages:
        ink = font = edge = None
        for stroke in page:
            if isinstance(stroke, _Rule):
                if edge != (stroke.colour, stroke.width):
                    edge = stroke.colour, stroke.width
                    canvas.setStrokeColor(_colour(stroke.colour))
                    canvas.setLineWidth(stroke.width)
                canvas.line(*stroke.start, *stroke.end)
                continue
            if ink != stroke.colour:
                ink = stroke.colour
                canvas.setFillColor(_colour(ink))
            if isinstance(stroke, _Rectangle):
                box = stroke.box
                canvas.rect(box.left, box.bottom, box.width, box.height, stroke=0, fill=1)
                continue
            if font != (stroke.font, stroke.size):
                font = stroke.font, stroke.size
                canvas.setFont(_registered(stroke.font), stroke.size)
            canvas.drawString(stroke.left, stroke.baseline, stroke.text)
        canvas.showPage()
    canvas.save()


@lru_cache(maxsize=256)
def _colour(code: str) -> Color:
    return HexColor(code)


@lru_cache(maxsize=32)
def _registered(file: str) -> str:
    pdfmetrics.registerFont(TTFont(file, str(paths.resources() / "fonts" / file)))
    return file
