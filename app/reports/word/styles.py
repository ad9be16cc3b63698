"""The styles of a Word file: how headings, texts and tables look, so that a house can change them in one place."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from app.i18n import is_right_to_left
from app.reports import palette
from app.reports.alphabets import WORLD
from app.reports.word.runs import spoken

LATIN, ARABIC, HAN = "IBM Plex Sans", "IBM Plex Sans Arabic", "Noto Sans SC"
FALLBACKS = {LATIN: "Arial", ARABIC: "Arial", HAN: "Microsoft YaHei"} | {one.family: one.stands_in for one in WORLD}
"""What stands in on a computer without our fonts."""
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TABLE, PLAIN_TABLE = "GroundworkTable", "GroundworkPlain"
INSIDE = "Heading2Inside"
"""A heading of the second level that the list of contents leaves out, also when Word makes it anew."""


@dataclass(frozen=True)
class Style:
    """One style of paragraphs: its id, Word's name for it, and its letters and spaces in points."""

    id: str
    name: str
    size: float
    colour: str = palette.TEXT
    bold: bool = False
    line: float = 1.3
    before: float = 0.0
    after: float = 0.0
    outline: int | None = None
    keeps: bool = False
    more: str = ""
    """Further properties of the paragraph that stand before its spacing, as Word orders them."""
    indent: str = ""
    next: str = "BodyText"


_BULLET = '<w:numPr><w:numId w:val="1"/></w:numPr>'
_BOTTOM = f'<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="8" w:color="{palette.ACCENT[1:]}"/></w:pBdr>'
_BAND = f'<w:pBdr><w:top w:val="single" w:sz="72" w:space="10" w:color="{palette.ACCENT[1:]}"/></w:pBdr>'
_SOFT = f'<w:shd w:val="clear" w:color="auto" w:fill="{palette.ACCENT_SOFT[1:]}"/>'
_SUNKEN = f'<w:shd w:val="clear" w:color="auto" w:fill="{palette.SUNKEN[1:]}"/>'
_BOTH = '<w:ind w:left="284" w:right="284"/>'


def _boxed(colour: str, ground: str) -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="6" w:space="6" w:color="{colour[1:]}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return f'<w:pBdr>{sides}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{ground[1:]}"/>'


STYLES = (
    Style("Kicker", "Kicker", 9, palette.ACCENT, bold=True, after=6, next="Title"),
    Style("KickerCover", "Kicker on a cover", 9, palette.ACCENT, bold=True, after=96, more=_BAND, next="TitleCover"),
    Style("TitleCover", "Title on a cover", 34, bold=True, line=1.1, after=6, next="Subtitle"),
    Style("Title", "Title", 26, bold=True, line=1.1, after=4, next="Subtitle"),
    Style("Subtitle", "Subtitle", 13, palette.MUTED, after=14, more=_BOTTOM),
    Style("Heading1", "heading 1", 18, bold=True, line=1.1, before=26, after=6, outline=0, keeps=True),
    Style("Heading2", "heading 2", 13, palette.ACCENT, bold=True, line=1.15, before=18, after=4, outline=1, keeps=True),
    Style(
        INSIDE, "Heading 2 inside", 13, palette.ACCENT, bold=True, line=1.15, before=18, after=4, outline=1, keeps=True
    ),
    Style("Heading3", "heading 3", 10.5, bold=True, line=1.15, before=12, after=3, outline=2, keeps=True),
    Style("BodyText", "Body Text", 9.5, after=7),
    Style("Lead", "Lead", 11.5, after=8, next="BodyText"),
    Style("Map", "Map", 9.5, line=1.0, after=4, keeps=True),
    Style("Small", "Small print", 8, palette.MUTED, after=6),
    Style("Codeword", "Code word", 17, bold=True, after=8),
    Style("Quote", "Quote", 10, before=3, after=7, more=_SUNKEN, indent=_BOTH),
    Style("Pull", "Pull quote", 14, palette.ACCENT, line=1.3, before=6, after=6, keeps=True, more=_SOFT, indent=_BOTH),
    Style("Display", "Display", 22, palette.ACCENT, bold=True, line=1.15, after=8),
    Style("Label", "Label", 12, palette.ACCENT, bold=True, line=1.2, before=6, after=3, keeps=True),
    Style("Loud", "Loud", 16, line=1.25, after=8),
    Style("Caption", "caption", 9.5, bold=True, before=12, after=4, keeps=True),
    Style("ListBullet", "List Bullet", 9.5, after=3.5, more=_BULLET, next="ListBullet"),
    Style("TOCHeading", "TOC Heading", 18, bold=True, line=1.1, before=26, after=6, keeps=True),
    Style("TOC1", "toc 1", 9.5, bold=True, before=4, after=2),
    Style("TOC2", "toc 2", 9, palette.MUTED, after=2, indent='<w:ind w:left="284"/>'),
    *(
        Style(
            f"Notice{kind.title()}", f"Notice {kind}", 9.5, after=0, more=_boxed(*palette.NOTICES[kind]), indent=_BOTH
        )
        for kind in palette.NOTICES
    ),
    Style("FigureValue", "Figure value", 22, palette.ACCENT, bold=True, line=1.05, before=4),
    Style("FigureLabel", "Figure label", 9, bold=True, line=1.15),
    Style("Cell", "Cell", 8.5, line=1.15, next="Cell"),
    Style("Value", "Cell value", 9.5, line=1.15, next="Value"),
    Style("RowHeading", "Row heading", 8.5, bold=True, line=1.15, next="Cell"),
    Style("FactLabel", "Fact label", 8.5, palette.MUTED, line=1.2, next="Value"),
    Style("ColumnHeading", "Column heading", 8, palette.MUTED, bold=True, line=1.15, keeps=True),
    Style("Mark", "Cell mark", 7, line=1.0),
    Style("Parts", "Chart parts", 7, palette.MUTED, line=1.1),
    Style("Key", "Chart key", 8, palette.MUTED, before=5, after=8),
    Style("Gap", "Gap", 4, line=1.0, after=4),
    Style("header", "header", 7.5, palette.MUTED, line=1.1, next="header"),
    Style("footer", "footer", 7.5, palette.MUTED, line=1.1, next="footer"),
)


