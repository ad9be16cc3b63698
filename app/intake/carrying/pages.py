"""What the pages of a PDF are, whatever program wrote the file last: how they were drawn, and a digest of all of them.

The digest covers everything that hangs on the catalogue and the information of the file (pages, fonts, structure,
outline, metadata) but the attached bundle. It knows neither the numbers and order of objects, nor how streams are
packed, nor which white space stands between the operators of a page: so a file that was only written anew, or made
ready for the web, keeps it. Read strictly, as what a forgiving reader repairs another one repairs in another way.
Runs in the guarded child only.
"""

from __future__ import annotations

import hashlib
import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from app.errors import GroundworkError
from app.intake.guard.failures import DamagedFileError, PasswordProtectedError, TooLargeError

MOST_OBJECTS = 400_000
LARGEST_STREAM, LARGEST_STREAMS = 32 * 1024 * 1024, 512 * 1024 * 1024
"""Unpacked: one of them, and all of them together."""
_OUR_PLACE = ("/PieceInfo", "/Groundwork", "/Private")
_HOW_PACKED = frozenset({"/Length", "/Filter", "/DecodeParms", "/DL"})
_AS_THEY_ARE: tuple[list[str], ...] = ([], ["/DCTDecode"])
_WHITE = re.compile(rb"[\0\t\n\f\r ]+")


@dataclass(frozen=True)
class Drawn:
    """How the pages were drawn, as the file says, and the digest of all of them.

    `edition` is empty where the file does not say, as that of an older program or of a stranger.
    """

    digest: str
    languages: tuple[str, ...] = ()
    page: str = ""
    beside: bool = False
    edition: str = ""


def look(data: bytes) -> Drawn:
    """How these pages were drawn, and their digest. Raises DamagedFileError for what a strict reader refuses."""
    from pypdf import PdfReader
    from pypdf.errors import FileNotDecryptedError

    try:
        reader = PdfReader(io.BytesIO(data), strict=True)
        if reader.is_encrypted:
            raise PasswordProtectedError
        return Drawn(_Walk(reader).digest(), **_told(reader.trailer["/Root"].get_object()))
    except FileNotDecryptedError as error:
        raise PasswordProtectedError from error
    except GroundworkError:
        raise
    except Exception as error:  # pypdf raises any type on broken files
        raise DamagedFileError(detail=type(error).__name__) from error


def _told(root: Any) -> dict[str, Any]:
    place = root
    for name in _OUR_PLACE:
        place = place.get(name)
        if place is None:
            return {}
        place = place.get_object()
    return {
        "languages": tuple(str(one) for one in place["/Languages"]),
        "page": str(place["/Page"]),
        "beside": place["/Beside"] == True,  # noqa: E712 - an object that stands for truth
        "edition": str(place["/Edition"]),
    }


class _Walk:
    """Every object once, from the catalogue and the information on, in an order that the objects themselves give."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader
        self._hash = hashlib.sha256()
        self._numbers: dict[tuple[int, int], int] = {}
        self._left = LARGEST_STREAMS
        self._bundles = {_key(one) for one in _bundle_streams(reader)}
        self._contents: set[tuple[int, int]] = set()

    def digest(self) -> str:
        """The digest, as hexadecimal digits."""
        trailer = self._reader.trailer
        waiting: list[Any] = [trailer.raw_get(name) for name in ("/Info", "/Root") if name in trailer]
        while waiting:
            one = waiting.pop()
            if isinstance(one, bytes):
                self._hash.update(one)
                continue
            waiting += reversed(list(self._steps(one)))
        return self._hash.hexdigest()

    def _steps(self, one: Any) -> Iterator[Any]:
        """What stands for an object: bytes, and the objects it holds between them."""
        from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

        if isinstance(one, IndirectObject):
            yield from self._referred(one)
        elif isinstance(one, DictionaryObject):
            yield from self._entries(one, is_stream=isinstance(one, StreamObject))
        elif isinstance(one, ArrayObject):
            yield from (b"[", *one, b"]")
        else:
            yield _plain(one)

    def _referred(self, reference: Any) -> Iterator[Any]:
        from pypdf.generic import StreamObject

        key = _key(reference)
        if key in self._numbers:
            yield b"%d R" % self._numbers[key]
            return
        if len(self._numbers) >= MOST_OBJECTS:
            raise TooLargeError
        self._numbers[key] = len(self._numbers)
        found = self._reader.get_object(reference)
        yield b"%d obj" % self._numbers[key]
        yield found
        if isinstance(found, StreamObject):
            yield b"bundle" if key in self._bundles else self._content(found, is_page=key in self._contents)

    def _entries(self, one: Any, *, is_stream: bool) -> Iterator[Any]:
        if one.get("/Type") == "/Page" and "/Contents" in one:
            held = one.raw_get("/Contents")
            self._contents.update(_key(part) for part in (held if isinstance(held, list) else [held]))
        yield b"<<"
        for name in sorted(one):
            value = one.raw_get(name)
            if (is_stream and name in _HOW_PACKED) or type(value).__name__ == "NullObject":
                continue
            yield from (_named(name), value)
        yield b">>"

    def _content(self, stream: Any, *, is_page: bool) -> bytes:
        filters = stream.get("/Filter")
        named = [str(one) for one in (filters if isinstance(filters, list) else [filters])] if filters else []
        raw = bytes(stream._data)  # noqa: SLF001 - the public way would inflate without our limit
        if named == ["/FlateDecode"] and stream.get("/DecodeParms") is None:
            raw = self._inflated(raw)
        elif named not in _AS_THEY_ARE:
            raise DamagedFileError(detail=f"filters {named}")
        return hashlib.sha256(_WHITE.sub(b" ", raw).strip() if is_page else raw).digest()

    def _inflated(self, raw: bytes) -> bytes:
        plain = zlib.decompressobj().decompress(raw, LARGEST_STREAM + 1)
        self._left -= len(plain)
        if len(plain) > LARGEST_STREAM or self._left < 0:
            raise TooLargeError
        return plain


def _bundle_streams(reader: Any) -> Iterator[Any]:
    """The references of the attached file: it is compared by its own signature, and never as a part of the pages."""
    for entry in reader.trailer["/Root"].get_object().get("/AF", []):
        held = entry.get_object()["/EF"].get_object()
        yield from (held.raw_get(name) for name in ("/F", "/UF") if name in held)


def _key(reference: Any) -> tuple[int, int]:
    return reference.idnum, reference.generation


def _named(name: str) -> bytes:
    written = name.encode("utf-8", "surrogatepass")
    return b"/%d %s" % (len(written), written)


def _plain(one: Any) -> bytes:
    """A number, name, string or truth; numbers by their value, strings by their bytes."""
    if isinstance(one, bool) or type(one).__name__ in ("BooleanObject", "NullObject"):
        return f" {one} ".encode()
    if isinstance(one, int):
        return b" %d " % one
    if isinstance(one, float):
        return f" {float(one)!r} ".encode() if one % 1 else b" %d " % int(one)
    if type(one).__name__ == "NameObject":
        return _named(one)
    held = one.original_bytes
    return b"(%d %s)" % (len(held), held)
