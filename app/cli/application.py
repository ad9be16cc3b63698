"""All commands put together, in the order in which a job is done."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

import typer
from typer.core import TyperGroup
from typer.main import get_group

from app.cli.declaring import DECLARED, for_typer
from app.cli.framing import Command, Group, speak
from app.i18n import N_, _

_MODULES = (
    "demo",
    "workspace.workspaces",
    "workspace.people",
    "workspace.recovery",
    "workspace.moving",
    "workspace.naming",
    "records.objectives",
    "records.writing",
    "records.attaching",
    "records.looking",
    "records.versions",
    "records.collecting",
    "records.erasing",
    "records.importing",
    "workspace.placing",
    "workspace.packing",
    "coordination.calls",
    "coordination.calendar",
    "sending.reviewing",
    "sending.submitting",
    "sending.storing",
    "laptops.joining",
    "laptops.devices",
    "laptops.admins",
    "laptops.syncing",
    "workspace.disclosing",
    "sending.enveloping",
    "inspecting",
    "coordination.inbox",
    "coordination.attached",
    "coordination.outside",
    "coordination.receipts",
    "coordination.linking",
    "coordination.picturing",
    "coordination.forwarding",
    "sending.exporting",
    "workspace.backing",
    "workspace.retaining",
    "paper.answering",
    "paper.listening",
    "paper.sheets",
    "sending.peering",
    "helping",
    "paper.papering",
    "benching",
    "canarying",
)
_ABOUT = N_(
    "What an organisation does for the Global Compact for Migration, from a keyboard to a national picture. "
    "Without a command, or with a workspace alone, the window opens."
)
_GROUPS = {
    "call": N_("Make a call, or take one."),
    "profile": N_("Who works in a workspace: each with a role, a passphrase and a private area of their own."),
    "recovery": N_("Words and cards that open a workspace whose passphrase is forgotten."),
    "key": N_("The key that signs for this organisation: another one, for which the old one vouches."),
    "names": N_("Names of your own that texts are searched for before they leave."),
    "retention": N_("How long records are kept, and erasing for good what is past its time."),
    "envelope": N_("Tell an ombudsperson what the coordinator is not to read, or open what an ombudsperson was told."),
    "receipt": N_("What came back about a submission: a file, or digits said over the telephone."),
    "print": N_("Print sheets for others, or the page that explains the Compact."),
    "places": N_("Lists of places of your own: regions, districts and what lies in them."),
    "pack": N_("The reference pack, with the words and codes of the Compact: newer ones by file."),
    "store": N_("Places to exchange files: a folder, WebDAV, S3 or SFTP."),
    "received": N_("Where the files lie that came in: in the workspace, or sealed in a place outside."),
    "device": N_("The laptops of one organisation: made ready, joined, listed, revoked, brought back."),
    "sheet": N_("Sheets of paper that were typed in: which, by whom, and taking one back."),
    "practices": N_("Practices between organisations: give your own, take those of others."),
    "slip": N_("Give a check-back slip, or look one up."),
}


def build(words: Sequence[str] = ()) -> TyperGroup:
    """The command line, its help in the language that is active now.

    Only the command or the group that `words` begin with is made; words that begin with neither get all of them.
    """
    speak()
    for module in _MODULES:
        import_module(f"app.cli.{module}")
    first = words[0] if words else ""
    wanted = [declared for declared in DECLARED if first == (declared.within or declared.name)] or DECLARED
    whole = _empty(_(_ABOUT))
    groups = {name: _empty(_(help)) for name, help in _GROUPS.items()}
    for declared in wanted:
        place = groups[declared.within] if declared.within else whole
        place.command(declared.name, cls=Command)(for_typer(declared))
    for name, group in groups.items():
        if group.registered_commands:
            whole.add_typer(group, name=name)
    return get_group(whole)


def _empty(about: str) -> typer.Typer:
    return typer.Typer(
        cls=Group,
        help=about,
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
