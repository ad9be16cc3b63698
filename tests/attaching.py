"""Files that tests attach: pictures, PDFs and office files full of what must never be kept."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from PIL import Image, ImageDraw, TiffImagePlugin
from PIL.ExifTags import IFD, Base
from pillow_heif import register_heif_opener
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject, TextStringObject

SECRETS = ("Fatouma Diallo", "SecretCam 9000", "IMG_20261012_harbour", "1985-kept-in-xmp", "rsid00C0FFEE")
"""What the files below tell of their makers, in one way or another."""
_SIZE = (640, 400)


def picture(format: str = "JPEG", *, size: tuple[int, int] = _SIZE, turned: int = 6, mode: str = "RGB") -> bytes:
    """A picture with place, camera, author, moment, preview, XMP and a remark."""
    drawn = Image.new("RGB", size, "#2e6f8e")
    ImageDraw.Draw(drawn).rectangle((0, 0, size[0] // 4, size[1] // 4), fill="#f2b632")
    exif = Image.Exif()
    exif[Base.Make] = exif[Base.Model] = SECRETS[1]
    exif[Base.Artist] = SECRETS[0]
    exif[Base.ImageDescription] = SECRETS[2]
    exif[Base.Orientation] = turned
    exif.get_ifd(IFD.Exif)[Base.DateTimeOriginal] = "2026:10:12 09:30:00"
    degrees = tuple(TiffImagePlugin.IFDRational(part) for part in (35, 46, 12))
    exif.get_ifd(IFD.GPSInfo).update({1: "N", 2: degrees, 3: "W", 4: degrees})
    of_telephone = {"exif": exif.tobytes(), "xmp": SECRETS[3].encode()}
    options = {"JPEG": {"comment": SECRETS[2].encode(), "xmp": SECRETS[3].encode(), "exif": exif}}
    options |= {"HEIF": of_telephone, "AVIF": of_telephone}
    if format == "HEIF":
        register_heif_opener()
    made = io.BytesIO()
    own = options.get(format, {"exif": exif} if format in ("PNG", "WEBP", "TIFF") else {})
    drawn.convert(mode).save(made, format, **own)
    return made.getvalue() + (SECRETS[0].encode() if format == "JPEG" else b"")


def pdf(*, pages: int = 2) -> bytes:
    """A PDF with author, XMP, attached file, script, comment, link, page data and a photograph with its own EXIF."""
    writer = PdfWriter()
    for number in range(pages):
        page = writer.add_blank_page(300, 300)
        words = StreamObject()
        words.set_data(f"q 100 0 0 100 20 20 cm /A Do Q BT /F1 12 Tf 20 200 Td (Page {number + 1} read) Tj ET".encode())
        page[NameObject("/Contents")] = writer._add_object(words)  # noqa: SLF001 - as other programs write it
        font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
        named = DictionaryObject({NameObject(key): NameObject(value) for key, value in font.items()})
        looks = DictionaryObject({NameObject("/F1"): named})
        photo = DictionaryObject({NameObject("/A"): writer._add_object(_photograph())})  # noqa: SLF001
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): looks, NameObject("/XObject"): photo})
        page[NameObject("/PieceInfo")] = _text_in("/Private", SECRETS[4])
        page[NameObject("/Annots")] = ArrayObject([_comment(), _black_box(writer), _link()])
    writer.add_metadata({"/Author": SECRETS[0], "/Creator": SECRETS[1], "/Title": SECRETS[2]})
    writer.add_attachment(SECRETS[2], SECRETS[3].encode())
    writer.root_object[NameObject("/OpenAction")] = _text_in("/JS", f"app.alert('{SECRETS[0]}')")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def docx(**more: bytes) -> bytes:
    """A DOCX with properties, tracked changes, comments, revision ids, a link, a template and a photograph."""
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = {
        "[Content_Types].xml": f'<Types><Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName='
        f'"/word/document.xml" ContentType="{word}.document.main+xml"/><Override PartName="/docProps/core.xml" '
        'ContentType="x"/></Types>',
        "_rels/.rels": '<Relationships><Relationship Id="r1" Type="t/officeDocument" Target="word/document.xml"/>'
        '<Relationship Id="r2" Type="t/core" Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": f"<p><creator>{SECRETS[0]}</creator></p>",
        "docProps/app.xml": f"<p><Application>{SECRETS[1]}</Application></p>",
        "docProps/thumbnail.jpeg": picture(),
        "word/document.xml": '<w:document xmlns:w="w" xmlns:r="r" xmlns:w14="u" xmlns:mc="m" mc:Ignorable="w14">'
        f'<w:body><!-- {SECRETS[0]} --><w:p w:rsidR="{SECRETS[4]}"><w:ins w:author="{SECRETS[0]}" '
        'w:date="2026-10-12T00:00:00Z"><w:r><w:t xml:space="preserve">Forty people &amp; more </w:t></w:r></w:ins>'
        f'</w:p><w:docPr id="1" name="{SECRETS[2]}.jpg" descr="A hall"/><w:hyperlink r:id="r9"><w:t>the hall'
        "</w:t></w:hyperlink></w:body></w:document>",
        "word/_rels/document.xml.rels": '<Relationships><Relationship Id="r9" TargetMode="External" Type="t/hyperlink"'
        f' Target="{SECRETS[2]}.docx"/><Relationship Id="r8" Type="t/image" Target="media/image1.jpeg"/>'
        "</Relationships>",
        "word/settings.xml": f'<w:settings xmlns:w="w" xmlns:r="r"><w:attachedTemplate r:id="r1"/><w:rsids><w:rsid '
        f'w:val="{SECRETS[4]}"/></w:rsids></w:settings>',
        "word/_rels/settings.xml.rels": '<Relationships><Relationship Id="r1" TargetMode="External" '
        f'Type="t/attachedTemplate" Target="file:///C:/Users/{SECRETS[0]}/n.dotx"/></Relationships>',
        "word/comments.xml": f'<w:comments xmlns:w="w"><w:comment w:id="1" w:author="{SECRETS[0]}" w:initials="FD">'
        "<w:t>Check this</w:t></w:comment></w:comments>",
        "word/people.xml": f'<w:people xmlns:w="w"><w:person w:author="{SECRETS[0]}"/></w:people>',
        "word/media/image1.jpeg": picture(),
        **more,
    }
    return zipped(parts)


def odp() -> bytes:
    """Slides with the same secrets."""
    return odt("presentation")


def odt(kind: str = "text") -> bytes:
    """An ODT with properties, an annotation, revision ids, a link and a preview."""
    mimetype = f"application/vnd.oasis.opendocument.{kind}"
    listed = "".join(
        f'<m:file-entry m:full-path="{name}"/>' for name in ("/", "content.xml", "meta.xml", "settings.xml")
    )
    return zipped(
        {
            "mimetype": mimetype,
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="m">{listed}</m:manifest>',
            "meta.xml": f"<p><creator>{SECRETS[0]}</creator></p>",
            "settings.xml": f"<p>{SECRETS[1]}</p>",
            "Thumbnails/thumbnail.png": picture("PNG"),
            "Pictures/1.jpg": picture(),
            "content.xml": '<o:document xmlns:o="o" xmlns:t="t" xmlns:dc="dc" xmlns:xlink="x" xmlns:oo="oo"><t:p '
            f'oo:rsid="{SECRETS[4]}">Forty people<o:annotation><dc:creator>{SECRETS[0]}</dc:creator></o:annotation>'
            f'<t:a xlink:href="file:///home/{SECRETS[0]}/x.odt">the hall</t:a></t:p></o:document>',
        }
    )


def xlsx() -> bytes:
    """An XLSX with the path it lay at, a comment, the name of a printer and a table."""
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return zipped(
        {
            "[Content_Types].xml": '<Types><Override PartName="/xl/workbook.xml" '
            f'ContentType="{sheet}.sheet.main+xml"/></Types>',
            "xl/workbook.xml": f'<workbook xmlns:x="x"><fileSharing userName="{SECRETS[0]}"/><x:absPath '
            f'url="C:/{SECRETS[0]}/"/><sheets/></workbook>',
            "xl/sharedStrings.xml": "<sst><si><t>Women</t></si><si><t>40</t></si></sst>",
            "xl/worksheets/sheet1.xml": '<worksheet xmlns:r="r"><pageSetup paperSize="9" r:id="r1"/></worksheet>',
            "xl/worksheets/_rels/sheet1.xml.rels": '<Relationships><Relationship Id="r1" Type="t/printerSettings" '
            'Target="../printerSettings/printerSettings1.bin"/></Relationships>',
            "xl/printerSettings/printerSettings1.bin": SECRETS[1],
            "xl/comments1.xml": f"<comments><authors><author>{SECRETS[0]}</author></authors><text><t>Sure?</t></text>"
            "</comments>",
        }
    )


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of these parts, in this order."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def unpacked(data: bytes) -> bytes:
    """The bytes of a file and of everything packed in it, for searching."""
    found = [data]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found += [name.encode() + archive.read(name) for name in archive.namelist()]
    if data.startswith(b"%PDF"):
        from pypdf import PdfReader

        reader = PdfReader(io.BytesIO(data))
        numbers = sorted({number for table in reader.xref.values() for number in table if number})
        found += [repr(reader.get_object(number)).encode() for number in numbers]
        streams = (reader.get_object(number) for number in numbers)
        found += [one._data for one in streams if isinstance(one, StreamObject)]  # noqa: SLF001
    return b"\n".join(found)


def tells(data: bytes) -> list[str]:
    """The secrets that can be found in a file, in whatever way they are written."""
    whole = unpacked(data)
    written = {secret: (secret.encode(), secret.encode("utf-16-le"), secret.encode("utf-16-be")) for secret in SECRETS}
    found = [secret for secret, forms in written.items() if any(form in whole for form in forms)]
    return found + [mark.decode() for mark in (b"Exif\0\0", b"GPS", b"xmpmeta") if mark in whole]


def _photograph() -> StreamObject:
    photo = StreamObject()
    photo._data = picture()  # noqa: SLF001 - as cameras give it, packed already
    values = {"/Type": "/XObject", "/Subtype": "/Image", "/Filter": "/DCTDecode", "/ColorSpace": "/DeviceRGB"}
    photo.update({NameObject(key): NameObject(value) for key, value in values.items()})
    numbers = {"/Width": _SIZE[0], "/Height": _SIZE[1], "/BitsPerComponent": 8}
    photo.update({NameObject(key): NumberObject(value) for key, value in numbers.items()})
    return photo


def _comment() -> DictionaryObject:
    comment = _text_in("/T", SECRETS[0])
    comment.update({NameObject("/Subtype"): NameObject("/Text"), NameObject("/Rect"): _corner()})
    return comment


def _black_box(writer: PdfWriter) -> DictionaryObject:
    box = _text_in("/T", SECRETS[0])
    box.update({NameObject("/Subtype"): NameObject("/Square"), NameObject("/Rect"): _corner()})
    drawn = StreamObject()
    drawn.set_data(b"0 g 0 0 50 50 re f")
    drawn.update({NameObject("/Subtype"): NameObject("/Form"), NameObject("/BBox"): _corner()})
    box[NameObject("/AP")] = DictionaryObject({NameObject("/N"): writer._add_object(drawn)})  # noqa: SLF001
    return box


def _link() -> DictionaryObject:
    link = DictionaryObject({NameObject("/Subtype"): NameObject("/Link"), NameObject("/Rect"): _corner()})
    link[NameObject("/A")] = _text_in("/URI", f"file:///{SECRETS[2]}")
    return link


def _text_in(key: str, text: str) -> DictionaryObject:
    return DictionaryObject({NameObject(key): TextStringObject(text)})


def _corner() -> ArrayObject:
    return ArrayObject([NumberObject(value) for value in (0, 0, 50, 50)])
