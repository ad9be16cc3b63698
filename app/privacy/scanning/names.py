"""Names in Latin and Cyrillic letters: runs of capital words, weighed by lists, titles, patronymics and context."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.folding import fold
from app.privacy.scanning.capital_words import Word, runs
from app.privacy.scanning.name_lists import FAMILY, GIVEN, SOUNDED, WORD
from app.privacy.scanning.name_words import (
    FOLLOWS,
    INSTITUTIONS,
    INTRODUCES,
    NOT_NAMES,
    PARTICLES,
    PLACE_BEFORE,
    ROLES,
    TITLES,
)
from app.privacy.scanning.sight import CYRILLIC, LATIN, Sight
from app.privacy.scanning.spans import Kind, Span

_PATRONYMIC = re.compile(
    r"[А-ЯЁ][а-яё]{2,}(?:[оеё]вич|ьич|[оеё]вн|ичн|иничн)(?:а|у|ем|ом|е|ы|ой)?|[А-ЯЁ][а-яё]+(?:овн"
    r"|евн|ичн)(?:а|ы|е|у|ой)"
)
_SURNAME = re.compile(
    r"[А-ЯЁ][а-яё]{2,}(?:[ое]в|[её]в|ин|ын|ск|цк)(?:а|у|ым|ой|ому|ого|ий|ая|им|ую|е)?"
    r"|[А-ЯЁ][а-яё]{2,}(?:енко|чук|швили|дзе|ян|яна|яну|заде)"
)
_LAST_WORD = re.compile(r"([^\W\d_][^\s]*)\s?$")
_SENTENCE_END = re.compile(r"(?:^|[.!?¿¡:;\n•«\"“(—-])\s*$")
_OF_A_COUNTRY = re.compile(r"(?:ian|ean|ese|ish|yan|can|lan|gan|ski|skaia|skoi|skom|istan)s?$")
_INNER_CAPITAL = re.compile(r"[a-zа-я][A-ZА-Я]")
_ARTICLES = frozenset(
    "the a an le la les l el los las un une una of du des del this that these our cette ce esta este aux al".split()
)
_LINKED = frozenset("and or et ou y e o u и или".split())
_MOST_WORDS = 5
_LONGEST_LEAD = 60


def latin_names(sight: Sight) -> Iterator[Span]:
    """Every stretch of capital words that looks like a person's name."""
    for run in runs(sight.text):
        for start, end in _inside(run, sight.text):
            yield sight.span(start, end, Kind.NAME)


def _inside(run: list[Word], text: str) -> Iterator[tuple[int, int]]:
    """Where names stand in a run."""
    if not run or (len(run) == 1 and run[0].is_initial):
        return
    before = text[max(0, run[0].start - _LONGEST_LEAD) : run[0].start]
    title, run = _title(run, text)
    if not run:
        return
    if any(word.folded in INSTITUTIONS for word in run) or _is_of_institution(before):
        return
    words = _without_lead(run)
    if not words:
        return
    introduced = words[0] is run[0] and (title is not None or _is_after_introduction(words[0], before))
    if introduced and _is_introduced(words, titled=title is not None):
        yield words[0].start if title is None else title, _span(words)[1]
        return
    if found := _weighed(words, text):
        yield found


def _is_after_introduction(word: Word, before: str) -> bool:
    return not word.is_strong and INTRODUCES[_script(word)].search(before.lower()) is not None


def _script(word: Word) -> str:
    return CYRILLIC if "\u0400" <= word.text[0] <= "\u04ff" else LATIN


def _is_introduced(words: list[Word], *, titled: bool) -> bool:
    """After a title any capital word is a name; after other words one that is no acronym and no word of place."""
    first = words[0]
    return (first.may_be and (titled or not first.text.isupper() or first.is_initial)) and (len(first.text) > 1)


def _title(run: list[Word], text: str) -> tuple[int | None, list[Word]]:
    """Where a title before the name begins, and the name without it; None without a title."""
    if run[0].folded in TITLES and run[0].text[:1].isupper():
        return (run[0].start, run[1:]) if len(run) > 1 else (None, run[1:])
    before = text[max(0, run[0].start - _LONGEST_LEAD) : run[0].start]
    found = _LAST_WORD.search(before)
    last = fold(found.group(1)).rstrip(".").strip() if found else ""
    if (
        found is None
        or last not in TITLES
        or last in PARTICLES
        or last == "me"
        or (last == "m" and found.group(1)[-1] != ".")
    ):
        return None, run
    return run[0].start - len(before) + found.start(1), run


def _lead(words: list[Word], *, starts: bool) -> list[Word]:
    """The words right before a given name that go with it: listed ones, surnames, capitals."""
    kept: list[Word] = []
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        listed = word.is_listed and not (starts and place == 0 and WORD in word.marks)
        if not (
            listed
            or _SURNAME.fullmatch(word.text)
            or (word.text.isupper() and len(word.text) > 3)
            or word.folded in PARTICLES
        ):
            break
        kept.insert(0, word)
    return kept


