"""Likeness: how much speaks for two entries being one activity, in points, each with the reason it was given for.

The points were set by hand on one half of the labelled pairs (tests/data/once) and are judged on the other half.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz import fuzz

from app.domain.once.reasons import Reason, Why
from app.domain.once.traits import Traits, traits
from app.domain.shared import SharedActivity, Told

Found = tuple[float, Why | None]
Likely = tuple[Traits, float, tuple[Why, ...]]
_NOTHING: Found = (0.0, None)
_CLOSE: Found = (1.2, Why.PEOPLE_CLOSE)
_APART: Found = (-0.4, None)
_FAR: Found = (-1.5, Why.AGAINST_PEOPLE)
_EQUAL, _ALIKE, _NEAR, _STRANGE = 94.0, 80.0, 66.0, 40.0
_FEW_WORDS = 3
_NUMBER_TELLS = 10
_WORDS_AT_MOST, _TITLES_AT_MOST, _TEXTS_AT_MOST, _PARTNERS_AT_MOST = 5.5, 4.0, 1.5, 5.0
"""What titles and texts, each of these alone, and partners can give: a pair that lacks more is not read any further."""


def likely(one: Traits, others: Iterable[Traits], enough: float) -> Iterator[Likely]:
    """Those that reach `enough`, with their points and why they were given."""
    for other in _told_alike(one, others):
        points = _outside(one, other)
        if points + _WORDS_AT_MOST + _PARTNERS_AT_MOST < enough:
            continue
        is_named = one.partners or other.partners or other.called <= one.named_in or one.called <= other.named_in
        if is_named or points + _TITLES_AT_MOST + (_TEXTS_AT_MOST if one.text and other.text else 0) >= enough:
            found = _read(one, other, points, enough, is_named=bool(is_named))
            if found is not None:
                yield found


def _told_alike(one: Traits, others: Iterable[Traits]) -> Iterable[Traits]:
    """Those for whom more than time and place can speak: a word, a name, or nearly the same number of people."""
    if not one.is_plain:
        return others
    heard, people, called, named = one.heard, one.people, one.called, one.named_in
    least, most = (min(people - 2, people - people // 10), max(people + 2, people * 10 // 9)) if people else (1, 0)
    few = people if people < _NUMBER_TELLS else 0
    return [
        other
        for other in others
        if not heard.isdisjoint(other.heard)
        or (least <= other.people <= most and other.people and other.people != few)
        or not other.is_plain
        or called <= other.named_in
        or other.called <= named
    ]


def _read(one: Traits, other: Traits, points: float, enough: float, *, is_named: bool) -> Likely | None:
    """What the words of two add to the points that they have without; nothing, as soon as it cannot be enough."""
    named, third = (_named(one, other), _third(one, other)) if is_named else (_NOTHING, _NOTHING)
    points += named[0] + third[0]
    if points + _WORDS_AT_MOST < enough:
        return None
    titles = _titles(one, other)
    points += titles[0]
    if points + _TEXTS_AT_MOST < enough:
        return None
    texts = _texts(one, other)
    points += texts[0]
    if points < enough:
        return None
    when, where, people = _when(one, other), _where(one, other), _people(one, other)
    found = (named, third, titles, texts, when, where, people)
    return other, points, tuple(why for _given, why in found if why is not None)


def explained(why: Why, one: Told, other: Told) -> Reason:
    """A reason with the values that its sentence names."""
    first, second = one.entry, other.entry
    assert isinstance(first, SharedActivity)
    assert isinstance(second, SharedActivity)
    people = str(first.reach.value), str(second.reach.value)
    values: dict[Why, tuple[str, str]] = {
        Why.SAME_PLACE: (first.place, ""),
        Why.PEOPLE_EQUAL: (people[0], ""),
        Why.PEOPLE_CLOSE: people,
        Why.AGAINST_PEOPLE: people,
    }
    if why in (Why.TITLES_EQUAL, Why.TITLES_ALIKE, Why.NAMES_ALIKE):
        return Reason(why, first.title, second.title)
    if why is Why.SAME_REGION:
        return Reason(why, traits(one).region)
    if why is Why.PARTNER:
        who, whom = (one, other) if _names(traits(one), traits(other)) else (other, one)
        return Reason(why, who.organisation.name, whom.organisation.name)
    return Reason(why, *values.get(why, ("", "")))


def _outside(one: Traits, other: Traits) -> float:
    """The points for all that is no words: when, where, about what, for how many."""
    points = -1.5 if one.objectives.isdisjoint(other.objectives) else 0.5
    first = one.first
    if first != other.first:
        points += _when_points(first, one.last, other.first, other.last)
    elif first:
        points += 1.0
    place, kind, people, fewer = one.place, one.kind, one.people, other.people
    if place != other.place:
        points += _where_points(place, one.region, other.place, other.region)
    elif place:
        points += 1.5
    if kind and other.kind:
        points += 0.5 if kind == other.kind else -0.8
    if not people or not fewer:
        return points
    if people > 2 * fewer + 2 or fewer > 2 * people + 2:
        return points + _FAR[0]
    return points + _people(one, other)[0]


@lru_cache(maxsize=1 << 14)
def _when_points(first: int, last: int, first_other: int, last_other: int) -> float:
    return _months(first, last, first_other, last_other)[0]


@lru_cache(maxsize=1 << 14)
def _where_points(place: str, region: str, place_other: str, region_other: str) -> float:
    return _places(place, region, place_other, region_other)[0]


def _when(one: Traits, other: Traits) -> Found:
    return _months(one.first, one.last, other.first, other.last)


def _months(first: int, last: int, first_other: int, last_other: int) -> Found:
    if not first or not first_other:
        return _NOTHING
    if first == first_other:
        return 1.0, Why.SAME_MONTH
    if first <= last_other and first_other <= last:
        return 0.6, Why.MONTHS_MEET
    apart = max(first - last_other, first_other - last)
    return (-0.7, Why.AGAINST_MONTHS) if apart == 1 else (-6.0, None)


def _where(one: Traits, other: Traits) -> Found:
    return _places(one.place, one.region, other.place, other.region)


def _places(place: str, region: str, place_other: str, region_other: str) -> Found:
    if not place or not place_other:
        return _NOTHING
    if place == place_other:
        return 1.5, Why.SAME_PLACE
    if region != region_other:
        return -4.0, None
    return (1.0, Why.SAME_REGION) if region in (place, place_other) else (-1.5, None)


def _people(one: Traits, other: Traits) -> Found:
    first, second = one.people, other.people
    if not first or not second:
        return _NOTHING
    if first == second:
        if first < _NUMBER_TELLS:
            return _NOTHING
        return (1.5, Why.PEOPLE_EQUAL) if first % 10 == 0 else (2.5, Why.PEOPLE_EQUAL)
    small, large = (first, second) if first < second else (second, first)
    if large - small <= 2 or (large - small) * 10 <= large:
        return _CLOSE
    return _FAR if large > small * 2 else _APART


def _named(one: Traits, other: Traits) -> Found:
    named, back = _names(one, other), _names(other, one)
    if named and back:
        return 4.0, Why.BOTH_PARTNERS
    return (3.0, Why.PARTNER) if named or back else _NOTHING


def _names(one: Traits, other: Traits) -> bool:
    """Whether an entry names the other's organisation, as a partner or in its words."""
    if one.partners and any(partner.is_that_of(other.name) for partner in one.partners):
        return True
    return other.name.stands_in(one.named_in)


