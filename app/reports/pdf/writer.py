"""The file: object streams, a cross-reference stream, the structure tree, and a pointer to what is attached.

ReportLab's own writer knows none of these. The order of objects and the identifier come from the content alone,
so the same document is the same bytes.

The pointer is a comment on a line of its own right before `startxref`, so that the bundle is found without any PDF
parser: `%GWB1 <offset> <length>`, two decimal numbers. From that byte of the file, counted from 0, stand that many
bytes of deflated data (zlib, RFC 1950: the one FlateDecode filter of the stream); inflated they are the bundle.
A file without a bundle has no such line; a program that writes the file anew loses it but keeps `Root/AF`.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from array import array
from typing import Any, BinaryIO

from reportlab.pdfbase import pdfdoc

from app.reports.pdf.objects import Raw
from app.reports.pdf.tagged import FIRST_ANNOTATION, Part, Tree

_IN_ONE_STREAM = 500
_IN_ONE_LEAF = 64
_FREE, _PLAIN, _PACKED = 0, 1, 2
_ALONE = (b"/Catalog", b"/Filespec", b"/Producer")
"""What leads to the attached bundle stands by itself, so that who looks for it unpacks nothing else."""
_STREAM, _END = b"stream\n", b"endstream"
_HEADER = b"%PDF-1.7\n%\x93\x8c\x8b\x9e\n"
_ROW = struct.Struct(">BIH")


class _Output:
    """What is written so far, and where every object is."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self.size, self._sum = file, 0, hashlib.md5(usedforsecurity=False)
        self._kinds, self._offsets, self._indices = array("B", [_FREE]), array("I", [0]), array("H", [65535])
        self._packed: list[tuple[int, bytes]] = []
        self.add(_HEADER)

    def add(self, data: bytes) -> None:
        """Bytes as they are."""
        self._file.write(data)
        self._sum.update(data)
        self.size += len(data)

    def reserve(self, most: int) -> None:
        """Numbers up to this one belong to objects that are known; fresh ones come after them."""
        missing = most + 1 - len(self._kinds)
        self._kinds.extend([_FREE] * missing)
        self._offsets.extend([0] * missing)
        self._indices.extend([0] * missing)

    def fresh(self) -> int:
        """A number for an object of the writer itself."""
        self.reserve(len(self._kinds))
        return len(self._kinds) - 1

    def write(self, number: int, body: bytes) -> None:
        """An object that must stand by itself: a stream."""
        self._place(number, _PLAIN, self.size)
        self.add(b"%d 0 obj\n%s\nendobj\n" % (number, body))

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
            self._place(number, _PACKED, own, index)
        head = b" ".join(heads) + b"\n"
        data = zlib.compress(head + b"\n".join(body for _, body in self._packed), 6)
        entries = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d" % (len(heads), len(head), len(data))
        self.write(own, b"<<%s>>\nstream\n%s\nendstream" % (entries, data))
        self._packed.clear()

    def finish(self, catalogue: bytes, information: bytes, pointer: tuple[int, int] | None) -> None:
        """The table of all objects, and the end of the file."""
        self.flush()
        own, identifier, start = self.fresh(), self._sum.hexdigest().encode(), self.size
        self._place(own, _PLAIN, start)
        rows = b"".join(map(_ROW.pack, self._kinds, self._offsets, self._indices))
        data = zlib.compress(rows, 9)
        entries = b"/Type/XRef/Size %d/W[1 4 2]/Root %s/Info %s/ID[<%s><%s>]/Filter/FlateDecode/Length %d" % (
            own + 1,
            catalogue,
            information,
            identifier,
            identifier,
            len(data),
        )
        self.add(b"%d 0 obj\n<<%s>>\nstream\n%s\nendstream\nendobj\n" % (own, entries, data))
        if pointer:
            self.add(b"%%GWB1 %d %d\n" % pointer)
        self.add(b"startxref\n%d\n%%%%EOF\n" % start)

    def _place(self, number: int, kind: int, offset: int, index: int = 0) -> None:
        self.reserve(number)
        self._kinds[number], self._offsets[number], self._indices[number] = kind, offset, index


