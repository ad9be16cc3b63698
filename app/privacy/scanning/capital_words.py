"""Capital words in Latin and Cyrillic letters, in the runs that could be names, and what the lists say of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.folding import fold
from app.privacy.scanning.name_lists import FAMILY, GIVEN, WORD, marks
from app.privacy.scanning.name_words import INSTITUTIONS, NOT_NAMES, PARTICLES, TITLES

_WORD = re.compile(
    r"(?:[dDlLsSnNmMtTcCjJ]|[qQ]u|[Ll]orsqu|[Pp]uisqu)'(?=[A-Za-zÀ-ÿ])"
    r"|[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ\u0400-\u04ff]+(?:['-][A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ\u0400-\u04ff]+)*\.?"
)


@dataclass(frozen=True)
class Word:
    """One word and where it stands."""

    start: int
    end: int
    text: str

    @property
    def folded(self) -> str:
        """For matching, without the full stop of a title."""
        return fold(self.text.rstrip(".")).strip()

    @property
    def marks(self) -> str:
        """What the lists say."""
        return marks(self.text.rstrip("."))

    @property
    def is_initial(self) -> bool:
        """Whether it is a single letter."""
        return len(self.text.rstrip(".")) == 1

    @property
    def is_strong(self) -> bool:
        """Whether it is a given name and nothing else."""
        return GIVEN in self.marks and WORD not in self.marks and len(self.text) > 2

    @property
    def is_listed(self) -> bool:
        """Whether it is a given or a family name."""
        return GIVEN in self.marks or FAMILY in self.marks

    @property
    def may_be(self) -> bool:
        """Whether it could be part of a name, listed or not."""
        return (
            not {self.folded, self.folded.removesuffix("s")} & NOT_NAMES
            and self.folded not in INSTITUTIONS
            and self.folded not in TITLES
        )


def runs(text: str) -> Iterator[list[Word]]:
    """Capital words that follow one another, with small particles between them."""
    run: list[Word] = []
    for found in _WORD.finditer(text):
        word = Word(found.start(), found.end(), found.group())
        if run and not _follows(text, run[-1], word):
            yield _ended(run)
            run = []
        if word.text.endswith("'"):
            yield _ended(run)
            run = []
        elif word.text[0].isupper() or (run and word.folded in PARTICLES):
            run.append(word)
        elif run:
            yield _ended(run)
            run = []
    if run:
        yield _ended(run)


def _follows(text: str, one: Word, other: Word) -> bool:
    if one.text.endswith(".") and not one.is_initial and one.folded not in TITLES:
        return False
    return text[one.end : other.start].strip() == "" and "\n" not in text[one.end : other.start]


def _ended(run: list[Word]) -> list[Word]:
    """Without particles at its end."""
    while run and not run[-1].text[0].isupper():
        run = run[:-1]
    return run
