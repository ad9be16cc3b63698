"""The content tree: what a document says, as one value that every drawing (PDF, Word, web page) shares.

A block holds finished sentences in the document's language; how it looks is the drawing's business.
Numbers arrive as text, written by the language's own rules; what is withheld says so in words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.coverage import Cell as CoverageCell
from app.i18n import is_right_to_left


@dataclass(frozen=True)
class Heading:
    """A heading; levels 1 to 3 without gaps. `anchor` is unique in the document; the contents link to it."""

    level: int
    text: str
    anchor: str = ""


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. `style` is body, lead, small, code or quote; `language` where it differs from the document's."""

    text: str
    style: str = "body"
    language: str = ""


@dataclass(frozen=True)
class Bullets:
    """A list without order."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Figure:
    """One number that is worth a large print: 2,417, what it counts, and how it was counted."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True)
class KeyFigures:
    """Two to four figures side by side."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Fact:
    """One line of a box of facts."""

    label: str
    value: str


@dataclass(frozen=True)
class Facts:
    """Facts as label and value, such as on a cover."""

    facts: tuple[Fact, ...]

    @classmethod
    def filled(cls, *facts: Fact) -> Facts:
        """Those of these facts that have a value."""
        return cls(tuple(fact for fact in facts if fact.value))


@dataclass(frozen=True)
class Notice:
    """Something to know before reading on; `kind` is info, warning or withheld."""

    kind: str
    title: str
    text: str


@dataclass(frozen=True)
class Bar:
    """One bar. `value` None means that there is no number, which is not zero; `text` says what stands beside it."""

    label: str
    value: int | None
    text: str


@dataclass(frozen=True)
class Bars:
    """Horizontal bars from zero."""

    title: str
    bars: tuple[Bar, ...]

    @property
    def alt(self) -> str:
        """In words what the eye sees."""
        return "; ".join(f"{bar.label}: {bar.text}" for bar in self.bars)


@dataclass(frozen=True)
class StackedBar:
    """One bar in parts, in the order of the key; None is a part without a number, which is not zero."""

    label: str
    parts: tuple[int | None, ...]
    text: str
    """What stands beside the bar, in words."""


@dataclass(frozen=True)
class Stacked:
    """Horizontal bars whose parts add up; `key` names the parts."""

    title: str
    key: tuple[str, ...]
    bars: tuple[StackedBar, ...]

    @property
    def alt(self) -> str:
        """In words what the eye sees."""
        return "; ".join(f"{bar.label}: {bar.text}" for bar in self.bars)


@dataclass(frozen=True)
class Moment:
    """Something on a timeline; `end` None is a single day."""

    label: str
    start: date
    end: date | None
    text: str
    """The dates and what happened, in words."""


@dataclass(frozen=True)
class Timeline:
    """What happened when, from `first` to `last`; one row a moment."""

    title: str
    first: date
    last: date
    ticks: tuple[tuple[date, str], ...]
    """Where a line stands and what it says."""
    moments: tuple[Moment, ...]

    @property
    def alt(self) -> str:
        """In words what the eye sees."""
        return "; ".join(f"{moment.label}: {moment.text}" for moment in self.moments)


@dataclass(frozen=True)
class Photo:
    """A picture, cleaned, with its caption; `alt` says what it shows to those who do not see it."""

    image: bytes
    """JPEG or PNG."""
    alt: str
    caption: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a table; `kind` is text or number, `weight` its share of the width."""

    title: str
    kind: str = "text"
    weight: float = 1.0


@dataclass(frozen=True)
class Table:
    """A table with a heading row and, in its first column, headings of rows."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


@dataclass(frozen=True)
class Coverage:
    """Places (rows) by objectives (columns), each cell one of the four kinds of silence and doing.

    `key` names the four kinds in the order of `State`: done, nothing done, not reported, withheld.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[CoverageCell, ...]], ...]
    key: tuple[str, ...]
    alt: str


@dataclass(frozen=True)
class Numbered:
    """Words to be copied by hand, each with its number, in columns that are read from top to bottom."""

    words: tuple[str, ...]
    language: str = ""
    """Where it differs from the document's."""
    columns: int = 3


@dataclass(frozen=True)
class Code:
    """A QR code of `text`; `alt` says what is in it, and never says it again."""

    text: str
    alt: str


@dataclass(frozen=True)
class Contents:
    """The list of headings of levels 1 and 2, with their pages."""

    title: str


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


Block = (
    Heading
    | Paragraph
    | Bullets
    | KeyFigures
    | Facts
    | Notice
    | Bars
    | Stacked
    | Timeline
    | Photo
    | Table
    | Coverage
    | Numbered
    | Code
    | Contents
    | PageBreak
)


@dataclass(frozen=True)
class Document:
    """A whole document in one language.

    `kicker` stands small above the title, `footer` on every page (it says that this is not an official State
    position), `period` beside the page number. `page` is A4, A6 or Letter; `scale` makes every letter
    larger or smaller than usual, as on a wall.
    """

    title: str
    language: str
    author: str
    subtitle: str = ""
    subtitle_language: str = ""
    """That of the subtitle where it is another than that of the document."""
    kicker: str = ""
    period: str = ""
    footer: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    page: str = "A4"
    scale: float = 1.0

    @property
    def right_to_left(self) -> bool:
        """Whether it is read from right to left."""
        return is_right_to_left(self.language)


@dataclass(frozen=True)
class Bilingual:
    """One document in two languages: one after the other, or side by side block for block."""

    first: Document
    second: Document
    beside: bool = False
