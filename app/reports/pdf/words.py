"""Words: the text of a paragraph shaped, as what must stay together on a line and the space after it.

Widths are thousandths of the size of the type.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from app.i18n import is_right_to_left
from app.reports.pdf import bidi, clusters
from app.reports.pdf.bidi_usual import usual
from app.reports.pdf.faces import Chain, Run
from app.reports.pdf.objects import text_string
from app.reports.pdf.scripts import foreign
from app.reports.pdf.shaping import Face
from app.reports.pdf.tokens import Token, cut, plain_words, visible

_MOST_REMEMBERED = 20_000
_HIGHER = b"\x02"


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """Shaped text: runs in reading order, of which the last `spaces` are the space after it, with their levels.

    From right to left that space may be part of the last run: then `spaces` is 0 and `space` is not. `width` does not
    count the space. `marks` says of every run how it is read where that is not as it stands: the language of what is
    foreign, the whole word for its first part; None where there is nothing to say.
    """

    text: str
    runs: tuple[Run, ...]
    width: float
    spaces: int
    space: float
    levels: tuple[int, ...]
    marks: tuple[str, ...] | None = None

    @property
    def is_rest(self) -> bool:
        """Whether it is the rest of a word that was divided."""
        return self.marks is not None and self.marks[0] == _REST

    @property
    def is_unspaced(self) -> bool:
        """Whether it is a stretch of a script without spaces, all of one direction, that a line may end inside."""
        return len(set(self.levels)) == 1 and clusters.is_unspaced(self.text)

    @property
    def face(self) -> Face | None:
        """The one face of all of it, if there is one."""
        if not self.runs:
            return None
        first = self.runs[0].face
        return first if all(run.face is first for run in self.runs) else None

    @property
    def divisible(self) -> bool:
        """Whether it may run over the end of a line at all: a word of the text's own language, from left to right."""
        return not any(self.levels) and (self.marks is None or self.is_rest)


