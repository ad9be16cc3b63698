"""What a file is, told from its first bytes and never from its name."""

from __future__ import annotations

import re
from enum import StrEnum

from app.intake.guard.letters import narrow

HEAD_BYTES = 4096
"""How many first bytes are enough to tell."""

_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\x00", b"MM\x00*")
_STILLS = (b"heic", b"heix", b"heim", b"heis", b"mif1", b"avif")
"""What a picture of a telephone calls itself in the container that films have too."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_SHEETS = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OFFICE_PARTS = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"xl/", b"customXml/")
_SEALED = b"age-encryption.org/v1\n"
_TEXT_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
_CONTROL = frozenset(range(32)) - frozenset(b"\t\n\r\x0b\x0c\x1a\x1b\x08\x1c\x1d\x1e\x1f\x07")
_MARKUP = re.compile(
    rb"<(?:\?xml|!--|!doctype|(?:html|head|body|table|iati-activities|(?:ss:)?workbook|svg|rss|feed|kml)[\s/>])",
    re.IGNORECASE,
)
"""Tables may begin with a cell of markup, such as a link; these elements begin whole documents."""
_OTHER_TABLE = re.compile(
    rb"ID;P|TABLE\r?\n0,1|<\?xml[^>]*\?>\s*(?:<\?mso[^>]*\?>\s*)*<(?:ss:)?Workbook|"
    rb"<\?xml[^>]*\?>\s*<office:document[\s>]|<(?:!doctype html|html|head|body)[\s>].*<table[\s>]|<table[\s>]",
    re.IGNORECASE | re.DOTALL,
)
"""SYLK, DIF, XML of Excel 2003, OpenDocument in one file, and a web page with a table near its beginning."""
_OTHER_BYTES = re.compile(
    rb"[\x02\x03\x30-\x32\x43\x63\x83\x8b\x8e\xcb\xf5\xfb]"
    rb"[\x00-\xff][\x01-\x0c][\x01-\x1f].{4}.[\x00-\x7f].[\x00-\x7f]\x00\x00|"
    rb"<stata_dta>|\$FL[23]|PAR1|\x00\x01\x00\x00Standard (?:Jet|ACE) DB",
    re.DOTALL,
)
"""dBase (by its kind, day and sizes), Stata, SPSS, Parquet and Access."""
_JSON = re.compile(rb"\{\s*[\"}]|\[\s*[\[{]")
_YAML = re.compile(rb"(?:---\n)?(?:#[^\n]*\n|\s)*- [\w .-]{1,80}:(?: [^\n]*)?\r?\n {2,}[\w.-]")
BUNDLE_FIRST_ENTRY = b"manifest.json"


class Kind(StrEnum):
    """The kinds of file that Groundwork tells apart."""

    PDF = "pdf"
    BUNDLE = "bundle"
    SEALED = "sealed"
    ZIP = "zip"
    WORKBOOK = "workbook"
    CSV = "csv"
    MARKUP = "markup"
    JSON = "json"
    YAML = "yaml"
    IMAGE = "image"
    EMPTY = "empty"
    OTHER_TABLE = "other table"
    """A table in a form that we do not read: whoever has it can save it in another."""
    UNKNOWN = "unknown"


def kind_of(head: bytes) -> Kind:
    """The kind that the first `HEAD_BYTES` bytes show; CSV for any plain text that is no markup, JSON or YAML."""
    if not head:
        return Kind.EMPTY
    if head.startswith(_ZIP):
        return _kind_of_zip(head)  # before all else: a PDF that is packed as it is shows its own beginning in the head
    if b"%PDF" in head[:1024]:
        return Kind.PDF
    if head.startswith(_OLD_OFFICE) or head.startswith(_OLD_SHEETS):
        return Kind.WORKBOOK
    if head.startswith(_SEALED):
        return Kind.SEALED
    if _is_image(head):
        return Kind.IMAGE
    if _OTHER_BYTES.match(head):
        return Kind.OTHER_TABLE
    plain = narrow(head)
    if head.startswith(_TEXT_MARKS) or not _CONTROL.intersection(plain):
        return _kind_of_text(plain)
    return Kind.UNKNOWN


def _kind_of_text(head: bytes) -> Kind:
    """Markup and JSON begin with signs that no honest table begins with, also when each letter takes two bytes."""
    start = head.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"").lstrip()
    if _OTHER_TABLE.match(start):
        return Kind.OTHER_TABLE
    if _MARKUP.match(start):
        return Kind.MARKUP
    if _JSON.match(start):
        return Kind.JSON
    return Kind.YAML if _YAML.match(start) else Kind.CSV


def _is_image(head: bytes) -> bool:
    if head[4:8] == b"ftyp":
        return head[8:12] in _STILLS
    return head.startswith(_IMAGES) or (head.startswith(b"RIFF") and head[8:12] == b"WEBP")


def is_bundle(data: bytes) -> bool:
    """Whether these bytes are a ZIP whose first entry is the manifest of a bundle."""
    return data.startswith(b"PK\x03\x04") and _first_name(data) == BUNDLE_FIRST_ENTRY


def _kind_of_zip(head: bytes) -> Kind:
    name = _first_name(head)
    if name == BUNDLE_FIRST_ENTRY:
        return Kind.BUNDLE
    if name == b"mimetype":
        return Kind.WORKBOOK if b"opendocument.spreadsheet" in head[:200] else Kind.ZIP
    if name.startswith(_OFFICE_PARTS):
        return Kind.WORKBOOK
    return Kind.ZIP


def _first_name(head: bytes) -> bytes:
    length = int.from_bytes(head[26:28], "little")
    return head[30 : 30 + length]
