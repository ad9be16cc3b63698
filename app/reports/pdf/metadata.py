"""What the file says about itself: PDF/A-3a and PDF/UA-1 metadata, the colour space, and the attached bundle.

Nothing here tells of a machine or a person but the author that the document names.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape
from typing import Any

from PIL import ImageCms

from app.reports.document import Bilingual, Document
from app.reports.pdf.objects import (
    Raw,
    array,
    dictionary,
    fingerprint,
    name,
    plain_stream,
    stream,
    text_string,
)
from app.reports.pdf.tokens import cleaned
from app.reports.recipe import Recipe
from app.reports.written import language_tag

ATTACHED = "submission.gwb"
_KIND = "application/vnd.groundwork.bundle+zip"
_MADE_BY = "Groundwork"
_AIIM = "http://www.aiim.org/"
_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": f"{_AIIM}pdfa/ns/id/",
    "pdfuaid": f"{_AIIM}pdfua/ns/id/",
    "pdfaExtension": f"{_AIIM}pdfa/ns/extension/",
    "pdfaSchema": f"{_AIIM}pdfa/ns/schema#",
    "pdfaProperty": f"{_AIIM}pdfa/ns/property#",
}
# PDF/A knows no PDF/UA: its one property has to be described.
_EXTENSION = (
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA</pdfaSchema:schema>'
    f"<pdfaSchema:namespaceURI>{_AIIM}pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>"
    '<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>"
    "</rdf:Bag></pdfaExtension:schemas>"
)


def describe(file: Any, whole: Document | Bilingual, when: datetime) -> None:
    """Fill the catalogue and the information of ReportLab's document `file`; of two languages the first leads."""
    moment = _utc(when)
    documents = whole.each
    document = documents[0]
    catalogue = file.Catalog
    catalogue.Lang = text_string(language_tag(document.language))
    catalogue.Metadata = plain_stream(_packet(documents, moment), Type=name("Metadata"), Subtype=name("XML"))
    profile = file.Reference(stream(_colours(), N=3))
    intent = {
        "Type": name("OutputIntent"),
        "S": name("GTS_PDFA1"),
        "OutputConditionIdentifier": text_string("sRGB"),
        "Info": text_string("sRGB"),
        "DestOutputProfile": profile,
    }
    catalogue.OutputIntents = array([dictionary(intent)])
    direction = b"/Direction/R2L" if document.right_to_left else b""
    catalogue.ViewerPreferences = Raw(b"<</DisplayDocTitle true%s>>" % direction)
    _inform(file, document, moment)


def attach(file: Any, bundle: bytes, when: datetime, *, description: str) -> None:
    """Put the bundle into the file, under the one name under which it is looked for."""
    moment = _utc(when)
    parameters = {
        "Size": len(bundle),
        "ModDate": Raw(moment.strftime("(D:%Y%m%d%H%M%SZ)").encode()),
        "CheckSum": Raw(b"<" + fingerprint(bundle) + b">"),
    }
    # ReportLab does not escape the slash of a name.
    kind = Raw(b"/" + _KIND.replace("/", "#2F").encode())
    held = file.Reference(stream(bundle, Type=name("EmbeddedFile"), Subtype=kind, Params=dictionary(parameters)))
    title = text_string(ATTACHED)
    specification = {
        "Type": name("Filespec"),
        "F": title,
        "UF": title,
        "Desc": text_string(description),
        "AFRelationship": name("Data"),
        "EF": dictionary({"F": held, "UF": held}),
    }
    reference = file.Reference(dictionary(specification))
    file.Catalog.AF = array([reference])
    file.Catalog.Names = dictionary({"EmbeddedFiles": dictionary({"Names": array([title, reference])})})


def remember(file: Any, recipe: Recipe, when: datetime) -> None:
    """Put into the catalogue, where programs keep what is their own, how the pages were drawn."""
    held = {
        "Edition": text_string(recipe.edition),
        "Languages": array([text_string(language) for language in recipe.languages]),
        "Beside": Raw(b"true" if recipe.beside else b"false"),
        "Page": text_string(recipe.page),
    }
    changed = Raw(_utc(when).strftime("(D:%Y%m%d%H%M%SZ)").encode())
    file.Catalog.PieceInfo = dictionary({_MADE_BY: dictionary({"LastModified": changed, "Private": dictionary(held)})})


def _utc(when: datetime) -> datetime:
    """The moment in UTC to the second; one without a zone is taken as UTC, wherever the machine stands."""
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC).replace(microsecond=0)


def _inform(file: Any, document: Document, moment: datetime) -> None:
    information = file.info
    information.title, information.author = cleaned(document.title), cleaned(document.author)
    information.subject, information.keywords = cleaned(document.subject), _keywords(document)
    information.creator = information.producer = _MADE_BY
    stamp = file._timeStamp  # noqa: SLF001 - ReportLab offers no other way to a fixed date
    stamp.t, stamp.lt = moment.timestamp(), time.gmtime(moment.timestamp())
    stamp.YMDhms, stamp.dhh, stamp.dmm = tuple(stamp.lt)[:6], 0, 0


def _keywords(document: Document) -> str:
    return cleaned(", ".join(document.keywords))


def _packet(documents: Sequence[Document], moment: datetime) -> bytes:
    document = documents[0]
    spoken = "".join(f"<rdf:li>{language_tag(one.language)}</rdf:li>" for one in documents)
    date = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    title, author, subject = (
        escape(cleaned(one), quote=False) for one in (document.title, document.author, document.subject)
    )
    words = escape(_keywords(document), quote=False)
    namespaces = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _NAMESPACES.items())
    described = (
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>'
        f"<dc:language><rdf:Bag>{spoken}</rdf:Bag></dc:language>"
        f"<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>"
        f"<xmp:CreatorTool>{_MADE_BY}</xmp:CreatorTool>"
        f"<pdf:Producer>{_MADE_BY}</pdf:Producer><pdf:Keywords>{words}</pdf:Keywords>"
        "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>"
    )
    body = f'<rdf:RDF {namespaces}><rdf:Description rdf:about="">{described}{_EXTENSION}</rdf:Description></rdf:RDF>'
    begin, end = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>', '<?xpacket end="w"?>'
    return f'{begin}<x:xmpmeta xmlns:x="adobe:ns:meta/">{body}</x:xmpmeta>{end}'.encode()


def _colours() -> bytes:
    """The sRGB profile; its maker stamps it with the time and an identifier, which are fixed here."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes.fromhex("07e900010001000000000000")
    profile[84:100] = bytes(16)
    return bytes(profile)
