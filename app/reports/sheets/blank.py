"""Blank sheets: what is asked, with boxes to tick and lines to write on; every sheet and row has a number.

There is no place for a name on them, and a sentence that says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.wording import Wording
from app.i18n import isolate
from app.reports.document import Block, Code, Columns, Document, Heading, Mark, Marks, PageBreak, Panel, Paragraph

Words = tuple[str, ...]
"""The same in each language of the sheet, the first leading."""
_MARGIN = 0.55
_BESIDE = 3
_BOXES = 6.0
"""How much wider boxes are than what is asked."""
_BESIDE_CODE = 13.0


@dataclass(frozen=True)
class Question:
    """One thing that is asked: boxes to tick, each a number with its words, or `lines` to write on."""

    label: Words
    boxes: tuple[tuple[str, Words], ...] = ()
    lines: int = 0

    @property
    def is_short(self) -> bool:
        """Whether it is one line to write on, which stands beside others."""
        return not self.boxes and self.lines == 1


@dataclass(frozen=True)
class Form:
    """What every sheet of a form says and asks, in every row and once for the sheet."""

    title: Words
    notes: tuple[Words, ...]
    sheet: Words
    """Names the sheet, with {number}."""
    row: Words
    """Names a row, with {place} and {number}."""
    code: str
    """What a code is, for those who do not see it."""
    shared: tuple[Question, ...]
    asked: tuple[Question, ...]
    keys: tuple[Words, ...] = ()
    """What the numbers of boxes without words stand for."""
    is_long: bool = False
    """Whether one row fills the sheet, so that no frame parts it from others."""


@dataclass(frozen=True)
class Numbers:
    """The number of one sheet, and those of its rows."""

    sheet: str
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Paper:
    """Who prints, on which paper, in letters of which size."""

    organisation: str = ""
    page: str = "A4"
    scale: float = 1.0


def document(form: Form, sheets: Sequence[Numbers], spoken: Sequence[Wording], paper: Paper) -> Document:
    """Sheets to be filled in by hand, each at the top of a page."""
    blocks = [block for place, one in enumerate(sheets) for block in _sheet(form, one, spoken, is_first=not place)]
    return Document(
        title=form.title[0],
        kicker=paper.organisation,
        language=spoken[0].language,
        author=paper.organisation or "Groundwork",
        subtitle=form.title[1] if len(form.title) > 1 else "",
        subtitle_language=spoken[1].language if len(form.title) > 1 else "",
        blocks=tuple(blocks),
        page=paper.page,
        scale=paper.scale,
        margin=_MARGIN,
    )


def _sheet(form: Form, numbers: Numbers, spoken: Sequence[Wording], *, is_first: bool) -> Iterator[Block]:
    if not is_first:
        yield PageBreak()
    words = [block for one in (*form.notes, *form.keys) for block in _beside(one, spoken)]
    yield _numbered((Heading(2, form.sheet[0].format(number=isolate(numbers.sheet))), *words), numbers.sheet, form)
    yield from _questions(form.shared, spoken)
    for place, number in enumerate(numbers.rows, start=1):
        name = form.row[0].format(place=spoken[0].say.number(place), number=isolate(number))
        if form.is_long:
            yield _numbered((Heading(3, name),), number, form)
            yield from _questions(form.asked, spoken)
        else:
            yield Panel((_numbered((Heading(3, name), *_questions(form.asked, spoken)), number, form),), "plain")


def _numbered(blocks: tuple[Block, ...], number: str, form: Form) -> Block:
    """What is asked, and beside it the number as a code for a camera."""
    return Columns((blocks, (Code(number.replace("-", ""), form.code, small=True),)), (_BESIDE_CODE, 1.0))


def _questions(asked: Sequence[Question], spoken: Sequence[Wording]) -> Iterator[Block]:
    """Each under the other; short ones that follow each other stand side by side."""
    short: list[Question] = []
    for one in asked:
        if one.is_short:
            short.append(one)
            if len(short) == _BESIDE:
                yield from _side(short, spoken)
                short = []
            continue
        yield from _side(short, spoken)
        short = []
        yield from _question(one, spoken)
    yield from _side(short, spoken)


def _side(short: Sequence[Question], spoken: Sequence[Wording]) -> Iterator[Block]:
    if len(short) == 1:
        yield from _question(short[0], spoken)
    elif short:
        empty: tuple[tuple[Block, ...], ...] = ((),) * (_BESIDE - len(short))
        yield Columns((*(tuple(_question(one, spoken)) for one in short), *empty))


def _question(one: Question, spoken: Sequence[Wording]) -> Iterator[Block]:
    """What is asked, in front of its boxes or above its lines."""
    language = ["", *(say.language for say in spoken[1:])]
    last = len(one.label) - 1
    labels = [
        Paragraph(label, "small", language[place], room=one.lines if place == last else 0)
        for place, label in enumerate(one.label)
    ]
    if not one.boxes:
        yield from labels
        return
    boxes = Marks(tuple(_box(number, words, language) for number, words in one.boxes), boxes=True)
    yield Columns((tuple(labels), (boxes,)), (1.0, _BOXES))


def _box(number: str, words: Words, language: Sequence[str]) -> Mark:
    if len(words) > 1 and words[0] != words[1]:
        return Mark(number, words[0], words[1], language[1])
    return Mark(number, words[0] if words else "")


def _beside(words: Words, spoken: Sequence[Wording]) -> Iterator[Block]:
    """The same in each language, side by side."""
    told = [
        (Paragraph(text, "small", say.language if place else ""),)
        for place, (text, say) in enumerate(zip(words, spoken, strict=False))
    ]
    yield from told[0] if len(told) == 1 else (Columns(tuple(told)),)
