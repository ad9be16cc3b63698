"""Commands about how long records are kept: the clocks, what is past its time, and erasing that for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import opening, printing
from app.cli.asking import Opening, WorkspacePath
from app.cli.declaring import command
from app.errors import GroundworkError
from app.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from app.services.keeping.retention import Proof

Kind = Annotated[str, typer.Argument(metavar="KIND", help=N_("A kind of record, or “trash”."))]
Months = Annotated[int, typer.Argument(metavar="MONTHS", help=N_("How many months it is kept; 0 is for ever."))]
Yes = Annotated[bool, typer.Option("--yes", help=N_("Erase what is due; without it nothing is touched."))]


class NotConfirmedError(GroundworkError):
    """Erasing needs a word that cannot be typed by mistake."""

    message = N_("{count} records are due. Nothing was erased: add --yes. It cannot be taken back.")


@command("show", within="retention", help=N_("How long each kind is kept, what is past its time, what was erased."))
def show(asked: Opening, workspace: WorkspacePath) -> None:
    """Looking changes nothing."""
    from app.services.keeping import retention

    with opening.opened(asked, workspace) as opened:
        kept, due, proofs = retention.months(opened), retention.due(opened), retention.proofs(opened)
    counts = {one.kind: len(one.records) for one in due}
    lines = [
        _("{kind}: {months} months, {count} due").format(kind=kind, months=months, count=counts.get(kind, 0))
        for kind, months in kept.items()
        if months
    ]
    forever = ", ".join(kind for kind, months in kept.items() if not months)
    lines.append(_("Kept until somebody deletes it: {kinds}").format(kinds=forever))
    lines += [_told(one) for one in proofs]
    printing.answer(asked, {"months": kept, "due": counts, "erased": [_plain(one) for one in proofs]}, lines)


@command("keep", within="retention", help=N_("Keep records of a kind for this many months; only a keeper may."))
def keep(asked: Opening, workspace: WorkspacePath, kind: Kind, months: Months) -> None:
    """A shorter time erases nothing by itself."""
    from app.services.keeping import retention

    with opening.opened(asked, workspace) as opened:
        retention.keep_for(opened, kind, months)
        due = sum(len(one.records) for one in retention.due(opened))
    told = ngettext("{count} record is due now.", "{count} records are due now.", due).format(count=due)
    printing.answer(asked, {"kind": kind, "months": months, "due": due}, [told])


@command("erase", within="retention", help=N_("Erase for good what is past its time, with a proof; only a keeper may."))
def erase(asked: Opening, workspace: WorkspacePath, yes: Yes = False) -> None:
    """Backups made before hold it until they are thinned away."""
    from app.services.keeping import retention

    with opening.opened(asked, workspace) as opened:
        due = sum(len(one.records) for one in retention.due(opened))
        if due and not yes:
            raise NotConfirmedError(count=due)
        proofs = retention.erase(opened)
    lines = [_told(one) for one in proofs] or [_("Nothing is past its time.")]
    if proofs:
        lines.append(_("Backups made before still hold it until they are thinned away."))
    printing.answer(asked, {"erased": [_plain(one) for one in proofs]}, lines)


def _plain(proof: Proof) -> dict[str, object]:
    return {"kind": proof.kind, "count": proof.count, "months": proof.months, "at": proof.at.isoformat()}


def _told(proof: Proof) -> str:
    day = proof.at.date().isoformat()
    if not proof.months:
        return _("{day}: erased {count} of {kind}, with the records they belonged to").format(
            day=day, count=proof.count, kind=proof.kind
        )
    return _("{day}: erased {count} of {kind}, kept for {months} months").format(
        day=day, count=proof.count, kind=proof.kind, months=proof.months
    )
