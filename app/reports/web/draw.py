"""Drawing: a document becomes one web page. The data of a submission are not in it: its PDF carries them."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import zip_longest
from typing import Any, BinaryIO

from app.i18n import translation
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
from app.reports.web import blocks, drawings, look, maps
from app.reports.web.markup import Markup, element, spoken
from app.reports.web.setting import Setting

_KINDS: dict[type, Callable[[Any, Setting], Markup]] = {
    Heading: blocks.heading,
    Paragraph: blocks.body,
    Bullets: blocks.bullets,
    Notice: blocks.notice,
    Numbered: blocks.numbered,
    Contents: blocks.contents,
    KeyFigures: blocks.key_figures,
    Facts: blocks.facts,
    Table: blocks.table,
    Photo: blocks.photo,
    Bars: drawings.bars,
    Stacked: drawings.stacked,
    Timeline: drawings.timeline,
    Map: maps.placed,
    Coverage: drawings.coverage,
    Code: drawings.code,
}


def draw(document: Document | Bilingual, to: BinaryIO, *, when: datetime) -> None:
    """Write the document as a web page that names `when` as its date; same document and date are the same bytes."""
    to.write(_page(document, when).encode())


def _page(document: Document | Bilingual, when: datetime) -> str:
    main = document.each[0]
    body = element("body", *_body(document, main), class_=None if document is main else "wide")
    whole = element("html", _head(document, main, when), body, **spoken(main.language))
    return f"<!DOCTYPE html>\n{whole}\n"


def _head(document: Document | Bilingual, main: Document, when: datetime) -> Markup:
    sheet = look.sheet()
    known = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{known}'; img-src data:; base-uri 'none'; form-action 'none'"
    named = {
        "author": main.author,
        "description": main.subject,
        "keywords": ", ".join(main.keywords),
        "date": when.date().isoformat(),
        "generator": "Groundwork",
    }
    title = " \u00b7 ".join(one.title for one in document.each)
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="referrer", content="no-referrer"),
        *(element("meta", name=name, content=words) for name, words in named.items() if words),
        element("title", title),
        element("style", Markup(sheet)),
    )


def _body(document: Document | Bilingual, main: Document) -> Iterator[Markup]:
    # Translators: a link for people who use a keyboard or a reading voice
    yield element("a", translation(main.language).gettext("Skip to the content"), href="#content", class_="skip")
    if isinstance(document, Bilingual):
        shown = _pairs(document) if document.beside else _articles(document)
        yield element("main", *shown, id="content")
    else:
        setting = Setting.of(document)
        yield blocks.title(document, setting)
        yield element("main", *_blocks(document, setting), id="content")
    yield element("footer", *(_foot(one, main) for one in document.each), class_="foot")


def _foot(document: Document, main: Document) -> Markup:
    """What every page of the other drawings says: that this is no official position, and the period."""
    told = [words for words in (document.footer, document.period) if words]
    return element("div", *(element("p", words) for words in told), **spoken(document.language, main.language))


def _articles(document: Bilingual) -> Iterator[Markup]:
    for one, name in ((document.first, "first"), (document.second, "second")):
        setting = Setting.of(one, name)
        yield element("article", blocks.title(one, setting), *_blocks(one, setting), **spoken(one.language))


def _pairs(document: Bilingual) -> Iterator[Markup]:
    """Block for block side by side, one below the other where the page is narrow."""
    one, other = Setting.of(document.first, "first"), Setting.of(document.second, "second")
    yield _pair(document, blocks.title(document.first, one), blocks.title(document.second, other))
    first, second = list(_blocks(document.first, one)), list(_blocks(document.second, other))
    for left, right in zip_longest(first, second, fillvalue=Markup()):
        if left or right:
            yield _pair(document, left, right)


def _pair(document: Bilingual, left: Markup, right: Markup) -> Markup:
    columns = ((left, document.first.language), (right, document.second.language))
    return element("div", *(element("div", one, **spoken(language)) for one, language in columns), class_="pair")


def _blocks(document: Document, setting: Setting) -> Iterator[Markup]:
    """Every block, a page break as nothing; what begins a page on paper says so."""
    breaks = False
    for at, block in enumerate(document.blocks):
        found = _made(block, at, setting)
        if breaks and found:
            found = element("div", found, class_="breaks")
            breaks = False
        breaks = breaks or isinstance(block, PageBreak)
        yield Markup(f"{found}\n") if found else found


def _made(block: Block, at: int, setting: Setting) -> Markup:
    if isinstance(block, PageBreak):
        return Markup()
    if isinstance(block, Heading):
        return blocks.heading(block, setting, setting.places.get(at, ""))
    return Markup("".join(_KINDS[type(one)](one, setting) for one in plainer(block)))
