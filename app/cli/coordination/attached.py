"""The command about the files that came along with a submission: attached."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.cli import guarding, opening, printing
from app.cli.asking import Opening, WorkspacePath
from app.cli.declaring import command
from app.errors import GroundworkError
from app.i18n import N_, _

_DAMAGED = N_("{title}: {reason}")


@command("attached", help=N_("List the files that came along with a submission; with --to, save cleaned copies."))
def attached(
    asked: Opening,
    workspace: WorkspacePath,
    submission: Annotated[str, typer.Argument(metavar="SUBMISSION", help=N_("Its id or the beginning of it."))],
    to: Annotated[str, typer.Option("--to", metavar="FOLDER", help=N_("Where cleaned copies are saved."))] = "",
) -> int:
    """Each file is cleaned once more here before it is saved; status 3 if one of them could not be."""
    from app.services.coordinating import attached as along
    from app.services.coordinating import triage

    lost: list[str] = []
    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Saving files")) as progress:
        identity = triage.find(opened, submission).id
        told = along.of(opened, identity)
        saved = {}
        for done, one in enumerate(told if to else ()):
            progress(done, len(told))
            try:
                came = along.opened(opened, identity, one.id, progress)
                saved[one.id] = _free(Path(to), came.name)
                along.save(came, saved[one.id])
            except GroundworkError as failure:
                lost.append(_(_DAMAGED).format(title=one.title, reason=failure.sentence()))
    plain = [
        {"id": one.id, "title": one.title, "alt": one.alt, "kind": one.kind, "media": one.media, "about": one.about}
        | ({"file": saved[one.id].name} if one.id in saved else {})
        for one in told
    ]
    rows = [(one.id, one.title, one.kind, saved[one.id].name if one.id in saved else "") for one in told]
    table = printing.Rows((_("Id"), _("What it shows"), _("Kind"), _("File")), rows)
    words: list[str | printing.Rows] = [table, *lost] if rows else [_("No file came along with this submission.")]
    printing.answer(asked, {"attached": plain, "lost": lost}, words)
    return guarding.HELD_BACK if lost else guarding.DONE


def _free(folder: Path, name: str) -> Path:
    """A name in this folder that no file has yet."""
    folder.mkdir(parents=True, exist_ok=True)
    path, number = folder / name, 1
    while path.exists():
        number += 1
        path = folder / f"{Path(name).stem} {number}{Path(name).suffix}"
    return path
