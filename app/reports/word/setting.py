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
from app.reports.written import base_right

_LETTER = 96
"""How wide a letter is, in twentieths of a point."""
_WITH_SIGN = ("ListBullet",)


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
        """A text as a paragraph of a style, in the direction in which most of it is read, else that of its language.

        What people typed in the other direction stays on the side of its page while it fits on a line, as on paper;
        a longer one, and an item of a list, begins on its own side.
        """
        own = language or self.language
        right = is_right_to_left(own)
        base = base_right(text, right_to_left=right)
        told = runs(text, own, foreign=self.foreign or own != self.language, right=base)
        fits = len(text) * _LETTER < self.width and style not in _WITH_SIGN
        end = marks.pop("end", False) or (base != right and fits)
        return paragraph(style, *told, rtl=base, end=end, **marks)
