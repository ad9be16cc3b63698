"""Places of a table found in the gazetteer: by code, else by name within the country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from app.i18n import N_
from app.intake.results import Advice
from app.intake.words import fold

_NOT_FOUND = N_("“{place}” is not in the list of places ({count} rows). It was kept as it is written.")
_LEFT_OUT = N_("A place in {count} rows is not in the list of places, so it was left out: it may be too exact.")
_DISAGREE = N_("Code “{code}” and name “{name}” are two different places ({count} rows). The code was used.")


class Spot(Protocol):
    """What is asked of a place."""

    @property
    def code(self) -> str:
        """Its P-code."""

    @property
    def names(self) -> Sequence[str]:
        """Every name it is known by."""


class Finder(Protocol):
    """What is asked of the gazetteer."""

    def place(self, code: str) -> Spot | None:
        """The place with this code."""

    def find(self, text: str, *, country: str | None = None, limit: int = 10) -> Sequence[Spot]:
        """Places whose name is like this text, best first."""


class Whereabouts:
    """Finds each different text once and remembers what to tell about it.

    `keep_unknown` False leaves out what is not in the gazetteer: for feedback, where a place may be a doorstep.
    """

    def __init__(self, gazetteer: Finder, country: str, *, keep_unknown: bool) -> None:
        self._gazetteer, self._country, self._keep_unknown = gazetteer, country or None, keep_unknown
        self._found: dict[str, Spot | None] = {}
        self._unknown: Counter[str] = Counter()
        self._disagreeing: Counter[tuple[str, str]] = Counter()

    def read(self, said: list[str]) -> str:
        """The code of the place that these texts (code first, then name) mean, or the first text as it is, or ''."""
        places = [self._find(text) for text in said]
        known = [place for place in places if place]
        if not known:
            self._unknown[said[0]] += 1
            return said[0] if self._keep_unknown else ""
        if len(known) > 1 and known[0].code != known[1].code:
            self._disagreeing[said[0], said[1]] += 1
        return known[0].code

    def advice(self) -> list[Advice]:
        """What a person should know, one sentence for each different text."""
        told = [
            Advice(_DISAGREE, {"code": code, "name": name, "count": count})
            for (code, name), count in self._disagreeing.items()
        ]
        if not self._keep_unknown:
            count = sum(self._unknown.values())
            return told + ([Advice(_LEFT_OUT, {"count": count})] if count else [])
        return told + [Advice(_NOT_FOUND, {"place": place, "count": n}) for place, n in self._unknown.items()]

    def _find(self, said: str) -> Spot | None:
        if said not in self._found:
            self._found[said] = self._gazetteer.place(said.strip()) or self._by_name(said)
        return self._found[said]

    def _by_name(self, said: str) -> Spot | None:
        """Only a name that is the same word for word; if two places have it, the larger one."""
        found = self._gazetteer.find(said, country=self._country, limit=10)
        return next((place for place in found if fold(said) in {fold(name) for name in place.names}), None)
