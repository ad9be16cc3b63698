"""What a document says, read back out of each of its drawings by readers that know nothing of how it was drawn."""

from __future__ import annotations

import ctypes
import io
import re
import unicodedata
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import docx
import pypdf
import pypdfium2
from docx.oxml.ns import qn
from pypdf.generic import DictionaryObject

_LEFT_OUT = re.compile("[\\s\x02\u00ad\u034f\u200e\u200f\u200b\u2066-\u2069\u2010\u2011-]+")
"""White space, marks that steer, and hyphens (PDFium has a sign of its own for one): a line may end anywhere."""
_MIRRORED = str.maketrans("\u00bb)]>\u201d", "\u00ab([<\u201c")
"""What a reader turns round in a text that is read from the right."""
_NUMBER = re.compile(r"\d+")


@dataclass
class Facts:
    """Headings in order, the entries of the contents, the words of signs, and everything else as one text.

    `parts` are the numbers of bars in parts. On paper they stand inside the bars where there is room for them, and
    all of them in the words of the `charts`, which only paper has: the others tell them beside their bars.
    """

    headings: list[str] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)
    signs: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    charts: list[str] = field(default_factory=list)
    maps: list[str] = field(default_factory=list)
    """What is said of a map to whoever does not see it; what is written in it is no text of its own."""
    told: list[str] = field(default_factory=list)

    @property
    def flow(self) -> str:
        """All that is told, in order, without what the breaking of lines changes."""
        return bare("".join(self.told))


def bare(text: str) -> str:
    """Letters and signs in their plain forms, without white space and hyphens."""
    return _LEFT_OUT.sub("", unicodedata.normalize("NFKC", text)).translate(_MIRRORED)


def letters(text: str) -> str:
    """The same in one order, where a reader takes the letters of a line as they stand and not as they are read."""
    return "".join(sorted(bare(text)))


def first_difference(paper: Facts, other: Facts) -> str:
    """The first element of the pages that does not say what stands at its place in another drawing; "" for none.

    The letters of one element are compared in any order: readers of pages mix up words beside Arabic ones.
    """
    rest = iter(other.told)
    for element in paper.told:
        whole, taken = bare(element), ""
        while len(taken) < len(whole):
            taken += bare(next(rest, "\0" * len(whole)))
        if sorted(taken) != sorted(whole):
            return f"{whole} | {taken}"
    return bare("".join(rest))


# ---------------------------------------------------------------- PDF: the tags by pypdf, the letters by PDFium


def of_pdf(data: bytes) -> Facts:
    """The tagged content; what is no tagged content, such as footers and repeated headings, is not said."""
    words = _marked(data)
    reader = pypdf.PdfReader(io.BytesIO(data))
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}  # type: ignore[union-attr]
    found = Facts()
    root: Any = reader.trailer["/Root"]
    _walk(root["/StructTreeRoot"], _Told(found, words, pages))
    return found


@dataclass
class _Told:
    facts: Facts
    words: dict[tuple[int, int], str]
    pages: dict[int, int]

    def text(self, element: Any, page: int = 0) -> str:
        page = self.pages[element.raw_get("/Pg").idnum] if "/Pg" in element else page
        return "".join(self._of_kid(kid, page) for kid in _kids(element))

    def _of_kid(self, kid: Any, page: int) -> str:
        if isinstance(kid, int):
            return self.words.get((page, int(kid)), "")
        if kid.get("/Type") == "/MCR":
            here = self.pages[kid.raw_get("/Pg").idnum] if "/Pg" in kid else page
            return self.words.get((here, int(kid["/MCID"])), "")
        return self.text(kid, page) if "/S" in kid else ""


