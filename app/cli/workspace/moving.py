"""The command that moves a workspace onto a database server."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from app.cli import opening, printing
from app.cli.asking import Opening, WorkspacePath
from app.cli.declaring import command
from app.i18n import N_, _

Address = Annotated[
    str, typer.Argument(metavar="ADDRESS", help=N_("An empty database: postgresql+psycopg://user@host/database."))
]


@dataclass(frozen=True)
class Where:
    """Where the file goes that names the server, and that it is known what a server can read."""

    to: Annotated[
        str, typer.Option("--to", metavar="FILE", help=N_("The file that names the server and is opened from then on."))
    ] = ""
    unencrypted: Annotated[
        bool,
        typer.Option(
            "--unencrypted-database", help=N_("I know that whoever runs the server can read everything in it.")
        ),
    ] = False


@command("move", help=N_("Move the workspace onto a PostgreSQL server, which encrypts nothing; the file stays."))
def move(asked: Opening, workspace: WorkspacePath, address: Address, where: Where) -> None:
    """The server's password comes from PGPASSWORD or ~/.pgpass, or is asked for; it is never part of the address."""
    from app.services.coordinating import lying
    from app.services.keeping import moving

    if not where.unencrypted:
        raise moving.NotEncryptedError
    path = Path(workspace)
    to = Path(where.to) if where.to else path.with_name(path.stem + moving.ENDING)
    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Moving the workspace")) as told:
        try:
            moved = moving.move(opened, address, to, progress=told)
        except moving.ServerPasswordError:
            if not sys.stdin.isatty():
                raise
            moved = moving.move(opened, address, to, password=opening.server_password(), progress=told)
        beyond, outside = lying.beyond(opened), lying.look(opened).outside
    words = [
        _("Everything was moved and compared: {count} rows.").format(count=sum(moved.rows.values())),
        _("Open this file from now on: {path}").format(path=moved.path),
        _("The database is not encrypted by Groundwork. The file you moved is as it was: keep it, or destroy it."),
        *beyond,
    ]
    printing.answer(asked, {"path": str(moved.path), "rows": dict(moved.rows), "files_outside": outside}, words)
