"""The recovery seed as words and as cards: what was written down gives it back, anything else says what is wrong."""

from __future__ import annotations

from itertools import combinations

import pytest

from app.folding import fold
from app.vault.recovery import (
    CardsDifferError,
    OneCardError,
    WordCountError,
    WordsWrongError,
    WordUnknownError,
    cards,
    is_fit,
    listed,
    seed_of,
    words,
)

SEED = bytes(range(32))
WORDS = words(SEED)
CARDS = cards(SEED)


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "zh", "ar"])
def test_24_words_in_every_language_give_the_seed_back_however_they_are_written(language):
    told = words(SEED, language)
    assert len(told) == 24
    numbered = "\n".join(f"{number}. {word}" for number, word in enumerate(told, 1))
    for typed in (" ".join(told), numbered, numbered.upper(), "\u2068" + "\u2069, \u2068".join(told) + "\u2069"):
        assert seed_of(typed) == SEED
    if language in ("en", "fr", "es"):
        assert seed_of(" ".join(fold(word)[:4] for word in told)) == SEED
    if language == "zh":
        assert seed_of("".join(told)) == SEED


def test_the_words_are_those_of_the_standard():
    assert words(bytes(32)) == ("abandon",) * 23 + ("art",)


def test_any_two_of_three_cards_and_all_three_give_the_seed_back():
    assert [len(card.split()) for card in CARDS] == [33, 33, 33]
    for chosen in [*combinations(CARDS, 2), CARDS, CARDS[::-1]]:
        assert seed_of("\n\n".join(chosen)) == SEED


def test_one_card_alone_says_so_also_when_it_is_typed_twice():
    for typed in (*CARDS, f"{CARDS[1]}\n{CARDS[1]}"):
        with pytest.raises(OneCardError) as caught:
            seed_of(typed)
        assert "One card alone opens nothing" in caught.value.sentence()


def test_one_card_tells_nothing_of_the_seed():
    """A card and one of another seed never combine, and no part of the seed stands on a card."""
    other = cards(bytes(32))
    with pytest.raises(CardsDifferError):
        seed_of(f"{CARDS[0]} {other[1]}")
    assert not {SEED.hex(), " ".join(WORDS)} & set(CARDS)


def test_a_third_card_with_a_slip_of_the_pen_does_not_spoil_two_good_ones():
    first, *rest = CARDS[2].split()
    spoilt = " ".join([first, *rest[:20], *rest[21:], rest[20]])
    assert seed_of(" ".join((CARDS[0], spoilt, CARDS[1]))) == SEED


def test_a_wrong_word_is_named_with_its_place_and_changed_places_are_told():
    with pytest.raises(WordUnknownError) as caught:
        seed_of(" ".join((*WORDS[:6], "groundwork", *WORDS[7:])))
    assert (caught.value.fields["place"], caught.value.fields["word"]) == (7, "groundwork")
    with pytest.raises(WordsWrongError):
        seed_of(" ".join((WORDS[1], WORDS[0], *WORDS[2:])))
    swapped = CARDS[0].split()
    swapped[10], swapped[12] = swapped[12], swapped[10]
    with pytest.raises(WordsWrongError):
        seed_of(" ".join((*swapped, CARDS[1])))


@pytest.mark.parametrize("typed", ["", "one two three", " ".join(WORDS[:23]), " ".join((*WORDS, "more"))])
def test_too_few_or_too_many_words_are_counted(typed):
    with pytest.raises(WordCountError) as caught:
        seed_of(typed)
    assert caught.value.fields["count"] == len(typed.split())


def test_a_seed_whose_words_would_insult_somebody_is_no_fit_and_is_still_read():
    rude = (listed("ru").index("сука") << 245).to_bytes(32, "big")
    told = words(rude, "ru")
    assert told[0] == "сука" and seed_of(" ".join(told)) == rude
    assert not is_fit(rude, "ru") and is_fit(rude, "en") and is_fit(SEED, "ru")