def _walk(element: Any, told: _Told) -> None:
    kind = str(element.get("/S", ""))
    if kind == "/TOCI":
        told.facts.contents.append(bare(_NUMBER.sub("", told.text(element)[::-1], count=1)[::-1]))
        return
    if "/ActualText" in element:
        told.facts.signs.append(str(element["/ActualText"]))
        return
    if kind == "/Figure" and "/Alt" in element:
        told.facts.charts.append(str(element["/Alt"]))
    kids = [kid for kid in _kids(element) if isinstance(kid, DictionaryObject) and "/S" in kid]
    if kind == "/LI":
        told.facts.told.append(told.text(element).removeprefix("\u2022"))
        return
    if kids:
        for kid in kids:
            _walk(kid, told)
        return
    text = told.text(element)
    if re.fullmatch(r"/H\d", kind):
        told.facts.headings.append(bare(text))
    told.facts.told.append(text)


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    kids = kids.get_object() if hasattr(kids, "get_object") else kids
    return [
        kid.get_object() if hasattr(kid, "get_object") else kid for kid in (kids if isinstance(kids, list) else [kids])
    ]


def _marked(data: bytes) -> dict[tuple[int, int], str]:
    """The text of every piece of marked content, by page and number."""
    raw = pypdfium2.raw
    found: dict[tuple[int, int], str] = {}
    opened = pypdfium2.PdfDocument(data)
    for number in range(len(opened)):
        page = opened[number]
        text = page.get_textpage()
        for at in range(raw.FPDFPage_CountObjects(page)):
            one = raw.FPDFPage_GetObject(page, at)
            mark = raw.FPDFPageObj_GetMarkedContentID(one)
            if mark >= 0 and raw.FPDFPageObj_GetType(one) == raw.FPDF_PAGEOBJ_TEXT:
                found[number, mark] = found.get((number, mark), "") + _letters_of(one, text)
    opened.close()
    return found


def _letters_of(one: Any, text: Any) -> str:
    raw = pypdfium2.raw
    size = raw.FPDFTextObj_GetText(one, text, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFTextObj_GetText(one, text, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


# ---------------------------------------------------------------- Word, by python-docx


def of_word(data: bytes) -> Facts:
    """Every paragraph of the body, those in tables where they stand."""
    found = Facts()
    for paragraph in docx.Document(io.BytesIO(data)).element.body.iter(qn("w:p")):
        one = docx.text.paragraph.Paragraph(paragraph, None)  # type: ignore[arg-type]
        style = paragraph.pPr.pStyle.val
        told = [name for name in paragraph.xpath(".//wp:docPr/@descr") if name]
        if style == "Map":
            found.maps += told
            continue
        found.signs += told
        if style in ("TOC1", "TOC2"):
            found.contents.append(bare(one.text))
            continue
        if style == "Parts":
            found.parts += one.text.split()
            continue
        if style.startswith(("Title", "Heading", "TOCHeading")):
            found.headings.append(bare(one.text))
        found.told.append(one.text)
    return found


# ---------------------------------------------------------------- web page, by the parser of the standard library


def of_web(data: bytes) -> Facts:
    """The texts of the body, without its footer and what only says where to skip to."""
    reader = _Page()
    reader.feed(data.decode())
    return reader.facts


class _Page(HTMLParser):
    """Goes through a page and keeps what stands in it by where it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.facts = Facts()
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("meta", "img", "br"):
            return
        told = dict(attrs)
        self._open.append((tag, told.get("class") or ""))
        if re.fullmatch(r"h\d", tag):
            self.facts.headings.append("")
        if tag == "a" and self._inside("nav"):
            self.facts.contents.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element that is empty."""

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._inside("body") or self._inside("footer") or self._in_class("skip"):
            return
        if self._in_class("map"):
            self.facts.maps += [data] if self._inside("desc") else []
            return
        if self._inside("title") or self._inside("desc") or self._inside("style"):
            return
        if self._in_class("hidden"):
            if self._inside("td"):
                self.facts.signs.append(data)
            return
        if self._in_class("parts"):
            self.facts.parts.append(data)
            return
        if self._inside("nav") and self._inside("a"):
            self.facts.contents[-1] += bare(data)
            return
        if any(re.fullmatch(r"h\d", tag) for tag, _kind in self._open):
            self.facts.headings[-1] += bare(data)
        self.facts.told.append(data)

    def _inside(self, tag: str) -> bool:
        return any(one == tag for one, _kind in self._open)

    def _in_class(self, name: str) -> bool:
        return any(name in kind.split() for _tag, kind in self._open)
