"""Glossaries: the words of the core are in every one of them, and the catalogues use these words and no others."""

from __future__ import annotations

import re
from functools import lru_cache

import pytest
from babel.messages.pofile import read_po

from app import paths
from app.folding import bare, fold

CODES = ("ar", "es", "fr", "ru", "zh")
CORE = (
    *("workspace", "submission", "passphrase", "recovery words", "recovery cards", "inbox", "coordinator", "stick"),
    *("receipt", "bundle", "laptop", "trash", "backup", "practice", "commitment", "activity", "objective", "draft"),
    *("focal point", "sensitive report", "reference pack", "withheld for safety", "round table", "review forum"),
    *("coding framework", "feedback log", "sheet", "slip", "kiosk", "keeper"),
)
"""Words that mean one thing wherever they stand in a sentence of ours."""
LEAST = 0.85
"""The share of sentences that have the word of the glossary; the others are codes, or say it with a pronoun."""
_SPLIT = re.compile(r"[,;/，；、،؛]")


@lru_cache(maxsize=8)
def glossary(code: str) -> dict[str, tuple[str, ...]]:
    """The words of a language for each English term."""
    lines = (paths.translations() / f"GLOSSARY-{code}.md").read_text("utf-8").splitlines()
    rows = [[cell.strip(" *") for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    found: dict[str, tuple[str, ...]] = {}
    for english, own, *_note in rows:
        for term in _SPLIT.split(re.sub(r"\(.*?\)", "", english)):
            words = [re.sub(r"[(（].*?[)）]", "", one).strip() for one in _SPLIT.split(own)]
            found.setdefault(term.strip().lower(), tuple(filter(None, words)))
    return found


@lru_cache(maxsize=8)
def sentences(code: str) -> tuple[tuple[str, str], ...]:
    """Every English sentence of the catalogue with the folded one of this language."""
    with (paths.translations() / code / "LC_MESSAGES" / "groundwork.po").open("rb") as source:
        found = [(_joined(one.id), fold(_joined(one.string))) for one in read_po(source, locale=code) if one.id]
    return tuple((english.lower(), told) for english, told in found if told)


def _joined(text: str | tuple[str, ...]) -> str:
    return text if isinstance(text, str) else " ".join(text)


def _stems(words: str, code: str) -> list[str]:
    if code == "zh":
        return [fold(words)]
    return [_stem(bare(one), code) for one in fold(words).split() if len(one) > 2] or [fold(words)]


def _stem(word: str, code: str) -> str:
    """A word without the end that its case, number and gender change."""
    return word[: max(3, len(word) - (1 if code == "ar" else 2 if len(word) < 8 else 3))]


def share(term: str, code: str) -> tuple[float, list[str]]:
    """How many of the sentences with a term have its word, and those that do not."""
    wanted = re.compile(rf"(?<![\w{{-]){re.escape(term).replace('y', '(?:y|ie)')}(?:s|es)?(?![\w}}-])")
    ways = [_stems(one, code) for one in glossary(code)[term]]
    asked = [(english, told) for english, told in sentences(code) if wanted.search(english)]
    without = [english for english, told in asked if not any(all(stem in told for stem in way) for way in ways)]
    assert asked, f"no sentence says {term}"
    return 1 - len(without) / len(asked), without


@pytest.mark.parametrize("code", CODES)
def test_the_catalogue_says_the_words_of_its_glossary(code: str) -> None:
    assert [term for term in CORE if term not in glossary(code)] == []
    other = {term: found[1] for term in CORE if (found := share(term, code))[0] < LEAST}
    assert other == {}


def test_a_catalogue_with_another_word_would_be_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(glossary("fr"), "submission", ("soumission",))
    assert share("submission", "fr")[0] < LEAST
