"""Widening: what was made for one audience, as a wider one may read it. Coordinators print for the public by this."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TypeVar

from app.domain.shared import (
    Audience,
    Disclosure,
    FeedbackCount,
    SharedActivity,
    SharedEntry,
    SharedFeedback,
    Submission,
)
from app.domain.terms import WITHHELD, Count
from app.places import load
from app.privacy.scanning import scan
from app.privacy.suppression import rounded, single

E = TypeVar("E", bound=SharedEntry)


def widened(submission: Submission, audience: Audience) -> Submission:
    """The submission as this audience may read it; itself where it was made for that audience or a wider one.

    Larger groups only and no breakdown, no single message, and no text in which something points at a person:
    it was released for whoever it was sent to, and for nobody else. Numbers stay exact, so that they can be added.
    """
    if audience.smallest <= submission.disclosure.threshold:
        return submission
    country = submission.organisation.country
    kept = [one for one in submission.entries if not isinstance(one, SharedFeedback)]
    entries = tuple(_without_pointers(_counted(one, audience), country) for one in kept)
    held_back = submission.disclosure.records_held_back + len(submission.entries) - len(kept)
    return replace(submission, entries=entries, disclosure=Disclosure(audience, audience.smallest, held_back))


def told(entry: E, audience: Audience) -> E:
    """The entry as it is printed for this audience: the public reads numbers in fives."""
    if audience is not Audience.PUBLIC:
        return entry
    counts = {one.name: getattr(entry, one.name) for one in fields(entry)}
    fives = {name: rounded(count) for name, count in counts.items() if isinstance(count, Count)}
    return replace(entry, **fives)  # type: ignore[arg-type]


def _counted(entry: SharedEntry, audience: Audience) -> SharedEntry:
    if isinstance(entry, FeedbackCount):
        return replace(entry, count=_protected(entry.count, audience))
    if not isinstance(entry, SharedActivity):
        return entry
    counts = {one.name: getattr(entry, one.name) for one in fields(entry)}
    groups = {
        name: WITHHELD
        for name, count in counts.items()
        if name != "reach" and isinstance(count, Count) and not count.not_asked
    }
    return replace(entry, reach=_protected(entry.reach, audience), **groups)  # type: ignore[arg-type]


def _protected(count: Count, audience: Audience) -> Count:
    return count if count.withheld else single(count.value, audience.smallest)


def _without_pointers(entry: E, country: str) -> E:
    """The entry, each text empty in which the scan finds something."""
    pointed: dict[str, object] = {}
    for one in fields(entry):
        value = getattr(entry, one.name)
        text = "\n".join(map(str, value)) if isinstance(value, tuple) else value
        if one.name != "id" and isinstance(text, str) and scan(text, country, places=load()):
            pointed[one.name] = type(value)()
    return replace(entry, **pointed)  # type: ignore[arg-type]
