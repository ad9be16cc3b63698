"""The page: text, boxes and rules, each either a marked piece of an element or an artifact.

Every operator states its own colour, so none leaks. Lengths are points, the origin is the lower left corner.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from app.reports.pdf.embedding import EmbeddedFace
from app.reports.pdf.lines import Line
from app.reports.pdf.objects import dictionary, number
from app.reports.pdf.operators import colour_operands, text_operators
from app.reports.pdf.page import Page
from app.reports.pdf.shaping import Face
from app.reports.pdf.tagged import FIRST_ANNOTATION, Element, Tree, artifact
from app.reports.pdf.writer import Writer

_NO_DEFAULT = "__NoDefault__"
_UNMARKED = -1
_OF_CATALOGUE = ("OutputIntents", "AF", "PieceInfo")
_PRINTED = 4  # the flag of an annotation that is printed too


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page, by its lower left corner."""

    left: float
    bottom: float
    width: float
    height: float


class _Marks(AbstractContextManager[None]):
    """Ends what was marked; one object for all, as there are as many marks as cells."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self._canvas = canvas

    def __exit__(self, *_failure: object) -> None:
        self._canvas.operate("EMC")


class TaggedCanvas(Canvas):  # type: ignore[misc] # ReportLab has no types
    """ReportLab's canvas with a structure tree, own fonts and the archival writer."""

    def __init__(self, to: BinaryIO, size: tuple[float, float], tree: Tree) -> None:
        _allow_entries()
        super().__init__(to, pagesize=size, pageCompression=1, invariant=1)
        self.tree, self.height = tree, size[1]
        self._faces: dict[Face, EmbeddedFace] = {}
        self._marked = _UNMARKED
        self._marks = _Marks(self)
        self._outline: list[tuple[Page, float, int, str, str]] = []
        self._images = dictionary({})
        document = self._doc
        document.__class__ = Writer
        document.tree = tree
        document.resources = dictionary({"Font": document.Reference(document.idToObject["BasicFonts"])})
        document.Reference(document.resources)
        self._begin_page()

    def marked(self, element: Element) -> AbstractContextManager[None]:
        """What is drawn inside is a piece of this element; one piece with what was drawn of it right before."""
        code = self._code
        if self._marked == element.number and code[-1] == "EMC":
            code.pop()
        else:
            code.append(f"/{element.tag} <</MCID {self.tree.mark(element)}>> BDC")
            self._marked = element.number
        return self._marks

    def unmarked(self, kind: str = "") -> AbstractContextManager[None]:
        """What is drawn inside is no content: a rule, a fill, a header or footer."""
        self._code.append(artifact(kind))
        self._marked = _UNMARKED
        return self._marks

    def operate(self, operators: str) -> None:
        """Any operators."""
        self._code.append(operators)

    def text(self, line: Line, left: float, baseline: float) -> None:
        """A line of text whose left end is at `left`."""
        if line.words:
            self._code.append(text_operators(line, left, baseline, self._embedded))

    def fill(self, box: Box, colour: str) -> None:
        """A filled box."""
        self._code.append(f"{colour_operands(colour)} rg {_numbers(box.left, box.bottom, box.width, box.height)} re f")

    def frame(self, box: Box, colour: str, width: float = 0.5) -> None:
        """The edge of a box."""
        edges = _numbers(box.left, box.bottom, box.width, box.height)
        self._code.append(f"{colour_operands(colour)} RG {number(width)} w {edges} re S")

    def rule(self, start: tuple[float, float], end: tuple[float, float], colour: str, width: float = 0.5) -> None:
        """A straight line."""
        ends = f"{_numbers(*start)} m {_numbers(*end)} l"
        self._code.append(f"{colour_operands(colour)} RG {number(width)} w {ends} S")

    def ring(self, points: Sequence[tuple[float, float]], ground: str, edge: str, width: float) -> None:
        """A filled ring of points with its edge."""
        ways = " ".join(f"{_numbers(*point)} {'l' if at else 'm'}" for at, point in enumerate(points))
        colours = f"{colour_operands(ground)} rg {colour_operands(edge)} RG"
        self._code.append(f"q {colours} {number(width)} w 1 j {ways} h B Q")

    def path(self, operators: str, colour: str, width: float) -> None:
        """Any path, given as operators that end by painting it."""
        self._code.append(
            f"q {colour_operands(colour)} RG {colour_operands(colour)} rg {number(width)} w {operators} Q"
        )

    def link(self, element: Element, box: Box, anchor: str, words: str) -> None:
        """A link to a bookmark; `words` say to a screen reader where it leads."""
        key = FIRST_ANNOTATION + len(self.tree.annotations)
        corners = (box.left, box.bottom, box.left + box.width, box.bottom + box.height)
        self.linkRect(words, anchor, corners, F=_PRINTED, StructParent=key)
        self.tree.annotate(element, self._annotationrefs[-1])

    def bookmark(self, anchor: str, title: str, level: int, *, top: float) -> None:
        """A place that links and the outline lead to; `level` counts from 0, gaps are closed."""
        self.bookmarkHorizontal(anchor, 0, top)
        self._outline.append((self._page, top, level, title, anchor))

    def image(self, key: str, box: Box) -> None:
        """A picture that `add_image` knows, as large as the box."""
        left, bottom, width, height = (number(one) for one in (box.left, box.bottom, box.width, box.height))
        self._code.append(f"q {width} 0 0 {height} {left} {bottom} cm /{key} Do Q")

    def has_image(self, key: str) -> bool:
        """Whether a picture is held under this name."""
        return key in self._images.dict

    def add_image(self, key: str, stream: Any) -> None:
        """Hold a picture under a name."""
        self._images[key] = self.hold(stream)
        self._doc.resources["XObject"] = self._images

    def hold(self, stream: Any) -> Any:
        """Hold a stream; what refers to it."""
        return self._doc.Reference(stream)

    def end_page(self) -> Page:
        """End the page; all that is left to draw on it is its end, once the whole document is known."""
        page = self._page
        page.content.add("\n".join(self._code) + "\n")
        page.annotations = self._annotationrefs
        self._doc.addPage(page)
        self._startPage()
        self._begin_page()
        return page

    @contextmanager
    def end_of(self, page: Page) -> Iterator[None]:
        """What is drawn inside is the end of a page that was ended before; it holds artifacts only."""
        kept = self._code
        self._code: list[str] = []
        yield
        page.content.add("\n".join(self._code) + "\n", last=True)
        self._code = kept

    def finish(self, pages: Sequence[Page]) -> None:
        """Write the file with the pages in this order."""
        self.tree.pages.pop()
        self._doc.Pages.pages = list(pages)
        places = {page: place for place, page in enumerate(pages)}
        deepest = -1
        for _page, _top, level, title, anchor in sorted(self._outline, key=lambda one: (places[one[0]], -one[1])):
            deepest = min(level, deepest + 1)
            self.addOutlineEntry(title, anchor, deepest)
        self._doc.SaveToFile(self._filename, self)

    def _begin_page(self) -> None:
        self._page, self._marked = Page(self._pagesize, len(self.tree.pages)), _UNMARKED
        self.tree.begin_page()

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


def _allow_entries() -> None:
    """Let ReportLab write the entries that tagged and archival files need."""
    rl_config.useA85 = 0
    known = getattr(pdfdoc.PDFCatalog, _NO_DEFAULT)
    entries = [entry for entry in _OF_CATALOGUE if entry not in known]
    setattr(pdfdoc.PDFCatalog, _NO_DEFAULT, [*known, *entries])
    if "StructParent" not in pdfdoc.LinkAnnotation.permitted:
        pdfdoc.LinkAnnotation.permitted += ("StructParent",)


def _numbers(*values: float) -> str:
    return " ".join(number(value) for value in values)
