"""Exporting: tables for others, through the same disclosure rules as a submission."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from app.domain.shared import Audience, Call, Disclosure, Submission
from app.domain.terms import Period
from app.errors import GroundworkError
from app.i18n import N_
from app.privacy.beside import Reader
from app.progress import Progress, silent
from app.reports import tables
from app.reports.exchange import iati_checks, three_w
from app.reports.exchange.iati_checks import Finding, Weight
from app.services.opening.workspace import Workspace
from app.services.picturing import foreign, outlining
from app.services.submitting import published, reviewing
from app.storage import values

_PUBLISHER = "iati publisher"


class NotForIatiError(GroundworkError):
    """What stops an IATI file, in one sentence."""

    message = N_("The IATI file was not written. {reason}")


def call(workspace: Workspace, period: Period, audience: Audience) -> Call:
    """What everything that is made for an audience and sent to nobody answers: what was read for it once holds."""
    return Call(f"export:{audience.value}", workspace.organisation.name, period, audience=audience)


def shared(
    workspace: Workspace,
    period: Period,
    audience: Audience,
    progress: Progress = silent,
    *,
    accept_findings: bool = False,
) -> Submission:
    """What this audience may read of a period, made as a submission is, and sent to nobody.

    A text with an undecided finding stays here, unless somebody has read all of them.
    """
    asked = call(workspace, period, audience)
    seen = reviewing.review(workspace, asked, accept_findings=accept_findings, progress=progress)
    waiting = {finding.record for finding in seen.undecided}
    items = [item.entry for item in seen.items if item.record not in waiting]
    kept = len(seen.held_back) + len(waiting)
    return Submission(
        organisation=seen.organisation,
        call=asked.id,
        period=period,
        revision=0,
        disclosure=Disclosure(audience, seen.smallest, kept),
        reference=workspace.pack.version,
        entries=(*items, *seen.counts),
    )


def shown(
    workspace: Workspace, period: Period, audience: Audience, progress: Progress = silent
) -> tuple[Submission, ...]:
    """What is exported: of a coordinator what its picture is made of, else what this workspace would share."""
    if not workspace.coordinator:
        return (shared(workspace, period, audience, progress),)
    return tuple(outlining.whole(workspace, period, audience, progress)[1]())


def _reader(submission: Submission, audience: Audience) -> Reader:
    return Reader(submission.period, audience, submission.disclosure.threshold)


def keep(workspace: Workspace, shown: Iterable[Submission]) -> None:
    """From now on the numbers of these are known."""
    for one in shown:
        reader = _reader(one, one.disclosure.audience)
        published.keep(workspace, reader, [(one.organisation.id, entry) for entry in one.entries])


def as_csv(workspace: Workspace, shown: tuple[Submission, ...], language: str = "") -> bytes:
    """The activities as one CSV table."""
    keep(workspace, shown)
    return tables.activities_csv(shown, workspace.pack, language or workspace.language)


def as_workbook(workspace: Workspace, shown: tuple[Submission, ...], language: str = "") -> bytes:
    """The activities, objectives and feedback counts as a workbook (XLSX)."""
    from app.reports.workbook import activities

    keep(workspace, shown)
    return activities(shown, workspace.pack, language or workspace.language)


def as_three_w(
    workspace: Workspace,
    shown: tuple[Submission, ...],
    language: str = "",
    *,
    workbook: bool = False,
    tags: bool = True,
) -> bytes:
    """The activities as a 3W table (who does what, where), as CSV or workbook, with HXL tags unless not wanted."""
    keep(workspace, shown)
    make = three_w.workbook if workbook else three_w.csv_table
    return make(shown, workspace.pack, language or workspace.language, tags=tags)


def as_iati(
    workspace: Workspace, shown: tuple[Submission, ...], publisher: str, when: datetime, language: str = ""
) -> tuple[bytes, tuple[Finding, ...]]:
    """The activities as an IATI 2.03 file, and what to mend or improve in it.

    `publisher` is the organisation's identifier there, "" for that of the last file: nobody types it twice.
    Raises NotForIatiError if something stops it, and keeps nothing then.
    """
    from app.reports.exchange import iati

    kept, held_back = foreign.of(workspace, shown)
    with workspace.reading() as session:
        publisher = publisher or str(values.get(session, _PUBLISHER) or "")
    known = iati.Publisher(publisher, kept)
    found = (*iati_checks.check(shown, known, when.date()), *held_back)
    if stop := next((one for one in found if one.weight is Weight.STOPS), None):
        raise NotForIatiError(reason=stop.sentence())
    keep(workspace, shown)
    with workspace.writing() as session:
        values.put(session, _PUBLISHER, publisher)
    return iati.xml(shown, known, workspace.pack, language or workspace.language, when), found


def as_data_package(workspace: Workspace, shown: tuple[Submission, ...], when: datetime) -> bytes:
    """Everything that is told, each kind of record a CSV table, as a data package (Frictionless) in a zip."""
    from app.reports.exchange import data_package

    keep(workspace, shown)
    return data_package.archive(shown, workspace.pack, when.date())
