"""Reading a drawn document back, with tools that know nothing of how it was drawn."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zlib
from datetime import UTC, datetime

import pypdf
import pypdfium2

from app.reports.document import Bilingual, Document
from app.reports.pdf import draw

WHEN = datetime(2026, 10, 1, tzinfo=UTC)
BUNDLE = b"PK\x03\x04 a bundle " + bytes(range(256)) * 40 + b"\n"
POPPLER = shutil.which("pdftotext")


def drawn(document: Document | Bilingual, bundle: bytes | None = BUNDLE) -> bytes:
    """The bytes of a document, and nothing to warn of."""
    to = io.BytesIO()
    assert draw(document, to, bundle=bundle, when=WHEN) == ()
    return to.getvalue()


def opened(data: bytes) -> pypdf.PdfReader:
    """The file as pypdf sees it."""
    return pypdf.PdfReader(io.BytesIO(data))


def text_by_pypdf(data: bytes) -> str:
    """What pypdf copies out of all pages."""
    return "\n".join(page.extract_text() for page in opened(data).pages)


def text_by_poppler(data: bytes) -> str:
    """What pdftotext copies out of all pages."""
    command = [POPPLER or "pdftotext", "-", "-"]
    return subprocess.run(command, input=data, stdout=subprocess.PIPE, check=True).stdout.decode()


def text_by_pdfium(data: bytes) -> str:
    """What the reader inside a well-known browser copies out of all pages."""
    with pypdfium2.PdfDocument(data) as file:
        return "\n".join(page.get_textpage().get_text_range() for page in file)


def found_by_pdfium(data: bytes, words: str) -> int:
    """On how many pages its search finds these words."""
    with pypdfium2.PdfDocument(data) as file:
        return sum(page.get_textpage().search(words).get_next() is not None for page in file)


def pointed_at(data: bytes) -> bytes:
    """What the pointer at the end of the file leads to, found without reading any PDF."""
    offset, length = map(int, re.findall(rb"\n%GWB1 (\d+) (\d+)\nstartxref\n", data)[-1])
    return zlib.decompress(data[offset : offset + length])
