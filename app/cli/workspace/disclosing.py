"""The command about the smallest group that this organisation tells as a number: threshold."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli import opening, printing
from app.cli.asking import Opening, WorkspacePath
from app.cli.declaring import command
from app.i18n import N_, _


@command("threshold", help=N_("Show or raise the smallest group that is told as a number."))
def threshold(
    asked: Opening,
    workspace: WorkspacePath,
    smallest: Annotated[
        int | None, typer.Argument(metavar="NUMBER", help=N_("The smallest group from now on; 0 keeps to the rules."))
    ] = None,
) -> None:
    """It can be raised and never lowered below 5 for a coordinator and 10 for everybody else."""
    from app.domain.shared import Audience
    from app.services.submitting import passing

    with opening.opened(asked, workspace) as opened:
        if smallest is not None:
            passing.raise_threshold(opened, smallest)
        own = passing.own_threshold(opened)
    told = {audience.value: max(own, audience.smallest) for audience in Audience if audience is not Audience.OWN}
    words = _("Groups of fewer are withheld: from a coordinator {coordinator}, from peers {peers}, from all {public}.")
    printing.answer(asked, {"own": own, "smallest": told}, [words.format(**told)])
