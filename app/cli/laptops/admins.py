"""Commands about what laptops may and what their places keep: device promote, demote, clean-up."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli import opening, printing
from app.cli.asking import Opening, WorkspacePath
from app.cli.declaring import command
from app.cli.laptops.devices import Laptop, line_of
from app.i18n import N_, _, isolate, ngettext

Months = Annotated[int, typer.Argument(metavar="MONTHS", help=N_("How many months they are kept; 0 is for ever."))]


@command("promote", within="device", help=N_("Let a laptop admit and revoke others, too."))
def promote(asked: Opening, workspace: WorkspacePath, laptop: Laptop) -> None:
    """Sync afterwards, so that it knows."""
    from app.services.syncing import admins, devices

    with opening.opened(asked, workspace) as opened:
        line = admins.promote(opened, devices.find(opened, laptop).fingerprint)
    printing.answer(asked, line_of(line), [_("“{name}” may admit others now.").format(name=isolate(line.name))])


@command("demote", within="device", help=N_("Let a laptop that may admit others be an ordinary one again."))
def demote(asked: Opening, workspace: WorkspacePath, laptop: Laptop) -> None:
    """What it said of other laptops so far counts on. Sync afterwards, so that the others know."""
    from app.services.syncing import admins, devices

    with opening.opened(asked, workspace) as opened:
        line = admins.demote(opened, devices.find(opened, laptop).fingerprint)
    words = _("“{name}” may not admit or revoke others any more.").format(name=isolate(line.name))
    printing.answer(asked, line_of(line), [words])


@command("clean-up", within="device", help=N_("How long replaced words stay in the places where laptops meet."))
def clean_up(asked: Opening, workspace: WorkspacePath, months: Months) -> None:
    """On every laptop that has them they stay. It begins when all laptops have told that they have everything."""
    from app.services.syncing import cleaning

    with opening.opened(asked, workspace) as opened:
        cleaning.keep_for(opened, months)
    told = _("Replaced words stay in the places where your laptops meet until somebody decides otherwise.")
    if months:
        told = ngettext(
            "Replaced words leave the places where your laptops meet after {count} month.",
            "Replaced words leave the places where your laptops meet after {count} months.",
            months,
        ).format(count=months)
    printing.answer(asked, {"months": months}, [told])
