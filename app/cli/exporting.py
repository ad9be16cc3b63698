"""The command that writes open formats: export, through the same disclosure rules as a submission."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from app.cli import inputs, opening, printing
from app.cli.asking import Force, Opening, WorkspacePath
from app.cli.declaring import command
from app.cli.picturing import AudienceWords, PeriodWords
from app.i18n import N_, _, ngettext

_FORMATS = ("xlsx", "csv")


@dataclass(frozen=True)
class Table:
    """What is written, for whom, and where to."""

    form: Annotated[str, typer.Option("--as", metavar="xlsx|csv", help=N_("The format."))]
    to: Annotated[str, typer.Option("--to", metavar="PATH", help=N_("The file to write."))]
    period: PeriodWords
    audience: AudienceWords = "coordinator"
    force: Force = False


@command("export", help=N_("Write a table: of what counts for a coordinator, else of what this workspace would share."))
def export(asked: Opening, workspace: WorkspacePath, table: Table) -> None:
    """What an undecided finding holds back is told."""
    from app.files import write_whole
    from app.services.coordinating import exporting

    if table.form not in _FORMATS:
        raise typer.BadParameter(_("“{form}” is not made yet; use xlsx or csv.").format(form=table.form))
    period, audience = inputs.period(table.period), inputs.audience(table.audience)
    inputs.refuse_existing(table.to, force=table.force)
    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Reading what you wrote")) as progress:
        shown = exporting.shown(opened, period, audience, progress)
        make = exporting.as_csv if table.form == "csv" else exporting.as_workbook
        data = make(opened, shown, asked.language)
    write_whole(Path(table.to), data, replace=table.force)
    held_back = sum(one.disclosure.records_held_back for one in shown)
    records = sum(len(one.entries) for one in shown)
    words = [_("The table is in {file}.").format(file=table.to)]
    if held_back:
        text = ngettext("{count} record stayed out of it.", "{count} records stayed out of it.", held_back)
        words.append(text.format(count=held_back))
    plain = {
        "file": table.to,
        "organisations": len(shown),
        "records": records,
        "held_back": held_back,
        "audience": audience.value,
    }
    printing.answer(asked, plain, words)
