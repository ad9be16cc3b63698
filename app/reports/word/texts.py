"""Title, headings, paragraphs, lists, notices and the list of contents as paragraphs of their styles."""

from __future__ import annotations

from docx.oxml.ns import qn

from app.reports import palette
from app.reports.document import Bullets, Contents, Document, Heading, Notice, Numbered, Paragraph
from app.reports.word.elements import Element, made, paragraph
from app.reports.word.runs import inked, plain, runs
from app.reports.word.setting import Setting
from app.reports.word.styles import INSIDE
from app.reports.written import base_right

_DEEPEST = 3
_STYLES = {
    "lead": "Lead",
    "small": "Small",
    "code": "Codeword",
    "quote": "Quote",
    "pull": "Pull",
    "display": "Display",
    "label": "Label",
    "loud": "Loud",
}
_KINDS = ("info", "warning", "withheld")


def title(document: Document, setting: Setting) -> list[Element]:
    """The head of the first page, or its cover; the subtitle's style draws the rule below it."""
    cover = "Cover" if document.cover else ""
    found = [setting.paragraph(f"Kicker{cover}", document.kicker)] if document.kicker else []
    found.append(setting.paragraph(f"Title{cover}", document.title))
    if document.subtitle:
        found.append(setting.paragraph("Subtitle", document.subtitle, document.subtitle_language))
    return found


def heading(block: Heading, setting: Setting) -> list[Element]:
    """A heading of Word's own levels; one that the contents list is a place to go to."""
    if not block.text.strip():
        return []
    level = min(max(block.level, 1), _DEEPEST)
    place = setting.places.get(block.anchor, "")
    style = f"Heading{level}" if place or level != 2 else INSIDE
    has_mark = bool(block.mark) and block.text.startswith(f"{block.mark} ")
    made_ = _marked(block, style, setting) if has_mark else setting.paragraph(style, block.text)
    if place:
        number = next(setting.numbers)
        made_.insert(1, made("bookmarkStart", id=number, name=place))
        made_.append(made("bookmarkEnd", id=number))
    return [made_]


def _marked(block: Heading, style: str, setting: Setting) -> Element:
    """A heading whose number has a ground of its own."""
    right = base_right(block.text, right_to_left=setting.right_to_left)
    number = runs(f"\u00a0{block.mark}\u00a0", setting.language, foreign=setting.foreign, right=right)
    for run in number:
        inked(run, palette.PAPER, palette.ACCENT)
    told = f"\u2002{block.text.removeprefix(block.mark).strip()}"
    words = runs(told, setting.language, foreign=setting.foreign, right=right)
    return paragraph(style, *number, *words, rtl=right, end=right != setting.right_to_left)


def body(block: Paragraph, setting: Setting) -> list[Element]:
    """A paragraph, on the side where its language begins."""
    if not block.text.strip():
        return []
    return [setting.paragraph(_STYLES.get(block.style, "BodyText"), block.text, block.language)]


def bullets(block: Bullets, setting: Setting) -> list[Element]:
    """A list as Word knows lists."""
    return [setting.paragraph("ListBullet", item) for item in block.items]


def notice(block: Notice, setting: Setting) -> list[Element]:
    """A box of one or two paragraphs; its kind is told by its title, never by its colour alone."""
    style = f"Notice{block.kind.title()}" if block.kind in _KINDS else "NoticeInfo"
    found = [setting.paragraph(style, block.title, keep_next=bool(block.text))] if block.title else []
    for run in (run for one in found for run in one.iter(made("r").tag)):
        _bold(run)
    if block.text:
        found.append(setting.paragraph(style, block.text))
    return [*found, paragraph("Gap")]


def numbered(block: Numbered, setting: Setting) -> list[Element]:
    """Words to be copied, each with its number before it."""
    words = enumerate(block.words, start=1)
    return [setting.paragraph("Lead", f"{number}.\t{word}", block.language) for number, word in words]


def contents(block: Contents, setting: Setting) -> list[Element]:
    """A list of contents that Word can make anew, with its entries written already.

    It leads to headings and names no pages: only Word knows these, and a wrong number is worse than none.
    """
    if not setting.headings:
        return []
    entries = [_entry(one, setting) for one in setting.headings]
    begins = [made("r", made("fldChar", fldCharType="begin"))]
    told = made("instrText")
    told.text = r' TOC \o "1-2" \n \h '
    begins += [made("r", told), made("r", made("fldChar", fldCharType="separate"))]
    for at, one in enumerate(begins, start=1):
        entries[0].insert(at, one)
    entries[-1].append(made("r", made("fldChar", fldCharType="end")))
    above = [setting.paragraph("TOCHeading", block.title)] if block.title else []
    return [*above, *entries]


def _entry(one: Heading, setting: Setting) -> Element:
    right = base_right(one.text, right_to_left=setting.right_to_left)
    link = made("hyperlink", *runs(one.text, setting.language, foreign=setting.foreign, right=right), history=1)
    link.set(qn("w:anchor"), setting.places[one.anchor])
    style = "TOC1" if one.level == 1 else "TOC2"
    return paragraph(style, link, rtl=right, end=right != setting.right_to_left)


def _bold(run: Element) -> None:
    properties = run.find(made("rPr").tag)
    if properties is None:
        properties = made("rPr")
        run.insert(0, properties)
    at = 1 if len(properties) and properties[0].tag.endswith("}rFonts") else 0
    properties.insert(at, made("b"))
    properties.insert(at + 1, made("bCs"))


def paged(pattern: str, setting: Setting) -> list[Element]:
    """The sentence about the page with the numbers that Word counts: {page} and {count} become fields."""
    found: list[Element] = []
    fields = {"{page}": "PAGE", "{count}": "NUMPAGES"}
    for part in _parts(pattern, list(fields)):
        if part in fields:
            found.append(made("fldSimple", plain("1"), instr=f" {fields[part]} "))
        else:
            found += runs(part, setting.language)
    return found


def _parts(text: str, names: list[str]) -> list[str]:
    for name in names:
        text = text.replace(name, f"\0{name}\0")
    return [part for part in text.split("\0") if part]
