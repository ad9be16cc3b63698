"""The documents that are judged: every language, and in each nothing, little, the usual and the most.

The heaviest stand in one language only, as judging takes long: 20,000 rows in English, 200 photos in Arabic. Every
other language has `ROWS` rows and a few photos, the cell of 10,000 letters in its own letters, and all scripts in one
paragraph.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

from PIL import Image

from app.domain.coverage import Cell, State
from app.reports.document import (
    Block,
    Code,
    Column,
    Columns,
    Coverage,
    Document,
    Fact,
    Facts,
    Heading,
    Mark,
    Marks,
    Numbered,
    Panel,
    Paragraph,
    Photo,
    Table,
)
from tests.documents.world import WORLD
from tests.reports.samples import WORDS, sample

LANGUAGES = tuple(WORDS)
MOST_ROWS, MOST_ROWS_IN = 20_000, "en"
MOST_PICTURES_IN = "ar"
ROWS = 300
LETTERS = 10_000


def empty(language: str) -> Document:
    """Nothing but a title."""
    return Document(WORDS[language]["title"], language, WORDS[language]["organisation"])


def minimal(language: str) -> Document:
    """One heading and one paragraph."""
    words = WORDS[language]
    return replace(
        empty(language),
        footer=words["footer"],
        blocks=(Heading(1, words["summary"], "summary"), Paragraph(words["text"])),
    )


def extreme(language: str) -> Document:
    """More of everything than anybody has."""
    words = WORDS[language]
    rows = MOST_ROWS if language == MOST_ROWS_IN else ROWS
    filled = (words["text"] * (LETTERS // len(words["text"]) + 1))[:LETTERS]
    word = "".join(filled.split())
    blocks: tuple[Block, ...] = (
        Paragraph(" ".join((*(one["text"] for one in WORDS.values()), *WORLD.values()))),
        Heading(1, words["objective"], "cell"),
        Table((Column(words["actions"]), Column(words["place"])), ((words["voices"], filled), (words["why"], word))),
        Facts((Fact(words["country"], filled),)),
        *(MOST_PICTURES if language == MOST_PICTURES_IN else MOST_PICTURES[: len(_PICTURES)]),
        Heading(1, words["coverage"], "rows"),
        Table(
            (Column(words["actions"]), Column(words["people"], "number")),
            tuple((f"{words['organisation'][:12]} {number}", f"{number:,}") for number in range(rows)),
        ),
    )
    return replace(empty(language), blocks=blocks)


def _picture(shade: int) -> bytes:
    """One of JPEG and PNG in turn; every third is see-through."""
    to = io.BytesIO()
    mode, kind = ("RGB", "JPEG") if shade % 2 else ("RGBA" if shade % 3 else "L", "PNG")
    Image.linear_gradient("L").resize((48 + shade, 32)).convert(mode).save(to, kind)
    return to.getvalue()


_PICTURES = tuple(_picture(shade) for shade in range(12))
MOST_PICTURES: tuple[Block, ...] = tuple(
    Photo(_PICTURES[number % len(_PICTURES)], f"{number}: 12 m", f"{number} / 200") for number in range(200)
)
"""200 photos, each with its words and its caption."""


def typical(language: str) -> Document:
    """Every kind of block, each as it usually is, and whatever may be said of it in another language."""
    document, words = sample(language), WORDS[language]
    other = "ar" if language != "ar" else "fr"
    foreign = WORDS[other]
    panel = Panel(
        (Heading(2, words["voices"]), Paragraph(words["people"], "label"), Paragraph(foreign["why"], "loud", other))
    )
    marks = (Mark("4", words["objective"]), Mark("12", words["actions"], words["note"]))
    facts = (
        Fact(words["country"], words["place"]),
        Fact(words["why"], words["text"]),
        Fact(words["actions"], "57"),
        Fact(words["voices"], "12"),
    )
    cells = tuple(Cell(State.DONE, 3) if number % 5 else Cell(State.WITHHELD) for number in range(23))
    further: tuple[Block, ...] = (
        Heading(1, f"4 {words['actions']}", "marked", "4"),
        Facts(facts, compact=True),
        Coverage(
            words["coverage"], tuple(str(one) for one in range(1, 24)), (("", cells),), words["key"], words["why"]
        ),
        Photo(_PICTURES[1], words["why"], words["place"]),
        Photo(b"no picture", words["note"], words["place"]),
        Photo(_PICTURES[2], "", ""),
        Paragraph(words["quote"], "pull"),
        Paragraph(foreign["quote"], "pull", other),
        Paragraph(foreign["title"], "display", other),
        panel,
        Columns(((replace(panel, tone="sunken"),), (replace(panel, tone="plain"),))),
        Columns(((Paragraph(words["text"]), Marks(marks)), (Facts(facts[2:]), panel)), (2.0, 1.0)),
        Marks(marks, columns=2),
        Marks((Mark("1", words["title"], foreign["title"], other), Mark("2", "", foreign["note"], other))),
        Marks(
            (Mark("1", words["title"], foreign["title"], other), Mark("2", words["place"]), Mark("3", "")), boxes=True
        ),
        Paragraph(words["voices"], "small", room=2),
        Code("10273951684", words["why"], small=True),
        Numbered(tuple(words["text"].split()[:7]) or ("",)),
        Numbered(("river", "lamp"), "en"),
        Code("https://example.org", words["why"]),
        Facts(()),
        Table((), ()),
    )
    return replace(document, blocks=(*document.blocks, *further), cover=True)


KINDS: dict[str, Callable[[str], Document]] = {
    "empty": empty,
    "minimal": minimal,
    "typical": typical,
    "extreme": extreme,
}