def _third(one: Traits, other: Traits) -> Found:
    if not one.partners or not other.partners:
        return _NOTHING
    shared = any(mine.is_that_of(theirs) for mine in one.partners for theirs in other.partners)
    return (1.0, Why.SAME_PARTNER) if shared else _NOTHING


def _titles(one: Traits, other: Traits) -> Found:
    """In one script how alike the words are; in two, or in two languages, the names in them by their sound."""
    if one.script != other.script:
        return _heard(one, other)
    alike = fuzz.token_sort_ratio(one.title, other.title)
    if alike < _EQUAL:
        alike = max(alike, fuzz.token_set_ratio(one.title, other.title) - 8)
    few = min(one.words, other.words) < _FEW_WORDS
    if alike >= _EQUAL:
        return (2.5 if few else 4.0), Why.TITLES_EQUAL
    if alike >= _ALIKE:
        return (2.0 if few else 3.2), Why.TITLES_ALIKE
    if alike >= _NEAR:
        return 1.8, Why.TITLES_ALIKE
    return _heard(one, other) if alike < _STRANGE else _NOTHING


def _heard(one: Traits, other: Traits) -> Found:
    shared = len(one.heard & other.heard)
    return (min(3.0, 1.2 * shared), Why.NAMES_ALIKE) if shared else _NOTHING


def _texts(one: Traits, other: Traits) -> Found:
    if one.text and (one.text == other.text or (other.text and fuzz.token_set_ratio(one.text, other.text) >= _ALIKE)):
        return 1.5, Why.TEXTS_ALIKE
    return _NOTHING
