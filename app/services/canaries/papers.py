"""Small files of every kind people attach, each telling too much about its maker, as their programs write them."""

from __future__ import annotations

import base64
import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.services.canaries.picture import telling_picture


@dataclass(frozen=True)
class Told:
    """What a file gives away, beside what it shows."""

    author: str
    company: str
    path: str
    remark: str
    """A comment, a deleted text or an earlier version."""
    place: str

    @property
    def folder(self) -> str:
        """Where it lay on its maker's computer."""
        return f"file:///C:/Users/{self.path}/"


_PIXELS = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqm"
    "x5moq6T/wAALCAAQABABAREA/8QAFQABAQAAAAAAAAAAAAAAAAAAAAL/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oACAEBAAA/AJAf/9k="
)
"""A grey square of 16 pixels as JPEG."""
_OPEN_XML = "application/vnd.openxmlformats-officedocument"
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"


def photo(told: Told) -> bytes:
    """A JPEG with EXIF, a position, a thumbnail with a remark of its own, XMP, a comment, and words after its end."""
    small = _marked(_PIXELS, (0xFE, told.remark.encode()))
    exif = b"Exif\0\0" + _exif(told, small)
    xmp = b"http://ns.adobe.com/xap/1.0/\0" + f"<x:xmpmeta>{told.company} {told.path}</x:xmpmeta>".encode()
    return _marked(_PIXELS, (0xE1, exif), (0xE1, xmp), (0xFE, told.remark.encode())) + told.place.encode()


def pdf(told: Told) -> bytes:
    """A PDF with an author, XMP, a comment on its page, an attached file and the folder it came from."""
    xmp = f"<x:xmpmeta>{told.company} {told.place}</x:xmpmeta>"
    objects = (
        "<</Type/Catalog/Pages 2 0 R/Metadata 6 0 R/Names<</EmbeddedFiles<</Names[(a)7 0 R]>>>>>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 5 0 R/Resources<<>>/Annots[4 0 R]>>",
        f"<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/T({told.author})/Contents({told.remark})>>",
        "<</Length 18>>stream\n20 20 60 60 re f  \nendstream",
        f"<</Type/Metadata/Subtype/XML/Length {len(xmp)}>>stream\n{xmp}\nendstream",
        f"<</Type/Filespec/F({told.folder})/EF<</F 8 0 R>>>>",
        f"<</Type/EmbeddedFile/Length {len(told.remark)}>>stream\n{told.remark}\nendstream",
        f"<</Author({told.author})/Producer({told.company})/Title({told.folder})>>",
    )
    made, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj{content}endobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R/Info 9 0 R>>\n"
    return made + f"{end}startxref\n{len(made)}\n%%EOF\n".encode()


def docx(told: Told) -> bytes:
    """A DOCX with properties, tracked changes, a comment, revision ids, a template and a photo of its own."""
    return _zipped(
        {
            "[Content_Types].xml": _types("wordprocessingml.document", "/word/document.xml"),
            "_rels/.rels": _leading_to("word/document.xml"),
            **_properties(told),
            "word/document.xml": f'<w:document xmlns:w="w" xmlns:r="r"><w:body><!-- {told.remark} -->'
            f'<w:p w:rsidR="{told.place}"><w:ins w:author="{told.author}" w:date="2026-08-12T00:00:00Z"><w:r>'
            "<w:t>Forty people</w:t></w:r></w:ins></w:p></w:body></w:document>",
            "word/comments.xml": f'<w:comments xmlns:w="w"><w:comment w:id="1" w:author="{told.author}" '
            f'w:initials="{told.author}"><w:t>Sure?</w:t></w:comment></w:comments>',
            "word/settings.xml": f'<w:settings xmlns:w="w"><w:rsids><w:rsid w:val="{told.place}"/></w:rsids>'
            "</w:settings>",
            "word/_rels/settings.xml.rels": '<Relationships><Relationship Id="r1" TargetMode="External" '
            f'Type="t/attachedTemplate" Target="{told.folder}n.dotx"/></Relationships>',
            "word/media/image1.jpeg": photo(told),
        }
    )


