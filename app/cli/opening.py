"""Opening a workspace for one command: passphrase, language, clock and chance."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from app import i18n
from app.cli import inputs, printing
from app.cli.asking import Asked, Opening
from app.errors import GroundworkError
from app.i18n import N_, _

if TYPE_CHECKING:
    from app.services.opening.workspace import Origin, Workspace

VARIABLE = "GROUNDWORK_PASSPHRASE"


class PassphraseMissingError(GroundworkError):
    """Nobody can be asked, and nothing was given."""

    message = N_("No passphrase was given. Use --passphrase-file, or the variable GROUNDWORK_PASSPHRASE.")


def passphrase(asked: Opening, *, is_new: bool = False) -> str:
    """From the file, else from the variable, else asked for; a new one is asked for twice."""
    if asked.passphrase_file:
        return inputs.content(asked.passphrase_file).decode("utf-8-sig", "replace").split("\n")[0].rstrip("\r")
    if given := os.environ.get(VARIABLE):
        return given
    if not sys.stdin.isatty():
        raise PassphraseMissingError
    return str(typer.prompt(_("Passphrase"), hide_input=True, confirmation_prompt=is_new, err=True))


def server_password() -> str:
    """The password of a database server that its own library found nowhere."""
    return str(typer.prompt(_("Password of the database server"), hide_input=True, err=True))


def origin(asked: Asked) -> Origin:
    """The machine's clock and chance, or those that were asked for."""
    from app.services.opening.workspace import Origin

    return Origin.fixed(inputs.moment(asked.now), asked.seed)


@contextmanager
def opened(asked: Opening, path: str) -> Iterator[Workspace]:
    """The workspace, closed again whatever happens; messages follow its language unless another was asked for."""
    from app.services.opening import reference_packs
    from app.services.opening.workspace import ServerPasswordError, open_existing

    given = passphrase(asked)
    with printing.progress(asked, _("Getting the workspace ready; Ctrl+C stops, nothing is lost")) as told:
        opens = partial(open_existing, Path(path), given, origin=origin(asked), progress=told)
        try:
            workspace = opens()
        except ServerPasswordError:
            if not sys.stdin.isatty():
                raise
            workspace = opens(server_password=server_password())
    try:
        if not asked.language:
            i18n.activate(workspace.language)
        if complaint := reference_packs.complaint():
            printing.tell(asked, complaint)
        yield workspace
    finally:
        workspace.close()
