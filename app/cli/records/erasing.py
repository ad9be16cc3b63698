"""Commands that erase for good what lies in the trash, and tell what was erased."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import opening, printing
from app.cli.asking import Opening, WorkspacePath
from app.cli.declaring import command
from app.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from app.services.records.erasing import Proof

Records = Annotated[list[str], typer.Argument(metavar="ID...", help=N_("The ids, as the trash tells them."))]
Why = Annotated[
    str, typer.Option("--reason", metavar="WHY", help=N_("asked, over, mistake or danger: it stays as the proof."))
]


@command("erase", help=N_("Destroy records in the trash for good, with their history; only the proof stays."))
def erase(asked: Opening, workspace: WorkspacePath, records: Records, reason: Why) -> None:
    """What is nothing without them goes too. There is no way back."""
    from app.services.records import erasing

    if reason not in erasing.OFFERED:
        raise typer.BadParameter(_("Say why: asked, over, mistake or danger."))
    with opening.opened(asked, workspace) as opened:
        erasing.refuse_shown(opened, *records)
        made = erasing.erase(opened, *records, reason=erasing.Reason(reason))
    told = ngettext("{count} record was erased for good.", "{count} records were erased for good.", len(made))
    printing.answer(asked, {"erased": [_proof(one) for one in made]}, [told.format(count=len(made))])


@command("erased", help=N_("See what was erased: when, by whom and why, and nothing else."))
def erased(asked: Opening, workspace: WorkspacePath) -> None:
    """The proofs, the newest first."""
    from app.services.records import erasing

    with opening.opened(asked, workspace) as opened:
        found = erasing.proofs(opened)
    rows = [(one.record, f"{one.at:%Y-%m-%d %H:%M}", one.by, erasing.reason_words(one.reason)) for one in found]
    table = printing.Rows((_("Id"), _("Erased (UTC)"), _("By"), _("Why")), rows)
    printing.answer(asked, {"erased": [_proof(one) for one in found]}, [table if rows else _("Nothing was erased.")])


def _proof(one: Proof) -> dict[str, str]:
    return {"id": one.record, "at": one.at.strftime("%Y-%m-%dT%H:%M:%SZ"), "by": one.by, "reason": one.reason}
