"""Outlining: the figures of the national picture from what each organisation adds to them, without reading its files.

They are those that `merging.merged_beside` makes of all files; sums are protected after all parts were added up, for
each picture anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.domain.parts import Heard, heard_together, together
from app.domain.shared import Audience, Contributor, FeedbackCount, ObjectiveView, Outline
from app.domain.terms import WITHHELD, Count, Period
from app.privacy.beside import Reader
from app.privacy.suppression import Cost
from app.progress import Progress, silent
from app.services.coordinating.triage import stands_by
from app.services.opening.workspace import Workspace
from app.services.picturing import duplicates, merging, messages, projecting
from app.services.picturing.projecting import Projected
from app.services.picturing.reading import Reading
from app.services.picturing.unpacking import Known, period_of
from app.services.submitting import published
from app.services.submitting.published import EVERYBODY, NOTHING, Before
from app.storage.exchange import Received
from app.sync.picture_text import digest
from app.sync.standing import Standing


def outline(
    workspace: Workspace, period: Period, audience: Audience = Audience.COORDINATOR, progress: Progress = silent
) -> Outline:
    """The figures of a picture; only the files of organisations are read of which something changed."""
    return _outlined(workspace, Reader(period, audience, audience.smallest), progress)[0]


def whole(
    workspace: Workspace, period: Period, audience: Audience, progress: Progress = silent
) -> tuple[Outline, Reading]:
    """The figures of a picture, and what they are made of: all that counts, as it is printed for this audience."""
    asked = Reader(period, audience, audience.smallest)
    found, projected = _outlined(workspace, asked, progress)
    name = projecting.name_of(asked)
    return found, Reading(workspace, name, projected.bases, lambda: _outlined(workspace, asked, silent))


def _outlined(workspace: Workspace, asked: Reader, progress: Progress) -> tuple[Outline, Projected]:
    held, found, trusted = stands_by(workspace)
    known = _known(workspace, held, found, trusted)
    projected = projecting.project(workspace, known, asked, progress)
    reader = replace(asked, smallest=projected.smallest)
    numbers = [objective.number for objective in workspace.pack.objectives]
    added = together(projected.parts, known.answers, reader.smallest, numbers, asked.period)
    views = _with_messages(added.objectives, projected, reader, _of_everybody(workspace, known))
    spent = Cost(added.numbers, added.withheld) + merging.cost_of_views(views)
    counting = [one for owner in known.held for one in known.counting(owner, asked.period)]
    made = Outline(
        period=asked.period,
        audience=asked.audience,
        threshold=reader.smallest,
        reference=workspace.pack.version,
        contributors=_contributors(known, found, projected, asked.period),
        objectives=views,
        places=added.places,
        absent_types=merging.absent((projected.files[one.id].organisation for one in counting), workspace.pack),
        linked=added.linked,
        activities_once=added.activities_once,
        further_kinds=added.further_kinds,
        numbers=spent.numbers,
        withheld=spent.withheld,
        sums=added.sums,
    )
    return replace(made, digest=digest(made)), projected


def _known(workspace: Workspace, held: Iterable[Received], found: Standing, trusted: Mapping[str, str]) -> Known:
    by_owner: dict[str, list[Received]] = {}
    for one in sorted(held, key=lambda kept: (kept.organisation, kept.revision, kept.id)):
        by_owner.setdefault(one.organisation, []).append(one)
    return Known(
        {owner: tuple(kept) for owner, kept in by_owner.items()},
        frozenset(one.id for one in found.counted),
        frozenset(one.id for one in found.replaced),
        trusted,
        duplicates.answers(workspace),
        published.marks(workspace),
    )


def _of_everybody(workspace: Workspace, known: Known) -> Before:
    """What was published of all organisations together."""
    if not known.marks:
        return NOTHING
    return published.by_organisation(published.before(workspace)).get(EVERYBODY, NOTHING)


def _with_messages(
    views: Iterable[ObjectiveView], projected: Projected, reader: Reader, known: Before
) -> tuple[ObjectiveView, ...]:
    heard = _by_objective(one for part in projected.parts.values() for one in part.heard)
    exact = _by_objective(one for part in projected.parts.values() for one in part.exactly)
    return tuple(
        replace(
            view,
            feedback=messages.told(told, exact.get(view.objective, ()), reader, known),
            feedback_withheld=messages.left_out(told),
        )
        for view in views
        for told in [heard.get(view.objective, [])]
    )


def _by_objective(found: Iterable[Heard]) -> dict[int, list[FeedbackCount]]:
    """Of each objective and type one sum of what is told, and as many withheld numbers as there are."""
    told: dict[int, list[FeedbackCount]] = {}
    for one in heard_together(found):
        counts = [Count(one.count), *[WITHHELD] * one.withheld]
        told.setdefault(one.objective, []).extend(messages.total(one.type, one.objective, each) for each in counts)
    return told


def _contributors(known: Known, found: Standing, projected: Projected, period: Period) -> tuple[Contributor, ...]:
    clashes = {one.id for one in found.clashes}
    told = []
    for one in (each for kept in known.held.values() for each in kept):
        fate = _fate(one, known, clashes, found.left_out) if period.covers(period_of(one.period)) else "outside-period"
        came = projected.files[one.id]
        told.append(Contributor(came.organisation, one.id, one.revision, fate, came.activities, came.taken_back))
    return tuple(told)


def _fate(one: Received, known: Known, clashes: set[str], left_out: Mapping[str, object]) -> str:
    """What became of a submission of the period."""
    if one.id in known.counted:
        return "accepted"
    if one.id in known.replaced:
        return "replaced"
    return "clash" if one.id in clashes else str(left_out.get(one.id, "waiting"))
