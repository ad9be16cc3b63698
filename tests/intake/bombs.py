"""PDFs made to do harm: each small as a file, and each much larger, deeper or longer for a reader that trusts it."""

from __future__ import annotations

import io
import random
import struct
import zlib
from functools import lru_cache

import pikepdf

from tests.intake.made import bundle, pdf

_MUCH, _PART = 1 << 30, 1 << 20
_FILESPEC = b"<</Type/Filespec/F(submission.gwb)/UF(submission.gwb)/AFRelationship/Data/EF<</F 3 0 R>>>>"


def bombs() -> dict[str, bytes]:
    """Every one of them, by what it does."""
    return {
        "an attachment of a gigabyte": _with(_stream(b"/Filter/FlateDecode", _deflated(_MUCH))),
        "an attachment of a gigabyte that begins like a bundle": _with(
            _stream(b"/Filter/FlateDecode", _deflated(_MUCH, bundle()[:100]))
        ),
        "an attachment deflated twice": _with(
            _stream(b"/Filter[/FlateDecode/FlateDecode]", zlib.compress(_deflated(_MUCH)))
        ),
        "an attachment by another filter": _with(_stream(b"/Filter/LZWDecode", bytes(1000))),
        "an attachment with a predictor": _with(
            _stream(b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 99999999>>", zlib.compress(bytes(1000)))
        ),
        "a table of objects of a gigabyte": _table(_MUCH),
        "a table of objects that is sixty million entries long": _table(_PART, size=60_000_000),
        "objects packed to a gigabyte": _packed(_deflated(_MUCH)),
        "a page of a gigabyte": _file(
            [
                b"<</Type/Catalog/Pages 2 0 R>>",
                b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
                _stream(b"/Filter/FlateDecode", _deflated(_MUCH)),
            ]
        ),
        "a table that comes before itself": _file([b"<</Type/Catalog>>"], b"/Prev %d"),
        "a catalogue that is itself": _file([b"1 0 R"]),
        "two hundred thousand brackets": _file([b"<</AF " + b"[" * 200_000 + b"]" * 200_000 + b">>"]),
        "two hundred thousand dictionaries": _file([b"<</AF " + b"<</A" * 200_000 + b">>" * 200_000 + b">>"]),
        "a catalogue that is a number": _file([b"42"]),
        "attachments that are a number": _file([b"<</AF 42>>"]),
        "attachments that are themselves": _file([b"<</AF 2 0 R>>", b"[2 0 R 2 0 R]"]),
        "a hundred thousand attachments": _file([b"<</AF[" + b"2 0 R " * 100_000 + b"]>>", _FILESPEC]),
        "a name that is a path": pdf(("../../submission.gwb", bundle())),
        "a length that is a reference to itself": _with(b"<</Length 3 0 R>>stream\nx\nendstream"),
        "half a file": pdf(("submission.gwb", bundle()))[:500] + b"\n%%EOF\n",
        "a pointer to noise": b"%PDF-1.7\n"
        + random.Random(7).randbytes(90_000)
        + b"\n%GWB1 9 80000\nstartxref\n0\n%%EOF\n",
        "a pointer to a gigabyte": _pointed(_deflated(_MUCH)),
        "noise": b"%PDF-1.7\n" + random.Random(8).randbytes(90_000) + b"\nstartxref\n9\n%%EOF\n",
        "a password": _encrypted(),
    }


def _with(stream: bytes) -> bytes:
    return _file([b"<</Type/Catalog/AF[2 0 R]>>", _FILESPEC, stream])


def _stream(entries: bytes, data: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


@lru_cache
def _deflated(size: int, head: bytes = b"") -> bytes:
    """So many zeros, after what it begins with: one block that stands for all of them, as it is the same each time."""
    engine = zlib.compressobj(9)
    first = engine.compress(head + bytes(_PART)) + engine.flush(zlib.Z_FULL_FLUSH)
    again = engine.compress(bytes(_PART)) + engine.flush(zlib.Z_FULL_FLUSH)
    return first + again * (size // _PART - 1) + b"\x03\x00" + _adler(head, size)


def _adler(head: bytes, size: int) -> bytes:
    """The checksum at the end of the stream."""
    found = zlib.adler32(head)
    zeros = bytes(_PART)
    for _part in range(size // _PART):
        found = zlib.adler32(zeros, found)
    return struct.pack(">I", found)


def _file(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of these objects, the first of which is the catalogue; `%d` in the trailer is where its table stands."""
    whole, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(whole)
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    extra = trailer % start if b"%d" in trailer else trailer
    whole += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, rows)
    return whole + b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, extra, start)


def _table(size_bytes: int, size: int = 100) -> bytes:
    """A cross-reference stream that inflates to so many bytes."""
    whole = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n"
    data = _deflated(size_bytes)
    entries = b"/Type/XRef/Size %d/W[1 8 8]/Root 1 0 R/Filter/FlateDecode" % size
    start = len(whole)
    return whole + b"2 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (_stream(entries, data), start)


def _packed(data: bytes) -> bytes:
    """The catalogue in a stream of objects that inflates to whatever `data` holds."""
    whole = b"%PDF-1.7\n"
    packed_at = len(whole)
    whole += b"2 0 obj\n%s\nendobj\n" % _stream(b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode", data)
    start = len(whole)
    rows = b"".join(struct.pack(">BIB", *row) for row in ((0, 0, 0), (2, 2, 0), (1, packed_at, 0), (1, start, 0)))
    entries = b"/Type/XRef/Size 4/W[1 4 1]/Root 1 0 R"
    return whole + b"3 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (_stream(entries, rows), start)


def _pointed(data: bytes) -> bytes:
    head = b"%PDF-1.7\n"
    return head + data + b"\n%%GWB1 %d %d\nstartxref\n0\n%%%%EOF\n" % (len(head), len(data))


def _encrypted() -> bytes:
    to = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(("submission.gwb", bundle())))) as file:
        file.save(to, encryption=pikepdf.Encryption(owner="a", user="b"))
    return to.getvalue()
