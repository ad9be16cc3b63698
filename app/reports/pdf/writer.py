"""The file: object streams, a cross-reference stream, the structure tree, and a pointer to what is attached.

ReportLab's own writer knows none of these. The order of objects and the identifier come from the content alone,
so the same document is the same bytes.

The pointer is a comment on a line of its own right before `startxref`, so that the bundle is found without any PDF
parser: `%GWB1 <offset> <length>`, two decimal numbers. From that byte of the file, counted from 0, stand that many
bytes of deflated data (zlib, RFC 1950: the one FlateDecode filter of the stream); inflated they are the bundle.
A file without a bundle has no such line; a program that writes the file anew loses it but keeps `Root/AF`.
"""

from __future__ import annotations

import struct
import zlib
from typing import Any

from reportlab.pdfbase import pdfdoc

from app.reports.pdf.objects import Raw, fingerprint
from app.reports.pdf.tagged import FIRST_ANNOTATION, Annotated, Element, Marked, Tree

_IN_ONE_STREAM = 250
_IN_ONE_LEAF = 64
_FREE, _PLAIN, _PACKED = 0, 1, 2
_ALONE = (b"/Catalog", b"/Filespec", b"/Producer")
"""What leads to the attached bundle stands by itself, so that who looks for it unpacks nothing else."""
_STREAM, _END = b"stream\n", b"endstream"
_HEADER = b"%PDF-1.7\n%\x93\x8c\x8b\x9e\n"


class _Output:
    """The bytes so far, and where every object is."""

    def __init__(self, first_extra: int) -> None:
        self.parts, self.size = [_HEADER], len(_HEADER)
        self.places: dict[int, tuple[int, int, int]] = {0: (_FREE, 0, 65535)}
        self.next_number = first_extra
        self._packed: list[tuple[int, bytes]] = []

    def fresh(self) -> int:
        """A number for an object of the writer itself."""
        self.next_number += 1
        return self.next_number - 1

    def write(self, number: int, body: bytes) -> None:
        """An object that must stand by itself: a stream."""
        whole = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        self.places[number] = (_PLAIN, self.size, 0)
        self.parts.append(whole)
        self.size += len(whole)

    def pack(self, number: int, body: bytes) -> None:
        """Any other object; many share one stream."""
        self._packed.append((number, body))
        if len(self._packed) == _IN_ONE_STREAM:
            self.flush()

    def flush(self) -> None:
        """Write the objects that wait for a stream."""
        if not self._packed:
            return
        own, heads, offset = self.fresh(), [], 0
        for index, (number, body) in enumerate(self._packed):
            heads.append(b"%d %d" % (number, offset))
            offset += len(body) + 1
            self.places[number] = (_PACKED, own, index)
        head = b" ".join(heads) + b"\n"
        data = zlib.compress(head + b"\n".join(body for _, body in self._packed), 6)
        entries = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d" % (len(heads), len(head), len(data))
        self.write(own, b"<<%s>>\nstream\n%s\nendstream" % (entries, data))
        self._packed.clear()


