"""Suggested passphrases: seven words of 2,048 in every language, which any keyboard of that language can type."""

from __future__ import annotations

import hashlib
import secrets
import unicodedata

import pytest

from app import paths
from app.folding import fold
from app.vault.phrases import COUNT, FEWEST_BITS, suggest


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar", "ru", "zh", "qps"])
def test_a_phrase_has_seven_words_of_its_language_worth_77_bits(language):
    found = [suggest(language, secrets.token_bytes) for _time in range(50)]
    words = [word for phrase in found for word in phrase.typed.split()]
    assert {(len(phrase.typed.split()), phrase.bits) for phrase in found} == {(COUNT, FEWEST_BITS)}
    assert len({phrase.typed for phrase in found}) == len(found)
    script = {"ar": "ARABIC", "ru": "CYRILLIC"}.get(language, "LATIN")
    assert {unicodedata.name(sign).split()[0] for word in words for sign in unicodedata.normalize("NFC", word)} == {
        script
    }
    assert repr(found[0].typed) not in repr(found[0])


def test_chinese_words_are_typed_as_pinyin_and_remembered_by_their_signs():
    phrase = suggest("zh", lambda count: bytes(count))
    assert phrase.typed.isascii()
    assert phrase.shown.split()[:2] == ["aiguo", "爱国"]


def test_the_lists_made_here_are_those_that_were_recorded():
    folder = paths.resources() / "phrases"
    recorded = [line.split("\t") for line in (folder / "SOURCES.tsv").read_text("utf-8").splitlines()[3:]]
    assert {name: digest for name, _count, _licence, digest in recorded} == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.txt")
    }
    for path in folder.glob("*.txt"):
        assert len({fold(line.split()[0]) for line in path.read_text("utf-8").splitlines()}) == 2048
