"""Places of a table found in the gazetteer: by code, else by name within the country."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from app.i18n import N_, SIX
from app.intake.cells.results import Advice
from app.intake.words import fold
from app.places import COUNTRY, Gazetteer, Place

_NOT_FOUND = N_("“{place}” is not in the list of places and was kept as it is written (rows: {count}).")
_MANY_NOT_FOUND = N_(
    "Places that are not in the list and were kept as they are written: {count} (rows: {rows}), among them {names}."
)
_SHOWN = 8
"""So many unknown places are told one by one."""
_LEFT_OUT = N_("Places that are not in the list were left out, because they may be too exact (rows: {count}).")
_COUNTRY_ALONE = N_("“{place}” is not in the list; the country that stands beside it was used (rows: {count}).")
_DISAGREE = N_("Code “{code}” and name “{name}” are two different places; the code was used (rows: {count}).")


@dataclass(frozen=True)
class _Answer:
    """What different texts of one row mean together; no code if none is in the gazetteer."""

    code: str = ""
    contradicted: bool = False
    coarser: bool = False
    """Whether the country that stands beside an unknown place is all that is known."""


class Whereabouts:
    """Finds each different text once and remembers what to tell about it.

    `keep_unknown` False leaves out what is not in the gazetteer: for feedback, where a place may be a doorstep.
    """

    def __init__(self, gazetteer: Gazetteer, country: str, *, keep_unknown: bool) -> None:
        self._gazetteer, self._country, self._keep_unknown = gazetteer, country, keep_unknown
        self._answers: dict[tuple[str, ...], _Answer] = {}
        self._unknown: Counter[str] = Counter()
        self._disagreeing: Counter[tuple[str, str]] = Counter()
        self._coarser: Counter[str] = Counter()

    def read(self, said: list[str]) -> str:
        """The code of the place that these texts (code first, then name) mean, or the first text as it is, or ''."""
        key = tuple(said)
        if key not in self._answers:
            self._answers[key] = self._answer(key)
        answer = self._answers[key]
        if not answer.code:
            self._unknown[said[0]] += 1
            return said[0] if self._keep_unknown else ""
        if answer.contradicted:
            self._disagreeing[said[0], said[1]] += 1
        if answer.coarser and self._keep_unknown:
            self._coarser[said[0]] += 1
        return answer.code

    def advice(self) -> list[Advice]:
        """What a person should know, one sentence for each different text."""
        told = [
            Advice(_DISAGREE, {"code": code, "name": name, "count": count})
            for (code, name), count in self._disagreeing.items()
        ]
        told += [Advice(_COUNTRY_ALONE, {"place": place, "count": n}) for place, n in self._coarser.most_common(_SHOWN)]
        if not self._keep_unknown:
            count = sum(self._unknown.values())
            return told + ([Advice(_LEFT_OUT, {"count": count})] if count else [])
        if len(self._unknown) > _SHOWN:
            names = ", ".join(place for place, _rows in self._unknown.most_common(_SHOWN))
            count, rows = len(self._unknown), sum(self._unknown.values())
            return [*told, Advice(_MANY_NOT_FOUND, {"count": count, "rows": rows, "names": names})]
        return told + [Advice(_NOT_FOUND, {"place": place, "count": n}) for place, n in self._unknown.items()]

    def _elsewhere(self, place: Place, other: Place) -> bool:
        """Districts are often called like the region they lie in: that is no contradiction."""
        around = {one.code for one in (*self._gazetteer.path(place), *self._gazetteer.path(other))}
        larger = max(len(self._gazetteer.path(place)), len(self._gazetteer.path(other)))
        return fold(place.name) != fold(other.name) and len(around) > larger

    def _answer(self, said: tuple[str, ...]) -> _Answer:
        """The larger place is looked up first: many districts share a name, and one of them lies in it."""
        known: list[Place] = []
        for text in reversed(said):
            larger = known[0].code if known else ""
            place = self._by_code(text.strip()) or (larger and self._by_name(text, larger)) or self._by_name(text)
            known = [place, *known] if place else known
        if not known:
            return _Answer()
        coarser = len(known) == 1 and len(said) > 1 and known[0].level == COUNTRY and not self._names(said[0], known[0])
        return _Answer(known[0].code, any(self._elsewhere(known[0], place) for place in known[1:]), coarser)

    def _names(self, said: str, country: Place) -> bool:
        """Whether a text is the name of this country in one of the six languages."""
        return fold(said) in {fold(self._gazetteer.country_name(country.code, language)) for language in SIX}

    def _by_code(self, said: str) -> Place | None:
        """Codes have digits or are capitals: a place called Mali is not looked up as a code."""
        if not (said.isupper() or any(map(str.isdigit, said))):
            return None
        place = self._gazetteer.place(said)
        return place if place.known else None

    def _by_name(self, said: str, within: str = "") -> Place | None:
        """Only a name that is the same word for word; if a region and a district have it, the region.

        Within a larger place the one that lies in it comes first: a district may be called like its region.
        """
        found = self._gazetteer.find(said, country="" if within else self._country, within=within, limit=10)
        wanted = fold(said)
        same = [one for one in found if wanted in map(fold, (one.name, *one.other_names))]
        return min(same, key=lambda one: one.code == within, default=None)
