"""An empty Word file with our styles: the parts that every document has, and nothing that tells of a machine."""

from __future__ import annotations

import io
import zipfile
from html import escape

import docx
from docx.document import Document as WordFile

from app.reports import palette
from app.reports.word.styles import FALLBACKS, NAMESPACE, sheet

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PARTS = {
    "document": "document.main",
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "fontTable": "fontTable",
}


def blank(language: str) -> WordFile:
    """A file without a paragraph, its styles in this language's letters and direction."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, content in _parts(language).items():
            packed.writestr(zipfile.ZipInfo(name), _HEAD + content)
    made.seek(0)
    return docx.Document(made)


def _parts(language: str) -> dict[str, str]:
    return {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations(
            f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
            'Target="docProps/core.xml"/>'
            f'<Relationship Id="rId3" Type="{_OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/>'
        ),
        "word/_rels/document.xml.rels": _relations(
            "".join(
                f'<Relationship Id="rId{number}" Type="{_OFFICE}/relationships/{part}" Target="{part}.xml"/>'
                for number, part in enumerate(list(_PARTS)[1:], start=1)
            )
        ),
        "word/document.xml": f'<w:document xmlns:w="{NAMESPACE}" xmlns:r="{_OFFICE}/relationships"><w:body>'
        "<w:sectPr/></w:body></w:document>",
        "word/styles.xml": sheet(language),
        "word/numbering.xml": _numbering(),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _fonts(),
        "docProps/core.xml": f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"/>',
        "docProps/app.xml": f'<Properties xmlns="{_OFFICE}/extended-properties"><Application>Groundwork</Application>'
        "</Properties>",
    }


def _types() -> str:
    parts = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_KIND}.{kind}+xml"/>' for part, kind in _PARTS.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    more = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/>'
        f'<Override PartName="/docProps/app.xml" ContentType="{more}"/></Types>'
    )


def _relations(told: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def _numbering() -> str:
    colour = f'<w:color w:val="{palette.ACCENT[1:]}"/>'
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>'
        '<w:lvlText w:val="\u2022"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="284" w:hanging="284"/></w:pPr>'
        f"<w:rPr>{colour}</w:rPr></w:lvl>"
    )
    return (
        f'<w:numbering xmlns:w="{NAMESPACE}"><w:abstractNum w:abstractNumId="0">'
        f'<w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def _settings() -> str:
    mode = 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
    return (
        f'<w:settings xmlns:w="{NAMESPACE}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting {mode}/></w:compat></w:settings>'
    )


def _fonts() -> str:
    told = "".join(
        f'<w:font w:name="{escape(name)}"><w:altName w:val="{escape(other)}"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name, other in FALLBACKS.items()
    )
    return f'<w:fonts xmlns:w="{NAMESPACE}">{told}</w:fonts>'
