"""Listing: a picture is its figures, and beside them the entries that they are made of, held or read when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Any

from app import garbage
from app.domain.picture.editions import Edition
from app.domain.shared import (
    Entries,
    Outline,
    Picture,
    SharedActivity,
    SharedAssessment,
    SharedEntry,
    SharedFeedback,
    Stream,
    Submission,
    Told,
    of_organisation,
)
from app.domain.terms import Period
from app.services.picturing.merging import MERGED, in_period, is_heard_in

HELD = 20_000
"""Pictures of more entries are not held in memory: their lists are read anew by everybody who looks."""
STRETCH = 5_000
"""So many entries of a large picture are looked at together."""
Read = Callable[[str], Iterator[Submission]]
"""What an organisation tells, or all of them (""), as it is printed."""


class List(StrEnum):
    """The lists of a picture."""

    ACTIVITIES = "activities"
    ASSESSMENTS = "assessments"
    VOICES = "voices"
    FURTHER = "further"


def listed(figures: Outline, read: Read, most: int = HELD) -> Picture:
    """The picture with these figures, made of these submissions: those that count, as they are printed.

    In the order of their organisations and calls it is what `merging.merged_beside` makes of them. Of more than
    `most` entries it holds none.
    """
    period = figures.period
    again = _remembering(read)
    lists: dict[List, Entries] = {one: Stream(_reader(again, one, period)) for one in List}
    if figures.sums.entries <= most:
        with garbage.not_looked_for():
            lists.update(parted(read(""), period))
    return Picture(
        period=period,
        audience=figures.audience,
        threshold=figures.threshold,
        reference=figures.reference,
        contributors=figures.contributors,
        objectives=figures.objectives,
        places=figures.places,
        activities=lists[List.ACTIVITIES],
        assessments=lists[List.ASSESSMENTS],
        absent_types=figures.absent_types,
        further=lists[List.FURTHER],
        voices=lists[List.VOICES],
        linked=figures.linked,
        numbers=figures.numbers,
        withheld=figures.withheld,
        digest=figures.digest,
        activities_once=figures.activities_once,
        further_kinds=figures.further_kinds,
        sums=figures.sums,
    )


def parted(printed: Iterable[Submission], period: Period) -> dict[List, tuple[Told, ...]]:
    """Their entries by the list that they stand in."""
    found: dict[List, list[Told]] = {one: [] for one in List}
    for one in printed:
        for entry in one.entries:
            if name := list_of(entry, period):
                found[name].append(Told(one.organisation, entry))
    return {name: tuple(told) for name, told in found.items()}


def list_of(entry: SharedEntry, period: Period) -> List | None:
    """The list that an entry stands in; None for what is only added up, or is of another time."""
    if isinstance(entry, SharedActivity):
        return List.ACTIVITIES if in_period(entry, period) else None
    if isinstance(entry, SharedAssessment):
        return List.ASSESSMENTS
    if isinstance(entry, SharedFeedback):
        return List.VOICES if is_heard_in(entry, period) else None
    return None if isinstance(entry, MERGED) else List.FURTHER


def figures_alone(shown: Edition) -> Edition:
    """An edition that is too large to be printed whole without any of its entries; it says how many are left out."""
    if shown.is_held:
        return shown
    return replace(shown, picture=_emptied(shown.picture), before=shown.before and _emptied(shown.before))


def stretch(shown: Edition, start: int, most: int = STRETCH) -> tuple[Edition, int]:
    """What some organisations tell, in the order of their ids, from the one at `start` on; and where the next begin.

    There are as many of them as tell `most` entries, at least one. The figures are those of all. Of an indicator that
    was asked for, only all of them together can say that nobody told it.
    """
    owners = organisations(shown)
    told: dict[List, list[Told]] = {one: [] for one in List}
    before: dict[List, list[Told]] = {one: [] for one in List}
    at = start
    while at < len(owners) and (at == start or sum(map(len, told.values())) < most):
        _add(told, shown.picture, owners[at])
        if shown.before is not None:
            _add(before, shown.before, owners[at])
        at += 1
    past = shown.before and _with(shown.before, before)
    asked = shown.asked if at - start == len(owners) else ()
    return replace(shown, picture=_with(shown.picture, told), before=past, asked=asked), at


def organisations(shown: Edition) -> list[str]:
    """The ids of those that count in a picture, or in that of the period before."""
    pictures = [one for one in (shown.picture, shown.before) if one is not None]
    return sorted({one.organisation.id for picture in pictures for one in picture.counted})


def _add(told: dict[List, list[Told]], shown: Picture, owner: str) -> None:
    for name in List:
        told[name] += of_organisation(getattr(shown, name.value), owner)


def _with(shown: Picture, told: dict[List, list[Told]]) -> Picture:
    lists: dict[str, Any] = {name.value: tuple(found) for name, found in told.items()}
    return replace(shown, **lists)


def _emptied(shown: Picture) -> Picture:
    return replace(_with(shown, {name: [] for name in List}), left_out=shown.sums.entries)


def _remembering(read: Read) -> Read:
    """What one organisation tells is held until another one is looked at: it stands in four lists."""
    last: tuple[str, tuple[Submission, ...]] = "", ()

    def again(organisation: str) -> Iterator[Submission]:
        nonlocal last
        if not organisation:
            return read("")
        owner, told = last
        if owner != organisation:
            told = tuple(read(organisation))
            last = organisation, told
        return iter(told)

    return again


def _reader(read: Read, wanted: List, period: Period) -> Callable[[str], Iterator[Told]]:
    return lambda organisation: (
        Told(one.organisation, entry)
        for one in read(organisation)
        for entry in one.entries
        if list_of(entry, period) is wanted
    )
