"""What a document says to whoever hears it: as its content tree has it, and as it is read back from the file.

The two know nothing of each other: the first is made of blocks, the second of the structure tree, the operators
of the pages and the tables that lead from glyphs to letters.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pikepdf

from app.domain.coverage import State
from app.i18n import translation
from app.reports import document as tree
from app.reports.document import Block, Document

_SILENT = ("Cf", "Cc", "Zs", "Zl", "Zp")
_FILLER = "\u034f"
"""Stands behind a glyph that has no letter of its own."""
_TURNED = ("R", "AL")
_MOST_TOLD, _LONGEST = 5, 60


@dataclass(frozen=True)
class Spoken:
    """One thing that is read out: what it is, its words, its language."""

    role: str
    text: str
    language: str

    def plain(self) -> Spoken:
        """Without what is silent; where letters run from right to left, sorted, as pages hold them in another order."""
        letters = [one for one in self.text if one != _FILLER and unicodedata.category(one) not in _SILENT]
        turned = any(unicodedata.bidirectional(one) in _TURNED for one in letters)
        return replace(self, text="".join(sorted(letters) if turned else letters))

    def __str__(self) -> str:
        return f"{self.role} {self.text[:_LONGEST]!r} ({self.language})"


def differences(document: Document, data: bytes) -> list[str]:
    """Where the file says something else than the document, or in another order; the first few places."""
    with pikepdf.open(io.BytesIO(data)) as file:
        told = list(_told(file))
    pages = {one.plain().text: page + 1 for one, page in told if one.role.startswith("H")}
    expected = [one.plain() for one in _expected(document, pages)]
    heard = [one.plain() for one, _page in told]
    found = [
        f"{place}: should be {wanted}, is {said}"
        for place, (wanted, said) in enumerate(zip(expected, heard, strict=False))
        if wanted != said
    ]
    if len(expected) != len(heard):
        found.append(f"should be {len(expected)} things to hear, are {len(heard)}")
    return found[:_MOST_TOLD]


# ---------------------------------------------------------------- as the content tree has it


def _expected(document: Document, pages: dict[str, int]) -> Iterator[Spoken]:
    language, level = document.language, 0
    head = (
        ("P", document.kicker, language),
        ("H1", document.title, language),
        ("P", document.subtitle, document.subtitle_language or language),
    )
    yield from (Spoken(*one) for one in head if one[1])
    level = 1 if document.title else 0
    for block in document.blocks:
        if isinstance(block, tree.Heading | tree.Contents):
            deep = block.level + 1 if isinstance(block, tree.Heading) else 2
            level = min(level + 1, deep)
            yield Spoken(f"H{level}", block.text if isinstance(block, tree.Heading) else block.title, language)
        if isinstance(block, tree.Contents):
            yield from _contents(document, pages)
            continue
        if isinstance(block, tree.Heading | tree.PageBreak):
            continue
        assert type(block) in _BLOCKS, f"say in {__name__} what is heard of a {type(block).__name__}"
        for role, text in _BLOCKS[type(block)](block, language):
            yield Spoken(role, text, getattr(block, "language", "") or language)
    if document.footer:
        yield Spoken("P", document.footer, language)


def _contents(document: Document, pages: dict[str, int]) -> Iterator[Spoken]:
    listed = [one for one in document.blocks if isinstance(one, tree.Heading) and one.level <= 2 and one.anchor]
    for one in listed:
        title = Spoken("Link", one.text, document.language)
        page = translation(document.language).number(pages.get(title.plain().text, 0))
        yield replace(title, text=f"{one.text}{page}")


Told = Iterator[tuple[str, str]]


def _paragraph(block: tree.Paragraph, _language: str) -> Told:
    yield "P", block.text


def _bullets(block: tree.Bullets, _language: str) -> Told:
    for item in block.items:
        yield from (("Lbl", "\u2022"), ("LBody", item))


def _key_figures(block: tree.KeyFigures, _language: str) -> Told:
    for one in block.figures:
        yield from (("P", text) for text in (one.value, one.label, one.note) if text)


def _facts(block: tree.Facts, _language: str) -> Told:
    for one in block.facts:
        yield from (("TH Row", one.label), ("TD", one.value))


def _notice(block: tree.Notice, _language: str) -> Told:
    yield from (("P", block.title), ("P", block.text))


def _bars(block: tree.Bars, _language: str) -> Told:
    yield "Figure", block.alt


def _table(block: tree.Table, _language: str) -> Told:
    if block.caption:
        yield "Caption", block.caption
    yield from (("TH Column", one.title) for one in block.columns)
    for row in block.rows:
        yield "TH Row", row[0]
        yield from (("TD", cell) for cell in row[1:])


def _coverage(block: tree.Coverage, language: str) -> Told:
    words = dict(zip((State.DONE, State.NOTHING_DONE, State.NOT_REPORTED, State.WITHHELD), block.key, strict=True))
    number = translation(language).number
    yield from (("Caption", block.title), ("TD", ""))
    yield from (("TH Column", one) for one in block.columns)
    for name, cells in block.rows:
        yield "TH Row", name
        for cell in cells:
            yield "TD", number(cell.activities) if cell.state is State.DONE else words[cell.state]
    yield "P", "".join(block.key)


def _numbered(block: tree.Numbered, _language: str) -> Told:
    for number, word in enumerate(block.words, start=1):
        yield from (("Lbl", str(number)), ("LBody", word))


def _code(block: tree.Code, _language: str) -> Told:
    yield "Figure", block.alt


_BLOCKS: dict[type[Block], Callable[[Any, str], Told]] = {
    tree.Paragraph: _paragraph,
    tree.Bullets: _bullets,
    tree.KeyFigures: _key_figures,
    tree.Facts: _facts,
    tree.Notice: _notice,
    tree.Bars: _bars,
    tree.Table: _table,
    tree.Coverage: _coverage,
    tree.Numbered: _numbered,
    tree.Code: _code,
}
"""A new block is told here; until then the comparison fails and says so."""


# ---------------------------------------------------------------- as it is read back


def _told(file: pikepdf.Pdf) -> Iterator[tuple[Spoken, int]]:
    """Everything that is heard, in the order of the structure tree, with the page (from 0) on which it begins."""
    words = [_words_of(page) for page in file.pages]
    numbers = {page.obj.objgen: number for number, page in enumerate(file.pages)}
    language = str(file.Root.get("/Lang", ""))
    root = file.Root.get("/StructTreeRoot")
    waiting = [(root.K, language)] if root is not None else []
    while waiting:
        element, inherited = waiting.pop()
        language = str(element.get("/Lang", inherited))
        kids = _kids(element)
        inner = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
        if inner and element.S != pikepdf.Name.Figure:
            waiting += [(kid, language) for kid in reversed(inner)]
            continue
        places = [_place(kid, element, numbers) for kid in kids if not _is_annotation(kid)]
        text = "".join(words[page].get(number, "") for page, number in places)
        said = str(element.get("/ActualText", text))
        if element.S == pikepdf.Name.Figure:
            said = str(element.get("/Alt", ""))
        yield Spoken(_role(element), said, language), places[0][0] if places else 0


def _kids(element: pikepdf.Object) -> list[Any]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _is_annotation(kid: object) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == pikepdf.Name.OBJR


def _place(kid: Any, element: pikepdf.Object, numbers: dict[tuple[int, int], int]) -> tuple[int, int]:
    """The page and the number of a marked piece."""
    if isinstance(kid, pikepdf.Dictionary):
        return numbers[kid.get("/Pg", element.get("/Pg")).objgen], int(kid.MCID)
    return numbers[element.Pg.objgen], int(kid)


def _role(element: pikepdf.Object) -> str:
    role = str(element.S).removeprefix("/")
    scope = element.A.get("/Scope", "") if role == "TH" and "/A" in element else ""
    return f"{role} {str(scope).removeprefix('/')}" if scope else role


def _words_of(page: pikepdf.Page) -> dict[int, str]:
    """What each marked piece of a page shows."""
    fonts = page.obj.get("/Resources", {}).get("/Font", {})
    letters = {name: _letters(font) for name, font in fonts.items()}
    found: dict[int, str] = {}
    marks: list[int | None] = []
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) in ("BDC", "BMC"):
            about = operands[1] if len(operands) > 1 else {}
            marks.append(int(about.MCID) if isinstance(about, pikepdf.Dictionary) and "/MCID" in about else None)
        elif str(operator) == "EMC":
            marks.pop()
        elif str(operator) == "Tf":
            font = letters.get(str(operands[0]), {})
        elif str(operator) in ("TJ", "Tj"):
            mark = next((one for one in reversed(marks) if one is not None), None)
            if mark is not None:
                shown = operands[0] if str(operator) == "TJ" else operands
                parts = (bytes(part) for part in shown if isinstance(part, pikepdf.String))
                found[mark] = found.get(mark, "") + "".join(_read(part, font) for part in parts)
    return found


def _read(shown: bytes, font: dict[int, str]) -> str:
    codes = (int.from_bytes(shown[at : at + 2], "big") for at in range(0, len(shown), 2))
    return "".join(font.get(code, "\N{REPLACEMENT CHARACTER}") for code in codes)


def _letters(font: pikepdf.Object) -> dict[int, str]:
    """From the numbers of glyphs to letters, as the table in the font says."""
    table = font.get("/ToUnicode")
    if table is None:
        return {}
    found = {}
    for operands, operator in pikepdf.parse_content_stream(table):
        if str(operator) == "endbfchar":
            pairs = [bytes(one) for one in operands]
            for code, text in zip(pairs[::2], pairs[1::2], strict=True):
                found[int.from_bytes(code, "big")] = text.decode("utf-16-be")
    return found
