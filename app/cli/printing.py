"""What is shown: one JSON document or readable lines on standard output, all else on standard error.

Texts come from strangers, so control characters, which could steer a terminal, are shown as a mark.
"""

from __future__ import annotations

import json
import re
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from app.progress import Progress, silent

if TYPE_CHECKING:
    from app.cli.asking import Asked

_PATIENCE_SECONDS = 1.0
_WORD_SHOWN, _SENTENCE_SHOWN = 80, 2_000
_LONG_WORD = re.compile(r"\S{300,}")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class Rows:
    """A table: aligned columns on a terminal, tabs where another program reads."""

    headings: Sequence[str]
    rows: Sequence[Sequence[object]]


Words = Iterable[str | Rows]


def answer(asked: Asked, plain: Mapping[str, object], words: Words) -> None:
    """The result of a command, once: as JSON where that was asked for, else in words."""
    if asked.as_json:
        _write(sys.stdout, json.dumps(plain, ensure_ascii=False, indent=2))
        return
    for one in words:
        if isinstance(one, Rows):
            _table(one)
        else:
            _write(sys.stdout, clean(_LONG_WORD.sub(_cut, one)))


def tell(asked: Asked, sentence: str) -> None:
    """A message beside the result."""
    if not asked.quiet:
        complain(sentence)


def complain(sentence: str) -> None:
    """What nobody may miss, also when everything else is silenced."""
    _write(sys.stderr, clean(shortened(sentence)))


def shortened(sentence: str) -> str:
    """The sentence with what was handed over cut short, however long it was."""
    words = _LONG_WORD.sub(_cut, sentence)
    return words if len(words) <= _SENTENCE_SHOWN else f"{words[:_SENTENCE_SHOWN]}…"


def _cut(found: re.Match[str]) -> str:
    return f"{found[0][:_WORD_SHOWN]}…"


def clean(text: str) -> str:
    """The text with every control character but line ends and tabs replaced by a mark."""
    return "".join(
        letter if letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cs") else _REPLACEMENT
        for letter in text
    )


@contextmanager
def progress(asked: Asked, sentence: str) -> Iterator[Progress]:
    """Progress on standard error, on a terminal only, and only once something takes longer than a second."""
    if asked.quiet or not sys.stderr.isatty():
        yield silent
        return
    began = time.monotonic()
    shown = _Shown(lambda: time.monotonic() - began > _PATIENCE_SECONDS, sentence)
    try:
        yield shown.show
    finally:
        shown.clear()


class _Shown:
    """One line that is written over and over."""

    def __init__(self, is_long: Callable[[], bool], sentence: str) -> None:
        self._is_long, self._sentence, self._length = is_long, sentence, 0

    def show(self, done: int, total: int) -> None:
        if not self._is_long():
            return
        line = f"{self._sentence} {done}/{total}" if total else self._sentence
        sys.stderr.write("\r" + line.ljust(self._length))
        sys.stderr.flush()
        self._length = max(self._length, len(line))

    def clear(self) -> None:
        if self._length:
            sys.stderr.write("\r" + " " * self._length + "\r")


def _table(table: Rows) -> None:
    cells = [[clean(str(cell)).replace("\n", " ").replace("\t", " ") for cell in row] for row in table.rows]
    if not cells:
        return
    if not sys.stdout.isatty():
        for row in [list(table.headings), *cells]:
            _write(sys.stdout, "\t".join(row))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=None, pad_edge=False, header_style="bold")
    for heading in table.headings:
        drawn.add_column(Text(heading), overflow="fold")
    for row in cells:
        drawn.add_row(*(Text(cell) for cell in row))
    Console(file=sys.stdout, highlight=False).print(drawn)


def _write(stream: TextIO, text: str) -> None:
    stream.write(text + "\n")
