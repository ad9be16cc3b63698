"""Commands about the workspace itself: new, unlock-test, check."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app import i18n
from app.cli import guarding, opening, printing
from app.cli.asking import Opening, WorkspacePath
from app.cli.declaring import command
from app.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from app.services.opening.workspace import Workspace


@dataclass(frozen=True)
class Founded:
    """What a new workspace is made of."""

    organisation: Annotated[str, typer.Option("--organisation", metavar="NAME", help=N_("The organisation's name."))]
    kinds: Annotated[
        list[str], typer.Option("--type", metavar="CODE", help=N_("What kind of organisation; may be repeated."))
    ]
    country: Annotated[str, typer.Option("--country", metavar="XX", help=N_("Two letters of ISO 3166."))]
    coordinator: Annotated[
        bool, typer.Option("--coordinator", help=N_("This workspace makes calls and receives submissions."))
    ] = False
    person: Annotated[str, typer.Option("--name", metavar="PERSON", help=N_("Who works here; never leaves."))] = ""
    cards: Annotated[
        str, typer.Option("--cards", metavar="FOLDER", help=N_("Write three recovery cards as PDF pages there."))
    ] = ""
    anywhere: Annotated[
        bool, typer.Option("--anywhere", help=N_("Allow a folder that another program copies to other computers."))
    ] = False
    fast_key: Annotated[bool, typer.Option("--fast-key", hidden=True)] = False


@command("new", help=N_("Create a workspace."))
def new(asked: Opening, workspace: WorkspacePath, founded: Founded) -> None:
    """Create a workspace; its language is that of `--language`."""
    from app.services.opening import placing
    from app.services.opening import workspace as services

    _refuse_unknown(founded)
    if founded.fast_key:
        printing.complain(_("The key of this workspace is quick to guess: --fast-key is for tests only."))
    if not founded.anywhere:
        placing.refuse_synced(Path(workspace).parent)
    if warning := placing.warning(Path(workspace).parent):
        printing.complain(warning)
    organisation = services.Organisation(founded.organisation, tuple(founded.kinds), founded.country.upper())
    language = asked.language or i18n.language()
    founding = services.Founding(organisation, founded.person, founded.coordinator, language, founded.anywhere)
    secret = opening.passphrase(asked, is_new=True)
    cost = services.quick_cost() if founded.fast_key else None
    made = services.create(Path(workspace), secret, founding, origin=opening.origin(asked), cost=cost)
    try:
        if founded.cards:
            _write_cards(made, Path(founded.cards))
        plain = {
            "workspace": workspace,
            "id": made.organisation.id,
            "organisation": made.organisation.name,
            "coordinator": made.coordinator,
            "language": made.language,
            "fingerprint": services.digits(made),
        }
    finally:
        made.close()
    words = [
        _("The workspace of {organisation} is ready: {path}").format(organisation=founded.organisation, path=workspace),
        _("Digits of its key, to be compared by telephone: {digits}").format(digits=plain["fingerprint"]),
    ]
    words.append(_("Without the passphrase and recovery words or cards the data is gone: nobody can bring it back."))
    printing.answer(asked, plain, words)


@command("unlock-test", help=N_("Tell whether the passphrase opens the workspace."))
def unlock_test(asked: Opening, workspace: WorkspacePath) -> None:
    """Open and close; a wrong passphrase ends with status 1."""
    with opening.opened(asked, workspace) as opened:
        plain = {"opens": True, "organisation": opened.organisation.name}
    printing.answer(asked, plain, [_("The passphrase opens this workspace.")])


@command("check", help=N_("Check everything in the workspace: pages, records, signatures."))
def check(
    asked: Opening,
    workspace: WorkspacePath,
    repair: Annotated[bool, typer.Option("--repair", help=N_("Put right what can be; nothing is discarded."))] = False,
) -> int:
    """Status 1 if something is wrong and stays wrong."""
    from app.services import integrity
    from app.services.keeping import renewing

    with opening.opened(asked, workspace) as opened:
        found = integrity.examine(opened, repair=repair)
        mebibytes, passes = renewing.hardness(opened)
    findings = [{"part": one.part, "detail": one.detail} for one in found.findings]
    plain = {"sound": found.sound, "repaired": found.repaired, "findings": findings}
    plain["passphrase_guess"] = {"memory_mib": mebibytes, "passes": passes}
    guess = _("Each guess at a passphrase takes {memory} MB of memory; passes over it: {count}.")
    told = guess.format(memory=mebibytes, count=passes)
    printing.answer(asked, plain, [*_said(found.sound, found.repaired, findings), told])
    return guarding.DONE if found.sound else guarding.FAILED


def _said(sound: bool, repaired: int, findings: list[dict[str, str]]) -> list[str | printing.Rows]:
    words: list[str | printing.Rows] = []
    if repaired:
        text = ngettext("{count} record was put right.", "{count} records were put right.", repaired)
        words.append(text.format(count=repaired))
    if sound:
        return [*words, _("Everything in this workspace is as it should be.")]
    words.append(_("Something in this workspace is not as it should be. Keep a copy of it before anything else."))
    rows = [(one["part"], one["detail"]) for one in findings]
    return [*words, printing.Rows((_("Part"), _("What was found")), rows)]


def _write_cards(made: Workspace, folder: Path) -> None:
    from app.cli.workspace import recovery
    from app.services.keeping import recovering

    fresh = recovering.fresh(made)
    recovery.write_cards(made, fresh, folder, force=False)
    recovering.keep(made, fresh)


def _refuse_unknown(founded: Founded) -> None:
    from app.compact import load
    from app.places import load as places

    known = [one.code for one in load().stakeholder_types]
    for kind in founded.kinds:
        if kind not in known:
            sentence = _("“{code}” is not a kind of organisation. There are: {known}.")
            raise typer.BadParameter(sentence.format(code=kind, known=", ".join(known)))
    if not places().place(founded.country.upper()).known:
        sentence = _("“{code}” is not a country. Write two letters, as in KE or FR.")
        raise typer.BadParameter(sentence.format(code=founded.country))
