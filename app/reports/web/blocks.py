"""Texts, tables and pictures as elements of a web page, each what it is: headings, lists, tables with their scopes."""

from __future__ import annotations

import base64
from collections.abc import Sequence

from app.reports.brevity import is_short, short_first
from app.reports.document import (
    Bullets,
    Column,
    Contents,
    Document,
    Fact,
    Facts,
    Heading,
    KeyFigures,
    Notice,
    Numbered,
    Paragraph,
    Photo,
    Table,
)
from app.reports.web.markup import Markup, element, joined, spoken
from app.reports.web.setting import Setting

_DEEPEST, _WIDE = 3, 5
_STYLES = {one: one for one in ("lead", "small", "code", "display", "loud")} | {"label": "sign"}
_QUOTED = {"quote": None, "pull": "pull"}
_KINDS = ("info", "warning", "withheld")
_JPEG = b"\xff\xd8"


def title(document: Document, setting: Setting) -> Markup:
    """The head of the document; its title is the one heading of the first level."""
    parts = [element("p", document.kicker, class_="kicker")] if document.kicker else []
    parts.append(element("h1", setting.said(document.title)))
    if document.subtitle:
        told = spoken(document.subtitle_language, document.language)
        parts.append(
            element("p", document.subtitle if told else setting.said(document.subtitle), class_="subtitle", **told)
        )
    return element("header", *parts, class_="title cover" if document.cover else "title")


def heading(block: Heading, setting: Setting, place: str = "") -> Markup:
    """A heading one level below that of the document's; one with a place can be gone to."""
    if not block.text.strip():
        return Markup()
    level = min(max(block.level - setting.above, 1), _DEEPEST)
    return element(f"h{level + 1}", _marked(block) or setting.said(block.text), id=place or None)


def _marked(block: Heading) -> Markup | None:
    """The number of a heading apart from its words; None where it has none in front."""
    if not block.mark or not block.text.startswith(f"{block.mark} "):
        return None
    words = block.text.removeprefix(block.mark).strip()
    return joined((element("span", block.mark, class_="mark"), f" {words}"))


def body(block: Paragraph, setting: Setting) -> Markup:
    """A paragraph, marked with its language where it is another one."""
    if not block.text.strip():
        return Markup()
    told = spoken(block.language, setting.language)
    if block.style in _QUOTED:
        return element("blockquote", element("p", block.text), class_=_QUOTED[block.style], **told)
    return element("p", block.text, class_=_STYLES.get(block.style), **told)


def bullets(block: Bullets, setting: Setting) -> Markup:
    """A list."""
    return element("ul", *(element("li", item) for item in block.items))


def numbered(block: Numbered, setting: Setting) -> Markup:
    """A numbered list, in columns where there is room."""
    items = (element("li", word) for word in block.words)
    return element("ol", *items, class_="numbered", **spoken(block.language, setting.language))


def notice(block: Notice, setting: Setting) -> Markup:
    """A box; its kind is told by its title, never by its colour alone."""
    kind = block.kind if block.kind in _KINDS else "info"
    parts = [element("p", block.title, class_="label")] if block.title else []
    return element(
        "div", *parts, *([element("p", block.text)] if block.text else []), class_=f"notice {kind}", role="note"
    )


def key_figures(block: KeyFigures, setting: Setting) -> Markup:
    """Figures side by side, as many as fit."""
    return element("div", *(_figure(one.value, one.label, one.note) for one in block.figures), class_="figures")


def _figure(value: str, label: str, note: str) -> Markup:
    parts = (("value", value), ("label", label), ("note", note))
    return element("div", *(element("p", words, class_=name) for name, words in parts if words))


def facts(block: Facts, setting: Setting) -> Markup:
    """Labels with their values; the short of compact ones stand side by side."""
    if not block.facts:
        return Markup()
    if block.compact:
        return element("dl", *(_fact(one, setting) for one in short_first(block)), class_="facts compact")
    pairs = (joined((element("dt", one.label), element("dd", setting.said(one.value)))) for one in block.facts)
    return element("dl", *pairs, class_="facts")


def _fact(one: Fact, setting: Setting) -> Markup:
    pair = element("dt", one.label), element("dd", setting.said(one.value))
    return element("div", *pair, class_=None if is_short(one) else "long")


def table(block: Table, setting: Setting) -> Markup:
    """A table with its caption, its heading row, and headings of rows in the first column."""
    if not block.columns:
        return Markup()
    heads = (element("th", one.title, scope="col", class_=_kind(one)) for one in block.columns)
    rows = (_row(cells, block.columns, setting) for cells in block.rows)
    parts = [element("caption", block.caption)] if block.caption else []
    whole = element("table", *parts, element("thead", element("tr", *heads)), element("tbody", *rows))
    return scrolling(whole, block.caption or block.columns[0].title) if len(block.columns) >= _WIDE else whole


def scrolling(whole: Markup, name: str, kind: str = "scroll") -> Markup:
    """What may be wider than the page, in a part that can be scrolled with the keyboard."""
    return element("div", whole, class_=kind, role="region", aria_label=name, tabindex=0)


def _row(cells: Sequence[str], columns: Sequence[Column], setting: Setting) -> Markup:
    padded = [*cells, *[""] * len(columns)][: len(columns)]
    first = element("th", setting.said(padded[0]), scope="row")
    rest = (
        element("td", setting.said(text), class_=_kind(one)) for text, one in zip(padded[1:], columns[1:], strict=True)
    )
    return element("tr", first, *rest)


def _kind(column: Column) -> str | None:
    return "number" if column.kind == "number" else None


def contents(block: Contents, setting: Setting) -> Markup:
    """The list of contents: links, those of the second level below those of the first."""
    if not setting.listed:
        return Markup()
    items: list[tuple[Markup, list[Markup]]] = []
    for one, place in setting.listed:
        link = element("a", setting.said(one.text), href=f"#{place}")
        if one.level == 1 or not items:
            items.append((link, []))
        else:
            items[-1][1].append(element("li", link))
    listed = (element("li", link, *([element("ul", *below)] if below else [])) for link, below in items)
    name = f"{setting.name}-contents"
    return element("nav", element("h2", block.title, id=name), element("ul", *listed), aria_labelledby=name)


def photo(block: Photo, setting: Setting) -> Markup:
    """A picture inside the page, with its words and its caption."""
    kind = "jpeg" if block.image.startswith(_JPEG) else "png"
    data = base64.b64encode(block.image).decode()
    shown = element("img", src=f"data:image/{kind};base64,{data}", alt=block.alt)
    below = [element("figcaption", block.caption, class_="small")] if block.caption else []
    return element("figure", shown, *below, class_="photo")
