"""The command that writes open formats: export, through the same disclosure rules as a submission."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app.cli import inputs, opening, printing
from app.cli.asking import Force, Opening, WorkspacePath
from app.cli.coordination.picturing import AudienceWords, PeriodWords
from app.cli.declaring import command
from app.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from app.domain.shared import Submission
    from app.services.opening.workspace import Workspace

FORMATS = ("xlsx", "csv", "3w", "iati", "datapackage")


@dataclass(frozen=True)
class Table:
    """What is written, for whom, and where to."""

    form: Annotated[str, typer.Option("--as", metavar="|".join(FORMATS), help=N_("The format."))]
    to: Annotated[str, typer.Option("--to", metavar="PATH", help=N_("The file to write; 3w as .csv or .xlsx."))]
    period: PeriodWords
    audience: AudienceWords = "coordinator"
    force: Force = False


@dataclass(frozen=True)
class Wishes:
    """What single formats need beside that."""

    publisher: Annotated[
        str,
        typer.Option(
            "--iati-id", metavar="ID", help=N_("Your organisation's identifier in IATI; said once, it is remembered.")
        ),
    ] = ""
    no_tags: Annotated[bool, typer.Option("--no-tags", help=N_("3w: without the row of HXL tags."))] = False


@dataclass(frozen=True)
class Made:
    """A file, and what somebody should know about it."""

    data: bytes
    findings: tuple[Any, ...] = ()


@command("export", help=N_("Write a table: of what counts for a coordinator, else of what this workspace would share."))
def export(asked: Opening, workspace: WorkspacePath, table: Table, wishes: Wishes) -> None:
    """What an undecided finding holds back is told."""
    from app.files import write_whole
    from app.services.picturing import exporting

    if table.form not in FORMATS:
        known = ", ".join(FORMATS)
        raise typer.BadParameter(
            _("“{form}” is not a format; there are: {known}.").format(form=table.form, known=known)
        )
    period, audience = inputs.period(table.period), inputs.audience(table.audience)
    if table.form == "3w":
        inputs.refuse_ending(table.to, ".csv", ".xlsx")
    inputs.refuse_existing(table.to, force=table.force)
    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Reading what you wrote")) as progress:
        shown = exporting.shown(opened, period, audience, progress)
        made = _made(opened, shown, asked, table, wishes)
    write_whole(Path(table.to), made.data, replace=table.force)
    _tell(asked, table, shown, made)


def _made(opened: Workspace, shown: tuple[Submission, ...], asked: Opening, table: Table, wishes: Wishes) -> Made:
    from app.services.picturing import exporting

    if table.form == "iati":
        return Made(*exporting.as_iati(opened, shown, wishes.publisher, opened.now(), asked.language))
    if table.form == "datapackage":
        return Made(exporting.as_data_package(opened, shown, opened.now()))
    if table.form == "3w":
        workbook = Path(table.to).suffix.lower() == ".xlsx"
        return Made(exporting.as_three_w(opened, shown, asked.language, workbook=workbook, tags=not wishes.no_tags))
    make = exporting.as_workbook if table.form == "xlsx" else exporting.as_csv
    return Made(make(opened, shown, asked.language))


def _tell(asked: Opening, table: Table, shown: tuple[Submission, ...], made: Made) -> None:
    held_back = sum(one.disclosure.records_held_back for one in shown)
    words = [_("The table is in {file}.").format(file=table.to)]
    if held_back:
        text = ngettext("{count} record stayed out of it.", "{count} records stayed out of it.", held_back)
        words.append(text.format(count=held_back))
    words += [
        _("{weight}: “{title}”. {sentence}").format(
            weight=_weight(one.weight), title=one.title, sentence=one.sentence()
        )
        for one in made.findings
    ]
    plain: dict[str, object] = {
        "file": table.to,
        "organisations": len(shown),
        "records": sum(len(one.entries) for one in shown),
        "held_back": held_back,
        "audience": table.audience,
    }
    if table.form == "iati":
        plain["findings"] = [
            {"weight": str(one.weight), "title": one.title, "sentence": one.sentence()} for one in made.findings
        ]
    printing.answer(asked, plain, words)


def _weight(weight: str) -> str:
    return {"wrong": _("To mend"), "advice": _("Advice")}.get(weight, weight)