def _is_of_institution(before: str) -> bool:
    """Whether the words before make it the name of a street, a school or the like."""
    words = [word.strip('"(«“') for word in fold(before).split()[-4:]]
    if not words:
        return False
    while len(words) > 1 and words[-1] in PARTICLES:
        words = words[:-1]
    return words[-1].rstrip(".") in INSTITUTIONS and words[-2:] != ["по", "имени"]


def _without_lead(run: list[Word]) -> list[Word]:
    """The run without words before and after that are no names."""
    while run and (run[0].folded in NOT_NAMES or run[0].folded in PARTICLES) and not _begins_name(run):
        run = run[1:]
    while run and run[-1].folded in NOT_NAMES:
        run = run[:-1]
    return run


def _begins_name(run: list[Word]) -> bool:
    return run[0].folded in PARTICLES and len(run) > 1 and run[1].is_listed


def _weighed(words: list[Word], text: str) -> tuple[int, int] | None:
    """The name in these words, by what the lists say of each and by what stands around them, or None."""
    before = text[max(0, words[0].start - _LONGEST_LEAD) : words[0].start]
    starts = _SENTENCE_END.search(before) is not None
    if any(_PATRONYMIC.fullmatch(word.text) for word in words):
        return _span(words)
    at = next((place for place, word in enumerate(words) if word.is_strong), None)
    if at is not None:
        after = text[words[-1].end : words[-1].end + _LONGEST_LEAD].lower()
        doubted = _is_place_here(words[0], before) or (starts and SOUNDED in words[0].marks)
        if len(words) == 1 and doubted and not FOLLOWS.match(after):
            return None
        return _span([*_lead(words[:at], starts=starts), *words[at:]])
    if len(words) > 1 and _pair(words, starts=starts):
        return _span(words)
    return _span(words) if _acts(words, before, text[words[-1].end : words[-1].end + _LONGEST_LEAD]) else None


def _acts(words: list[Word], before: str, after: str) -> bool:
    """Whether words that are in no list do what only people do, or stand where people are named."""
    follows = FOLLOWS.match(after.lower()) is not None
    if follows and len(words) == 1 and GIVEN in words[0].marks:
        return True
    if not all(word.may_be and WORD not in word.marks and not word.text.isupper() for word in words):
        return False
    if len(words[0].text) < 3:
        return False
    return follows or ROLES[_script(words[0])].search(before.lower()) is not None or _stands_alone(words, before, after)


def _stands_alone(words: list[Word], before: str, after: str) -> bool:
    """Whether capital words in mid sentence that nobody knows stand where no place or people would be told."""
    last = fold(before.split()[-1]) if before.split() else ""
    if not last or _SENTENCE_END.search(before) or last.rstrip(",") in _ARTICLES or last in PLACE_BEFORE:
        return False
    if last.endswith(",") and not re.match(r"\s?[,(]|\s\w", after):
        return False
    if len(words) == 1 and (len(words[0].text) < 4 or last in _LINKED):
        return False
    return not any(_OF_A_COUNTRY.search(word.folded) or _INNER_CAPITAL.search(word.text) for word in words)


def _is_place_here(word: Word, before: str) -> bool:
    last = fold(before.split()[-1]) if before.split() else ""
    return last in PLACE_BEFORE and FAMILY in word.marks and last not in ("de", "a", "à", "to", "from", "у", "до")


def _pair(words: list[Word], *, starts: bool) -> bool:
    """Whether two words that alone say little are together a name."""
    first, last = words[0], words[-1]
    if any(word.is_initial for word in words):
        return any(FAMILY in word.marks or _SURNAME.fullmatch(word.text) for word in words if not word.is_initial)
    if any(word.text.isupper() and len(word.text) > 1 for word in words) and not all(
        word.text.isupper() for word in words
    ):
        return GIVEN in first.marks and first.text.isupper() != last.text.isupper() and FAMILY in last.marks
    if GIVEN in first.marks and not starts:
        return last.may_be and (FAMILY in last.marks or GIVEN in last.marks or not last.marks)
    if GIVEN in first.marks or FAMILY in first.marks:
        return (FAMILY in last.marks and WORD not in last.marks) or _SURNAME.fullmatch(last.text) is not None
    if all(word.may_be for word in words) and not (starts and WORD in first.marks) and len(first.text) > 2:
        return any(word.is_listed and WORD not in word.marks for word in words[1:])
    return FAMILY in last.marks and _SURNAME.fullmatch(last.text) is not None and not starts


def _span(words: list[Word]) -> tuple[int, int]:
    last = words[min(len(words), _MOST_WORDS) - 1]
    return words[0].start, last.end - (1 if last.text.endswith(".") and not last.is_initial else 0)
