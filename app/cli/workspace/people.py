"""Commands about who works in a workspace: profiles, roles, one's own passphrase, a second person's approval."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import inputs, opening, printing
from app.cli.asking import CallWords, Opening, WorkspacePath
from app.cli.declaring import command
from app.i18n import N_, _

if TYPE_CHECKING:
    from app.services.keeping.team import Profile

VARIABLE = "GROUNDWORK_NEW_PASSPHRASE"
Person = Annotated[str, typer.Argument(metavar="PERSON", help=N_("A person's name, or the id of the profile."))]
Role = Annotated[str, typer.Option("--role", metavar="ROLE", help=N_("editor, reviewer, focal_point or keeper."))]


@dataclass(frozen=True)
class Fresh:
    """How a new passphrase comes."""

    new_passphrase_file: Annotated[
        str, typer.Option("--new-passphrase-file", metavar="FILE", help=N_("Read the new passphrase from this file."))
    ] = ""
    fast_key: Annotated[
        bool, typer.Option("--fast-key", help=N_("A key that is quick to derive, and so to guess (tests)."))
    ] = False

    def passphrase(self) -> str:
        """From the file, else from the variable, else asked for twice."""
        if self.new_passphrase_file:
            content = inputs.content(self.new_passphrase_file).decode("utf-8-sig", "replace")
            return content.split("\n")[0].rstrip("\r")
        if given := os.environ.get(VARIABLE):
            return given
        if not sys.stdin.isatty():
            raise opening.PassphraseMissingError
        return str(typer.prompt(_("New passphrase"), hide_input=True, confirmation_prompt=True, err=True))


@command("list", within="profile", help=N_("Who works in this workspace, and with which role."))
def listed(asked: Opening, workspace: WorkspacePath) -> None:
    """The founder first."""
    from app.services.keeping import team

    with opening.opened(asked, workspace) as opened:
        people = [_plain(one, is_me=one.id == opened.profile.id) for one in team.profiles(opened)]
    rows = [(one["name"], one["role"], one["id"]) for one in people]
    printing.answer(asked, {"profiles": people}, [printing.Rows((_("Name"), _("Role"), _("Id")), rows)])


@command("add", within="profile", help=N_("Let a further person open this workspace, with a passphrase of their own."))
def add(asked: Opening, workspace: WorkspacePath, person: Person, fresh: Fresh, role: Role = "editor") -> None:
    """The new passphrase comes by --new-passphrase-file, GROUNDWORK_NEW_PASSPHRASE, or is asked for."""
    from app.services.keeping import team
    from app.services.opening import workspace as workspaces

    with opening.opened(asked, workspace) as opened:
        added = team.add(
            opened,
            person,
            role,
            passphrase=fresh.passphrase(),
            cost=workspaces.quick_cost() if fresh.fast_key else None,
        )
    words = _("{person} can open this workspace now.").format(person=added.name)
    printing.answer(asked, _plain(added), [words])


@command("role", within="profile", help=N_("Give a person another role."))
def set_role(asked: Opening, workspace: WorkspacePath, person: Person, role: Role) -> None:
    """The last keeper stays one."""
    from app.services.keeping import team

    with opening.opened(asked, workspace) as opened:
        changed = team.set_role(opened, team.find(opened, person).id, role)
    words = _("{person} has another role now: {role}.").format(person=changed.name, role=changed.role)
    printing.answer(asked, _plain(changed), [words])


@command("remove", within="profile", help=N_("Let a person go: their records stay, their private notes stay closed."))
def remove(asked: Opening, workspace: WorkspacePath, person: Person) -> None:
    """The last keeper cannot go."""
    from app.services.keeping import team

    with opening.opened(asked, workspace) as opened:
        gone = team.remove(opened, team.find(opened, person).id)
    words = _("{person} can no longer open this workspace.").format(person=gone.name)
    printing.answer(asked, _plain(gone), [words])


@command("passphrase", help=N_("Change your own passphrase."))
def change(asked: Opening, workspace: WorkspacePath, fresh: Fresh) -> None:
    """Whoever's passphrase is given gets the new one; backups made before still open with the old one."""
    from app.services.keeping import team
    from app.services.opening import workspace as workspaces

    old = opening.passphrase(asked)
    with opening.opened(asked, workspace) as opened:
        team.change_passphrase(
            opened, old, new=fresh.passphrase(), cost=workspaces.quick_cost() if fresh.fast_key else None
        )
        plain = _plain(opened.profile)
    told = _("Your passphrase was changed. Backups made before still open with the old one.")
    printing.answer(asked, plain, [told])


@command("approve", help=N_("Approve what would leave for a call, as the second person that a workspace may ask for."))
def approve(
    asked: Opening,
    workspace: WorkspacePath,
    call: CallWords = "",
    require: Annotated[
        bool | None, typer.Option("--require/--no-require", help=N_("Ask for a second person from now on, or not."))
    ] = None,
) -> None:
    """Holds for exactly what would leave now; with --require only the rule is changed."""
    from app.services.submitting import approving, calls, reviewing

    with opening.opened(asked, workspace) as opened:
        if require is not None:
            approving.ask_second(opened, needed=require)
            told = _("A submission needs a second person.") if require else _("One person is enough for a submission.")
            printing.answer(asked, {"second_person": require}, [told])
            return
        wanted = calls.find(opened, call)
        entries = reviewing.review(opened, wanted).approvable
        approving.approve(opened, wanted, entries)
    told = _("Approved: exactly what would leave now.")
    printing.answer(asked, {"call": wanted.id, "approved": len(entries)}, [told])


def _plain(profile: Profile, *, is_me: bool | None = None) -> dict[str, object]:
    told: dict[str, object] = {"id": profile.id, "name": profile.name, "role": profile.role}
    return told if is_me is None else {**told, "me": is_me}
