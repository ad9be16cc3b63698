"""What a block needs to know to be drawn: the file, the language, how wide its place is, and the next free number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count

from docx.document import Document as WordFile

from app.i18n import is_right_to_left
from app.reports.document import Document, Heading
from app.reports.word.elements import Element, paragraph
from app.reports.word.runs import runs


@dataclass(frozen=True)
class Setting:
    """The place of some blocks; widths are twentieths of a point."""

    file: WordFile
    language: str
    width: int
    numbers: Iterator[int]
    """Numbers that no other mark or picture of the file has."""
    places: Mapping[str, str]
    """The bookmark of every heading that the contents list, by its anchor."""
    headings: tuple[Heading, ...]
    foreign: bool = False
    """Whether these blocks are in another language than the file."""

    @classmethod
    def of(cls, document: Document, file: WordFile, width: int, numbers: Iterator[int] | None = None) -> Setting:
        """The setting of a whole document; one that shares a file with another goes on with its numbers."""
        own = numbers or count(1)
        headings = tuple(one for one in document.blocks if isinstance(one, Heading) and one.is_listed)
        places = {one.anchor: f"_Toc{next(own):08}" for one in headings}
        return cls(file, document.language, width, own, places, headings, foreign=numbers is not None)

    @property
    def right_to_left(self) -> bool:
        """Whether these blocks are read from right to left."""
        return is_right_to_left(self.language)

    def within(self, width: int) -> Setting:
        """The same in a place of another width."""
        return replace(self, width=width)

    def paragraph(self, style: str, text: str, language: str = "", **marks: bool) -> Element:
        """A text as a paragraph of a style, in the direction of its language, which is that of the blocks by itself."""
        own = language or self.language
        foreign = self.foreign or own != self.language
        return paragraph(style, *runs(text, own, foreign=foreign), rtl=is_right_to_left(own), **marks)
