"""Names in Latin and Cyrillic letters: runs of capital words, weighed by lists, titles, patronymics and context."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.folding import fold
from app.privacy.scanning.name_lists import FAMILY, GIVEN, WORD, marks
from app.privacy.scanning.name_words import INSTITUTIONS, INTRODUCES, NOT_NAMES, PARTICLES, PLACE_BEFORE, TITLES
from app.privacy.scanning.sight import CYRILLIC, LATIN, Sight
from app.privacy.scanning.spans import Kind, Span

_WORD = re.compile(
    r"(?:[dDlLsSnNmMtTcCjJ]|[qQ]u|[Ll]orsqu|[Pp]uisqu)'(?=[A-Za-zÀ-ÿ])"
    r"|[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ\u0400-\u04ff]+(?:['-][A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ\u0400-\u04ff]+)*\.?"
)
_PATRONYMIC = re.compile(
    r"[А-ЯЁ][а-яё]{2,}(?:[оеё]вич|ьич|[оеё]вн|ичн|иничн)(?:а|у|ем|ом|е|ы|ой)?|[А-ЯЁ][а-яё]+(?:овн"
    r"|евн|ичн)(?:а|ы|е|у|ой)"
)
_SURNAME = re.compile(
    r"[А-ЯЁ][а-яё]{2,}(?:[ое]в|[её]в|ин|ын|ск|цк)(?:а|у|ым|ой|ому|ого|ий|ая|им|ую|е)?"
    r"|[А-ЯЁ][а-яё]{2,}(?:енко|чук|швили|дзе|ян|яна|яну|заде)"
)
_LAST_WORD = re.compile(r"([^\W\d_][^\s]*)\s?$")
_SENTENCE_END = re.compile(r"(?:^|[.!?:;\n•«\"“(—-])\s*$")
_MOST_WORDS = 5
_LONGEST_LEAD = 60


@dataclass(frozen=True)
class _Word:
    start: int
    end: int
    text: str

    @property
    def folded(self) -> str:
        return fold(self.text.rstrip(".")).strip()

    @property
    def marks(self) -> str:
        return marks(self.text.rstrip("."))

    @property
    def is_initial(self) -> bool:
        return len(self.text.rstrip(".")) == 1

    @property
    def is_strong(self) -> bool:
        return GIVEN in self.marks and WORD not in self.marks and len(self.text) > 2

    @property
    def may_be(self) -> bool:
        """Whether it could be part of a name, listed or not."""
        return self.folded not in NOT_NAMES and self.folded not in INSTITUTIONS and self.folded not in TITLES


def latin_names(sight: Sight) -> Iterator[Span]:
    """Every stretch of capital words that looks like a person's name."""
    for run in _runs(sight.text):
        for start, end in _inside(run, sight.text):
            yield sight.span(start, end, Kind.NAME)


def _runs(text: str) -> Iterator[list[_Word]]:
    """Capital words that follow one another, with small particles between them."""
    run: list[_Word] = []
    for found in _WORD.finditer(text):
        word = _Word(found.start(), found.end(), found.group())
        if run and not _follows(text, run[-1], word):
            yield _ended(run)
            run = []
        if word.text.endswith("'"):
            yield _ended(run)
            run = []
        elif word.text[0].isupper() or (run and word.folded in PARTICLES):
            run.append(word)
        elif run:
            yield _ended(run)
            run = []
    if run:
        yield _ended(run)


def _follows(text: str, one: _Word, other: _Word) -> bool:
    if one.text.endswith(".") and not one.is_initial and one.folded not in TITLES:
        return False
    return text[one.end : other.start].strip() == "" and "\n" not in text[one.end : other.start]


def _ended(run: list[_Word]) -> list[_Word]:
    """Without particles at its end."""
    while run and not run[-1].text[0].isupper():
        run = run[:-1]
    return run


def _inside(run: list[_Word], text: str) -> Iterator[tuple[int, int]]:
    """Where names stand in a run."""
    if not run:
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
    if found := _weighed(words, starts=_SENTENCE_END.search(text[: words[0].start]) is not None, before=before):
        yield found


def _is_after_introduction(word: _Word, before: str) -> bool:
    script = CYRILLIC if word.text[0] >= "\u0400" and word.text[0] <= "\u04ff" else LATIN
    return not word.is_strong and INTRODUCES[script].search(before.lower()) is not None


def _is_introduced(words: list[_Word], *, titled: bool) -> bool:
    """After a title any capital word is a name; after other words one that is no acronym and no word of place."""
    first = words[0]
    return (first.may_be and (titled or not first.text.isupper() or first.is_initial)) and (len(first.text) > 1)


def _title(run: list[_Word], text: str) -> tuple[int | None, list[_Word]]:
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


def _lead(words: list[_Word], *, starts: bool) -> list[_Word]:
    """The words right before a given name that go with it: listed ones, surnames, capitals."""
    kept: list[_Word] = []
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        listed = bool(word.marks) and not (starts and place == 0 and WORD in word.marks)
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
    words = [word.strip('«"(') for word in fold(before).split()[-4:]]
    if not words:
        return False
    while len(words) > 1 and words[-1] in PARTICLES:
        words = words[:-1]
    return words[-1].rstrip(".") in INSTITUTIONS and words[-2:] != ["по", "имени"]


def _without_lead(run: list[_Word]) -> list[_Word]:
    """The run without words before and after that are no names."""
    while run and (run[0].folded in NOT_NAMES or run[0].folded in PARTICLES) and not _begins_name(run):
        run = run[1:]
    while run and run[-1].folded in NOT_NAMES:
        run = run[:-1]
    return run


def _begins_name(run: list[_Word]) -> bool:
    return run[0].folded in PARTICLES and len(run) > 1 and bool(run[1].marks)


def _weighed(words: list[_Word], *, starts: bool, before: str) -> tuple[int, int] | None:
    """The name in these words, by what the lists say of each, or None."""
    at = next((place for place, word in enumerate(words) if word.is_strong), None)
    patronymic = any(_PATRONYMIC.fullmatch(word.text) for word in words)
    if patronymic:
        return _span(words)
    if at is not None:
        if len(words) == 1 and _is_place_here(words[0], before):
            return None
        return _span([*_lead(words[:at], starts=starts), *words[at:]])
    if len(words) > 1 and _pair(words, starts=starts):
        return _span(words)
    return None


def _is_place_here(word: _Word, before: str) -> bool:
    last = fold(before.split()[-1]) if before.split() else ""
    return last in PLACE_BEFORE and FAMILY in word.marks and last not in ("de", "a", "à", "to", "from", "у", "до")


def _pair(words: list[_Word], *, starts: bool) -> bool:
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
        return FAMILY in last.marks and WORD not in last.marks or _SURNAME.fullmatch(last.text) is not None
    return FAMILY in last.marks and _SURNAME.fullmatch(last.text) is not None and not starts


def _span(words: list[_Word]) -> tuple[int, int]:
    last = words[min(len(words), _MOST_WORDS) - 1]
    return words[0].start, last.end - (1 if last.text.endswith(".") and not last.is_initial else 0)