class Writer(pdfdoc.PDFDocument):  # type: ignore[misc] # ReportLab has no types
    """ReportLab's document, written as tagged and archival files must be."""

    tree: Tree
    resources: pdfdoc.PDFDictionary

    def SaveToFile(self, file: BinaryIO, canvas: Any) -> None:  # noqa: N802 - ReportLab's name
        """Write the whole file."""
        for font in self.delayedFonts:
            font.addObjects(self)
        catalogue, information = self.Reference(self.Catalog), self.Reference(self.info)
        self.Outlines.prepare(self, canvas)
        if self.Outlines.ready < 0:
            self.Catalog.Outlines = None
        self.encrypt.prepare(self)
        root = Raw(b"")
        self.Catalog.MarkInfo, self.Catalog.StructTreeRoot = Raw(b"<</Marked true>>"), root
        output = _Output(file)
        root_number, pointer, count = self._write_bodies(output, root)
        self._write_tree(output, first=count + 1, root=root_number)
        output.finish(pdfdoc.format(catalogue, self), pdfdoc.format(information, self), pointer)

    def _write_bodies(self, output: _Output, root: Raw) -> tuple[int, tuple[int, int] | None, int]:
        """Write ReportLab's objects, those in no stream last.

        Returns the number of the root of the structure, where the data of an attached file begins and how long
        it is, and how many objects there are; formatting may add some.
        """
        own, pointer, number = 0, None, 1
        packed: list[tuple[int, bytes]] = []
        while number in self.numberToId:
            held = self.idToObject[self.numberToId[number]]
            if held is root:
                own = number
            else:
                body: bytes = pdfdoc.format(held, self, toplevel=1)
                if body.rstrip().endswith(_END):
                    pointer = _write_stream(output, number, body) or pointer
                else:
                    packed.append((number, body))
            number += 1
        output.reserve(number - 1 + len(self.tree))
        for one, body in packed:
            place = output.write if any(sign in body for sign in _ALONE) else output.pack
            place(one, body)
        return own, pointer, number - 1

    def _write_tree(self, output: _Output, *, first: int, root: int) -> None:
        pages = [self.idToObjectNumberAndVersion[f"Page{key + 1}"][0] for key in range(len(self.tree.pages))]
        for part in self.tree.parts([page.key for page in self.Pages.pages]):
            output.pack(first + part.number, self._entry(part, pages, first, root))
        rows = [
            (key, b"[" + b" ".join(b"%d 0 R" % (first + one) for one in self.tree.pages[key]) + b"]")
            for key in range(len(pages))
        ]
        rows += [
            (FIRST_ANNOTATION + index, b"%d 0 R" % (first + one.element))
            for index, one in enumerate(self.tree.annotations)
        ]
        leaves = []
        for start in range(0, len(rows), _IN_ONE_LEAF):
            part_of, number = rows[start : start + _IN_ONE_LEAF], output.fresh()
            body = b" ".join(b"%d %s" % row for row in part_of)
            output.pack(number, b"<</Limits[%d %d]/Nums[%s]>>" % (part_of[0][0], part_of[-1][0], body))
            leaves.append(b"%d 0 R" % number)
        body = b"<</Type/StructTreeRoot/K %d 0 R/ParentTree<</Kids[%s]>>/ParentTreeNextKey %d>>"
        output.pack(root, body % (first, b" ".join(leaves), FIRST_ANNOTATION * 2))

    def _entry(self, part: Part, pages: list[int], first: int, root: int) -> bytes:
        parent = first + part.parent if part.number else root
        kids = [b"%d 0 R" % (first + one) for one in part.children]
        on_page = b""
        if part.pieces:
            page = part.pieces[0][0]
            on_page = b"/Pg %d 0 R" % pages[page]
            kids += [
                b"%d" % piece if key == page else b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (pages[key], piece)
                for key, piece in part.pieces
            ]
        for one in part.annotations:
            reference: Any = pdfdoc.format(one.reference, self)
            kids.append(b"<</Type/OBJR/Pg %d 0 R/Obj %s>>" % (pages[one.page], reference))
        inside = b"/K[%s]" % b" ".join(kids) if kids else b""
        return b"<</S/%s/P %d 0 R%s%s%s>>" % (part.tag.encode(), parent, on_page, part.attributes, inside)


def _write_stream(output: _Output, number: int, body: bytes) -> tuple[int, int] | None:
    """Write a stream; where its data begins and how long it is, if it is an attached file."""
    # Never strip the data itself: it may end in what looks like a line end.
    start, end = body.index(_STREAM) + len(_STREAM), body.rindex(_END)
    found = None
    if b"/EmbeddedFile" in body[:start]:
        found = output.size + len(b"%d 0 obj\n" % number) + start, end - start
    output.write(number, body[:end] + b"\n" + _END)
    return found
