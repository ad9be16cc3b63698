"""What is left of a folded word without its ending, so that classes finds class and документов finds документы.

Deliberately light: it only has to be the same for the words of a text and for the words typed, whatever
language either is in. Keywords carry the forms that this cannot bridge.
"""

from __future__ import annotations

from functools import lru_cache

from app.folding import bare, fold

_RUSSIAN = sorted(
    {
        fold(ending)
        for ending in (
            "иями ями ами иях ях ах ого его ому ему ыми ими ией иям ия ие ий ии ию ью ья ов ев ей ой ом ем ам ям "
            "ый ая яя ое ее ые ую юю их ых им ым ешь ет ют ут ить ать а я о е и ы у ю й ь"
        ).split()
    },
    key=len,
    reverse=True,
)
_ARABIC = tuple(fold(ending) for ending in ("هما", "ات", "ون", "ين", "ان", "وا", "نا", "ها", "هم", "ية", "ة", "ي"))
_ARABIC_PARTICLES = "وفبلك"
_STOPPED = """
a an the of for and or to in on at with from by my your our their his her i we they you it is are was be been who
what how did do does not no me us them this that there some any after before who's dont
le la les l un une des du de d et ou a au aux en pour par sur dans avec mon ma mes notre nos votre leur leurs je nous
ils elles il elle on est sont pas ne qui que quoi se s ce cette c n y qu
el los las lo una unos unas del al y o u para por con mi mis tu su sus nuestro nuestra yo nos se es son que quien como
en no me te si
من في على الى عن مع و او ان لا ما هذا هذه التي الذي هل كيف نحن انا هو هي هم بعد قبل
и в во на с со по за из от до для к ко о об у не ни но а или мы я он она они мой моя наш ваш их его что кто как это при
"""


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    return frozenset(fold(_STOPPED).split())


def is_filler(word: str) -> bool:
    """Whether this folded word says nothing about the subject (articles, pronouns, prepositions)."""
    return word in _stop_words()


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The folded word without article, plural and case endings, chosen by its script."""
    first = word[:1]
    if "а" <= first <= "я":
        return _without(word, tuple(_RUSSIAN), at_least=3)
    if "\u0600" <= first <= "\u06ff":
        return _arabic(word)
    return _latin(word) if first.isascii() and first.isalpha() else word


def _latin(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 4 and word.endswith("es"):
        word = word[:-2]
    elif len(word) > 3 and word.endswith(("s", "x")) and not word.endswith("ss"):
        word = word[:-1]
    if len(word) > 6 and word.endswith(("ing", "ed")):
        word = word[: -3 if word.endswith("ing") else -2]
    return word[:-1] if len(word) > 4 and word[-1] in "aeo" else word


def _arabic(word: str) -> str:
    word = _without(bare(word), _ARABIC, at_least=3)
    return word[1:] if len(word) > 4 and word[0] in _ARABIC_PARTICLES else word


def _without(word: str, endings: tuple[str, ...], *, at_least: int) -> str:
    """The word without the first of these endings that leaves enough of it."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= at_least:
            return word[: -len(ending)]
    return word
