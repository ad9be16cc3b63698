"""Small PDF objects: ReportLab's classes under plain names, and the few that it lacks."""

from __future__ import annotations

import hashlib
import zlib
from functools import lru_cache
from typing import Any

from reportlab.pdfbase import pdfdoc

from app.reports.written import language_tag


class Raw(pdfdoc.PDFObject):  # type: ignore[misc] # ReportLab has no types
    """Bytes that are written as they are."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """The bytes; ReportLab asks for them when it saves."""
        return self.content


def name(text: str) -> pdfdoc.PDFName:
    """A name, such as /Font."""
    return pdfdoc.PDFName(text)


def text_string(text: str) -> Raw:
    """A text string in UTF-16, which holds every language."""
    return Raw(b"<FEFF" + text.encode("utf-16-be").hex().upper().encode() + b">")


def language_mark(code: str) -> bytes:
    """What tells a reading voice which language a part is in; nothing for what is no code."""
    tag = language_tag(code)
    return b"/Lang" + text_string(tag).content if tag else b""


def dictionary(entries: dict[str, Any]) -> pdfdoc.PDFDictionary:
    """A dictionary."""
    return pdfdoc.PDFDictionary(entries)


def array(items: list[Any]) -> pdfdoc.PDFArray:
    """An array."""
    return pdfdoc.PDFArray(items)


def stream(data: bytes, **entries: Any) -> pdfdoc.PDFStream:
    """A deflated stream."""
    return pdfdoc.PDFStream(
        pdfdoc.PDFDictionary({**entries, "Filter": pdfdoc.PDFName("FlateDecode")}), zlib.compress(data, 6)
    )


def plain_stream(data: bytes, **entries: Any) -> pdfdoc.PDFStream:
    """A stream that anything can read without inflating it, as metadata must be."""
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), data)


@lru_cache(maxsize=8192)
def number(value: float) -> str:
    """A number with at most three decimals."""
    return f"{value:.3f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"


def fingerprint(data: bytes) -> bytes:
    """The MD5 that PDF asks for (a check against accidents, not against people)."""
    return hashlib.md5(data, usedforsecurity=False).hexdigest().encode()
