"""The recovery seed: 32 random bytes as 24 words (BIP39), or as three cards of which any two are enough (SLIP-39).

The words are the standard's own in English, French, Spanish and Chinese. For Arabic and Russian it has none, so the
lists of `resources/phrases` are used, which therefore never change; other languages get English words. The cards
are English: their standard has one list.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from mnemonic import Mnemonic
from shamir_mnemonic import MnemonicError, combine_mnemonics, generate_mnemonics
from shamir_mnemonic.wordlist import WORDLIST

from app import paths
from app.errors import GroundworkError
from app.folding import fold
from app.i18n import N_

SEED_BYTES = 32
WORDS, CARD_WORDS = 24, 33
CARDS, CARDS_NEEDED = 3, 2
_STANDARD = {"en": "english", "fr": "french", "es": "spanish", "zh": "chinese_simplified"}
_LISTS = (*_STANDARD, "ar", "ru")
_UNFIT = frozenset({"сука", "хрен"})
"""Words of the lists that nobody wants on a paper; typed, they are read like all others."""
_SURE_LETTERS = 4
"""As many letters tell the words of the standard's own lists from each other."""
_PIECE = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")


class WordsError(GroundworkError):
    """What is wrong with words or cards before any workspace is looked at."""


class WordCountError(WordsError):
    """Neither 24 words nor whole cards."""

    message = N_("These are {count} words. Recovery words are 24; a card has 33 words, and two cards are needed.")


class WordUnknownError(WordsError):
    """A word that is in no list."""

    message = N_("Word {place}, “{word}”, is none of the words that are used. Please compare it with the paper.")


class WordsWrongError(WordsError):
    """Every word is known, and together they are not what was written down."""

    message = N_("One of the words is not the one on the paper, or two have changed places. Please compare them again.")


class OneCardError(WordsError):
    """One card alone tells nothing."""

    message = N_("One card alone opens nothing. Please type the words of a second card below it.")


class CardsDifferError(WordsError):
    """Two cards of different sets, or the same card twice."""

    message = N_(
        "These cards do not belong together. Cards of one set begin with the same words, and each is needed once."
    )


def words(seed: bytes, language: str = "en") -> tuple[str, ...]:
    """The 24 words of a seed, in the language's own list, or in English where it has none."""
    told = _mnemonic(language if language in _LISTS else "en").to_mnemonic(seed)
    return tuple(unicodedata.normalize("NFC", told).split())


def is_fit(seed: bytes, language: str) -> bool:
    """Whether no word of a seed insults whoever reads it; the lists never change, so a new seed is drawn instead."""
    return _UNFIT.isdisjoint(words(seed, language))


def cards(seed: bytes) -> tuple[str, ...]:
    """Three cards of 33 words; new ones each time, any two of one call give the seed back."""
    return tuple(generate_mnemonics(1, [(CARDS_NEEDED, CARDS)], seed)[0])


def seed_of(typed: str) -> bytes:
    """The seed of 24 words, or of two or three cards one after the other; numbers and signs between are passed over.

    Capitals and accents make no difference, and in most lists four letters are enough. Raises WordCountError,
    WordUnknownError, WordsWrongError, OneCardError or CardsDifferError.
    """
    found = pieces(typed)
    if len(found) == WORDS:
        return _of_words(found)
    if len(found) == CARD_WORDS:
        raise OneCardError
    if len(found) in (CARDS_NEEDED * CARD_WORDS, CARDS * CARD_WORDS):
        return _of_cards(found)
    raise WordCountError(count=len(found))


def is_same(typed: str, word: str) -> bool:
    """Whether somebody typed this word; capitals and accents make no difference."""
    return fold(typed.strip()) == fold(word)


def pieces(typed: str) -> tuple[str, ...]:
    """The words of what was typed; Chinese ones are single signs, with or without spaces."""
    found: list[str] = []
    for piece in _PIECE.findall(typed):
        found += list(piece) if "\u4e00" <= piece[0] <= "\u9fff" else [piece]
    return tuple(found)


def _of_words(typed: Sequence[str]) -> bytes:
    """Every list is tried: two languages share some words, and never 24 of them."""
    unknown: list[int] = []
    for language in _LISTS:
        known = [_whole(word, _named(language)) for word in typed]
        if None not in known:
            try:
                return bytes(_mnemonic(language).to_entropy([str(word) for word in known]))
            except (ValueError, LookupError):
                unknown.append(WORDS)
                continue
        unknown.append(known.index(None))
    place = max(unknown)
    if place == WORDS:
        raise WordsWrongError
    raise WordUnknownError(place=place + 1, word=typed[place])


def _of_cards(typed: Sequence[str]) -> bytes:
    known = [_whole(word, _card_words()) for word in typed]
    if None in known:
        place = known.index(None)
        raise WordUnknownError(place=place % CARD_WORDS + 1, word=typed[place])
    told = [" ".join(map(str, known[start : start + CARD_WORDS])) for start in range(0, len(known), CARD_WORDS)]
    if len(set(told)) < CARDS_NEEDED:
        raise OneCardError
    wrong: MnemonicError | None = None
    for pair in _pairs(sorted(set(told))):
        try:
            return bytes(combine_mnemonics(pair))
        except MnemonicError as failure:
            wrong = failure
    is_set = len({card.split()[0] for card in told}) == 1
    raise (WordsWrongError if is_set else CardsDifferError)(detail=type(wrong).__name__)


def _pairs(told: Sequence[str]) -> Iterator[list[str]]:
    """Two are used even where three were typed: the third may be the one that is wrong."""
    for at, one in enumerate(told):
        for other in told[at + 1 :]:
            yield [one, other]


def listed(language: str) -> tuple[str, ...]:
    """The 2,048 words of a language's list; empty where there is none."""
    if language not in _LISTS:
        return ()
    return tuple(unicodedata.normalize("NFC", word) for word in _mnemonic(language).wordlist)


@lru_cache(maxsize=len(_LISTS))
def _mnemonic(language: str) -> Mnemonic:
    """The library looks words up decomposed, so its list has to be that, too."""
    if language in _STANDARD:
        own = Mnemonic(_STANDARD[language]).wordlist
    else:
        own = (paths.resources() / "phrases" / f"{language}.txt").read_text(encoding="utf-8").split()
    decomposed = [unicodedata.normalize("NFKD", word) for word in own]
    return Mnemonic(_STANDARD.get(language, language), wordlist=decomposed)


def _whole(typed: str, named: Callable[[str], str | None]) -> str | None:
    return named(fold(typed))


@lru_cache(maxsize=len(_LISTS))
def _named(language: str) -> Callable[[str], str | None]:
    return _finder(tuple(_mnemonic(language).wordlist))


@lru_cache(maxsize=1)
def _card_words() -> Callable[[str], str | None]:
    return _finder(tuple(WORDLIST))


def _finder(listed: Sequence[str]) -> Callable[[str], str | None]:
    """Finds a word by itself, folded; by its first four letters in lists whose words all differ in these."""
    whole = {fold(word): word for word in listed}
    beginnings = {folded[:_SURE_LETTERS]: word for folded, word in whole.items()}
    if len(beginnings) < len(whole):
        return whole.get
    return lambda typed: whole.get(typed) or (beginnings.get(typed) if len(typed) == _SURE_LETTERS else None)
