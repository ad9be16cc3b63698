"""Drawing: a document becomes the bytes of a Word file, without the data of a submission: its PDF carries them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import zip_longest
from typing import Any, BinaryIO

from docx.document import Document as WordFile
from docx.section import Section
from docx.shared import Pt

from app.i18n import translation
from app.reports import paper
from app.reports.document import (
    Bars,
    Bilingual,
    Block,
    Bullets,
    Code,
    Contents,
    Coverage,
    Document,
    Facts,
    Heading,
    KeyFigures,
    Map,
    Notice,
    Numbered,
    PageBreak,
    Paragraph,
    Photo,
    Stacked,
    Table,
    Timeline,
)
from app.reports.plainer import plainer
from app.reports.word import drawings, maps, tables, texts
from app.reports.word.blank import blank
from app.reports.word.elements import Element, made, paragraph
from app.reports.word.setting import Setting
from app.reports.word.styles import PLAIN_TABLE
from app.reports.written import cleaned, language_tag

_KINDS: dict[type, Callable[[Any, Setting], list[Element]]] = {
    Heading: texts.heading,
    Paragraph: texts.body,
    Bullets: texts.bullets,
    Notice: texts.notice,
    Numbered: texts.numbered,
    Contents: texts.contents,
    KeyFigures: tables.key_figures,
    Facts: tables.facts,
    Table: tables.table,
    Bars: drawings.bars,
    Stacked: drawings.stacked,
    Timeline: drawings.timeline,
    Map: maps.placed,
    Coverage: drawings.coverage,
    Photo: drawings.photo,
    Code: drawings.code,
}
_SIDE, _TOP, _BOTTOM, _LEAST, _EDGE = 54.0, 60.0, 66.0, 60.0, 30.0
_BETWEEN = 240
_TEXTS = (Heading, Paragraph, Bullets, Notice)
_BARE = 2
"""Children of a table without rows."""


def draw(document: Document | Bilingual, to: BinaryIO, *, when: datetime) -> None:
    """Write the document as a Word file that names `when` as its date; same document and date are the same bytes."""
    to.write(_drawn(document, when))


def _drawn(document: Document | Bilingual, when: datetime) -> bytes:
    main = document.each[0]
    file = blank(main.language)
    _describe(file, main, when)
    width = _page(file.sections[0], main)
    first = Setting.of(main, file, width)
    body = file.element.body
    end = body[-1]
    for element in _content(document, first):
        end.addprevious(element)
    if body[-2].tag.endswith("}tbl"):
        end.addprevious(paragraph("Gap"))
    _around(file.sections[0], document, first)
    return _steady(file)


def _content(document: Document | Bilingual, first: Setting) -> Iterator[Element]:
    if isinstance(document, Document):
        yield from _whole(document, first)
        return
    second = Setting.of(document.second, first.file, first.width, first.numbers)
    if document.beside:
        yield from _beside(document, first, second)
        return
    yield from _whole(document.first, first)
    yield paragraph("Gap", page_break=True)
    yield from _whole(document.second, second)


def _whole(document: Document, setting: Setting) -> Iterator[Element]:
    yield from texts.title(document, setting)
    breaks = False
    for block in document.blocks:
        breaks = breaks or isinstance(block, PageBreak)
        found = _made(block, setting)
        if found and breaks:
            breaks = False
            yield from _on_new_page(found)
            continue
        yield from found


def _made(block: Block, setting: Setting) -> list[Element]:
    if isinstance(block, PageBreak):
        return []
    return [found for one in plainer(block) for found in _KINDS[type(one)](one, setting)]


def _on_new_page(found: list[Element]) -> list[Element]:
    """The same, the first paragraph after a break; before a table it needs one to break at."""
    if not found[0].tag.endswith("}p"):
        return [paragraph("Gap", page_break=True), *found]
    properties = found[0][0]
    at = 2 if len(properties) > 1 and properties[1].tag.endswith("}keepNext") else 1
    properties.insert(at, made("pageBreakBefore"))
    return found


def _beside(document: Bilingual, first: Setting, second: Setting) -> Iterator[Element]:
    """Texts in two columns, block for block, each in its own direction; what is wider in one below the other."""
    width = (first.width - _BETWEEN) // 2
    one, other = first.within(width), second.within(width)
    rows = [(texts.title(document.first, one), texts.title(document.second, other))]
    for left, right in zip_longest(document.first.blocks, document.second.blocks):
        if isinstance(left, _TEXTS) and isinstance(right, _TEXTS):
            rows.append((_made(left, one), _made(right, other)))
            continue
        yield from _in_columns(rows, first)
        rows = []
        yield from [] if left is None else _made(left, first)
        yield from [] if right is None else _made(right, second)
    yield from _in_columns(rows, first)


def _in_columns(rows: list[tuple[list[Element], list[Element]]], setting: Setting) -> Iterator[Element]:
    widths = [(setting.width + _BETWEEN) // 2, (setting.width - _BETWEEN) // 2]
    table = tables.grid(widths, setting, style=PLAIN_TABLE, heads=False, row_heads=False)
    for row in rows:
        if any(row):
            cells = [tables.cell(width, *found) for width, found in zip(widths, row, strict=True)]
            table.append(tables.line(cells, cuts=True))
    if len(table) > _BARE:
        yield table
        yield paragraph("Gap")


def _page(section: Section, document: Document) -> int:
    """Set the size and edges of the page; how wide a line is, in twentieths of a point."""
    width, height = paper.size_of(document.page)
    side = _SIDE if width > paper.SIZES["A6"][0] else _SIDE / 2
    section.page_width, section.page_height = Pt(width), Pt(height)
    side *= document.margin
    section.left_margin = section.right_margin = Pt(side)
    section.top_margin, section.bottom_margin = Pt(_TOP * document.margin), Pt(max(_BOTTOM * document.margin, _LEAST))
    section.header_distance = section.footer_distance = Pt(_EDGE * min(document.margin, 1.0))
    return round((width - 2 * side) * 20)


def _around(section: Section, document: Document | Bilingual, first: Setting) -> None:
    """On every page the footer of the document, its period and its number; on every page but the first its title."""
    section.different_first_page_header_footer = True
    _put(section.first_page_header.part.element, [paragraph("header")])
    _put(section.header.part.element, [first.paragraph("header", " \u00b7 ".join(one.title for one in document.each))])
    for foot in (section.first_page_footer, section.footer):
        told = [first.paragraph("footer", one.footer, one.language) for one in document.each if one.footer]
        _put(foot.part.element, [*told, _page_line(document.each[0], first)])
    if first.right_to_left:
        first.file.element.body[-1].append(made("bidi"))


def _page_line(document: Document, setting: Setting) -> Element:
    # Translators: at the foot of every page of a document
    pattern = translation(document.language).gettext("{page} of {count}")
    whole = setting.paragraph("footer", f"{document.period} \u00b7 " if document.period else "")
    whole.extend(texts.paged(pattern, setting))
    return whole


def _put(part: Element, paragraphs: list[Element]) -> None:
    for child in list(part):
        part.remove(child)
    part.extend(paragraphs)


def _describe(file: WordFile, document: Document, when: datetime) -> None:
    """What the file says about itself; nothing here tells of a machine or a person but the author it names."""
    about = file.core_properties
    about.title, about.author, about.subject = (
        cleaned(text)[:255] for text in (document.title, document.author, document.subject)
    )
    about.keywords = cleaned("; ".join(document.keywords))[:255]
    about.language = language_tag(document.language)
    about.created = about.modified = when.replace(microsecond=0)


def _steady(file: WordFile) -> bytes:
    """The file with no time but that of the document: its parts in one order, all of the same moment."""
    saved, steady = io.BytesIO(), io.BytesIO()
    file.save(saved)
    with zipfile.ZipFile(saved) as parts, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in parts.namelist():
            about = zipfile.ZipInfo(name)
            about.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(about, parts.read(name))
    return steady.getvalue()
