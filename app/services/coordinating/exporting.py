"""Exporting: tables for others, through the same disclosure rules as a submission."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.shared import Audience, Call, Disclosure, Submission
from app.domain.terms import Period
from app.privacy.beside import Reader
from app.privacy.widening import widened
from app.progress import Progress, silent
from app.reports import tables
from app.services.coordinating import honouring, triage
from app.services.opening.workspace import Workspace
from app.services.submitting import published, reviewing


def shared(workspace: Workspace, period: Period, audience: Audience, progress: Progress = silent) -> Submission:
    """What this audience may read of a period, made as a submission is, and sent to nobody.

    A text with an undecided finding stays here.
    """
    call = Call(f"export:{audience.value}", workspace.organisation.name, period, audience=audience)
    seen = reviewing.review(workspace, call, progress=progress)
    waiting = {finding.record for finding in seen.undecided}
    items = [item.entry for item in seen.items if item.record not in waiting]
    kept = len(seen.held_back) + len(waiting)
    return Submission(
        organisation=seen.organisation,
        call=call.id,
        period=period,
        revision=0,
        disclosure=Disclosure(audience, seen.smallest, kept),
        reference=workspace.pack.version,
        entries=(*items, *seen.counts),
    )


def shown(
    workspace: Workspace, period: Period, audience: Audience, progress: Progress = silent
) -> tuple[Submission, ...]:
    """What is exported: of a coordinator all that counts in the period, else what this workspace would share."""
    if not workspace.coordinator:
        return (shared(workspace, period, audience, progress),)
    received, standing = triage.stands(workspace)
    ids, replaced = {one.id for one in standing.counted}, {one.id for one in standing.replaced}
    wanted = sorted((one for one in received if one.id in ids | replaced), key=lambda one: (one.organisation, one.id))
    versions = list(honouring.readings(workspace, wanted))
    inside = [found for one, found in versions if one.id in ids and period.covers(found.period)]
    ordered = sorted(inside, key=lambda one: (one.organisation.id, one.call))
    known = published.before(workspace).with_received(found for _one, found in versions)
    readable = (widened(one, audience) for one in ordered)
    return tuple(known.printed(one, _reader(one, audience)) for one in readable)


def _reader(submission: Submission, audience: Audience) -> Reader:
    return Reader(submission.period, audience, submission.disclosure.threshold)


def _keep(workspace: Workspace, shown: Iterable[Submission]) -> None:
    """From now on the numbers of these are known."""
    for one in shown:
        reader = _reader(one, one.disclosure.audience)
        published.keep(workspace, reader, [(one.organisation.id, entry) for entry in one.entries])


def as_csv(workspace: Workspace, shown: Iterable[Submission], language: str = "") -> bytes:
    """The activities as one CSV table."""
    kept = tuple(shown)
    _keep(workspace, kept)
    return tables.activities_csv(kept, workspace.pack, language or workspace.language)


def as_workbook(workspace: Workspace, shown: Iterable[Submission], language: str = "") -> bytes:
    """The activities, objectives and feedback counts as a workbook (XLSX)."""
    from app.reports.workbook import activities

    kept = tuple(shown)
    _keep(workspace, kept)
    return activities(kept, workspace.pack, language or workspace.language)
