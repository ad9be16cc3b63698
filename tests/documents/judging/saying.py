"""What should be heard of a document: of every block what it is, its words and their language, in reading order."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PIL import Image, UnidentifiedImageError

from app.domain.coverage import State
from app.i18n import translation
from app.reports import document as tree
from app.reports.document import Bilingual, Block, Document
from tests.documents.judging.spoken import Spoken


@dataclass(frozen=True)
class AnyOrder:
    """Pairs of a label and its value: which comes first is for the eye to choose."""

    pairs: tuple[tuple[Spoken, Spoken], ...]


def said(whole: Document | Bilingual, pages: Sequence[int]) -> Iterator[Spoken | AnyOrder]:
    """All that should be heard; `pages` tells of every heading in order on which page it begins."""
    if isinstance(whole, Document):
        yield from _Saying(whole, pages).all()
        return
    second = whole.second
    if whole.beside:
        blocks = tuple(one for one in second.blocks if not isinstance(one, tree.Contents))
        second = replace(second, blocks=blocks)  # the contents stand once, with the first
    yield from _Saying(whole.first, pages).all()
    yield from _Saying(second, pages[len(list(_headings(whole.first))) :]).all()


def _headings(document: Document) -> Iterator[tree.Heading]:
    """Every heading in order, the title and that of the contents too; in the contents stand those with an anchor."""
    if document.title:
        yield tree.Heading(0, document.title)
    waiting = list(reversed(document.blocks))
    while waiting:
        block = waiting.pop()
        if isinstance(block, tree.Panel):
            waiting += reversed(block.blocks)
        elif isinstance(block, tree.Columns):
            waiting += reversed([one for column in block.columns for one in column])
        elif isinstance(block, tree.Contents):
            yield tree.Heading(1, block.title)
        elif isinstance(block, tree.Heading) and block.text.strip():
            yield block


class _Saying:
    """One document; it knows the level of the heading that came last, as levels have no gaps."""

    def __init__(self, document: Document, pages: Sequence[int]) -> None:
        self._document, self._pages, self._language = document, pages, document.language
        self._level = 1 if document.title else 0

    def all(self) -> Iterator[Spoken | AnyOrder]:
        document, language = self._document, self._language
        head = (
            ("P", document.kicker, language),
            ("H1", document.title, language),
            ("P", document.subtitle, document.subtitle_language or language),
        )
        yield from (Spoken(*one) for one in head if one[1])
        yield from self._blocks(document.blocks)
        if document.footer:
            yield Spoken("P", document.footer, language)

    def _blocks(self, blocks: tuple[Block, ...]) -> Iterator[Spoken | AnyOrder]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Spoken | AnyOrder]:
        if isinstance(block, tree.Heading):
            yield from self._heading(block.text, block.level + 1)
        elif isinstance(block, tree.Contents):
            yield from self._heading(block.title, 2)
            yield from self._contents()
        elif isinstance(block, tree.Panel):
            yield from self._blocks(block.blocks)
        elif isinstance(block, tree.Columns):
            for column in block.columns:
                yield from self._blocks(column)
        elif isinstance(block, tree.Facts) and block.compact:
            parts = [Spoken(role, text, self._language) for role, text in _facts(block, self._language)]
            yield AnyOrder(tuple(zip(parts[::2], parts[1::2], strict=True)))
        elif not isinstance(block, tree.PageBreak):
            assert type(block) in _BLOCKS, f"say in {__name__} what is heard of a {type(block).__name__}"
            language = getattr(block, "language", "") or self._language
            for role, text, *other in _BLOCKS[type(block)](block, language):
                yield Spoken(role, text, other[0] if other else language)

    def _heading(self, text: str, deep: int) -> Iterator[Spoken]:
        if text.strip():
            self._level = min(self._level + 1, deep)
            yield Spoken(f"H{self._level}", text, self._language)

    def _contents(self) -> Iterator[Spoken]:
        for one, page in zip(_headings(self._document), self._pages, strict=False):
            if one.level <= 2 and one.anchor:
                yield Spoken("Link", f"{one.text}{translation(self._language).number(page)}", self._language)


Told = Iterator[tuple[str, ...]]
"""Role and words, and the language where it is another than that of the block."""


def _paragraph(block: tree.Paragraph, _language: str) -> Told:
    if block.text.strip():
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


def _chart(block: tree.Bars | tree.Stacked | tree.Timeline, _language: str) -> Told:
    if block.moments if isinstance(block, tree.Timeline) else block.bars:
        yield "Figure", f"{block.title}{block.alt}"


def _map(block: tree.Map, _language: str) -> Told:
    if any(stop.at for stop in block.stops):
        yield from (("Figure", f"{block.title}{block.alt}"), ("P", "".join(block.key)))


def _table(block: tree.Table, _language: str) -> Told:
    if not block.columns:
        return
    if block.caption:
        yield "Caption", block.caption
    yield from (("TH Column", one.title) for one in block.columns)
    for row in block.rows:
        first, *others = [*row, *[""] * len(block.columns)][: len(block.columns)]
        yield "TH Row", first
        yield from (("TD", cell) for cell in others)


def _coverage(block: tree.Coverage, language: str) -> Told:
    words = dict(zip((State.DONE, State.NOTHING_DONE, State.NOT_REPORTED, State.WITHHELD), block.key, strict=True))
    number = translation(language).number
    is_strip = len(block.rows) == 1 and not block.rows[0][0]
    yield "Caption", block.title
    yield from () if is_strip else (("TD", ""),)
    yield from (("TH Column", one) for one in block.columns)
    for name, cells in block.rows:
        yield from () if is_strip else (("TH Row", name),)
        for cell in cells:
            yield "TD", number(cell.activities) if cell.state is State.DONE else words[cell.state]
    yield "P", "".join(block.key)


def _numbered(block: tree.Numbered, _language: str) -> Told:
    for number, word in enumerate(block.words, start=1):
        yield from (("Lbl", str(number)), ("LBody", word))


def _code(block: tree.Code, _language: str) -> Told:
    yield "Figure", block.alt


def _photo(block: tree.Photo, _language: str) -> Told:
    words = block.alt.strip() or block.caption.strip()
    caption = block.caption.strip()
    if not _is_picture(block.image):
        yield from (("P", one) for one in dict.fromkeys((words, caption)) if one)
        return
    yield from ((role, one) for role, one in (("Figure", words), ("P", caption)) if one)


def _is_picture(data: bytes) -> bool:
    try:
        Image.open(io.BytesIO(data)).load()
    except (UnidentifiedImageError, OSError):
        return False
    return True


def _marks(block: tree.Marks, language: str) -> Told:
    for one in block.marks:
        if block.boxes and not one.name and not one.text:
            yield "LBody", one.badge
            continue
        yield "Lbl", one.badge
        if not one.language:
            yield "LBody", f"{one.name}{one.text}"
            continue
        yield from (("P", text, spoken) for text, spoken in ((one.name, language), (one.text, one.language)) if text)


_BLOCKS: dict[type[Block], Callable[[Any, str], Told]] = {
    tree.Paragraph: _paragraph,
    tree.Bullets: _bullets,
    tree.KeyFigures: _key_figures,
    tree.Facts: _facts,
    tree.Notice: _notice,
    tree.Bars: _chart,
    tree.Stacked: _chart,
    tree.Timeline: _chart,
    tree.Map: _map,
    tree.Photo: _photo,
    tree.Marks: _marks,
    tree.Table: _table,
    tree.Coverage: _coverage,
    tree.Numbered: _numbered,
    tree.Code: _code,
}
"""A new block is told here; until then the comparison fails and says so."""
