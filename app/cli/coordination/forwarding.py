"""The command of a hub that passes submissions on: forward."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.cli import inputs, opening, printing
from app.cli.asking import Force, Opening, WorkspacePath
from app.cli.coordination.picturing import PeriodWords
from app.cli.declaring import command
from app.i18n import N_, _, ngettext

_REASONS = {
    "sealed": N_("sealed for this workspace alone"),
    "taken-back": N_("holds what its sender took back"),
    "too-large": N_("too large for this way"),
}


@command("forward", help=N_("Pass on what counts in a period, as it came in, for a picture further up."))
def forward(
    asked: Opening,
    workspace: WorkspacePath,
    period: PeriodWords,
    to: Annotated[str, typer.Option("--to", metavar="OUT.gwb", help=N_("More files beside it if one is too small."))],
    force: Force = False,
) -> None:
    """What is sealed for this hub stays here and is named."""
    from app.files import write_whole
    from app.services.picturing import forwarding

    wanted = inputs.period(period)
    inputs.refuse_existing(to, force=force)
    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Passing on")) as progress:
        upward = forwarding.make(opened, wanted, progress)
    paths = names(Path(to), len(upward.files))
    for path in paths[1:]:
        inputs.refuse_existing(str(path), force=force)
    for path, data in zip(paths, upward.files, strict=True):
        write_whole(path, data, replace=force)
    count = len(upward.passed)
    told = ngettext("{count} submission is passed on.", "{count} submissions are passed on.", count)
    rows = [(one.name, one.id[:12], _(_REASONS[one.reason])) for one in upward.left]
    left: list[str | printing.Rows] = [
        _("These stay here:"),
        printing.Rows((_("Organisation"), _("Submission"), _("Reason")), rows),
    ]
    plain = {
        "files": [str(path) for path in paths],
        "passed": [{"id": one.id, "organisation": one.name, "revision": one.revision} for one in upward.passed],
        "left": [{"id": one.id, "organisation": one.name, "reason": one.reason} for one in upward.left],
    }
    printing.answer(asked, plain, [told.format(count=count), *(left if rows else [])])


def names(first: Path, count: int) -> list[Path]:
    """The file that was asked for, and further ones beside it."""
    return [first, *(first.with_name(f"{first.stem}-{number}{first.suffix}") for number in range(2, count + 1))]
