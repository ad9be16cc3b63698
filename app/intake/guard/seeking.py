"""Seeking words in any file, however deep: archives, packed streams, the text on the pages of a PDF.

Runs in the guarded child. It unpacks to look, never to keep; what cannot be unpacked is searched as it is.
"""

from __future__ import annotations

import base64
import gzip
import io
import re
import sys
import zipfile
import zlib
from collections.abc import Iterator

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_DEEPEST = 6
_SHORTEST = 7
"""Letters of base64 of which fewer could stand anywhere by chance."""
_LARGEST_LAYER = 256 * 1024 * 1024
_ZSTD = b"\x28\xb5\x2f\xfd"
_STREAM = re.compile(rb"stream\r?\n")
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")


def seek(data: bytes, words: list[str]) -> list[str]:
    """Those of the words that stand anywhere in the file, in any of its layers."""
    found: set[str] = set()
    for layer in layers(data):
        lowered = layer.lower()
        found.update(word for word in words if word not in found and _stands(word, lowered, layer))
    return [word for word in words if word in found]


def layers(data: bytes, depth: int = 0) -> Iterator[bytes]:
    """The bytes themselves, then everything that is packed in them."""
    yield data
    if depth >= _DEEPEST:
        return
    for inner in (*_members(data), *_packed(data), *_pages(data)):
        yield from layers(inner, depth + 1)


def _stands(word: str, lowered: bytes, layer: bytes) -> bool:
    written = (*(word.lower().encode(encoding) for encoding in _ENCODINGS), word.lower().encode().hex().encode())
    return any(form in lowered for form in written) or any(form in layer for form in _in_base64(word.encode()))


def _in_base64(word: bytes) -> Iterator[bytes]:
    """The word as base64 writes it, wherever it begins; without the letters that it shares with its neighbours."""
    for before in range(3):
        letters = base64.b64encode(b"\0" * before + word).rstrip(b"=")
        first, last = -(-before * 8 // 6), (before + len(word)) * 8 // 6
        if last - first > _SHORTEST:
            yield letters[first:last]


def _members(data: bytes) -> Iterator[bytes]:
    if not data.startswith(b"PK"):
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for member in archive.infolist():
            yield member.filename.encode("utf-8", "replace")
            with archive.open(member) as stream:
                yield stream.read(_LARGEST_LAYER)


def _packed(data: bytes) -> Iterator[bytes]:
    """What zstd, gzip and the streams of a PDF hold."""
    if data.startswith(_ZSTD):
        yield zstd.ZstdDecompressor().decompress(data, max_length=_LARGEST_LAYER)
    elif data.startswith(b"\x1f\x8b"):
        yield gzip.GzipFile(fileobj=io.BytesIO(data)).read(_LARGEST_LAYER)
    elif data.startswith(b"%PDF"):
        for stream in _STREAM.finditer(data):
            try:
                yield zlib.decompressobj().decompress(data[stream.end() :], _LARGEST_LAYER)
            except zlib.error:
                continue
    elif data.startswith(b"\x89PNG"):
        for at in (found.end() for found in re.finditer(b"zTXt[^\0]*\0\0", data)):
            yield zlib.decompressobj().decompress(data[at:], _LARGEST_LAYER)


def _pages(data: bytes) -> Iterator[bytes]:
    """The words as they stand on the pages: glyphs have other numbers than letters."""
    if data.startswith(b"%PDF"):
        from pypdf import PdfReader

        for page in PdfReader(io.BytesIO(data)).pages:
            yield page.extract_text().encode("utf-8", "replace")
