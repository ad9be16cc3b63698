"""Finding in the help, in any script: what has all the words together, else what has most of what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from app.folding import bare, fold, index_words
from app.folding import words as words_of
from app.i18n import Translation
from app.manual import whole
from app.manual.everyday import alike
from app.manual.topic import Row, Topic
from app.stems import is_filler, stem

_HAN = re.compile("[\u3400-\u9fff]")
"""Signs of a script in which it is no matter where a space stands."""
_MOST_ROUGHLY = 6
"""Topics shown when none has the very words."""


def find(typed: str, say: Translation) -> list[Topic]:
    """The topics whose sentences, or one of whose entries, have all the words; all topics for no words.

    Those that have them in their title come first, then those whose title means the same in other words. Where no
    topic has the words, those with at least half of what they mean, the nearest first.
    """
    words, meant = fold(typed).split(), _meant(typed)
    if not words:
        return list(whole.topics())
    found = [one for one in whole.topics() if any(_has(text, words) for text in _texts(one, say))]
    alike_named = [one for one in whole.topics() if meant and _named(one, meant, say)]
    ordered = [one for one in found if _has(say.gettext(one.title), words)], alike_named, found
    return list(dict.fromkeys(chain(*ordered))) or _roughly(meant, say)


def _meant(typed: str) -> list[frozenset[str]]:
    """What each word that says something means: its stem, and those of words for the same thing."""
    return [alike(one) for one in dict.fromkeys(stem(word) for word in words_of(typed) if not is_filler(word))]


def _named(one: Topic, meant: list[frozenset[str]], say: Translation) -> bool:
    title = set(map(stem, index_words(say.gettext(one.title))))
    return all(title & each for each in meant)


def _roughly(meant: list[frozenset[str]], say: Translation) -> list[Topic]:
    known = _stems(say.language)
    rarity = [1 / max(sum(any(text & one for text in texts) for texts in known), 1) for one in meant]
    scored = []
    for topic, (title, *texts) in zip(whole.topics(), known, strict=True):
        best = max((_worth([bool((title | text) & one) for one in meant], rarity) for text in texts), default=(0, 0.0))
        named = _worth([bool(title & one) for one in meant], rarity)
        if best[0] * 2 >= len(meant) and best[0]:
            scored.append((best[0] + named[0], best[1] + named[1], topic))
    ordered = sorted(scored, key=lambda one: one[:2], reverse=True)
    return [topic for _count, _rarity, topic in ordered[:_MOST_ROUGHLY]]


def _worth(has: list[bool], rarity: list[float]) -> tuple[int, float]:
    """How many of the words, and how telling they are."""
    return sum(has), sum(worth for one, worth in zip(has, rarity, strict=True) if one)


@lru_cache(maxsize=2)
def _stems(language: str) -> tuple[tuple[frozenset[str], ...], ...]:
    """Of each topic the stems of its title, and of each of its texts."""
    say = Translation(language)
    texts = ((say.gettext(one.title), *_texts(one, say)) for one in whole.topics())
    return tuple(tuple(frozenset(map(stem, index_words(text))) for text in of_one) for of_one in texts)


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
    joined = "".join(folded.split()) if any(_HAN.search(word) for word in words) else folded
    return all(word in folded or bare(word) in folded or (_HAN.search(word) and word in joined) for word in words)
