"""What a person has ticked and not saved yet; a plain value, so that it survives a change of language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

MOST_MAIN = 3


@dataclass(frozen=True)
class Choosing:
    """Number of each chosen objective -> 1 to 3 for a main one, 0 otherwise; and what was saved last."""

    chosen: tuple[tuple[int, int], ...] = ()
    saved: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, saved: Iterable[tuple[int, int]]) -> Choosing:
        """Nothing changed yet."""
        kept = tuple(sorted(saved))
        return cls(kept, kept)

    @property
    def priorities(self) -> Mapping[int, int]:
        """The chosen numbers with their place among the main ones."""
        return dict(self.chosen)

    @property
    def changed(self) -> bool:
        """Whether there is something to save."""
        return self.chosen != self.saved

    @property
    def main(self) -> tuple[int, ...]:
        """The main ones in their order."""
        return tuple(number for number, place in sorted(self.chosen, key=lambda one: one[1]) if place)

    def toggled(self, number: int) -> Choosing:
        """Choose it, or take the choice back; a main one that goes lets the others move up."""
        if number in self.priorities:
            left = tuple(one for one in self.chosen if one[0] != number)
            return replace(self, chosen=_ordered(left, tuple(one for one in self.main if one != number)))
        return replace(self, chosen=tuple(sorted((*self.chosen, (number, 0)))))

    def marked(self, number: int) -> Choosing:
        """Make a chosen one a main one, or no longer; a fourth main one changes nothing."""
        if number in self.main:
            return replace(self, chosen=_ordered(self.chosen, tuple(one for one in self.main if one != number)))
        if number not in self.priorities or len(self.main) >= MOST_MAIN:
            return self
        return replace(self, chosen=_ordered(self.chosen, (*self.main, number)))

    def reloaded(self, saved: Iterable[tuple[int, int]]) -> Choosing:
        """The same ticks over what is saved now; without own changes, simply what is saved now."""
        fresh = Choosing.of(saved)
        return replace(fresh, chosen=self.chosen) if self.changed else fresh


def _ordered(chosen: tuple[tuple[int, int], ...], main: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """The chosen ones with the main ones numbered from 1 in this order."""
    places = {number: place for place, number in enumerate(main, start=1)}
    return tuple((number, places.get(number, 0)) for number, _place in chosen)
