"""Drawing: a document becomes the bytes of a tagged, archival PDF with its own data inside."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from app.files import write_whole
from app.i18n import ngettext, translation
from app.reports.document import (
    Bars,
    Block,
    Bullets,
    Code,
    Contents,
    Coverage,
    Document,
    Facts,
    Heading,
    KeyFigures,
    Notice,
    Numbered,
    PageBreak,
    Paragraph,
    Table,
)
from app.reports.pdf import look, metadata
from app.reports.pdf.canvas import TaggedCanvas
from app.reports.pdf.codes import code, numbered
from app.reports.pdf.contents import contents
from app.reports.pdf.coverage import coverage
from app.reports.pdf.figures import bars, key_figures
from app.reports.pdf.flow import Area, Piece, Set, Setting, paginate, put_all
from app.reports.pdf.lines import Typesetter
from app.reports.pdf.tables import facts, table
from app.reports.pdf.tagged import Element, Tree
from app.reports.pdf.texts import bullets, heading, notice, paragraph, title
from app.reports.recipe import Recipe

_KINDS: dict[type, Callable[[Any, Setting], list[Piece]]] = {
    Heading: heading,
    Paragraph: paragraph,
    Bullets: bullets,
    KeyFigures: key_figures,
    Facts: facts,
    Notice: notice,
    Bars: bars,
    Table: table,
    Coverage: coverage,
    Numbered: numbered,
    Code: code,
}
_MOST_NAMED, _MOST_FOOTER_LINES = 12, 4
_FOOT = "/Type/Pagination/Subtype/Footer"


@dataclass(frozen=True)
class MissingCharacters:
    """A warning: characters that no shipped font has; each was drawn as a replacement sign."""

    characters: str

    def __str__(self) -> str:
        count = len(self.characters)
        shown = " ".join(f"{one} (U+{ord(one):04X})" for one in self.characters[:_MOST_NAMED])
        sentence = ngettext(
            "{count} character could not be drawn and appears as a replacement sign: {characters}",
            "{count} characters could not be drawn and appear as a replacement sign: {characters}",
            count,
        )
        return sentence.format(count=count, characters=shown)


def draw(
    document: Document, to: BinaryIO | Path, *, bundle: bytes | None = None, when: datetime
) -> tuple[MissingCharacters, ...]:
    """Write the document as a PDF (PDF/A-3a, PDF/UA-1), with the bundle attached as `submission.gwb`.

    `when` is the date the file gives itself; same document, bundle and date are the same bytes. Returns what a
    person should know before handing the file on; each says itself as a sentence. At a path the file is written
    whole or not at all, and never over another: raises the errors of `app.files`.
    """
    if isinstance(to, Path):
        whole = io.BytesIO()
        warnings = draw(document, whole, bundle=bundle, when=when)
        write_whole(to, whole.getvalue())
        return warnings
    (width, height), setting = _size(document), _setting(document)
    pages = paginate(_pieces(document, setting), setting.page_height)
    for number, page in enumerate(pages, start=1):
        setting.pages.update({one.piece.anchor: number for one in page if one.piece.anchor})
    canvas = TaggedCanvas(to, (width, height), setting.tree)
    metadata.describe(canvas.document, document, when)
    if bundle is not None:
        said = translation(document.language).gettext("The data of this document")
        metadata.attach(canvas.document, bundle, when, description=said)
        metadata.remember(canvas.document, Recipe.of(document), when)
    area = Area(look.SIDE, setting.width, document.right_to_left)
    foot = setting.tree.add("P") if document.footer else None
    for number, page in enumerate(pages, start=1):
        _draw_page(canvas, page, area, height - look.TOP)
        heard = foot if number == len(pages) else None
        _draw_footer(canvas, document, setting, page=_numbered(document, number, len(pages)), heard=heard)
        canvas.showPage()
    canvas.finish()
    missing = setting.type.missing()
    return (MissingCharacters(missing),) if missing else ()


def page_count(document: Document) -> int:
    """How many pages the document takes; nothing is drawn."""
    setting = _setting(document)
    return len(paginate(_pieces(document, setting), setting.page_height))


def _size(document: Document) -> tuple[float, float]:
    return look.PAGES.get(document.page, look.PAGES["A4"])


def _setting(document: Document) -> Setting:
    width, height = _size(document)
    setter = Typesetter(document.language, document.scale)
    return Setting(setter, Tree(), width - 2 * look.SIDE, height - look.TOP - look.BOTTOM, {})


def _pieces(document: Document, setting: Setting) -> list[Piece]:
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    pieces = title(document, setting)
    breaks = False
    for block in document.blocks:
        if isinstance(block, PageBreak):
            breaks = True
            continue
        made = _made(block, headings, setting)
        if made and breaks:
            made[0] = replace(made[0], begins_page=True)
            breaks = False
        pieces += made
    return pieces


def _made(block: Block, headings: list[Heading], setting: Setting) -> list[Piece]:
    if isinstance(block, Contents):
        return contents(block, headings, setting)
    return _KINDS[type(block)](block, setting)


def _draw_page(canvas: TaggedCanvas, page: list[Set], area: Area, top: float) -> None:
    for one in page:
        one.piece.paint(canvas, area, top - one.offset)


def _numbered(document: Document, number: int, count: int) -> str:
    say = translation(document.language)
    # Translators: at the foot of every page of a document
    return say.gettext("{page} of {count}").format(page=say.number(number), count=say.number(count))


def _draw_footer(
    canvas: TaggedCanvas, document: Document, setting: Setting, *, page: str, heard: Element | None
) -> None:
    """What every page says: that this is no official position, the period, and which page it is.

    Repeated on every page it is no content; but once, at the very end, its sentence is `heard`.
    """
    area = Area(look.SIDE, setting.width, document.right_to_left)
    top = look.BOTTOM - 14
    lines = setting.type.lines(document.period, look.FOOTER_PAGE, area.width * 0.35)
    beside = (setting.type.line(page, look.FOOTER_PAGE), *lines)[:_MOST_FOOTER_LINES]
    room = area.width - max(line.width for line in beside) - 24
    said = setting.type.lines(document.footer, look.FOOTER, room)[:_MOST_FOOTER_LINES]
    with canvas.unmarked(_FOOT):
        canvas.rule((area.left, top + 4), (area.left + area.width, top + 4), look.LINE, 0.5)
        put_all(canvas, beside, area, top, align="end")
    with canvas.marked(heard) if heard else canvas.unmarked(_FOOT):
        put_all(canvas, said, area, top)
