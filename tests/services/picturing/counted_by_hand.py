"""The sums of a picture counted by hand from its entries, one after the other: what the kept ones are compared with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from app.domain.coverage import Cell, cell
from app.domain.periods import months
from app.domain.picture.crossing import Axis, counted_once, kinds_of
from app.domain.picture.sides import is_public
from app.domain.picture.spots import Grain, place_of
from app.domain.reach import reach_of
from app.domain.shared import (
    Picture,
    Reach,
    ResourcesTotal,
    SharedActivity,
    SharedAssessment,
    SharedChallenge,
    SharedNeedOffer,
    SharedProposal,
    Told,
)
from app.domain.terms import Period
from app.places import load, region

Known = tuple[Cell, int]
Rows = Callable[[Told], Iterable[str]]


def table(shown: Picture, axis: Axis, kind: str = "") -> dict[tuple[str, int], Known]:
    """Every cell in which something was done or wrote nothing: what is known, and how many organisations told it."""
    found = _cells(shown, _told(shown, kind), _rows(axis))
    if axis is Axis.DEPARTMENT:
        return found
    idle = _cells(shown, _idle(shown, kind), _rows(axis) if axis is Axis.KIND else lambda _told: ("",), done=False)
    if axis is Axis.KIND and kind:
        found, idle = ({key: one for key, one in cells.items() if key[0] == kind} for cells in (found, idle))
    return {**idle, **found}


def sides(shown: Picture) -> dict[tuple[int, bool], tuple[Cell, int, dict[str, int], int]]:
    """By objective, of public bodies and of everybody else: what is known, who told it, own views, entries behind."""
    about: dict[tuple[int, bool], list[Told]] = {}
    for one in (*shown.activities, *shown.assessments):
        entry = one.entry
        judged = isinstance(entry, SharedAssessment)
        if not judged or entry.value or entry.nothing_done:
            numbers = (entry.objective,) if judged else entry.objectives  # type: ignore[attr-defined]
            for number in dict.fromkeys(numbers):
                about.setdefault((number, is_public(one.organisation)), []).append(one)
    return {key: _side(shown, told) for key, told in about.items()}


def _side(shown: Picture, told: list[Told]) -> tuple[Cell, int, dict[str, int], int]:
    done = [one for one in told if isinstance(one.entry, SharedActivity)]
    judged = [(one, one.entry) for one in told if isinstance(one.entry, SharedAssessment)]
    idle = [one for one, entry in judged if entry.nothing_done]
    known = cell(counted_once(done, shown.activity_of), nothing_done=bool(idle))
    views = Counter(entry.value for _one, entry in judged if entry.value and not entry.nothing_done)
    return known, len({one.organisation.id for one in done or idle}), dict(views), len(told)


def work(shown: Picture, scale: str, number: int) -> dict[str, tuple[int, int, Reach]]:
    """By place of a scale: activities, organisations and reach, of one objective or of all (0)."""
    places: dict[str, list[Told]] = {}
    for one in _told(shown, ""):
        if number in (0, *one.entry.objectives):  # type: ignore[attr-defined]
            places.setdefault(_place(one, scale), []).append(one)
    same = shown.activity_of
    return {
        place: (
            counted_once(told, same),
            len({one.organisation.id for one in told}),
            reach_of(told, shown.threshold, same),
        )
        for place, told in places.items()
    }


def under_way(shown: Picture) -> dict[str, int]:
    """Activities in each month of the period, of each the entry with the most people."""
    found: Counter[str] = Counter()
    for entry in _each(shown).values():
        for month in months(shown.period):
            if entry.start and Period(month, month).overlaps(entry.start, entry.end):
                found[month.month_iso] += 1
    return dict(found)


def in_all(shown: Picture, number: int) -> int:
    """People in the totals of activities that name an objective first."""
    return sum(one.reach.value or 0 for one in _each(shown).values() if one.objectives[:1] == (number,))


def asked(shown: Picture) -> dict[int, int]:
    """Needs, offers, proposals and challenges of each objective."""
    kinds = SharedNeedOffer | SharedProposal | SharedChallenge
    return dict(
        Counter(number for one in shown.further if isinstance(one.entry, kinds) for number in one.entry.objectives)
    )


def budgets(shown: Picture) -> dict[tuple[str, str], object]:
    """What is told of budgets by currency and source; only where an amount is told."""
    found: dict[tuple[str, str], object] = {}
    for one in shown.further:
        if isinstance(one.entry, ResourcesTotal) and one.entry.budget.value is not None:
            key = one.entry.currency, one.entry.source_type
            found[key] = found.get(key, 0) + one.entry.budget.value  # type: ignore[operator]
    return found


def kinds(shown: Picture) -> tuple[str, ...]:
    """Every kind of organisation, and "" for all of them."""
    return ("", *kinds_of(shown))


def _cells(shown: Picture, told: list[Told], rows: Rows, *, done: bool = True) -> dict[tuple[str, int], Known]:
    cells: dict[tuple[str, int], list[Told]] = {}
    for one in told:
        entry = one.entry
        numbers = entry.objectives if isinstance(entry, SharedActivity) else (entry.objective,)  # type: ignore[attr-defined]
        for code in rows(one):
            for number in numbers:
                cells.setdefault((code, number), []).append(one)
    return {
        key: (
            cell(counted_once(found, shown.activity_of) if done else 0, nothing_done=not done),
            len({one.organisation.id for one in found}),
        )
        for key, found in cells.items()
    }


def _told(shown: Picture, kind: str) -> list[Told]:
    return [one for one in shown.activities if not kind or kind in one.organisation.types]


def _idle(shown: Picture, kind: str) -> list[Told]:
    return [
        one
        for one in shown.assessments
        if isinstance(one.entry, SharedAssessment)
        and one.entry.nothing_done
        and (not kind or kind in one.organisation.types)
    ]


def _rows(axis: Axis) -> Rows:
    if axis is Axis.KIND:
        return lambda told: told.organisation.types
    if axis is Axis.DEPARTMENT:
        return lambda told: told.entry.departments  # type: ignore[attr-defined]
    return lambda told: (_region(told.entry.place),)  # type: ignore[attr-defined]


def _region(code: str) -> str:
    found = region(load().place(code)) if code else None
    return found.code if found else ""


def _place(told: Told, scale: str) -> str:
    if scale in list(Grain):
        return place_of(told.entry.place, Grain(scale))  # type: ignore[attr-defined]
    return told.organisation.region if scale == "reviews" else ""


def _each(shown: Picture) -> dict[object, SharedActivity]:
    kept: dict[object, SharedActivity] = {}
    for one in shown.activities:
        known = shown.activity_of.get(one.identity, one.identity)
        if known not in kept or _people(one.entry) > _people(kept[known]):
            kept[known] = one.entry  # type: ignore[assignment]
    return kept


def _people(entry: object) -> int:
    assert isinstance(entry, SharedActivity)
    return -1 if entry.reach.value is None else entry.reach.value
