"""What the rest of the program says of itself: pages, settings, commands, problems and errors.

`docs/build_manual.py` gathers it from the code into one file; the sentences are those that the code shows, so
they are in the catalogues already. A test says when the file is older than the code.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from app import paths

FILE = "help/gathered.json"
T = TypeVar("T")


@dataclass(frozen=True)
class Named:
    """A page, a setting or a command: its name in the code, and what it is called or does."""

    name: str
    words: str


@dataclass(frozen=True)
class Sentence:
    """What a problem or an error says; `code` is the code of the problem or the name of the error."""

    code: str
    words: str
    place: str
    """The module, for errors; `blocking` or `warning` for problems."""


@dataclass(frozen=True)
class Gathered:
    """All of it, each kind in the order of its table, sentences by module."""

    pages: tuple[Named, ...]
    settings: tuple[Named, ...]
    commands: tuple[Named, ...]
    problems: tuple[Sentence, ...]
    beside: tuple[Sentence, ...]
    """What the window says beside a field that is of no record; without codes."""
    errors: tuple[Sentence, ...]
    reasons: tuple[Sentence, ...]
    """What is said of one row, text, file or laptop; without codes."""


@lru_cache(maxsize=1)
def gathered() -> Gathered:
    """What was gathered when this program was made."""
    told = json.loads((paths.resources() / FILE).read_text("utf-8"))
    pages, settings, commands = (_each(Named, told[name]) for name in ("pages", "settings", "commands"))
    said = (_each(Sentence, told[name]) for name in ("problems", "beside", "errors", "reasons"))
    return Gathered(pages, settings, commands, *said)


def _each(kind: type[T], told: list[dict[str, str]]) -> tuple[T, ...]:
    return tuple(kind(**one) for one in told)
