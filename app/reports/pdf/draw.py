"""Drawing: a document becomes the bytes of a tagged, archival PDF with its own data inside."""

from __future__ import annotations

import gc
import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from app.files import write_whole
from app.i18n import ngettext, translation
from app.reports import paper
from app.reports.document import (
    Bars,
    Bilingual,
    Block,
    Bullets,
    Code,
    Columns,
    Contents,
    Coverage,
    Document,
    Facts,
    Heading,
    KeyFigures,
    Map,
    Marks,
    Notice,
    Numbered,
    PageBreak,
    Panel,
    Paragraph,
    Photo,
    Stacked,
    Table,
    Timeline,
)
from app.reports.pdf import look, metadata
from app.reports.pdf.arranged import columns, panel
from app.reports.pdf.badges import marks
from app.reports.pdf.beside import Beside, narrowed
from app.reports.pdf.canvas import TaggedCanvas
from app.reports.pdf.charts import bars, stacked, timeline
from app.reports.pdf.codes import code, numbered
from app.reports.pdf.contents import contents
from app.reports.pdf.coverage import coverage
from app.reports.pdf.drawing import Drawing, Foot, on_pages
from app.reports.pdf.facts import facts
from app.reports.pdf.figures import key_figures
from app.reports.pdf.flow import Making, Piece, Setting, paginate
from app.reports.pdf.headings import heading, title
from app.reports.pdf.lines import Typesetter
from app.reports.pdf.maps import placed
from app.reports.pdf.objects import language_mark
from app.reports.pdf.photos import photo
from app.reports.pdf.tables import table
from app.reports.pdf.tagged import Branch, Tree
from app.reports.pdf.texts import bullets, notice, paragraph
from app.reports.recipe import Recipe

_KINDS: dict[type, Callable[[Any, Setting], Iterable[Piece]]] = {
    Heading: heading,
    Paragraph: paragraph,
    Bullets: bullets,
    KeyFigures: key_figures,
    Facts: facts,
    Notice: notice,
    Bars: bars,
    Stacked: stacked,
    Timeline: timeline,
    Map: placed,
    Table: table,
    Coverage: coverage,
    Numbered: numbered,
    Code: code,
    Photo: photo,
    Marks: marks,
}
_ARRANGED: dict[type, Callable[[Any, Setting, Making], list[Piece]]] = {Columns: columns, Panel: panel}
"""Blocks that hold others."""
_MOST_NAMED = 12
_UNDER_WORDS = 4.0
_SELDOM = 100_000
"""So many new objects are waited for before circles among them are looked for; 700 are usual."""


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
    whole: Document | Bilingual, to: BinaryIO | Path, *, bundle: bytes | None = None, when: datetime
) -> tuple[MissingCharacters, ...]:
    """Write a document, or one in two languages, as a PDF (PDF/A-3a, PDF/UA-1), with the bundle attached.

    The bundle is called `submission.gwb`. `when` is the date the file gives itself; same document, bundle and date
    are the same bytes. Returns what a person should know before handing the file on; each says itself as a sentence.
    At a path the file is written whole or not at all, and never over another: raises the errors of `app.files`.
    """
    if isinstance(to, Path):
        file = io.BytesIO()
        warnings = draw(whole, file, bundle=bundle, when=when)
        write_whole(to, file.getvalue())
        return warnings
    first = whole.each[0]
    canvas = TaggedCanvas(to, size_of(first), Tree())
    metadata.describe(canvas.document, whole, when)
    if bundle is not None:
        said = translation(first.language).gettext("The data of this document")
        metadata.attach(canvas.document, bundle, when, description=said)
        metadata.remember(canvas.document, Recipe.of(whole), when)
    with _collected_seldom():
        settings = draw_on(canvas, whole)
    missing = dict.fromkeys("".join(one.type.missing() for one in settings))
    return (MissingCharacters("".join(missing)),) if missing else ()


