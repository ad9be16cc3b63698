"""Likeness: how much speaks for two entries being one activity, in points, each with the reason it was given for.

The points were set by hand on one half of the labelled pairs (tests/data/once) and are judged on the other half.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from app.domain.once.reasons import Reason, Why
from app.domain.once.traits import Traits

Found = tuple[float, Why | None]
_NOTHING: Found = (0.0, None)
_EQUAL, _ALIKE, _NEAR, _STRANGE = 94.0, 80.0, 66.0, 40.0
_FEW_WORDS = 3
_NUMBER_TELLS = 10
_WORDS_AT_MOST, _PARTNERS_AT_MOST = 5.5, 5.0
"""What titles and texts, and what partners can give: a pair that lacks more is not read any further."""


def likeness(one: Traits, other: Traits, enough: float) -> tuple[float, tuple[Why, ...]]:
    """Points and why they were given; where `enough` cannot be reached any more, what was found until then."""
    when, where, people = _when(one, other), _where(one, other), _people(one, other)
    about, kind = _objectives(one, other), _kind(one, other)
    points = when[0] + where[0] + about[0] + kind[0] + people[0]
    if points + _WORDS_AT_MOST + _PARTNERS_AT_MOST < enough:
        return points, ()
    named, third = _NOTHING, _NOTHING
    if one.partners or other.partners or one.named_in or other.named_in:
        named, third = _named(one, other), _third(one, other)
        points += named[0] + third[0]
    if points + _WORDS_AT_MOST < enough:
        return points, ()
    titles, texts = _titles(one, other), _texts(one, other)
    points += titles[0] + texts[0]
    found = (named, third, titles, texts, when, where, about, kind, people)
    return points, tuple(why for _given, why in found if why is not None)


def worth_comparing(one: Traits, others: Iterable[Traits]) -> Iterator[Traits]:
    """Those for which anything but time and place speaks: most pairs of a block end here, before anything is read."""
    heard, named, people, is_plain = one.heard, one.named_in, one.people, one.is_plain
    for other in others:
        if not (is_plain and other.is_plain and heard.isdisjoint(other.heard)):
            yield other
        elif people and other.people and _close(people, other.people):
            yield other
        elif other.name.stands_in(named) or one.name.stands_in(other.named_in):
            yield other


def explained(why: Why, one: Traits, other: Traits) -> Reason:
    """A reason with the values that its sentence names."""
    first, second = one.entry.reach.value, other.entry.reach.value
    values: dict[Why, tuple[str, str]] = {
        Why.SAME_PLACE: (one.place, ""),
        Why.SAME_REGION: (one.region, ""),
        Why.PEOPLE_EQUAL: (str(first), ""),
        Why.PEOPLE_CLOSE: (str(first), str(second)),
        Why.AGAINST_PEOPLE: (str(first), str(second)),
    }
    if why in (Why.TITLES_EQUAL, Why.TITLES_ALIKE, Why.NAMES_ALIKE):
        return Reason(why, one.entry.title, other.entry.title)
    if why is Why.PARTNER:
        who, whom = (one, other) if _names(one, other) else (other, one)
        return Reason(why, who.told.organisation.name, whom.told.organisation.name)
    return Reason(why, *values.get(why, ("", "")))


def _when(one: Traits, other: Traits) -> Found:
    if not one.first or not other.first:
        return _NOTHING
    if one.first == other.first:
        return 1.0, Why.SAME_MONTH
    if one.first <= other.last and other.first <= one.last:
        return 0.6, Why.MONTHS_MEET
    apart = max(one.first - other.last, other.first - one.last)
    return (-0.7, Why.AGAINST_MONTHS) if apart == 1 else (-6.0, None)


def _where(one: Traits, other: Traits) -> Found:
    if not one.place or not other.place:
        return _NOTHING
    if one.place == other.place:
        return 1.5, Why.SAME_PLACE
    if one.region != other.region:
        return -4.0, None
    return (1.0, Why.SAME_REGION) if one.region in (one.place, other.place) else (-1.5, None)


def _objectives(one: Traits, other: Traits) -> Found:
    return (-1.5, None) if one.objectives.isdisjoint(other.objectives) else (0.5, None)


def _kind(one: Traits, other: Traits) -> Found:
    if not one.kind or not other.kind:
        return _NOTHING
    return (0.5, None) if one.kind == other.kind else (-0.8, None)


def _people(one: Traits, other: Traits) -> Found:
    first, second = one.people, other.people
    if not first or not second:
        return _NOTHING
    if first == second:
        if first < _NUMBER_TELLS:
            return _NOTHING
        return (1.5, Why.PEOPLE_EQUAL) if first % 10 == 0 else (2.5, Why.PEOPLE_EQUAL)
    if _close(first, second):
        return 1.2, Why.PEOPLE_CLOSE
    return (-1.5, Why.AGAINST_PEOPLE) if first > second * 2 or second > first * 2 else (-0.4, None)


def _close(first: int, second: int) -> bool:
    """Whether two numbers of people are nearly the same, or so large and the same that it is no chance."""
    if first == second:
        return first >= _NUMBER_TELLS
    small, large = (first, second) if first < second else (second, first)
    return large - small <= 2 or (large - small) * 10 <= large


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
    if one.text and other.text and fuzz.token_set_ratio(one.text, other.text) >= _ALIKE:
        return 1.5, Why.TEXTS_ALIKE
    return _NOTHING
