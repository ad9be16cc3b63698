"""A page as an object of the file: its content is deflated at once, and may get an end once the whole is known."""

from __future__ import annotations

import zlib

from reportlab.pdfbase import pdfdoc

from app.reports.pdf.objects import number

_HEAD = b"\x78\x9c"
_LEVEL, _BARE = 6, -15


class Page(pdfdoc.PDFObject):  # type: ignore[misc] # ReportLab has no types
    """One page; all pages share the `resources` of the document."""

    __RefOnly__ = 1

    def __init__(self, size: tuple[float, float], key: int) -> None:
        self.size, self.key = size, key
        self.annotations: list[pdfdoc.PDFObjectReference] = []
        self.content = Content()

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """The dictionary of the page; ReportLab asks for it when it saves."""
        width, height = self.size
        written = (
            f"<</Type/Page/MediaBox[0 0 {number(width)} {number(height)}]/StructParents {self.key}/Tabs/S".encode()
        )
        for entry, held in (
            (b"Parent", document.Reference(document.Pages)),
            (b"Resources", document.Reference(document.resources)),
            (b"Contents", document.Reference(self.content)),
        ):
            written += b"/%s %s" % (entry, pdfdoc.format(held, document))
        if self.annotations:
            written += b"/Annots[%s]" % b" ".join(pdfdoc.format(one, document) for one in self.annotations)
        return written + b">>"


class Content(pdfdoc.PDFObject):  # type: ignore[misc] # ReportLab has no types
    """What is drawn on a page, as one deflated stream of which every part was deflated when it was ready."""

    __RefOnly__ = 1

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._sum = zlib.adler32(b"")

    def add(self, operators: str, *, last: bool = False) -> None:
        """Draw more; after the `last` nothing can follow."""
        data = operators.encode("latin-1")
        deflating = zlib.compressobj(_LEVEL, zlib.DEFLATED, _BARE)
        self._parts.append(deflating.compress(data) + deflating.flush(zlib.Z_FINISH if last else zlib.Z_FULL_FLUSH))
        self._sum = zlib.adler32(data, self._sum)

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """The stream; it is let go of here, as nobody asks twice."""
        data = b"".join((_HEAD, *self._parts, self._sum.to_bytes(4, "big")))
        self._parts = []
        return b"<</Filter/FlateDecode/Length %d>>\nstream\n%sendstream" % (len(data), data)
