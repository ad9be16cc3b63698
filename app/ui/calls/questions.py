"""The questions of a call as lines of text, one question a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.domain.shared import Question

_ABOUT = re.compile(r"(\d{1,2})[\s.:)]+(?=\S)(.*)")
_MOST = 23


def read(text: str) -> tuple[Question, ...]:
    """One question from each line that is not empty; a number of an objective at its start says what it is about."""
    lines = (line.strip() for line in text.splitlines())
    return tuple(_question(place, line) for place, line in enumerate((line for line in lines if line), start=1))


def written(questions: Sequence[Question]) -> str:
    """The lines that `read` gives back as these questions."""
    return "\n".join(f"{one.objective} {one.text}" if one.objective else one.text for one in questions)


def _question(place: int, line: str) -> Question:
    found = _ABOUT.fullmatch(line)
    if found and 1 <= int(found[1]) <= _MOST:
        return Question(f"q{place}", found[2], int(found[1]))
    return Question(f"q{place}", line)
