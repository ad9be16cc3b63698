"""Sheets: one practice, commitment or activity as a page for others, through the border as all that leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from app.domain.checks import check
from app.domain.problems import blocking
from app.domain.records import Activity, Commitment, CommitmentUpdate, Practice, Record
from app.domain.shared import (
    Audience,
    Call,
    PublicOrganisation,
    SharedActivity,
    SharedCommitment,
    SharedCommitmentUpdate,
    SharedEntry,
    SharedPractice,
)
from app.domain.terms import Period
from app.domain.wording import Wording
from app.errors import GroundworkError
from app.i18n import N_
from app.privacy import border
from app.progress import Progress, silent
from app.reports.document import Document
from app.reports.sheets import action, pledge, practice
from app.reports.sheets.parts import Handed
from app.services.feedback import dating
from app.services.opening.workspace import Workspace
from app.services.pages import Copy, Form, Pages, count, drawn, fitting
from app.services.picturing import exporting
from app.services.records import recording
from app.services.submitting import answering, passing, reviewing
from app.services.submitting.findings import KEEP, RELEASE, Finding, findings_in
from app.settings import PAPERS
from app.storage import records

KINDS = (Practice, Commitment, Activity)
"""The kinds of record that a sheet is made of."""
_SCALES = (1.0, 0.95, 0.9, 0.85)
_MOST_PAGES = 2


class NoSheetError(GroundworkError):
    """There are sheets of practices, commitments and activities only."""

    message = N_("A sheet can be made of a practice, a commitment or an activity, and of nothing else.")


class SheetIncompleteError(GroundworkError):
    """What is not complete leaves in no form."""

    message = N_("Something is still missing in it. Fill in what the form asks for, then make the sheet.")


class SheetStaysError(GroundworkError):
    """What is marked as too sensitive leaves in no form."""

    message = N_("This is marked as too sensitive to leave your organisation, so no sheet is made of it.")


class SheetUnsignedError(GroundworkError):
    """Practices and commitments leave after somebody approved them as they are now."""

    message = N_("Nobody has approved it as it is now. Send it for review, or approve it, then make the sheet.")


@dataclass(frozen=True)
class Order:
    """For whom, in which language, form and paper; everybody may read what nothing else is said about."""

    audience: Audience = Audience.PUBLIC
    language: str = ""
    page: str = PAPERS[0]
    accept_findings: bool = False
    """Somebody has read the texts: those with findings go through."""
    form: Form = Form.PDF


@dataclass(frozen=True)
class Crossed:
    """A record as the audience reads it, with what belongs to it, and what somebody should look at first."""

    entry: SharedEntry
    updates: tuple[SharedEntry, ...]
    organisation: PublicOrganisation
    findings: tuple[Finding, ...]

    @property
    def undecided(self) -> tuple[Finding, ...]:
        """Findings that still keep their text here; what cannot be read always stays and is not asked about."""
        return tuple(one for one in self.findings if not one.answer)

    @property
    def waiting(self) -> int:
        """How many texts are kept out of the sheet."""
        return len({(one.record, one.field) for one in self.findings if one.answer != RELEASE})


def crossed(workspace: Workspace, record: str, order: Order) -> Crossed:
    """The record through the border; a text with an undecided finding stays.

    Raises RecordMissingError, NoSheetError, SheetIncompleteError, SheetStaysError and
    SheetUnsignedError.
    """
    found = _found(workspace, record)
    call = _call(workspace, order)
    through = passing.passage(workspace, call, found, ())
    through = replace(through, crossing=frozenset(one.id for one in found))
    if border.stays(found[0]):
        raise SheetStaysError
    if border.why_it_stays(found[0], through):
        raise SheetUnsignedError
    eye = answering.eye(workspace, call, accept=order.accept_findings)
    findings: list[Finding] = []
    entries: list[SharedEntry] = []
    for one in found:
        seen = findings_in(one, eye, signed=one.id in through.signed)
        entry = border.share(one, passing.decided(through, map(_held, seen)))
        entries += [entry] if entry is not None else []
        findings += seen
    organisation, about = reviewing.ourselves(workspace, eye)
    return Crossed(entries[0], tuple(entries[1:]), organisation, (*findings, *about))


def draw(workspace: Workspace, record: str, order: Order, progress: Progress = silent) -> tuple[Pages, int]:
    """The sheet, and how many texts were kept out of it. Raises as `crossed` does."""
    seen = crossed(workspace, record, order)
    made = _making(workspace, seen, order)
    whole = fitting(made, _SCALES)
    if count(whole) > 1:
        whole = fitting(made, _SCALES, most=_MOST_PAGES)
    month = dating.this_month(workspace)
    return drawn(lambda: whole, month=month, copy=Copy(order.form), progress=progress), seen.waiting


def decide(workspace: Workspace, order: Order, answers: Mapping[str, bool]) -> None:
    """Keep what somebody answered to findings: True lets the text out to this audience, also in exports and briefs."""
    kept = {finding: (RELEASE if release else KEEP, "") for finding, release in answers.items()}
    answering.keep(workspace, _call(workspace, order), kept)


def _found(workspace: Workspace, record: str) -> tuple[Record, ...]:
    """The record, and the updates of a commitment."""
    kind = recording.kind_of(workspace, record)
    if kind not in KINDS:
        raise NoSheetError
    first = recording.open_draft(workspace, kind, record).record
    if blocking(check(first, workspace.pack)):
        raise SheetIncompleteError
    with workspace.reading() as session:
        news = [one for one in records.every(session, CommitmentUpdate) if one.commitment == record]
    return (first, *_complete(workspace, news))


def _complete(workspace: Workspace, news: Iterable[CommitmentUpdate]) -> Iterable[CommitmentUpdate]:
    return (one for one in news if not blocking(check(one, workspace.pack)))


def _call(workspace: Workspace, order: Order) -> Call:
    month = dating.this_month(workspace)
    return exporting.call(workspace, Period(month, month), order.audience)


def _held(finding: Finding) -> Finding:
    """What nobody has answered stays."""
    return finding if finding.answer else replace(finding, answer=KEEP)


def _making(workspace: Workspace, seen: Crossed, order: Order) -> Callable[[float], Document]:
    wording = Wording.of(order.language or workspace.language, workspace.pack)

    def made(scale: float) -> Document:
        handed = Handed(seen.organisation, order.audience, order.page, seen.waiting, scale)
        if isinstance(seen.entry, SharedPractice):
            return practice.document(seen.entry, wording, handed)
        if isinstance(seen.entry, SharedActivity):
            return action.document(seen.entry, wording, handed)
        assert isinstance(seen.entry, SharedCommitment)
        news = [one for one in seen.updates if isinstance(one, SharedCommitmentUpdate)]
        return pledge.document(seen.entry, news, wording, handed)

    return made
