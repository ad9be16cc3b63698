"""Breaking: as many words on a line as fit, and the rest of a word behind a hyphen where that fills it better.

The line keeps the space that its end swallowed: who copies text must not get joined words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.reports.pdf import clusters
from app.reports.pdf.hyphens import Points
from app.reports.pdf.words import Shaper, Word

_MOST_HYPHENS = 2
"""Lines one under the other that may end in a hyphen."""


@dataclass(frozen=True)
class Measure:
    """How wide lines may be (in thousandths of the type), and how much may stay empty before a word is divided."""

    limit: float
    slack: float
    points: Points | None = None


class Breaker:
    """Breaks the words of one paragraph."""

    def __init__(self, shaper: Shaper, measure: Measure) -> None:
        self._shaper, self._measure = shaper, measure
        self._hyphens = 0

    def lines(self, words: Sequence[Word]) -> Iterator[tuple[list[Word], float]]:
        """The words of every line and how wide they are with the space at their end; at least one line."""
        limit = self._measure.limit
        line: list[Word] = []
        used = 0.0
        last = words[-1] if words else None
        for word in words:
            if used + word.width <= limit:
                line.append(word)
                used += word.width + word.space
                continue
            for part in self._fitting(word, limit - used, is_last=word is last):
                if line and used + part.width > limit and part.width:
                    yield line, used
                    line, used = [], 0.0
                line.append(part)
                used += part.width + part.space
        yield line, used

    def _fitting(self, word: Word, room: float, *, is_last: bool) -> Iterator[Word]:
        """A word that is too wide for the rest of its line: whole for the next one, divided, or in letters."""
        limit = self._measure.limit
        if word.is_unspaced:
            yield from self._filling(word, room)
            return
        may = room > self._measure.slack and self._hyphens < _MOST_HYPHENS and not is_last
        parts = self._divided(word, room) if may else None
        self._hyphens = self._hyphens + 1 if parts else 0
        if parts is None and word.width > limit:
            parts = self._divided(word, limit)
        while parts:
            yield parts[0]
            word = parts[1]
            parts = self._divided(word, limit) if word.width > limit else None
        if word.width <= limit:
            yield word
        else:
            yield from self._shaper.letters(word)

    def _filling(self, word: Word, room: float) -> Iterator[Word]:
        """A stretch of a script without spaces: as much of it as this line has room for, and the rest on the next."""
        self._hyphens = 0
        room = room if room > self._measure.slack else self._measure.limit
        while word.width > room:
            parts = self._parted(word, room)
            if parts is None:
                break
            yield parts[0]
            word, room = parts[1], self._measure.limit
        yield word

    def _parted(self, word: Word, room: float) -> tuple[Word, Word] | None:
        """The stretch in two, of which the first is as long as the room allows, but at least one syllable."""
        places = clusters.places(word.text)
        if not places:
            return None
        longest = bisect_right(places, room, key=lambda place: self._shaper.parted(word, place)[0].width)
        return self._shaper.parted(word, places[max(longest - 1, 0)])

    def _divided(self, word: Word, room: float) -> tuple[Word, Word] | None:
        """The word in two, of which the first is as long as the room allows."""
        if self._measure.points is None or not word.divisible:
            return None
        for place in reversed(self._measure.points(word.text)):
            parts = self._shaper.divided(word, place)
            if parts[0].width <= room:
                return parts
        return None
