"""The charts of a picture, each row with the entries that it is made of: report and window show the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from app.domain.coverage import State
from app.domain.once import told_once
from app.domain.periods import months
from app.domain.picture.figures import About, Figure, told_of
from app.domain.picture.under_way import runs_in
from app.domain.reach import FIRST_NAMED
from app.domain.shared import People, Picture, SharedActivity, SharedEntry, Stream, Told
from app.domain.terms import When
from app.domain.wording import Wording
from app.reports import illustrations
from app.reports.document import Bar, Bars, Stacked, Timeline


@dataclass(frozen=True)
class Charted:
    """One chart, and of each of its rows from what it is made, read anew each time that somebody asks."""

    block: Bars | Stacked | Timeline
    behind: tuple[Iterable[Told], ...]


def charts(picture: Picture, wording: Wording) -> Iterator[Charted]:
    """What a picture shows at a glance; each chart that there is something to show in."""
    number = wording.say.number
    done = [view for view in picture.objectives if view.state is State.DONE]
    bars = tuple(Bar(wording.objective(view.objective), view.activities, number(view.activities)) for view in done)
    if bars:
        about = tuple(_of_objective(picture, view.objective) for view in done)
        yield Charted(Bars(wording.say.gettext("Activities by objective"), bars), about)
    if found := _by_group(picture, [view.objective for view in done], wording):
        yield found
    if found := _over_time(picture, wording):
        yield found


def _by_group(picture: Picture, numbers: list[int], wording: Wording) -> Charted | None:
    """Each activity under its first objective alone, so that the bars add up."""
    named = {wording.objective(number): number for number in numbers}
    people = picture.sums.people.get(FIRST_NAMED, {})
    drawn = illustrations.by_group([(label, people.get(number, People())) for label, number in named.items()], wording)
    if drawn is None:
        return None
    return Charted(drawn, tuple(_once(picture, partial(_names_first, named[bar.label])) for bar in drawn.bars))


def _over_time(picture: Picture, wording: Wording) -> Charted | None:
    """Each activity where they are few, and how many ran in each month where they are many or nobody holds them."""
    if not picture.sums.dated:
        return None
    if picture.sums.dated <= illustrations.MOST_MOMENTS and picture.is_held and not picture.left_out:
        told = {id(one.entry): one for one in told_once(picture)}
        entries = [one.entry for one in told.values() if isinstance(one.entry, SharedActivity)]
        drawn = illustrations.over_time(entries, picture.period, wording)
        return Charted(drawn, tuple((told[id(one)],) for one in illustrations.in_order(entries))) if drawn else None
    behind = tuple(_once(picture, partial(_runs_in, month)) for month in months(picture.period))
    return Charted(illustrations.by_month(picture.sums.months, picture.period, wording), behind)


def _of_objective(picture: Picture, number: int) -> Stream:
    return Stream(lambda _all: told_of(picture, Figure(About.OBJECTIVE, "", number)))


def _once(picture: Picture, wanted: Callable[[SharedEntry], bool]) -> Stream:
    return Stream(lambda _all: (one for one in told_once(picture) if wanted(one.entry)))


def _names_first(number: int, entry: SharedEntry) -> bool:
    return isinstance(entry, SharedActivity) and entry.objectives[:1] == (number,)


def _runs_in(month: When, entry: SharedEntry) -> bool:
    return runs_in(entry, month)
