"""The documents that are judged: every language, and in each nothing, little, the usual and the most.

The heaviest stand in one language only, as judging takes long: 20,000 rows in English. Every other language has
`ROWS` of them, the cell of 10,000 letters in its own letters, and all scripts in one paragraph.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.reports.document import Block, Column, Document, Fact, Facts, Heading, Paragraph, Table
from tests.reports.samples import WORDS, sample

LANGUAGES = tuple(WORDS)
MOST_ROWS, MOST_ROWS_IN = 20_000, "en"
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
        Paragraph(" ".join(one["text"] for one in WORDS.values())),
        Heading(1, words["objective"], "cell"),
        Table((Column(words["actions"]), Column(words["place"])), ((words["voices"], filled), (words["why"], word))),
        Facts((Fact(words["country"], filled),)),
        *MOST_PICTURES,
        Heading(1, words["coverage"], "rows"),
        Table(
            (Column(words["actions"]), Column(words["people"], "number")),
            tuple((f"{words['organisation'][:12]} {number}", f"{number:,}") for number in range(rows)),
        ),
    )
    return replace(empty(language), blocks=blocks)


MOST_PICTURES: tuple[Block, ...] = ()
"""Where 200 photos stand, each with its caption, as soon as a document can hold a photo."""

KINDS: dict[str, Callable[[str], Document]] = {
    "empty": empty,
    "minimal": minimal,
    "typical": sample,
    "extreme": extreme,
}
