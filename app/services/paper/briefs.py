"""Briefs: two pages on one period, of an organisation's own work or of a coordinator's picture."""

from __future__ import annotations

from dataclasses import replace

from app.domain.shared import Audience
from app.domain.terms import Period
from app.domain.wording import Wording
from app.errors import GroundworkError
from app.i18n import N_
from app.privacy.beside import cost
from app.progress import Progress, silent
from app.reports.document import Document
from app.reports.sheets import brief, brief_content
from app.reports.sheets.brief import Content, Room
from app.reports.sheets.parts import Handed
from app.services.opening.workspace import Workspace
from app.services.pages import Copy, Pages, drawn, fitting
from app.services.paper.sheets import Order
from app.services.picturing import exporting, national
from app.services.submitting import answering, reviewing
from app.services.submitting.findings import Finding

MOST_PAGES = 2


class NothingForBriefError(GroundworkError):
    """Of this period nothing may be told to these readers."""

    message = N_("There is nothing in {period} that may be told to these readers.")


def draw(workspace: Workspace, period: Period, order: Order, progress: Progress = silent) -> tuple[Pages, int]:
    """The brief, and how many records stay out of it; from now on its numbers are known.

    Of a coordinator it is about all that counts, else about what this workspace would share.
    Raises NothingForBriefError.
    """
    wording = Wording.of(order.language or workspace.language, workspace.pack)
    content, handed = (_of_picture if workspace.coordinator else _of_own)(workspace, period, order, wording)

    def made(room: Room) -> Document:
        progress(0, 0)
        return brief.document(content, wording, handed, room)

    whole = fitting(made, brief.ROOMS, most=MOST_PAGES)
    return drawn(lambda: whole, month=period.end, copy=Copy(order.form), progress=progress), handed.waiting


def undecided(workspace: Workspace, period: Period, audience: Audience) -> tuple[Finding, ...]:
    """What somebody must look at before the records it is about can stand in a brief; none for a coordinator."""
    if workspace.coordinator:
        return ()
    return reviewing.review(workspace, exporting.call(workspace, period, audience)).undecided


def _of_own(workspace: Workspace, period: Period, order: Order, wording: Wording) -> tuple[Content, Handed]:
    shared = exporting.shared(workspace, period, order.audience, accept_findings=order.accept_findings)
    if not shared.entries:
        raise NothingForBriefError(period=period.iso)
    exporting.keep(workspace, [shared])
    spent = cost(shared.entries)
    told = replace(shared, disclosure=replace(shared.disclosure, counts=spent.numbers, counts_withheld=spent.withheld))
    handed = Handed(shared.organisation, order.audience, order.page, shared.disclosure.records_held_back)
    return brief_content.of_submission(told, wording), handed


def _of_picture(workspace: Workspace, period: Period, order: Order, wording: Wording) -> tuple[Content, Handed]:
    picture = national.picture(workspace, period, order.audience)
    if not picture.counted:
        raise NothingForBriefError(period=period.iso)
    national.keep(workspace, picture)
    call = exporting.call(workspace, period, order.audience)
    eye = answering.eye(workspace, call, accept=order.accept_findings)
    ourselves, _about = reviewing.ourselves(workspace, eye)
    content = brief_content.of_picture(picture, wording, ourselves.description)
    return content, Handed(ourselves, order.audience, order.page, collected=True)
