"""What a chart says, in finished words: bars, bars in parts, what happened when, and where."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta


@dataclass(frozen=True)
class Bar:
    """One bar. `value` None means that there is no number, which is not zero; `text` says what stands beside it."""

    label: str
    value: int | None
    text: str


@dataclass(frozen=True)
class Bars:
    """Horizontal bars from zero."""

    title: str
    bars: tuple[Bar, ...]

    @property
    def alt(self) -> str:
        """In words what the eye sees."""
        return "; ".join(f"{bar.label}: {bar.text}" for bar in self.bars)


@dataclass(frozen=True)
class StackedBar:
    """One bar in parts, in the order of the key; None is a part without a number, which is not zero."""

    label: str
    parts: tuple[int | None, ...]
    text: str
    """What stands beside the bar, in words."""
    spoken: str = ""
    """The parts that have a number, in words for those who do not see them."""

    @property
    def total(self) -> int:
        """The sum of the parts that have a number."""
        return sum(max(part or 0, 0) for part in self.parts)


@dataclass(frozen=True)
class Stacked:
    """Horizontal bars whose parts add up; `key` names the parts."""

    title: str
    key: tuple[str, ...]
    bars: tuple[StackedBar, ...]

    @property
    def alt(self) -> str:
        """In words what the eye sees: of every bar its words and the parts that have a number."""
        return "; ".join(f"{bar.label}: {bar.text}{bar.spoken and f' ({bar.spoken})'}" for bar in self.bars)


@dataclass(frozen=True)
class Moment:
    """Something on a timeline; `end` None is a single day."""

    label: str
    start: date
    end: date | None
    text: str
    """The dates and what happened, in words."""


@dataclass(frozen=True)
class Timeline:
    """What happened when, from `first` to `last`; one row a moment."""

    title: str
    first: date
    last: date
    ticks: tuple[tuple[date, str], ...]
    """Where a line stands and what it says."""
    moments: tuple[Moment, ...]

    @property
    def alt(self) -> str:
        """In words what the eye sees."""
        return "; ".join(f"{one.label}: {one.text}" for one in self.moments)

    @property
    def scale(self) -> tuple[tuple[float, str], ...]:
        """The ticks within the time: how far along, and what each says."""
        return tuple((self.share(day), words) for day, words in self.ticks if self.first <= day <= self.last)

    def share(self, day: date) -> float:
        """How far along the time a day begins, from 0 to 1; one outside stands at its nearest end."""
        days = max((self.last - self.first).days, 0) + 1
        return min(max((day - self.first).days, 0), days) / days

    def span(self, one: Moment) -> tuple[float, float] | None:
        """From where to where a moment lasts, its last day in it; None where all of it lies outside."""
        last = one.end or one.start
        if last < self.first or one.start > self.last:
            return None
        return self.share(one.start), self.share(last + timedelta(days=1))


Point = tuple[float, float]
"""Longitude and latitude in degrees."""


@dataclass(frozen=True)
class Stop:
    """One place of a map, with what is known of it; `at` None is a place of which nobody knows where it lies."""

    label: str
    at: Point | None
    sign: str
    """One of the four signs of `app.charts.signs`."""
    count: int
    mark: str
    """The count as it stands in the sign."""
    text: str
    """What is known, in words."""
    rings: tuple[tuple[Point, ...], ...] = field(default=(), repr=False)
    """Its outline, where it is known: its ground is shaded as its sign is."""


@dataclass(frozen=True)
class Land:
    """The land of one country, its largest ring first; `is_meant` where the map is about it."""

    rings: tuple[tuple[Point, ...], ...] = field(repr=False)
    is_meant: bool = False


@dataclass(frozen=True)
class Map:
    """What is known where: signs on a ground of land, never finer than what was told; west is left in every language.

    `key` names the four signs: done, nothing done, not reported, withheld.
    """

    title: str
    stops: tuple[Stop, ...]
    land: tuple[Land, ...]
    key: tuple[str, ...]

    @property
    def alt(self) -> str:
        """In words what the eye sees."""
        return "; ".join(f"{stop.label}: {stop.text}" for stop in self.placed)

    @property
    def placed(self) -> tuple[Stop, ...]:
        """The stops that can be shown."""
        return tuple(stop for stop in self.stops if stop.at)


Chart = Bars | Stacked | Timeline | Map
