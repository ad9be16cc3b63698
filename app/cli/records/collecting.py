"""The command that makes a form for collecting with KoboToolbox or ODK."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from app import i18n
from app.cli import inputs, printing
from app.cli.asking import Asked, Force
from app.cli.declaring import command
from app.i18n import N_, _


@dataclass(frozen=True)
class Wanted:
    """In which languages, for which country, and where to."""

    to: Annotated[str, typer.Option("--to", metavar="FORM.xlsx", help=N_("The file to write."))]
    country: Annotated[
        str, typer.Option("--country", metavar="XX", help=N_("The country whose regions and districts can be chosen."))
    ]
    languages: Annotated[
        str, typer.Option("--languages", metavar="XX,YY", help=N_("Its languages, the first being the default."))
    ] = ""
    force: Force = False


@command("form", help=N_("Make a form for KoboToolbox or ODK, whose answers import reads."))
def form(
    asked: Asked,
    kind: Annotated[str, typer.Argument(metavar="activity|feedback", help=N_("What it collects."))],
    wanted: Wanted,
) -> None:
    """No names, no positions, no devices are asked for; a sensitive report stops the form."""
    from app.files import write_whole
    from app.services.paper import collecting

    languages = inputs.spoken(wanted.languages) or (i18n.language(),)
    inputs.refuse_ending(wanted.to, ".xlsx")
    inputs.refuse_existing(wanted.to, force=wanted.force)
    today = (inputs.moment(asked.now) or datetime.now(UTC)).date()
    made = collecting.xls_form_of(kind, languages, wanted.country, today)
    write_whole(Path(wanted.to), made, replace=wanted.force)
    plain = {"file": wanted.to, "kind": kind, "languages": list(languages), "country": wanted.country}
    told = _("Upload it to KoboToolbox or ODK Central. The server keeps the moment and the account of every answer.")
    printing.answer(asked, plain, [_("The form is in {file}.").format(file=wanted.to), told])