def sheet(language: str) -> str:
    """The whole of styles.xml for a document in one language."""
    right = is_right_to_left(language)
    told = spoken(language) or "en-GB"
    speech = f'<w:lang w:val="{"en-GB" if right else told}" w:eastAsia="{"zh-CN" if right else told}"'
    speech += f' w:bidi="{told if right else "ar-SA"}"/>'
    fonts = f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{HAN}" w:cs="{ARABIC}"/>'
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        f'<w:color w:val="{palette.TEXT[1:]}"/><w:sz w:val="19"/><w:szCs w:val="19"/>{speech}</w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    return (
        f'<w:styles xmlns:w="{NAMESPACE}">{defaults}{normal}{"".join(map(_paragraph, STYLES))}'
        f"{_LINK}{_tables()}</w:styles>"
    )


def _paragraph(one: Style) -> str:
    keeps = "<w:keepNext/><w:keepLines/>" if one.keeps else ""
    spacing = (
        f'<w:spacing w:before="{round(one.before * 20)}" w:after="{round(one.after * 20)}" '
        f'w:line="{round(one.line * 240)}" w:lineRule="auto"/>'
    )
    outline = "" if one.outline is None else f'<w:outlineLvl w:val="{one.outline}"/>'
    size = f'<w:sz w:val="{round(one.size * 2)}"/><w:szCs w:val="{round(one.size * 2)}"/>'
    bold = "<w:b/><w:bCs/>" if one.bold else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{one.id}"{_custom(one.name)}><w:name w:val="{escape(one.name)}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="{one.next}"/><w:qFormat/>'
        f"<w:pPr>{keeps}{one.more}{spacing}{one.indent}{_contextual(one)}{outline}</w:pPr>"
        f'<w:rPr>{bold}<w:color w:val="{one.colour[1:]}"/>{size}</w:rPr></w:style>'
    )


def _contextual(one: Style) -> str:
    return "<w:contextualSpacing/>" if one.id.startswith("Notice") else ""


def _custom(name: str) -> str:
    """Word's own styles are known by their names; all others say that they are ours."""
    own = ("Title", "Subtitle", "Body Text", "Quote", "List Bullet", "TOC Heading")
    return "" if name in own or name == name.lower() else ' w:customStyle="1"'


_LINK = (
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>'
    f'<w:rPr><w:color w:val="{palette.ACCENT[1:]}"/></w:rPr></w:style>'
)


def _tables() -> str:
    hair = f'w:val="single" w:sz="4" w:space="0" w:color="{palette.LINE[1:]}"'
    strong = f'w:val="single" w:sz="6" w:space="0" w:color="{palette.LINE_STRONG[1:]}"'
    room = (
        '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
        '<w:bottom w:w="60" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>'
    )
    head = (
        f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr><w:tcBorders><w:bottom {strong}/>'
        f'</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{palette.SUNKEN[1:]}"/></w:tcPr></w:tblStylePr>'
    )
    ours = (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE}"><w:name w:val="Groundwork table"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>'
        f"<w:top {hair}/><w:bottom {hair}/><w:insideH {hair}/></w:tblBorders>{room}</w:tblPr>{head}</w:style>"
    )
    plain = (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{PLAIN_TABLE}"><w:name w:val="Groundwork plain"/>'
        '<w:basedOn w:val="TableNormal"/></w:style>'
    )
    return ours + plain
