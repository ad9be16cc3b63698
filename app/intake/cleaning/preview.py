"""What can be shown of a cleaned document without opening it in another program: its size and its first words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.parsers import expat

from app.intake.cleaning.markup import local
from app.intake.guard import archives

MOST_LETTERS = 6_000


@dataclass(frozen=True)
class Look:
    """The first words of a document; `pages` is 0 where it has none."""

    text: str
    pages: int = 0


def look(kind: str, data: bytes) -> Look:
    """The first page of a PDF, the text of an office file; "" for a picture. Runs in the guarded child."""
    return _LOOKS.get(kind, _nothing)(data)


def _nothing(data: bytes) -> Look:
    return Look("")


def _pdf(data: bytes) -> Look:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    return Look(reader.pages[0].extract_text()[:MOST_LETTERS].strip(), len(reader.pages))


def _office(data: bytes) -> Look:
    """The text of the parts that hold what a person reads, in the order of their names."""
    words = _Words()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = sorted(name for name in archive.namelist() if _is_read(name))
        for name in names:
            words.read(b"".join(archives.pieces(archive, name)))
    return Look(words.text()[:MOST_LETTERS])


def _is_read(name: str) -> bool:
    whole = ("word/document.xml", "xl/sharedStrings.xml", "content.xml")
    return name in whole or (name.startswith("ppt/slides/slide") and name.endswith(".xml"))


class _Words:
    """The text of XML, a line for each paragraph."""

    _LINES = frozenset({"p", "h", "si", "br", "line-break"})
    _CELLS = frozenset({"tab", "table-cell", "tc"})

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._inside: list[str] = []

    def read(self, data: bytes) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(data, True)

    def text(self) -> str:
        lines = (line.rstrip() for line in "".join(self._parts).split("\n"))
        return "\n".join(line for line in lines if line)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._inside.append(local(name))

    def _end(self, name: str) -> None:
        self._inside.pop()
        plain = local(name)
        if plain in self._LINES:
            self._parts.append("\n")
        elif plain in self._CELLS:
            self._parts.append("\t")

    def _text(self, text: str) -> None:
        if self._inside[-1] in ("t", "p", "h", "span", "a"):
            self._parts.append(text)


_LOOKS: Mapping[str, Callable[[bytes], Look]] = {
    "pdf": _pdf,
    "text": _office,
    "table": _office,
    "slides": _office,
}