def xlsx(told: Told) -> bytes:
    """An XLSX with properties, the path it lay at, who commented, and the name of a printer."""
    return _zipped(
        {
            "[Content_Types].xml": _types("spreadsheetml.sheet", "/xl/workbook.xml"),
            "_rels/.rels": _leading_to("xl/workbook.xml"),
            **_properties(told),
            "xl/workbook.xml": f'<workbook xmlns:x="x"><fileSharing userName="{told.author}"/>'
            f'<x:absPath url="{told.folder}"/><sheets/></workbook>',
            "xl/worksheets/sheet1.xml": "<worksheet/>",
            "xl/printerSettings/printerSettings1.bin": told.place,
            "xl/comments1.xml": f"<comments><authors><author>{told.author}</author></authors></comments>",
        }
    )


def odt(told: Told) -> bytes:
    """An ODT with properties, settings, an annotation's author, a link to a folder and a preview."""
    listed = "".join(f'<m:file-entry m:full-path="{name}"/>' for name in ("/", "content.xml", "meta.xml"))
    return _zipped(
        {
            "mimetype": _OPEN_DOCUMENT,
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="m">{listed}</m:manifest>',
            "meta.xml": f"<p><creator>{told.author}</creator><company>{told.company}</company></p>",
            "settings.xml": f"<p>{told.place}</p>",
            "VersionList.xml": f"<p>{told.remark}</p>",
            "Thumbnails/thumbnail.png": telling_picture(told.author, told.place),
            "content.xml": '<o:document xmlns:o="o" xmlns:t="t" xmlns:dc="dc" xmlns:xlink="x"><t:p>Forty people'
            f"<o:annotation><dc:creator>{told.author}</dc:creator></o:annotation>"
            f'<t:a xlink:href="{told.folder}">the hall</t:a></t:p></o:document>',
        }
    )


def _properties(told: Told) -> dict[str, str | bytes]:
    return {
        "docProps/core.xml": f"<p><creator>{told.author}</creator><lastModifiedBy>{told.author}</lastModifiedBy></p>",
        "docProps/app.xml": f"<p><Company>{told.company}</Company><Template>{told.folder}</Template></p>",
        "docProps/thumbnail.jpeg": photo(told),
        "customXml/item1.xml": f"<p>{told.remark}</p>",
    }


def _types(kind: str, part: str) -> str:
    return (
        '<Types><Default Extension="jpeg" ContentType="image/jpeg"/>'
        f'<Override PartName="{part}" ContentType="{_OPEN_XML}.{kind}.main+xml"/></Types>'
    )


def _leading_to(part: str) -> str:
    return f'<Relationships><Relationship Id="r1" Type="t/officeDocument" Target="{part}"/></Relationships>'


def _zipped(parts: Mapping[str, str | bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def _marked(picture: bytes, *segments: tuple[int, bytes]) -> bytes:
    """A JPEG with these segments after its first mark."""
    told = b"".join(struct.pack(">BBH", 0xFF, mark, len(data) + 2) + data for mark, data in segments)
    return picture[:2] + told + picture[2:]


def _exif(told: Told, small: bytes) -> bytes:
    """Maker, description, author and a position; in the second directory the thumbnail."""
    texts = [(0x010E, told.remark), (0x010F, told.company), (0x013B, told.author), (0x8298, told.path)]
    first = 8 + 2 + 12 * (len(texts) + 1) + 4
    data, entries = b"", []
    for tag, text in texts:
        entries.append(struct.pack("<HHII", tag, 2, len(text) + 1, first + len(data)))
        data += text.encode() + b"\0"
    position = struct.pack("<HHHI4s", 1, 1, 2, 2, b"N\0\0\0") + struct.pack("<I", 0)
    entries.append(struct.pack("<HHII", 0x8825, 4, 1, first + len(data)))
    data += position
    second = first + len(data)
    start = second + 2 + 24 + 4
    preview = struct.pack("<HHHIIHHIII", 2, 0x0201, 4, 1, start, 0x0202, 4, 1, len(small), 0) + small
    head = struct.pack("<2sHIH", b"II", 42, 8, len(entries)) + b"".join(entries) + struct.pack("<I", second)
    return head + data + preview


PAPERS: Mapping[str, Callable[[Told], bytes]] = {
    ".jpg": photo,
    ".pdf": pdf,
    ".docx": docx,
    ".xlsx": xlsx,
    ".odt": odt,
}
"""The ending of a file, and what makes one."""
