"""Finding in the help, in any script: every word has to stand somewhere in a topic."""

from __future__ import annotations

from app.folding import bare, fold
from app.i18n import Translation
from app.manual import whole
from app.manual.topic import Row, Topic


def find(typed: str, say: Translation) -> list[Topic]:
    """The topics that have all the words, those first that have them in their title; all topics for no words."""
    words = fold(typed).split()
    found = [one for one in whole.topics() if _has(_text(one, say), words)]
    return sorted(found, key=lambda one: not _has(say.gettext(one.title), words)) if words else found


def rows(one: Topic, typed: str, say: Translation) -> tuple[Row, ...]:
    """The entries of a topic that have all the words; all of them where no entry has."""
    words = fold(typed).split()
    return tuple(row for row in one.rows if _has(_row(row, say), words)) or one.rows


def _text(one: Topic, say: Translation) -> str:
    texts = " ".join(say.gettext(text) for text in (one.title, *one.paragraphs, *one.steps))
    return " ".join([texts, *(_row(row, say) for row in one.rows)])


def _row(row: Row, say: Translation) -> str:
    told = " ".join(say.gettext(text) for text in (row.term, row.told, row.advice))
    return f"{whole.shown(told)} {row.code}"


def _has(text: str, words: list[str]) -> bool:
    folded = fold(text)
    return all(word in folded or bare(word) in folded for word in words)
