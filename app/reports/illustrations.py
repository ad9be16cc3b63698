"""The charts of a document: who was reached by group, what happened when, and what was promised by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import accumulate

from app.domain.coverage import Cell, State
from app.domain.periods import months
from app.domain.picture.under_way import under_way
from app.domain.shared import People, SharedActivity, SharedCommitment, SharedCommitmentUpdate
from app.domain.terms import Count, Period, When
from app.domain.wording import Wording
from app.reports.document import Bar, Bars, Coverage, Moment, Stacked, StackedBar, Timeline

MOST_MOMENTS = 14
"""A timeline of more rows says less than a number for each month."""
_MONTHS_WITH_WORDS = 18

Promise = tuple[str, SharedCommitment, Sequence[SharedCommitmentUpdate]]
"""Who promised ("" where it is the whole document's author), what, and what became of it."""


def strip(title: str, cells: Sequence[Cell], wording: Wording) -> Coverage:
    """All objectives in one row, each one of the four kinds of silence and doing."""
    told = [f"{number} {wording.state(cell.state)}" for number, cell in enumerate(cells, 1)]
    columns = tuple(str(number) for number in range(1, len(cells) + 1))
    key = tuple(map(wording.state, State))
    return Coverage(title, columns, (("", tuple(cells)),), key, wording.say.row(told))


def by_group(rows: Iterable[tuple[str, People]], wording: Wording) -> Stacked | None:
    """People reached in each row by group, added up from printed numbers; None where no group is told."""
    say = wording.say.gettext
    told = [(label, people, tuple(part or None for part in people.groups)) for label, people in rows]
    found = [(label, parts, _in_all(people, wording)) for label, people, parts in told if any(parts)]
    names = (say("women"), say("men"), say("girls"), say("boys"), say("another gender"), say("not told apart"))
    used = [at for at in range(len(names)) if any(parts[at] for _label, parts, _words in found)]
    if not found or used == [len(names) - 1]:
        return None
    key = tuple(names[at] for at in used)
    bars = (_in_parts(label, tuple(parts[at] for at in used), words, key, wording) for label, parts, words in found)
    return Stacked(say("People reached, by group"), key, tuple(bars))


def _in_parts(
    label: str, parts: tuple[int | None, ...], words: str, key: tuple[str, ...], wording: Wording
) -> StackedBar:
    known = [(name, part) for name, part in zip(key, parts, strict=True) if part is not None]
    spoken = wording.say.row([f"{name} {wording.say.number(part)}" for name, part in known])
    return StackedBar(label, parts, words, spoken)


def over_time(activities: Sequence[SharedActivity], period: Period, wording: Wording) -> Timeline | Bars | None:
    """What happened when in the period: every activity where they are few, how many ran in each month where not."""
    dated = [one for one in activities if one.start]
    if not dated:
        return None
    if len(dated) > MOST_MOMENTS:
        return by_month(under_way(dated, period), period, wording)
    first, last = period.start.first_day, period.end.last_day
    moments = tuple(_moment(one, wording) for one in in_order(dated))
    return Timeline(
        wording.say.gettext("Activities over the period"), first, last, _ticks(first, last, wording), moments
    )


def by_month(found: Mapping[str, int], period: Period, wording: Wording) -> Bars:
    """How many activities ran in each month of the period, `found` by month (`2026-07`)."""
    say, number = wording.say.gettext, wording.say.number
    bars = []
    for month in months(period):
        count = found.get(month.month_iso, 0)
        bars.append(Bar(wording.say.month(month.first_day), count, number(count)))
    return Bars(say("Activities under way, by month"), tuple(bars))


def in_order(activities: Iterable[SharedActivity]) -> list[SharedActivity]:
    """Those that tell when they were, by time."""
    dated = [one for one in activities if one.start]
    return sorted(dated, key=lambda one: (one.start, one.end or one.start, one.id))


def promises(found: Sequence[Promise], period: Period, wording: Wording) -> Timeline | None:
    """Every promise from its beginning to the day it is due, across as many periods as it runs."""
    moments = tuple(_promise(one, period, wording) for one in found if one[1].due or one[1].start)
    if not moments:
        return None
    first = min([period.start.first_day, *(one.start for one in moments)])
    last = max([period.end.last_day, *(one.end or one.start for one in moments)])
    title = wording.say.gettext("Commitments from one period to the next")
    return Timeline(title, first, last, _ticks(first, last, wording), moments)


def _moment(one: SharedActivity, wording: Wording) -> Moment:
    start = one.start or When(1, 1)
    end = one.end or start
    text = wording.say.row([_span(start, end, wording), *([wording.place(one.place)] if one.place else [])])
    is_day = bool(start.day) and start == end
    return Moment(one.title, start.first_day, None if is_day else end.last_day, text)


def _promise(told: Promise, period: Period, wording: Wording) -> Moment:
    who, promise, news = told
    dates = [one.date for one in news if one.date]
    start = promise.start or min([*dates, *([promise.due] if promise.due else []), period.start])
    end = max(promise.due or start, start)
    last = max((one for one in news if one.date), key=lambda one: one.date.iso if one.date else "", default=None)
    status = wording.label("commitment_status", (last.status if last else "") or promise.status)
    parts = [who, _span(start, end, wording), status]
    return Moment(promise.title, start.first_day, end.last_day, wording.say.row([part for part in parts if part]))


def _span(start: When, end: When, wording: Wording) -> str:
    return wording.when(start) if start == end else wording.say.months(start.first_day, end.first_day)


def _in_all(people: People, wording: Wording) -> str:
    """The sum of the groups, at least so much where the total of an activity is withheld."""
    return wording.at_least(Count(sum(part or 0 for part in people.groups)), people.withheld)


def _ticks(first: date, last: date, wording: Wording) -> tuple[tuple[date, str], ...]:
    """A line for each month, or for each year where they are many; the words of the first also say the year."""
    each = list(_months(first, last))
    if len(each) > _MONTHS_WITH_WORDS:
        return tuple((month, str(month.year)) for month in each if month.month == 1)
    across = each[0].year != each[-1].year
    return tuple(
        (month, wording.say.month(month, year=across and (not at or month.month == 1), figures=across))
        for at, month in enumerate(each)
    )


def _months(first: date, last: date) -> Iterator[date]:
    count = (last.year - first.year) * 12 + last.month - first.month
    return accumulate(range(count), lambda month, _at: _next(month), initial=first.replace(day=1))


def _next(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)
