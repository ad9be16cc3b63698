"""Commands of the merged picture: picture, report."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import inputs, opening, printing
from app.cli.asking import Force, Opening, Paper, WorkspacePath
from app.cli.coordination import telling_compared, telling_sources
from app.cli.declaring import command
from app.i18n import N_, _, language, ngettext

if TYPE_CHECKING:
    from app.domain.picture.editions import Arranged
    from app.domain.shared import Outline, Picture
    from app.services.coordinating.sources import Figure
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
    arranged_by: Annotated[
        str,
        typer.Option(
            "--arranged-by", metavar="HOW", help=N_("objectives, round-tables of the review forum, or regions.")
        ),
    ] = "objectives"
    paper: Paper = "A4"
    languages: Annotated[
        str,
        typer.Option("--in", metavar="fr+ar", help=N_("Language of the PDF, or two: fr+ar, or side by side: fr/ar.")),
    ] = ""
    force: Force = False


@dataclass(frozen=True)
class Looked:
    """Which picture, and which of its figures is asked about."""

    period: PeriodWords
    audience: AudienceWords = "coordinator"
    from_what: Annotated[
        str,
        typer.Option(
            "--from-what",
            metavar="FIGURE",
            help=N_(
                "The files and entries a figure is made of: objective:15, reach:15, views:15, messages:15, voices:15, "
                "idle:15, gap:15, place:MA007:15, within:KE, kind:ST-CSO:15, department:health:15, month:2026-08, "
                "indicator:10.7.1, money:MAD/foundation:15, organisation:ID, entry:ID, entries:commitment, or all."
            ),
        ),
    ] = ""
    map: Annotated[
        bool, typer.Option("--map", help=N_("What is known of each place, as the map of the report shows it."))
    ] = False


@command("picture", help=N_("The merged figures of a period; the same facts give the same bytes."))
def picture(asked: Opening, workspace: WorkspacePath, looked: Looked) -> None:
    """The digest depends on facts and decisions only, never on order, repetition or clocks."""
    from app.services.coordinating import sources
    from app.services.picturing import national, outlining

    wanted, reader = inputs.period(looked.period), inputs.audience(looked.audience)
    if not looked.from_what and not asked.as_json and not looked.map:
        with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Merging")) as progress:
            words = _words(opened, outlining.outline(opened, wanted, reader, progress))
        printing.answer(asked, {}, words)
        return
    figure = _figure(looked.from_what) if looked.from_what else None
    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Merging")) as progress:
        shown = national.picture(opened, wanted, reader, progress)
        found = sources.from_what(opened, shown, figure) if figure else ()
        words = telling_sources.words(opened, found) if figure else _shown(opened, shown, looked)
        compared = telling_compared.plain(national.edition(opened, shown)) if asked.as_json and not figure else {}
    if figure:
        plain = {"figure": looked.from_what, "digest": shown.digest, "sources": telling_sources.plain(found)}
        printing.answer(asked, plain, words)
        return
    printing.answer(asked, {"digest": shown.digest, **national.as_plain(shown), **compared}, words)


def _shown(workspace: Workspace, shown: Picture, looked: Looked) -> list[str | printing.Rows]:
    from app.domain.wording import Wording

    if not looked.map:
        return _words(workspace, shown)
    return telling_compared.places_words(shown, Wording.of(language(), workspace.pack))


def _figure(words: str) -> Figure:
    from app.services.coordinating.sources import Figure

    try:
        return Figure.parse(words)
    except ValueError as failure:
        sentence = _("“{figure}” is no figure of a picture. Write it like objective:15 or place:MA007:15.")
        raise typer.BadParameter(sentence.format(figure=words)) from failure


@command("report", help=N_("The national report as PDF, Word document, web page or workbook."))
def report(asked: Opening, workspace: WorkspacePath, chapter: Chapter) -> None:
    """Drawn whole before the file is written."""
    from app.files import write_whole
    from app.services.pages import Copy, Form, tongues
    from app.services.picturing import national

    ending, form = Path(chapter.to).suffix.lower(), Form.of(Path(chapter.to))
    if form is None and ending != _WORKBOOK:
        sentence = _("Reports ending in “{ending}” are not made; use .pdf, .docx, .html or .xlsx.")
        raise typer.BadParameter(sentence.format(ending=ending))
    wanted, reader = inputs.period(chapter.period), inputs.audience(chapter.audience)
    arranged = _arranged(chapter.arranged_by)
    inputs.refuse_unspoken(chapter.languages)
    inputs.refuse_existing(chapter.to, force=chapter.force)
    paper = inputs.paper(chapter.paper)
    warnings: tuple[str, ...] = ()
    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Drawing")) as progress:
        shown = national.picture(opened, wanted, reader, progress)
        edition = national.edition(opened, shown, arranged)
        if form is None:
            data = national.tabled(opened, edition, tongues(chapter.languages)[0] or asked.language)
        else:
            spoken = chapter.languages or asked.language
            pages = national.drawn(opened, edition, spoken, copy=Copy(form, paper), progress=progress)
            data, warnings = pages.data, pages.warnings
    for warning in warnings:
        printing.tell(asked, warning)
    write_whole(Path(chapter.to), data, replace=chapter.force)
    told = _("The report on {period} is in {file}.").format(period=wanted.iso, file=chapter.to)
    plain = {"file": chapter.to, "digest": shown.digest, "contributors": len(shown.counted), "warnings": list(warnings)}
    printing.answer(asked, plain, [told])


def _arranged(words: str) -> Arranged:
    from app.domain.picture.editions import Arranged

    if words not in list(Arranged):
        sentence = _("“{words}” is no order of a report. Choose objectives, round-tables or regions.")
        raise typer.BadParameter(sentence.format(words=words))
    return Arranged(words)


def _words(workspace: Workspace, shown: Picture | Outline) -> list[str | printing.Rows]:
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
