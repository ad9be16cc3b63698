"""Finding in the help, in any script: all the words have to stand together."""

from __future__ import annotations

from collections.abc import Iterator

from app.folding import bare, fold
from app.i18n import Translation
from app.manual import whole
from app.manual.topic import Row, Topic


def find(typed: str, say: Translation) -> list[Topic]:
    """The topics whose sentences, or one of whose entries, have all the words; all topics for no words.

    Those that have them in their title come first.
    """
    words = fold(typed).split()
    found = [one for one in whole.topics() if any(_has(text, words) for text in _texts(one, say))]
    return sorted(found, key=lambda one: not _has(say.gettext(one.title), words)) if words else found


def rows(one: Topic, typed: str, say: Translation) -> tuple[Row, ...]:
    """The entries of a topic that have all the words; all of them where no entry has."""
    words = fold(typed).split()
    ordered = one.ordered(say)
    return tuple(row for row in ordered if _has(_row(row, say), words)) or ordered


def _texts(one: Topic, say: Translation) -> Iterator[str]:
    yield " ".join(say.gettext(text) for text in (one.title, *one.paragraphs, *one.steps))
    for row in one.rows:
        yield _row(row, say)


def _row(row: Row, say: Translation) -> str:
    told = " ".join(say.gettext(text) for text in (row.term, row.told, row.advice))
    return f"{whole.shown(told)} {row.code}"


def _has(text: str, words: list[str]) -> bool:
    folded = fold(text)
    return all(word in folded or bare(word) in folded for word in words)
