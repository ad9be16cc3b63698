"""Commands about practices between organisations: practices give, take, list, show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import inputs, opening, printing, showing, signed_files
from app.cli.asking import Force, Opening, WorkspacePath
from app.cli.declaring import command
from app.cli.paper.sheets import Read
from app.cli.signed_files import Compared
from app.i18n import N_, _, isolate, language, ngettext

if TYPE_CHECKING:
    from app.domain.shared import SharedPractice
    from app.services.opening.workspace import Workspace
    from app.services.peers.giving import Giving
    from app.services.peers.library import Offered, Shelved

_GROUP = "practices"
_STATES = {
    "new": N_("new"),
    "newer": N_("a newer version"),
    "same": N_("as it is here already"),
    "older": N_("an older version than the one here"),
    "taken_back": N_("taken back since"),
}


@dataclass(frozen=True)
class Handed:
    """Where the file goes, and whether somebody has read the texts."""

    to: Annotated[str, typer.Option("--to", metavar="practices.gwb", help=N_("The file to hand on."))] = ""
    accept_findings: Read = False
    force: Force = False


@command("give", within=_GROUP, help=N_("Look at what other organisations would get; with --to, make the file."))
def give(
    asked: Opening,
    workspace: WorkspacePath,
    handed: Handed,
    practices: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID", help=N_("The practices to give; without any, all that may leave.")),
    ] = None,
) -> None:
    """Only what was approved leaves, and what was taken back is told in every later file."""
    from app.services.opening import workspace as workspaces
    from app.services.peers import giving

    to = handed.to
    if to:
        inputs.refuse_existing(to, force=handed.force)
    with opening.opened(asked, workspace) as opened:
        make = giving.make if to else _only_look
        found, data = make(opened, practices or [], accept_findings=handed.accept_findings)
        digits = workspaces.digits(opened)
        told = _whole(opened, found.practices)
        if to:
            signed_files.written(opened, data, to, force=handed.force)
    plain = {
        "file": to,
        "digits": digits,
        "practices": [{"id": one.id, **showing.fields(vars(one))} for one in found.practices],
        "taken_back": len(found.taken_back),
        "held_back": len({(one.record, one.field) for one in found.waiting}),
        "staying": [{"id": one.record, "reason": one.reason} for one in found.staying],
    }
    ending = [_("Nothing was written. Say --to to make the file.")]
    if to:
        ending = [
            _("The practices are in {file}. Anybody who has it can read it.").format(file=to),
            signed_files.to_compare(digits),
        ]
    printing.answer(asked, plain, [*told, *_left(found), *ending])


@command("take", within=_GROUP, help=N_("Look at practices in a file; with the compared digits, take them."))
def take(
    asked: Opening,
    workspace: WorkspacePath,
    file: Annotated[str, typer.Argument(metavar="practices.gwb", help=N_("The file of another organisation."))],
    compared: Compared,
) -> None:
    """Without digits and without yes it only shows who signed, and what it brings."""
    from app.services.peers import library

    data = inputs.content(file)
    with opening.opened(asked, workspace) as opened:
        offered = compared.offered(opened, data, library.take, library.look)
    told = compared.told(_("Taken. They stand in the list of practices of others, apart from your own records."))
    if offered.is_held:
        told = _("This file was taken before; nothing changed.")
    plain = {
        "organisation": offered.organisation.name,
        "made_on": offered.made_on,
        "digits": offered.digits,
        "known": offered.is_known,
        "held": offered.is_held,
        "taken": compared.is_taken,
        "practices": [{"id": one.id, "title": one.title, "state": state.value} for one, state in offered.practices],
        "taken_back": offered.taken_back,
    }
    printing.answer(asked, plain, [*_offered(offered), told])


@command("list", within=_GROUP, help=N_("List the practices that other organisations gave, with their source."))
def list_(
    asked: Opening,
    workspace: WorkspacePath,
    search: Annotated[str, typer.Option("--search", metavar="WORDS", help=N_("Only those with these words."))] = "",
    objective: Annotated[int, typer.Option("--objective", metavar="N", help=N_("Only about this objective."))] = 0,
) -> None:
    """Of each the newest version that its organisation gave and did not take back."""
    from app.services.peers import library

    with opening.opened(asked, workspace) as opened:
        found = library.listed(opened, search, objective)
    rows = [(one.id, one.practice.title, isolate(one.organisation.name), one.made_on) for one in found]
    heads = (_("Id"), _("Short title"), _("Organisation"), _("Made in"))
    empty = _("No practice of others is here that fits.")
    printing.answer(
        asked, {"practices": [_plain(one) for one in found]}, [printing.Rows(heads, rows) if rows else empty]
    )


@command("show", within=_GROUP, help=N_("Show a practice that another organisation gave, and where it comes from."))
def show(
    asked: Opening,
    workspace: WorkspacePath,
    practice: Annotated[str, typer.Argument(metavar="ID", help=N_("Its id in the list, or the beginning of it."))],
) -> None:
    """In the words of the reader's language where they are codes, else as it was written."""
    from app.services.peers import library

    with opening.opened(asked, workspace) as opened:
        found = library.find(opened, practice)
        told = _whole(opened, (found.practice,))
    source = _("From {organisation}, in a file of {month}. Digits of the key: {digits}").format(
        organisation=isolate(found.organisation.name), month=found.made_on, digits=found.digits
    )
    kept = ngettext("{count} version is kept.", "{count} versions are kept.", found.versions)
    plain = {**_plain(found), "practice": showing.fields(vars(found.practice))}
    printing.answer(asked, plain, [*told, source, kept.format(count=found.versions)])


