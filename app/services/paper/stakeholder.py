"""Stakeholder reports: what an organisation, or several together, tell one review, through the border as ever."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.compact import Mechanism
from app.domain.shared import Audience
from app.domain.terms import Period
from app.domain.wording import Wording
from app.errors import GroundworkError
from app.i18n import N_, translation
from app.privacy.beside import cost
from app.progress import Progress, silent
from app.reports.sheets import stakeholder, stakeholder_content
from app.reports.sheets.parts import Handed
from app.reports.sheets.stakeholder import Content
from app.services.opening.workspace import Workspace
from app.services.pages import Copy, Pages, drawn
from app.services.paper.briefs import NothingForBriefError
from app.services.paper.sheets import Order
from app.services.picturing import exporting, national
from app.services.submitting import answering, reviewing
from app.services.submitting.findings import Finding

LIMITS = {"UPR": (2_815, 5_630)}
"""Words of a report by one organisation and by several together, where a review has set them once for all.

Source: the technical guidelines of the Office of the High Commissioner for Human Rights for stakeholders of the
Universal Periodic Review. Treaty bodies set theirs in the call for each session.
"""


class MechanismMissingError(GroundworkError):
    """No mechanism of the reference data has this code."""

    message = N_("There is no mechanism called “{code}”. There are: {codes}.")


@dataclass(frozen=True)
class Asked:
    """To which mechanism, by its code, of which period; how long it may be."""

    mechanism: str
    period: Period
    joint: bool = False
    """Whether several organisations hand it in together."""
    words: int = 0
    """The most words that the call allows; 0 is what the mechanism always allows."""


@dataclass(frozen=True)
class Report:
    """A finished report: its pages, how long it is and may be, and what is not in it."""

    pages: Pages
    words: int
    most: int
    """0 where no limit is known."""
    left_out: int
    """Paragraphs for which there was no room."""
    waiting: int
    """Records that stay until somebody has read them."""

    def sentence(self) -> str:
        """How long it is, in the active language."""
        return stakeholder.how_long(self.words, self.most, translation())


def draw(workspace: Workspace, asked: Asked, order: Order, progress: Progress = silent) -> Report:
    """The report for its readers; from now on its numbers are known.

    Of a coordinator it is made of all that counts, else of what this workspace would share.
    Raises MechanismMissingError and NothingForBriefError.
    """
    mechanism = _mechanism(workspace, asked.mechanism)
    wording = Wording.of(order.language or workspace.language, workspace.pack)
    content, handed = (_of_picture if workspace.coordinator else _of_own)(workspace, asked, order, mechanism)
    together = asked.joint or workspace.coordinator
    most = asked.words or LIMITS.get(mechanism.code, (0, 0))[together]
    made = stakeholder.fitted(content, wording, handed, most)
    pages = drawn(lambda: made.document, month=asked.period.end, copy=Copy(order.form), progress=progress)
    report = Report(pages, made.words, most, made.left_out, handed.waiting)
    return replace(report, pages=replace(pages, remark=report.sentence()))


def undecided(workspace: Workspace, asked: Asked, audience: Audience) -> tuple[Finding, ...]:
    """What somebody must look at before it can stand in the report; none for a coordinator."""
    if workspace.coordinator:
        return ()
    mechanism = _mechanism(workspace, asked.mechanism)
    seen = reviewing.review(workspace, exporting.call(workspace, asked.period, audience))
    items = (one for one in seen.items if stakeholder_content.is_about(one.entry, mechanism))
    found = (*seen.about, *(finding for item in items for finding in item.findings))
    return tuple(one for one in found if not one.answer)


def _mechanism(workspace: Workspace, code: str) -> Mechanism:
    known = {one.code: one for one in workspace.pack.mechanisms}
    if code.upper() not in known:
        raise MechanismMissingError(code=code, codes=", ".join(known))
    return known[code.upper()]


def _of_own(workspace: Workspace, asked: Asked, order: Order, mechanism: Mechanism) -> tuple[Content, Handed]:
    wording = Wording.of(order.language or workspace.language, workspace.pack)
    shared = exporting.shared(workspace, asked.period, order.audience, accept_findings=order.accept_findings)
    spent = cost(shared.entries)
    told = replace(shared, disclosure=replace(shared.disclosure, counts=spent.numbers, counts_withheld=spent.withheld))
    content = stakeholder_content.of_submission(told, mechanism, wording)
    if not stakeholder_content.has_something(content):
        raise NothingForBriefError(period=asked.period.iso)
    exporting.keep(workspace, [shared])
    return content, Handed(shared.organisation, order.audience, order.page, shared.disclosure.records_held_back)


def _of_picture(workspace: Workspace, asked: Asked, order: Order, mechanism: Mechanism) -> tuple[Content, Handed]:
    wording = Wording.of(order.language or workspace.language, workspace.pack)
    picture = national.picture(workspace, asked.period, order.audience)
    eye = answering.eye(
        workspace, exporting.call(workspace, asked.period, order.audience), accept=order.accept_findings
    )
    ourselves, _about = reviewing.ourselves(workspace, eye)
    content = stakeholder_content.of_picture(picture, mechanism, wording, ourselves.description)
    if not stakeholder_content.has_something(content):
        raise NothingForBriefError(period=asked.period.iso)
    national.keep(workspace, picture)
    return content, Handed(ourselves, order.audience, order.page, collected=True)
