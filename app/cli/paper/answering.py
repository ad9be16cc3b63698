"""The command that prints a template answer to an authority."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli import opening, printing
from app.cli.asking import Opening, WorkspacePath
from app.cli.declaring import command
from app.i18n import N_

About = Annotated[
    str, typer.Option("--about", metavar="KIND", help=N_("What was asked for, a code of authority_request_kinds."))
]


@command("authority-answer", help=N_("A template answer to a request by an authority; it gives nothing away."))
def authority_answer(asked: Opening, workspace: WorkspacePath, about: About = "") -> None:
    """The request itself is written down with `add authority_request`."""
    from app.services.records import authority_letter

    with opening.opened(asked, workspace) as opened:
        words = authority_letter.letter(opened, about)
    printing.answer(asked, {"letter": words}, words.split("\n"))
