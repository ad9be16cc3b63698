"""Commands about the organisation's own list of names, which the text scan asks and nobody can read."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli import inputs, opening, printing
from app.cli.asking import Opening, WorkspacePath
from app.cli.declaring import command
from app.i18n import N_, _

File = Annotated[str, typer.Argument(metavar="FILE.txt", help=N_("One name on each line; the file stays as it is."))]
Public = Annotated[
    bool, typer.Option("--public", help=N_("Names of organisations and projects, which point at nobody."))
]


@command("keep", within="names", help=N_("Keep names that texts are searched for; only their fingerprints are kept."))
def keep(asked: Opening, workspace: WorkspacePath, file: File, public: Public = False) -> None:
    """The names themselves are kept nowhere."""
    from app.services.submitting import known_names

    names = inputs.text(file, needed=_("one name on each line, as plain text in UTF-8")).splitlines()
    with opening.opened(asked, workspace) as opened:
        kept = known_names.add(opened, names, public=public)
    printing.answer(asked, {"people": kept.people, "public": kept.public}, [_told(kept.people, kept.public)])


@command("count", within="names", help=N_("How many names are kept; which ones, nobody can tell."))
def count(asked: Opening, workspace: WorkspacePath) -> None:
    """Looking changes nothing."""
    from app.services.submitting import known_names

    with opening.opened(asked, workspace) as opened:
        kept = known_names.counts(opened)
    printing.answer(asked, {"people": kept.people, "public": kept.public}, [_told(kept.people, kept.public)])


@command("forget", within="names", help=N_("Empty the list of names."))
def forget(asked: Opening, workspace: WorkspacePath) -> None:
    """Texts are still searched for the names of every region."""
    from app.services.submitting import known_names

    with opening.opened(asked, workspace) as opened:
        known_names.forget(opened)
    printing.answer(asked, {"people": 0, "public": 0}, [_told(0, 0)])


def _told(people: int, public: int) -> str:
    return _("Kept as fingerprints: {people} names of people, {public} public names.").format(
        people=people, public=public
    )