@contextmanager
def _collected_seldom() -> Iterator[None]:
    """Look seldom for circles of objects: drawing makes none, but many small things that live until its end."""
    usual = gc.get_threshold()
    gc.set_threshold(_SELDOM, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def page_count(document: Document) -> int:
    """How many pages the document takes; nothing is drawn."""
    setting = _setting(document, Branch(Tree()))
    return sum(1 for _page in paginate(_pieces(document, setting), setting.page_height))


def draw_on(canvas: TaggedCanvas, whole: Document | Bilingual) -> tuple[Setting, ...]:
    """Draw all pages and write the file; how each document was set."""
    drawing = Drawing(canvas)
    settings = _drawn(whole, drawing, canvas.tree)
    drawing.finish()
    return settings


def size_of(document: Document) -> tuple[float, float]:
    """Width and height of its pages."""
    return paper.size_of(document.page)


def _drawn(whole: Document | Bilingual, drawing: Drawing, tree: Tree) -> tuple[Setting, ...]:
    """Draw all pages but their feet; how each document was set."""
    if isinstance(whole, Document):
        setting = _setting(whole, Branch(tree))
        drawing.draw(on_pages(_pieces(whole, setting), setting), Foot((whole,), (setting,)))
        return (setting,)
    both = whole.first, replace(whole.second, page=whole.first.page)
    first, second = (_setting(one, Branch(tree, tree.add("Part", None, language_mark(one.language)))) for one in both)
    if whole.beside:
        two = replace(whole, second=_anchored(both[1], ""))
        titles = tuple(title(one, narrowed(setting)) for one, setting in zip(both, (first, second), strict=True))
        make = partial(_made, headings=_headings(both[0]))
        drawing.draw(Beside(two, (first, second), make).pages((titles[0], titles[1])), Foot(both, (first, second)))
        return first, second
    for one, setting in ((both[0], first), (_anchored(both[1], f"{both[1].language}-2-"), second)):
        drawing.draw(on_pages(_pieces(one, setting), setting), Foot((one,), (setting,)))
    return first, second


def _anchored(document: Document, before: str) -> Document:
    """The document with other names for its headings, as a file knows every name once; without any for none."""
    return replace(
        document,
        blocks=tuple(
            replace(one, anchor=f"{before}{one.anchor}" if before and one.anchor else "")
            if isinstance(one, Heading)
            else one
            for one in document.blocks
        ),
    )


def _headings(document: Document) -> list[Heading]:
    return [block for block in document.blocks if isinstance(block, Heading)]


def _setting(document: Document, branch: Branch) -> Setting:
    width, height = size_of(document)
    side, top, bottom = look.margins(document.margin)
    setter = Typesetter(document.language, document.scale)
    return Setting(setter, branch, width - 2 * side, height - top - bottom, {}, document.margin)


def _pieces(document: Document, setting: Setting) -> Iterator[Piece]:
    headings = _headings(document)
    yield from title(document, setting)
    breaks = opens = quotes = False
    held: Piece | None = None
    for block in document.blocks:
        if isinstance(block, PageBreak):
            breaks = True
            continue
        opens = _opens(block, before=opens)
        signs = quotes and isinstance(block, Paragraph) and block.style == "small"  # whose words they are
        quotes = isinstance(block, Paragraph) and block.style in ("quote", "pull")
        for index, piece in enumerate(_made(block, setting, headings=headings)):
            fresh = replace(piece, stays=True) if opens else piece
            if index == 0 and signs and held is not None:
                held, fresh = replace(held, stays=True), replace(fresh, gap=_UNDER_WORDS)
            if index == 0 and breaks:
                fresh = replace(fresh, begins_page=True)
            if held is not None:
                yield held
            held = fresh
            breaks = False
    if held is not None:
        yield held


def _opens(block: Block, *, before: bool) -> bool:
    """Whether a block is still the opening of a chapter, which stays with what follows: its heading and subtitle."""
    if isinstance(block, Heading):
        return block.level == 1
    return before and isinstance(block, Paragraph) and block.style == "small"


def _made(block: Block, setting: Setting, *, headings: list[Heading]) -> Iterable[Piece]:
    if isinstance(block, Contents):
        return contents(block, headings, setting)
    if type(block) in _ARRANGED:
        return _ARRANGED[type(block)](block, setting, partial(_made, headings=headings))
    return _KINDS[type(block)](block, setting)