def _only_look(workspace: Workspace, chosen: list[str], *, accept_findings: bool) -> tuple[Giving, bytes]:
    from app.services.peers import giving

    return giving.look(workspace, chosen, accept_findings=accept_findings), b""


def _whole(workspace: Workspace, practices: tuple[SharedPractice, ...]) -> list[str | printing.Rows]:
    """Everything that is told of each, in the words that its readers get."""
    from app.domain.wording import Wording

    wording = Wording.of(language(), workspace.pack)
    shown: list[str | printing.Rows] = []
    for one in practices:
        shown += [wording.heading(one)[0], printing.Rows((_("Field"), _("Value")), wording.facts(one))]
    return shown


def _left(found: Giving) -> list[str | printing.Rows]:
    told: list[str | printing.Rows] = []
    if held := len({(one.record, one.field) for one in found.waiting}):
        text = ngettext("{count} thing stayed out of it.", "{count} things stayed out of it.", held)
        told.append(text.format(count=held))
    if back := len(found.taken_back):
        text = ngettext("{count} practice is taken back.", "{count} practices are taken back.", back)
        told.append(text.format(count=back))
        told.append(_("Those who have it learn of it when they take this file or a later one."))
    if found.staying:
        rows = [(one.record, one.reason) for one in found.staying]
        told += [_("These stay here:"), printing.Rows((_("Id"), _("Reason")), rows)]
    return told


def _offered(offered: Offered) -> list[str | printing.Rows]:
    signed = _("It is signed with a key that this workspace does not know.")
    if offered.is_known:
        signed = _("It is signed with a key that this workspace knows.")
    told: list[str | printing.Rows] = [
        _("Practices of {organisation}, made in {month}.").format(
            organisation=isolate(offered.organisation.name), month=offered.made_on
        ),
        signed,
        _("Digits of the key: {digits}").format(digits=offered.digits),
    ]
    rows = [(one.title, _(_STATES[state.value])) for one, state in offered.practices]
    if rows:
        told.append(printing.Rows((_("Short title"), _("State")), rows))
    if offered.taken_back:
        text = ngettext("{count} practice is taken back.", "{count} practices are taken back.", offered.taken_back)
        told.append(text.format(count=offered.taken_back))
    return told


def _plain(one: Shelved) -> dict[str, object]:
    return {
        "id": one.id,
        "title": one.practice.title,
        "objectives": list(one.practice.objectives),
        "organisation": one.organisation.name,
        "made_on": one.made_on,
        "digits": one.digits,
        "versions": one.versions,
    }
