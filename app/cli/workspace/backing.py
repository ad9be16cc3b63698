"""Commands about backups: make one, bring one back, prove one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.cli import opening, printing
from app.cli.asking import Asked, Opening, WorkspacePath
from app.cli.declaring import command
from app.i18n import N_, _, format_date, format_number

BackupPath = Annotated[str, typer.Argument(metavar="BACKUP", help=N_("A backup file (*.gwbackup)."))]


@command("backup", help=N_("Make a sealed backup and prove that it opens."))
def backup(
    asked: Opening,
    workspace: WorkspacePath,
    to: Annotated[str, typer.Option("--to", metavar="FOLDER", help=N_("Where backups go; usually a stick."))] = "",
) -> None:
    """Older backups in the same folder are thinned: the newest seven, one a week, one a month stay."""
    from app import paths
    from app.services.coordinating import lying
    from app.services.keeping import backup as backups

    with opening.opened(asked, workspace) as opened:
        made = backups.make(opened, Path(to) if to else paths.backups())
        kept = len(backups.every(opened, made.path.parent.parent))
        beyond = lying.beyond(opened)
        outside = lying.look(opened).outside
    plain = {"path": str(made.path), "made": made.made_at.isoformat(), "size": made.size, "kept": kept}
    plain["files_outside"] = outside
    words = _("The backup is {path} and opens with your passphrase of today.").format(path=made.path)
    printing.answer(asked, plain, [words, *beyond])


def bring_back(asked: Asked, backup: str, to: str) -> None:
    """Make a new workspace of a backup; it opens with the passphrase that was in force when the backup was made."""
    from app.services.keeping import backup as backups

    made = backups.restore(Path(backup), Path(to))
    printing.answer(asked, {"workspace": str(made)}, [_("The workspace is {path}.").format(path=made)])


@command("verify", help=N_("Read a backup whole and open it for a trial; nothing is changed."))
def verify(asked: Opening, backup: BackupPath) -> None:
    """Told: when it was made and how large it is."""
    from app.services.keeping import backup as backups

    found = backups.verify(Path(backup), opening.passphrase(asked))
    words = _("This backup of {day} is whole and opens ({size} bytes).")
    plain = {"path": backup, "made": found.made_at.isoformat(), "size": found.size, "whole": True}
    printing.answer(asked, plain, [words.format(day=format_date(found.made_at.date()), size=format_number(found.size))])