class Shaper:
    """Makes the words of one chain of faces, and remembers those that run one way."""

    def __init__(self, chain: Chain, language: str) -> None:
        self.chain, self._language, self._is_right = chain, language, is_right_to_left(language)
        self._known: dict[tuple[str, str, int, int], Word] = {}
        self._spaced: dict[str, Word] = {}
        self._from_right_known: dict[str, Word] = {}

    def words(self, text: str, base: int) -> tuple[list[Word], bool]:
        """The words of a text without line ends, in reading order, and whether all runs from left to right."""
        marks = foreign(text, self._language)
        own = base and (self._is_right or not marks)  # where Arabic is foreign, each word of it says so
        if own and (simple := usual(text)) is not None and (parts := plain_words(text.removesuffix(" "))) is not None:
            return self._from_right(text, parts, simple, _spread(marks, len(text))), False
        level, levels = bidi.levels(text, base)
        if level or marks or any(levels):
            languages = _spread(marks, len(text))
            found = [self._of_any_level(text, token, levels, languages) for token in cut(text)]
            return found, not level and not any(levels)
        parts = plain_words(text)
        if parts is None:
            found = [self._of_one_level(text[one.start : one.end], text[one.end : one.after]) for one in cut(text)]
            return found, True
        known = self._spaced
        found = [known.get(part) or self._of_one_level(part, " ") for part in parts]
        found[-1] = self._of_one_level(parts[-1], "")
        return found, True

    def _from_right(
        self, text: str, parts: Sequence[str], levels: bytearray, languages: Sequence[str] | None
    ) -> list[Word]:
        """The words of usual Arabic text: those without a number or a name are all of one level."""
        known = self._from_right_known
        found, start, length = [], 0, len(text)
        for part in parts:
            end = start + len(part)
            after = end + 1 if end < length else end
            if levels.find(_HIGHER, start, after) < 0:
                word = known.get(part) if after > end else None
                found.append(word or self._right(part, text[end:after]))
            else:
                found.append(self._of_any_level(text, Token(start, end, after), levels, languages))
            start = after
        return found

    def letters(self, word: Word) -> Iterator[Word]:
        """A word taken apart: every letter with the signs that belong to it."""
        text = word.text
        level = word.levels[0] if word.levels else 0
        starts = clusters.starts(text)
        for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
            runs = self.chain.runs(text[start:end], right=bool(level & 1))
            width = sum(run.width for run in runs)
            if end < len(text) or not word.space:
                yield Word(text[start:end], runs, width, 0, 0.0, (level,) * len(runs))
                continue
            gap = word.runs[-word.spaces :] if word.spaces else self._runs(" ", right=True)
            levels = (level,) * len(runs) + word.levels[-len(gap) :]
            yield Word(text[start:end], runs + gap, width, len(gap), word.space, levels)

    def divided(self, word: Word, place: int) -> tuple[Word, Word]:
        """A divisible word in two, the first with a hyphen. Who reads or searches finds the whole at the first."""
        first = (*self.chain.runs(word.text[:place], right=False), self.chain.hyphen)
        last = self.chain.runs(word.text[place:], right=False)
        gap = word.runs[len(word.runs) - word.spaces :]
        said = _REST if word.is_rest else as_said(word.text)
        rest = (*(_REST,) * len(last), *("",) * len(gap))
        return (
            Word(word.text[:place], first, _width(first), 0, 0.0, (0,) * len(first), (said,) * len(first)),
            Word(word.text[place:], last + gap, _width(last), word.spaces, word.space, (0,) * len(last + gap), rest),
        )

    def parted(self, word: Word, place: int) -> tuple[Word, Word]:
        """A word of a script without spaces in two, each of which says its language as the whole did."""
        first, rest = self._part(word.text[:place], word.levels[0]), self._part(word.text[place:], word.levels[0])
        if not word.spaces:
            return first, rest
        gap, levels = word.runs[-word.spaces :], rest.levels + word.levels[-word.spaces :]
        marks = (*rest.marks, *("",) * len(gap)) if rest.marks else None
        return first, Word(rest.text, rest.runs + gap, rest.width, word.spaces, word.space, levels, marks)

    def _part(self, text: str, level: int) -> Word:
        languages = _spread(foreign(text, self._language), len(text))
        return self._of_any_level(text, Token(0, len(text), len(text)), (level,) * len(text), languages)

    def _right(self, word: str, space: str) -> Word:
        """A word among Arabic ones; its space belongs to its run, as every run has to be placed."""
        if not space or not word:
            return self._of_one_level(word, space, 1, 1)
        runs = self.chain.spaced(word)
        space_width, blanks = runs[-1].space, int(runs[-1].blank)
        made = Word(word, runs, _width(runs) - space_width, blanks, space_width, (1,) * len(runs))
        if len(self._from_right_known) >= _MOST_REMEMBERED:
            self._from_right_known.clear()
        self._from_right_known[word] = made
        return made

    def _of_one_level(self, word: str, space: str, level: int = 0, space_level: int = 0) -> Word:
        key = word, space, level, space_level
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
                self._spaced.clear()
            runs = self._runs(word, right=bool(level & 1))
            gap = self._runs(_plain(space), right=bool(space_level & 1))
            levels = (level,) * len(runs) + (space_level,) * len(gap)
            said = _said((*runs, *gap))
            found = Word(visible(word), runs + gap, _width(runs), len(gap), _width(gap), levels, said)
            self._known[key] = found
            if space == " " and not level and not space_level:
                self._spaced[word] = found
        return found

    def _of_any_level(self, text: str, token: Token, levels: Sequence[int], languages: Sequence[str] | None) -> Word:
        start, end, after = token.start, token.end, token.after
        if languages is None or not any(languages[start:after]):
            level = levels[start] if start < end else 0
            space_level = levels[end] if end < after else 0
            if levels[start:end].count(level) == end - start and levels[end:after].count(space_level) == after - end:
                return self._of_one_level(text[start:end], text[end:after], level, space_level)
        runs: list[Run] = []
        found: list[int] = []
        spoken: list[str] = []
        widths, counts = [0.0, 0.0], [0, 0]
        for is_space, first, last in ((0, start, end), (1, end, after)):
            for level, language, one, other in _stretches(levels, languages, first, last):
                part = text[one:other]
                shaped = self._runs(_plain(part) if is_space else part, right=bool(level & 1))
                runs += shaped
                found += [level] * len(shaped)
                spoken += [in_language(language) + told for told in _said(shaped) or ("",) * len(shaped)]
                widths[is_space] += _width(shaped)
                counts[is_space] += len(shaped)
        said = tuple(spoken) if any(spoken) else None
        return Word(visible(text[start:end]), tuple(runs), widths[0], counts[1], widths[1], tuple(found), said)

    def _runs(self, text: str, *, right: bool) -> tuple[Run, ...]:
        shown = visible(text)
        return self.chain.runs(shown, right=right) if shown else ()


def in_language(code: str) -> str:
    """What a page says of a part in another language; nothing for none."""
    return f"/Lang{text_string(code).content.decode()}" if code else ""


def as_said(text: str) -> str:
    """What a page says of a part that stands for another text."""
    return f"/ActualText{text_string(text).content.decode()}"


_REST = as_said("\u200b")
"""How the rest of a divided word is read: not at all, as its beginning stood for all of it."""


def _width(runs: Sequence[Run]) -> float:
    return sum(run.width for run in runs)


def _plain(spaces: str) -> str:
    """A tab is a space."""
    return spaces.replace("\t", " ")


def _spread(marks: Sequence[tuple[int, int, str]], length: int) -> list[str] | None:
    """The foreign language of every character."""
    if not marks:
        return None
    spread = [""] * length
    for start, end, language in marks:
        spread[start:end] = [language] * (end - start)
    return spread


def _stretches(
    levels: Sequence[int], languages: Sequence[str] | None, start: int, end: int
) -> Iterator[tuple[int, str, int, int]]:
    """Level, language, start and end of every stretch where both are the same."""
    keyed = (lambda index: (levels[index], languages[index])) if languages else (lambda index: (levels[index], ""))
    for (level, language), group in groupby(range(start, end), keyed):
        indices = list(group)
        yield level, language, indices[0], indices[-1] + 1


def _said(runs: Sequence[Run]) -> tuple[str, ...] | None:
    """How those runs are read whose glyphs alone do not tell it; None where all of them do."""
    if not any(run.is_partial for run in runs):
        return None
    return tuple(as_said(run.text) if run.is_partial else "" for run in runs)
