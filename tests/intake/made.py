"""What tests of this room need: small grids, PDFs, and where the samples are."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from pathlib import Path

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

from app.intake.grids.grid import Cell, Grid, Row
from tests.samples import SAMPLES, sample

__all__ = ["MAPPINGS", "SAMPLES", "bundle", "grid", "sample"]

MAPPINGS = Path(__file__).parents[2] / "resources" / "mappings"


def grid(*rows: Sequence[Cell], first: int = 1) -> Grid:
    return Grid(sheet="", rows=tuple(Row(number, tuple(cells)) for number, cells in enumerate(rows, start=first)))


def bundle(content: bytes = b"{}") -> bytes:
    """The smallest bytes that look like a bundle from outside."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("manifest.json"), content)
    return out.getvalue()


def pdf(*attached: tuple[str, bytes], producer: str = "", relation: str = "/Data") -> bytes:
    """A PDF of one page with these files attached to the document."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.add_metadata({"/Producer": producer})
    entries = ArrayObject()
    for name, data in attached:
        stream = DecodedStreamObject()
        stream.set_data(data)
        described = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Filespec"),
                NameObject("/F"): TextStringObject(name),
                NameObject("/UF"): TextStringObject(name),
                NameObject("/AFRelationship"): NameObject(relation),
                NameObject("/EF"): DictionaryObject({NameObject("/F"): writer._add_object(stream.flate_encode())}),  # noqa: SLF001
            }
        )
        entries.append(writer._add_object(described))  # noqa: SLF001
    if entries:
        writer.root_object[NameObject("/AF")] = entries
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def pdf_with_pointer(carried: bytes, *, offset_by: int = 0) -> bytes:
    """A PDF whose comment near the end points to the deflated bundle, the way our own writer does it."""
    deflated = zlib.compress(carried)
    whole = (
        b"%PDF-1.7\n1 0 obj<</Length "
        + str(len(deflated)).encode()
        + b">>stream\n"
        + deflated
        + b"\nendstream endobj\n"
    )
    offset = whole.index(deflated) + offset_by
    return whole + f"%GWB1 {offset} {len(deflated)}\n".encode() + b"startxref\n0\n%%EOF\n"
