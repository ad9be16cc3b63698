"""Commands of the merged picture: picture, report."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import inputs, opening, printing
from app.cli.asking import Force, Opening, Paper, WorkspacePath
from app.cli.declaring import command
from app.i18n import N_, _, language, ngettext

if TYPE_CHECKING:
    from app.domain.shared import Picture
    from app.services.opening.workspace import Workspace

_WORKBOOK = ".xlsx"
PeriodWords = Annotated[str, typer.Option("--period", metavar="P", help=N_("Whole months: 2026-07..2026-09."))]
AudienceWords = Annotated[
    str, typer.Option("--audience", metavar="WHO", help=N_("own, coordinator, peers or public: who will read it."))
]


@dataclass(frozen=True)
class Chapter:
    """Which report, and where to."""

    period: PeriodWords
    to: Annotated[
        str, typer.Option("--to", metavar="OUT.pdf|OUT.docx|OUT.html|OUT.xlsx", help=N_("The ending says which kind."))
    ]
    audience: AudienceWords = "coordinator"
    paper: Paper = "A4"
    languages: Annotated[
        str,
        typer.Option("--in", metavar="fr+ar", help=N_("Language of the PDF, or two: fr+ar, or side by side: fr/ar.")),
    ] = ""
    force: Force = False


@command("picture", help=N_("The merged figures of a period; the same facts give the same bytes."))
def picture(
    asked: Opening, workspace: WorkspacePath, period: PeriodWords, audience: AudienceWords = "coordinator"
) -> None:
    """The digest depends on facts and decisions only, never on order, repetition or clocks."""
    from app.services.coordinating import national

    wanted, reader = inputs.period(period), inputs.audience(audience)
    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Merging")) as progress:
        shown = national.picture(opened, wanted, reader, progress)
        words = _words(opened, shown)
    printing.answer(asked, {"digest": shown.digest, **national.as_plain(shown)}, words)


@command("report", help=N_("The national report as PDF, Word document, web page or workbook."))
def report(asked: Opening, workspace: WorkspacePath, chapter: Chapter) -> None:
    """Drawn whole before the file is written."""
    from app.files import write_whole
    from app.services.coordinating import national
    from app.services.pages import Copy, Form, tongues

    ending, form = Path(chapter.to).suffix.lower(), Form.of(Path(chapter.to))
    if form is None and ending != _WORKBOOK:
        sentence = _("Reports ending in “{ending}” are not made; use .pdf, .docx, .html or .xlsx.")
        raise typer.BadParameter(sentence.format(ending=ending))
    wanted, reader = inputs.period(chapter.period), inputs.audience(chapter.audience)
    inputs.refuse_unspoken(chapter.languages)
    inputs.refuse_existing(chapter.to, force=chapter.force)
    paper = inputs.paper(chapter.paper)
    warnings: tuple[str, ...] = ()
    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Drawing")) as progress:
        shown = national.picture(opened, wanted, reader, progress)
        if form is None:
            data = national.tabled(opened, shown, tongues(chapter.languages)[0] or asked.language)
        else:
            spoken = chapter.languages or asked.language
            pages = national.drawn(opened, shown, spoken, copy=Copy(form, paper), progress=progress)
            data, warnings = pages.data, pages.warnings
    for warning in warnings:
        printing.tell(asked, warning)
    write_whole(Path(chapter.to), data, replace=chapter.force)
    told = _("The report on {period} is in {file}.").format(period=wanted.iso, file=chapter.to)
    plain = {"file": chapter.to, "digest": shown.digest, "contributors": len(shown.counted), "warnings": list(warnings)}
    printing.answer(asked, plain, [told])


def _words(workspace: Workspace, shown: Picture) -> list[str | printing.Rows]:
    from app.domain.wording import Wording

    wording = Wording.of(language(), workspace.pack)
    rows = [
        (
            one.objective,
            workspace.pack.objective(one.objective).name(language()),
            wording.state(one.state),
            one.activities or "",
            one.organisations or "",
            wording.reach(one.reach) if one.activities else "",
        )
        for one in shown.objectives
    ]
    headings = (
        *(_("Number"), _("Objective"), _("State"), _("Activities")),
        *(_("Organisations"), _("People reached")),
    )
    count = len(shown.counted)
    told = ngettext("{count} organisation counts for {period}.", "{count} organisations count for {period}.", count)
    digest = _("Digest: {digest}").format(digest=shown.digest)
    cost = [sentence] if (sentence := wording.cost(shown.numbers, shown.withheld)) else []
    return [told.format(count=count, period=shown.period.iso), printing.Rows(headings, rows), *cost, digest]
