"""What commands have in common to be asked: the options of every command, and of every command on a workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import typer

from app.i18n import N_

WorkspacePath = Annotated[str, typer.Argument(metavar="WORKSPACE", help=N_("The workspace file (*.groundwork)."))]
Paper = Annotated[str, typer.Option("--paper", metavar="SIZE", help=N_("Size of the pages of a PDF: A4 or Letter."))]
Force = Annotated[bool, typer.Option("--force", help=N_("Replace a file that is there already."))]


@dataclass(frozen=True)
class Asked:
    """What every command can be told."""

    as_json: Annotated[bool, typer.Option("--json", help=N_("Print one JSON document and nothing else."))] = False
    quiet: Annotated[bool, typer.Option("--quiet", help=N_("No progress and no messages."))] = False
    language: Annotated[
        str, typer.Option("--language", metavar="XX", help=N_("Language of messages and documents."))
    ] = ""
    now: Annotated[str, typer.Option("--now", metavar="MOMENT", help=N_("Take this moment for now (tests)."))] = ""
    seed: Annotated[
        int | None, typer.Option("--seed", metavar="N", help=N_("Make chance repeatable (tests; never for real keys)."))
    ] = None


@dataclass(frozen=True)
class Opening(Asked):
    """What every command on a workspace can be told in addition."""

    passphrase_file: Annotated[
        str, typer.Option("--passphrase-file", metavar="FILE", help=N_("Read the passphrase from this file."))
    ] = ""


CallWords = Annotated[
    str, typer.Option("--call", metavar="C", help=N_("Id or period of the call; not needed if there is only one."))
]