class Writer(pdfdoc.PDFDocument):  # type: ignore[misc] # ReportLab has no types
    """ReportLab's document, written as tagged and archival files must be."""

    tree: Tree

    def format(self) -> bytes:
        """The whole file."""
        self.encrypt.prepare(self)
        catalogue, information = self.Reference(self.Catalog), self.Reference(self.info)
        root = Raw(b"")
        self.Catalog.MarkInfo, self.Catalog.StructTreeRoot = Raw(b"<</Marked true>>"), root
        bodies = self._bodies(root)
        elements = list(self.tree.elements())
        for number, element in enumerate(elements, start=len(bodies) + 1):
            element.number = number
        output = _Output(len(bodies) + len(elements) + 1)
        pointer = _write_bodies(output, bodies)
        root_number = bodies.index(None) + 1
        self._write_tree(output, elements, root_number)
        output.flush()
        return _finished(output, pdfdoc.format(catalogue, self), pdfdoc.format(information, self), pointer)

    def _bodies(self, root: Raw) -> list[bytes | None]:
        """Every object ReportLab holds, None for the root of the structure; formatting may add objects."""
        bodies: list[bytes | None] = []
        number = 1
        while number in self.numberToId:
            held = self.idToObject[self.numberToId[number]]
            bodies.append(None if held is root else pdfdoc.format(held, self, toplevel=1))
            number += 1
        return bodies

    def _write_tree(self, output: _Output, elements: list[Element], root: int) -> None:
        pages = [self.idToObjectNumberAndVersion[f"Page{index + 1}"][0] for index in range(len(self.tree.pages))]
        for element in elements:
            output.pack(element.number, self._entry(element, pages, root))
        rows = [
            (index, b"[" + b" ".join(b"%d 0 R" % one.number for one in pieces) + b"]")
            for index, pieces in enumerate(self.tree.pages)
        ]
        rows += [(FIRST_ANNOTATION + index, b"%d 0 R" % one.number) for index, one in enumerate(self.tree.annotations)]
        leaves = []
        for start in range(0, len(rows), _IN_ONE_LEAF):
            part, number = rows[start : start + _IN_ONE_LEAF], output.fresh()
            numbers = b" ".join(b"%d %s" % row for row in part)
            output.pack(number, b"<</Limits[%d %d]/Nums[%s]>>" % (part[0][0], part[-1][0], numbers))
            leaves.append(b"%d 0 R" % number)
        body = b"<</Type/StructTreeRoot/K %d 0 R/ParentTree<</Kids[%s]>>/ParentTreeNextKey %d>>"
        output.pack(root, body % (self.tree.root.number, b" ".join(leaves), FIRST_ANNOTATION * 2))

    def _entry(self, element: Element, pages: list[int], root: int) -> bytes:
        first = element.first_page()
        kids = b" ".join(self._kid(kid, pages, first) for kid in element.kids)
        parent = element.parent.number if element.parent else root
        on_page = b"" if first is None else b"/Pg %d 0 R" % pages[first]
        inside = b"/K[%s]" % kids if kids else b""
        return b"<</S/%s/P %d 0 R%s%s%s>>" % (element.tag.encode(), parent, on_page, element.attributes, inside)

    def _kid(self, kid: Element | Marked | Annotated, pages: list[int], first: int | None) -> bytes:
        if isinstance(kid, Element):
            return b"%d 0 R" % kid.number
        if isinstance(kid, Annotated):
            reference: Any = pdfdoc.format(kid.reference, self)
            return b"<</Type/OBJR/Pg %d 0 R/Obj %s>>" % (pages[kid.page], reference)
        if kid.page == first:
            return b"%d" % kid.number
        return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (pages[kid.page], kid.number)


def _write_bodies(output: _Output, bodies: list[bytes | None]) -> tuple[int, int] | None:
    """Write ReportLab's objects; where the data of an attached file begins, and how long it is."""
    pointer = None
    for number, body in enumerate(bodies, start=1):
        if body is None:
            continue
        if not body.rstrip().endswith(_END):
            place = output.write if any(sign in body for sign in _ALONE) else output.pack
            place(number, body)
            continue
        # Never strip the data itself: it may end in what looks like a line end.
        start, end = body.index(_STREAM) + len(_STREAM), body.rindex(_END)
        if b"/EmbeddedFile" in body[:start]:
            pointer = output.size + len(b"%d 0 obj\n" % number) + start, end - start
        output.write(number, body[:end] + b"\n" + _END)
    return pointer


def _finished(output: _Output, catalogue: bytes, information: bytes, pointer: tuple[int, int] | None) -> bytes:
    own, identifier = output.next_number, fingerprint(b"".join(output.parts))
    start = output.size
    output.places[own] = (_PLAIN, start, 0)
    rows = b"".join(struct.pack(">BIH", *output.places.get(number, (_FREE, 0, 0))) for number in range(own + 1))
    data = zlib.compress(rows, 9)
    entries = b"/Type/XRef/Size %d/W[1 4 2]/Root %s/Info %s/ID[<%s><%s>]/Filter/FlateDecode/Length %d" % (
        own + 1,
        catalogue,
        information,
        identifier,
        identifier,
        len(data),
    )
    output.parts.append(b"%d 0 obj\n<<%s>>\nstream\n%s\nendstream\nendobj\n" % (own, entries, data))
    if pointer:
        output.parts.append(b"%%GWB1 %d %d\n" % pointer)
    output.parts.append(b"startxref\n%d\n%%%%EOF\n" % start)
    return b"".join(output.parts)
