"""Widening: what was made for one audience, as a wider one may read it. Coordinators print for the public by this."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import TypeVar

from app.domain.shared import (
    Audience,
    Disclosure,
    LoopTotal,
    ResourcesOfObjective,
    ResourcesTotal,
    SharedActivity,
    SharedEntry,
    SharedFeedback,
    SharedPractice,
    Submission,
)
from app.domain.terms import WITHHELD, Amount, Count
from app.places import load
from app.privacy import border
from app.privacy.scanning import scan
from app.privacy.suppression import rounded, single

E = TypeVar("E", bound=SharedEntry)


_FOR_ITS_RECIPIENT = (SharedFeedback, LoopTotal, ResourcesTotal, ResourcesOfObjective)


def widened(submission: Submission, audience: Audience) -> Submission:
    """The submission as this audience may read it; itself where it was made for that audience or a wider one.

    Larger groups only and no breakdown, no single message, no person to ask, and no text in which something points
    at a person: it was released for whoever it was sent to, and for nobody else. Numbers stay exact, so that they can
    be added; money of one organisation and what was made of too few messages to be sure stay.
    """
    if submission.disclosure.audience.includes(audience):
        return submission
    smallest = max(audience.smallest, submission.disclosure.threshold)
    country = submission.organisation.country
    kept = [one for one in submission.entries if not isinstance(one, _FOR_ITS_RECIPIENT)]
    entries = tuple(_without_pointers(_counted(one, smallest), country) for one in kept)
    held_back = submission.disclosure.records_held_back + len(submission.entries) - len(kept)
    return replace(submission, entries=entries, disclosure=Disclosure(audience, smallest, held_back))


def told(entry: E, audience: Audience) -> E:
    """The entry as it is printed for this audience: the public reads numbers in fives."""
    if audience is not Audience.PUBLIC:
        return entry
    fives: dict[str, object] = {}
    for name, value in _numbers(entry):
        unit = getattr(entry, "unit", "")
        fives[name] = rounded(value) if isinstance(value, Count) else border.amount_in_fives(value, unit)
    return replace(entry, **fives)  # type: ignore[arg-type] # names of its own fields


def _counted(entry: E, smallest: int) -> E:
    found: dict[str, object] = {}
    for name, value in _numbers(entry):
        if isinstance(value, Amount):
            found[name] = border.amount_that_leaves(value, getattr(entry, "unit", ""), smallest)
        elif isinstance(entry, SharedActivity) and name != "reach":
            found[name] = value if value.not_asked else WITHHELD
        else:
            found[name] = _protected(value, smallest)
    if isinstance(entry, SharedPractice):
        found["contact"] = ""
    return replace(entry, **found)  # type: ignore[arg-type] # names of its own fields


def _numbers(entry: SharedEntry) -> Iterator[tuple[str, Count | Amount]]:
    for one in fields(entry):
        value = getattr(entry, one.name)
        if isinstance(value, Count | Amount):
            yield one.name, value


def _protected(count: Count, smallest: int) -> Count:
    return count if count.withheld else single(count.value, smallest)


def _without_pointers(entry: E, country: str) -> E:
    """The entry, each text empty in which the scan finds something."""
    pointed: dict[str, object] = {}
    for one in fields(entry):
        value = getattr(entry, one.name)
        text = "\n".join(map(str, value)) if isinstance(value, tuple) else value
        if one.name != "id" and isinstance(text, str) and scan(text, country, places=load()):
            pointed[one.name] = type(value)()
    return replace(entry, **pointed)  # type: ignore[arg-type] # names of its own fields
