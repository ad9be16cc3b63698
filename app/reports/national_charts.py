"""The charts of a picture, each row with the entries that it is made of: report and window show the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.coverage import State
from app.domain.picture.figures import About, Figure, told_of
from app.domain.shared import Picture, SharedActivity, Told
from app.domain.wording import Wording
from app.reports import counted_once, illustrations
from app.reports.document import Bar, Bars, Stacked, Timeline

_Rows = tuple[tuple[Told, ...], ...]


@dataclass(frozen=True)
class Charted:
    """One chart, and of each of its rows from what it is made."""

    block: Bars | Stacked | Timeline
    behind: _Rows


def charts(picture: Picture, wording: Wording) -> Iterator[Charted]:
    """What a picture shows at a glance; each chart that there is something to show in."""
    number = wording.say.number
    done = [view for view in picture.objectives if view.state is State.DONE]
    bars = tuple(Bar(wording.objective(view.objective), view.activities, number(view.activities)) for view in done)
    if bars:
        about = tuple(told_of(picture, Figure(About.OBJECTIVE, "", view.objective)) for view in done)
        yield Charted(Bars(wording.say.gettext("Activities by objective"), bars), about)
    told = counted_once.told_once(picture)
    if found := _by_group(told, [view.objective for view in done], wording):
        yield found
    if found := _over_time(told, picture, wording):
        yield found


def _by_group(told: list[Told], numbers: list[int], wording: Wording) -> Charted | None:
    """Each activity under its first objective alone, so that the bars add up."""
    under = {wording.objective(number): [one for one in told if _first(one) == number] for number in numbers}
    drawn = illustrations.by_group([(label, _entries(found)) for label, found in under.items()], wording)
    return Charted(drawn, tuple(tuple(under[bar.label]) for bar in drawn.bars)) if drawn else None


def _over_time(told: list[Told], picture: Picture, wording: Wording) -> Charted | None:
    entries = _entries(told)
    drawn = illustrations.over_time(entries, picture.period, wording)
    if drawn is None:
        return None
    if isinstance(drawn, Timeline):
        known = {id(one.entry): one for one in told}
        return Charted(drawn, tuple((known[id(entry)],) for entry in illustrations.in_order(entries)))
    months = illustrations.months(picture.period)
    return Charted(drawn, tuple(tuple(one for one in told if illustrations.runs_in(one.entry, at)) for at in months))


def _first(told: Told) -> int:
    return next(iter(told.entry.objectives), 0) if isinstance(told.entry, SharedActivity) else 0


def _entries(told: list[Told]) -> list[SharedActivity]:
    return [one.entry for one in told if isinstance(one.entry, SharedActivity)]
