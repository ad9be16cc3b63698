"""Traits: what two entries are compared by, made once for each entry and not for each pair."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from app.domain.once.naming import Name
from app.domain.once.sounding import script, sounds
from app.domain.shared import Identity, SharedActivity, Told
from app.domain.terms import When
from app.folding import fold
from app.places import load, region

_TEXT = 400
"""So much of a text is compared."""


@dataclass(frozen=True, slots=True)
class Traits:
    """One activity as it is compared."""

    told: Told
    entry: SharedActivity
    identity: Identity
    title: str
    words: int
    """How many words the title has: two words are soon the same."""
    heard: frozenset[str]
    """The words of the title as they sound."""
    script: str
    text: str
    place: str
    region: str
    first: int
    last: int
    """Months, counted from the year 0; 0 where none is told."""
    objectives: frozenset[int]
    kind: str
    """Of activity; "" where none is told."""
    people: int
    """Those that were reached; 0 where nobody counted or it is withheld."""
    partners: tuple[Name, ...]
    name: Name
    """The organisation's own name."""
    named_in: frozenset[str]
    """The words of title and text as they sound, those that stand in names: a partner may be named there as well."""
    is_plain: bool
    """Whether it names no partner, and its title has words that can be heard: its own words have to speak for it."""


def words_of_names(told: Iterable[Told]) -> frozenset[str]:
    """Every word that stands in a name of the organisations that told these."""
    names = {one.organisation.name for one in told}
    return frozenset(word for name in names for word in _name(name).words)


def traits(told: Told, of_names: frozenset[str]) -> Traits:
    """What is compared of one activity; `of_names` are the words that may be a name, of all that is compared."""
    entry = told.entry
    assert isinstance(entry, SharedActivity)
    title = " ".join(fold(entry.title).split())
    text = f"{entry.summary} {entry.result}"[:_TEXT].strip()
    first, heard, written = _number(entry.start), frozenset(sounds(entry.title)), script(entry.title)
    return Traits(
        told=told,
        entry=entry,
        identity=told.identity,
        title=title,
        words=len(title.split()),
        heard=heard,
        script=written,
        text=fold(text),
        place=entry.place,
        region=_region(entry.place),
        first=first,
        last=max(first, _number(entry.end)),
        objectives=frozenset(entry.objectives),
        kind=entry.type,
        people=entry.reach.value or 0,
        partners=tuple(map(_name, entry.partners)),
        name=_name(told.organisation.name),
        named_in=of_names.intersection(sounds(f"{entry.title} {text}", 2)),
        is_plain=bool(heard) and not entry.partners and written != "han",
    )


def _number(when: When | None) -> int:
    return when.year * 12 + when.month - 1 if when else 0


@lru_cache(maxsize=4096)
def _region(code: str) -> str:
    if not code:
        return ""
    found = region(load().place(code))
    return found.code if found else code


@lru_cache(maxsize=1 << 14)
def _name(text: str) -> Name:
    return Name.of(text)
