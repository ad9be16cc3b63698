"""Commands that print sheets for others: print sheet, print brief, print stakeholder, print explainer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import inputs, opening, printing
from app.cli.asking import Asked, Force, Opening, WorkspacePath
from app.cli.coordination.picturing import AudienceWords, PeriodWords
from app.cli.declaring import command
from app.cli.records.writing import RecordId
from app.i18n import N_, _, language, ngettext

if TYPE_CHECKING:
    from app.progress import Progress
    from app.services.opening.workspace import Workspace
    from app.services.pages import Form, Pages
    from app.services.paper.sheets import Order

To = Annotated[str, typer.Option("--to", metavar="OUT.pdf|OUT.docx|OUT.html", help=N_("The ending says which kind."))]
Paper = Annotated[str, typer.Option("--paper", metavar="A4|Letter", help=N_("The size of the page."))]
Read = Annotated[
    bool, typer.Option("--accept-findings", help=N_("I have read the texts: let those with findings through."))
]
Draw = Callable[["Workspace", "Progress"], "tuple[Pages, int]"]


@dataclass(frozen=True)
class Paged:
    """Where a sheet goes, for whom, and on which paper; everybody may read it unless something else is said."""

    to: To
    audience: AudienceWords = "public"
    paper: Paper = "A4"
    accept_findings: Read = False
    force: Force = False


@command(
    "sheet",
    within="print",
    help=N_("Print a practice as a sheet, a commitment as a pledge form, or an activity as an action text."),
)
def sheet(asked: Opening, workspace: WorkspacePath, record: RecordId, paged: Paged) -> None:
    """Only what was approved leaves; a text with a finding stays out until somebody says that it was read."""
    from app.services.paper import sheets

    order = _order(asked, paged)
    _print(asked, workspace, paged, lambda opened, progress: sheets.draw(opened, record, order, progress))


@command("brief", within="print", help=N_("Print two pages on a period: for a minister, a council, or anybody."))
def brief(asked: Opening, workspace: WorkspacePath, period: PeriodWords, paged: Paged) -> None:
    """Of a coordinator it is about all that counts, else about what this workspace would share."""
    from app.services.paper import briefs

    order, wanted = _order(asked, paged), inputs.period(period)
    _print(asked, workspace, paged, lambda opened, progress: briefs.draw(opened, wanted, order, progress))


@dataclass(frozen=True)
class Reviewed:
    """To which review, of which period, and how long the report may be."""

    mechanism: Annotated[
        str,
        typer.Option("--mechanism", metavar="CODE", help=N_("Which review: UPR, or a treaty body such as CMW or CRC.")),
    ]
    period: PeriodWords
    joint: Annotated[bool, typer.Option("--joint", help=N_("Several organisations hand it in together."))] = False
    words: Annotated[
        int, typer.Option("--words", metavar="N", min=0, help=N_("The most words that the review allows."))
    ] = 0


@command(
    "stakeholder",
    within="print",
    help=N_("Print a report to the Universal Periodic Review or a treaty body, no longer than it may be."),
)
def stakeholder(asked: Opening, workspace: WorkspacePath, reviewed: Reviewed, paged: Paged) -> None:
    """Of a coordinator it is about all that counts, else about what this workspace would share."""
    from app.services.paper import stakeholder as making

    order = _order(asked, paged)
    told = making.Asked(reviewed.mechanism, inputs.period(reviewed.period), reviewed.joint, reviewed.words)

    def draw(opened: Workspace, progress: Progress) -> tuple[Pages, int]:
        made = making.draw(opened, told, order, progress)
        return made.pages, made.waiting

    _print(asked, workspace, paged, draw)


@command("explainer", within="print", help=N_("Print one page that explains the Compact; no workspace is needed."))
def explainer(asked: Asked, to: To, paper: Paper = "A4", force: Force = False) -> None:
    """It holds nobody's data."""
    from app.compact import load
    from app.files import write_whole
    from app.services.paper import explainer as making

    spoken, page, form = asked.language or language(), inputs.paper(paper), _form(to)
    inputs.refuse_existing(to, force=force)
    pages = making.draw(load(), spoken, page=page, form=form)
    write_whole(Path(to), pages.data, replace=force)
    told = _("The page is in {file}.").format(file=to)
    printing.answer(asked, {"file": to, "language": spoken, "warnings": list(pages.warnings)}, [told])


def _print(asked: Opening, workspace: str, paged: Paged, draw: Draw) -> None:
    """Drawn whole before the file is written; what stayed out is told."""
    from app.files import write_whole

    inputs.refuse_existing(paged.to, force=paged.force)
    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Drawing")) as progress:
        pages, waiting = draw(opened, progress)
    for warning in pages.warnings:
        printing.tell(asked, warning)
    write_whole(Path(paged.to), pages.data, replace=paged.force)
    words = [_("The page is in {file}.").format(file=paged.to), *([pages.remark] if pages.remark else [])]
    if waiting:
        text = ngettext("{count} thing stayed out of it.", "{count} things stayed out of it.", waiting)
        words.append(text.format(count=waiting))
    plain = {"file": paged.to, "audience": paged.audience, "held_back": waiting, "warnings": list(pages.warnings)}
    printing.answer(asked, plain | ({"remark": pages.remark} if pages.remark else {}), words)


def _order(asked: Opening, paged: Paged) -> Order:
    from app.services.paper.sheets import Order

    audience, paper = inputs.audience(paged.audience), inputs.paper(paged.paper)
    return Order(audience, asked.language, paper, paged.accept_findings, _form(paged.to))


def _form(path: str) -> Form:
    """What the ending of the file asks for; any other ending is wrong usage."""
    from app.services.pages import Form

    inputs.refuse_ending(path, *(one.ending for one in Form))
    return Form.of(Path(path)) or Form.PDF
