"""The page: text, boxes and rules, each either a marked piece of an element or an artifact.

Every operator states its own colour, so none leaks. Lengths are points, the origin is the lower left corner.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from typing import Any, BinaryIO

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from app.reports.pdf.embedding import EmbeddedFace
from app.reports.pdf.faces import Face, Glyph
from app.reports.pdf.lines import Line, Placed
from app.reports.pdf.objects import name, number, plain_stream
from app.reports.pdf.tagged import FIRST_ANNOTATION, Element, Tree, artifact
from app.reports.pdf.writer import Writer

_NO_DEFAULT = "__NoDefault__"
_OF_CATALOGUE = ["OutputIntents", "AF", "PieceInfo"]
_NOTHING, _NOWHERE = 0.01, -1e9
_PRINTED = 4  # the flag of an annotation that is printed too


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page, by its lower left corner."""

    left: float
    bottom: float
    width: float
    height: float


class TaggedCanvas(Canvas):  # type: ignore[misc] # ReportLab has no types
    """ReportLab's canvas with a structure tree, own fonts and the archival writer."""

    def __init__(self, to: BinaryIO, size: tuple[float, float], tree: Tree) -> None:
        _allow_entries()
        super().__init__(to, pagesize=size, pageCompression=1, invariant=1)
        self.tree = tree
        self._faces: dict[Face, EmbeddedFace] = {}
        self._outline_level = -1
        self._doc.__class__ = Writer
        self._doc.tree = tree
        tree.begin_page()

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """What is drawn inside is a piece of this element."""
        self._code.append(f"/{element.tag} <</MCID {self.tree.mark(element)}>> BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def unmarked(self, kind: str = "") -> Iterator[None]:
        """What is drawn inside is no content: a rule, a fill, a header or footer."""
        self._code.append(artifact(kind))
        yield
        self._code.append("EMC")

    def text(self, line: Line, left: float, baseline: float) -> None:
        """A line of text whose left end is at `left`."""
        if not line.runs:
            return
        parts = [f"BT {_colour(line.colour)} rg"]
        for face, group in groupby(line.runs, key=lambda placed: placed.run.face):
            embedded = self._embedded(face)
            parts.append(f"{embedded.key} {number(line.size)} Tf")
            for glyphs, start in _together(list(group), line.size):
                shown = embedded.shown(glyphs, line.size)
                parts.append(f"1 0 0 1 {number(left + start)} {number(baseline)} Tm [{shown}] TJ")
        self._code.append(" ".join([*parts, "ET"]).replace("[] TJ ", ""))

    def fill(self, box: Box, colour: str) -> None:
        """A filled box."""
        self._code.append(f"{_colour(colour)} rg {_numbers(box.left, box.bottom, box.width, box.height)} re f")

    def frame(self, box: Box, colour: str, width: float = 0.5) -> None:
        """The edge of a box."""
        edges = _numbers(box.left, box.bottom, box.width, box.height)
        self._code.append(f"{_colour(colour)} RG {number(width)} w {edges} re S")

    def rule(self, start: tuple[float, float], end: tuple[float, float], colour: str, width: float = 0.5) -> None:
        """A straight line."""
        ends = f"{_numbers(*start)} m {_numbers(*end)} l"
        self._code.append(f"{_colour(colour)} RG {number(width)} w {ends} S")

    def path(self, operators: str, colour: str, width: float) -> None:
        """Any path, given as operators that end by painting it."""
        self._code.append(f"q {_colour(colour)} RG {_colour(colour)} rg {number(width)} w {operators} Q")

    def link(self, element: Element, box: Box, anchor: str, words: str) -> None:
        """A link to a bookmark; `words` say to a screen reader where it leads."""
        key = FIRST_ANNOTATION + len(self.tree.annotations)
        corners = (box.left, box.bottom, box.left + box.width, box.bottom + box.height)
        self.linkRect(words, anchor, corners, F=_PRINTED, StructParent=key)
        self.tree.annotate(element, self._annotationrefs[-1])

    def bookmark(self, anchor: str, title: str, level: int, *, top: float) -> None:
        """A place that links and the outline lead to; `level` counts from 0, gaps are closed."""
        self.bookmarkHorizontal(anchor, 0, top)
        self._outline_level = min(level, self._outline_level + 1)
        self.addOutlineEntry(title, anchor, self._outline_level)

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        """End the page: deflate it now, as ReportLab would keep it whole until the end."""
        super().showPage()
        document = self._doc
        page = document.idToObject[f"Page{document.pageCounter - 1}"]
        compressed = zlib.compress(page.stream.encode("latin-1"), 6)
        page.Contents, page.stream = plain_stream(compressed, Filter=name("FlateDecode")), None
        page.StructParents, page.Tabs = len(self.tree.pages) - 1, name("S")
        self.tree.begin_page()

    def finish(self) -> None:
        """Write the file."""
        if self._code:
            self.showPage()
        self.tree.pages.pop()
        self.save()

    def _make_preamble(self) -> None:
        # ReportLab's own would name Helvetica, which is not embedded, on every page.
        self._preamble = "1 0 0 1 0 0 cm"

    def _embedded(self, face: Face) -> EmbeddedFace:
        if face not in self._faces:
            self._faces[face] = EmbeddedFace(face, f"/G{len(self._faces) + 1}")
            self._doc.delayedFonts.append(self._faces[face])
        return self._faces[face]

    @property
    def document(self) -> Any:
        """ReportLab's document, for what belongs to the file as a whole."""
        return self._doc


def _together(runs: list[Placed], size: float) -> Iterator[tuple[list[Glyph], float]]:
    """Glyphs that one operator can show: runs from left to right follow each other, others stand alone."""
    glyphs: list[Glyph] = []
    start = pen = 0.0
    for placed in runs:
        follows = not placed.right_to_left and abs(placed.left - pen) < _NOTHING
        if glyphs and not follows:
            yield glyphs, start
            glyphs = []
        if not glyphs:
            start = placed.left
        glyphs += placed.run.glyphs
        pen = _NOWHERE if placed.right_to_left else placed.left + placed.run.width * size / 1000
    if glyphs:
        yield glyphs, start


def _allow_entries() -> None:
    """Let ReportLab write the entries that tagged and archival files need."""
    rl_config.useA85 = 0
    for kind, entries in ((pdfdoc.PDFPage, ["StructParents", "Tabs"]), (pdfdoc.PDFCatalog, _OF_CATALOGUE)):
        known = getattr(kind, _NO_DEFAULT)
        setattr(kind, _NO_DEFAULT, [*known, *(entry for entry in entries if entry not in known)])
    if "StructParent" not in pdfdoc.LinkAnnotation.permitted:
        pdfdoc.LinkAnnotation.permitted += ("StructParent",)


def _colour(code: str) -> str:
    return " ".join(number(int(code[at : at + 2], 16) / 255) for at in (1, 3, 5))


def _numbers(*values: float) -> str:
    return " ".join(number(value) for value in values)
