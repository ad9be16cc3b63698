"""The content tree: what a document says, as one value that every drawing (PDF, Word, web page) shares.

A block holds finished sentences in the document's language; how it looks is the drawing's business.
Numbers arrive as text, written by the language's own rules; what is withheld says so in words.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.charts import Bar as Bar
from app.charts import Bars as Bars
from app.charts import Chart as Chart
from app.charts import Map as Map
from app.charts import Moment as Moment
from app.charts import Stacked as Stacked
from app.charts import StackedBar as StackedBar
from app.charts import Timeline as Timeline
from app.domain.coverage import Cell as CoverageCell
from app.domain.coverage import State
from app.i18n import is_right_to_left

_LISTED = 2


@dataclass(frozen=True)
class Heading:
    """A heading; levels 1 to 3 without gaps. `anchor` is unique in the document; the contents link to it.

    `mark` is the number that the text begins with, where a drawing may set it apart.
    """

    level: int
    text: str
    anchor: str = ""
    mark: str = ""

    @property
    def is_listed(self) -> bool:
        """Whether the contents lead to it."""
        return self.level <= _LISTED and bool(self.anchor and self.text.strip())


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. `style` is body, lead, small, code, quote or pull (set large), on a wall display, label, loud.

    `language` is told where it differs from the document's. `room` lines follow on paper, to be written on by hand.
    """

    text: str
    style: str = "body"
    language: str = ""
    room: int = 0


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
    """Facts as label and value, such as on a cover; `compact` ones stand side by side where they are short."""

    facts: tuple[Fact, ...]
    compact: bool = False

    @classmethod
    def filled(cls, *facts: Fact, compact: bool = False) -> Facts:
        """Those of these facts that have a value."""
        return cls(tuple(fact for fact in facts if fact.value), compact)


@dataclass(frozen=True)
class Notice:
    """Something to know before reading on; `kind` is info, warning or withheld."""

    kind: str
    title: str
    text: str


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
    A single row without a name is a strip as wide as the page.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[CoverageCell, ...]], ...]
    key: tuple[str, ...]
    alt: str

    @property
    def said(self) -> dict[State, str]:
        """What each of the four kinds is called."""
        return dict(zip(State, self.key, strict=True))

    @property
    def is_strip(self) -> bool:
        """Whether it is one row without a name."""
        return len(self.rows) == 1 and not self.rows[0][0]


@dataclass(frozen=True)
class Numbered:
    """Words to be copied by hand, each with its number, in columns read downwards; `language` if not the document's."""

    words: tuple[str, ...]
    language: str = ""
    columns: int = 3


@dataclass(frozen=True)
class Code:
    """A QR code of `text`; `alt` says what is in it, and never says it again. A `small` one is read from close by."""

    text: str
    alt: str
    small: bool = False


@dataclass(frozen=True)
class Photo:
    """A JPEG or PNG, cleaned, with its caption; `alt` says what it shows to those who do not see it."""

    image: bytes
    alt: str
    caption: str = ""


@dataclass(frozen=True)
class Contents:
    """The list of headings of levels 1 and 2, with their pages."""

    title: str


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True)
class Mark:
    """One line of `Marks`: its badge, its name, and a sentence that may be left out, or be in another `language`."""

    badge: str
    name: str
    text: str = ""
    language: str = ""


@dataclass(frozen=True)
class Marks:
    """A list whose every item has a badge: objectives by their numbers, steps by their order.

    It is read row by row where it has more than one column. `boxes` are ticked by hand, and follow each other as words.
    """

    marks: tuple[Mark, ...]
    columns: int = 1
    boxes: bool = False


@dataclass(frozen=True)
class Panel:
    """Blocks on a ground of their own. `tone` is soft, sunken or plain, which is an edge and no ground."""

    blocks: tuple[Block, ...]
    tone: str = "soft"


@dataclass(frozen=True)
class Columns:
    """Blocks side by side; each column is read to its end before the next. `weights` share the width, else evenly."""

    columns: tuple[tuple[Block, ...], ...]
    weights: tuple[float, ...] = ()


Block = (
    Heading
    | Paragraph
    | Bullets
    | KeyFigures
    | Facts
    | Notice
    | Chart
    | Table
    | Coverage
    | Numbered
    | Code
    | Photo
    | Contents
    | PageBreak
    | Marks
    | Panel
    | Columns
)


@dataclass(frozen=True)
class Document:
    """A whole document in one language.

    `kicker` stands small above the title, `footer` on every page (it says that this is not an official State
    position), `period` beside the page number. `page` is A3, A4, A6 or Letter; `scale` makes every letter
    larger or smaller than usual, as on a wall; `margin` is the share of the usual margins that a sheet leaves free.
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
    cover: bool = False
    """Whether the first page, up to the first break, is a cover."""
    margin: float = 1.0

    @property
    def each(self) -> tuple[Document, ...]:
        """Itself, where a bilingual one has two; the first leads."""
        return (self,)

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

    @property
    def each(self) -> tuple[Document, ...]:
        """Both; the first leads."""
        return self.first, self.second
