"""Traits: what two entries are compared by, made once for each entry not for each pair; plain, to be kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from app.domain.once.naming import Name
from app.domain.once.sounding import script, sounded
from app.domain.shared import Identity, SharedActivity, Told
from app.domain.terms import When
from app.folding import fold
from app.places import load, region

_TEXT = 400
"""So much of a text is compared."""
_NEVER = frozenset({""})
"""What no text has."""


@dataclass(frozen=True, slots=True)
class Traits:
    """One activity as it is compared."""

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
    called: frozenset[str]
    """The words of that name which a text has to have to name it; of a name of one word none does."""
    named_in: frozenset[str]
    """The words of title and text as they sound: a partner may be named there as well."""
    is_plain: bool
    """Whether it names no partner, and its title has words that can be heard: its own words have to speak for it."""


def traits(told: Told) -> Traits:
    """What is compared of one activity."""
    entry = told.entry
    assert isinstance(entry, SharedActivity)
    title = " ".join(fold(entry.title).split())
    text = fold(f"{entry.summary} {entry.result}"[:_TEXT].strip())
    first, heard, written = month_of(entry.start), frozenset(sounded(title)), script(entry.title)
    return Traits(
        identity=told.identity,
        title=title,
        words=len(title.split()),
        heard=heard,
        script=written,
        text=text,
        place=entry.place,
        region=_region(entry.place),
        first=first,
        last=max(first, month_of(entry.end)),
        objectives=frozenset(entry.objectives),
        kind=entry.type,
        people=entry.reach.value or 0,
        partners=tuple(map(_name, entry.partners)),
        name=_name(told.organisation.name),
        called=called(_name(told.organisation.name)),
        named_in=frozenset(sounded(f"{title} {text}", 2)),
        is_plain=bool(heard) and not entry.partners and written != "han",
    )


def called(name: Name) -> frozenset[str]:
    """The words by which a text names this: all of them, and more than one, as a single one may be any word."""
    return name.words if len(name.words) > 1 else _NEVER


def month_of(when: When | None) -> int:
    """A month counted from the year 0; 0 where none is told."""
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
