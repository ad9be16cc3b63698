"""Commands about the second envelope: a key for an ombudsperson, whom to tell, what to tell, and opening one."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from app.cli import inputs, opening, printing, showing
from app.cli.asking import Asked, CallWords, Force, Opening, WorkspacePath
from app.cli.declaring import command
from app.cli.workspace.people import Fresh
from app.i18n import N_, _, ngettext

_CSV = ".csv"


@dataclass(frozen=True)
class Office:
    """Whom to tell, and with which key."""

    name: Annotated[str, typer.Option("--name", metavar="NAME", help=N_("The office, not a person."))] = ""
    key: Annotated[str, typer.Option("--key", metavar="age1…", help=N_("The line that the office sent."))] = ""
    digits: Annotated[
        str, typer.Option("--digits", metavar='"12345 …"', help=N_("What the office read to you on the telephone."))
    ] = ""
    forget: Annotated[bool, typer.Option("--forget", help=N_("Enclose nothing for anybody from now on."))] = False


@dataclass(frozen=True)
class Wanted:
    """What to enclose."""

    challenges: Annotated[
        bool | None,
        typer.Option("--challenges/--no-challenges", help=N_("Challenges that are marked as not for government.")),
    ] = None
    notes: Annotated[
        bool | None,
        typer.Option("--notes/--no-notes", help=N_("Kind and month of sensitive reports; for focal points.")),
    ] = None
    alone: Annotated[
        bool | None,
        typer.Option(
            "--alone/--along",
            help=N_("Make the next version for this alone, which the coordinator sees; or let it go along with one."),
        ),
    ] = None


@command(
    "key", within="envelope", help=N_("Make a key for an office that is to be told: a file, and a line to pass on.")
)
def make_key(
    asked: Asked,
    file: Annotated[str, typer.Argument(metavar="FILE", help=N_("Where the key goes; keep it, and a copy elsewhere."))],
    fresh: Fresh,
    force: Force = False,
) -> None:
    """No workspace is needed; the passphrase comes as that of a further person does (`profile add`)."""
    from app.services.opening import workspace as workspaces
    from app.services.submitting import ombudsperson

    inputs.refuse_existing(file, force=force)
    cost = workspaces.quick_cost() if fresh.fast_key else None
    chance = opening.origin(asked)
    made = ombudsperson.make_key(Path(file), fresh.passphrase(), origin=chance, cost=cost, replace=force)
    words = [
        _("Send this line to organisations:"),
        made.key,
        _("Read these digits to each of them on the telephone:"),
        made.digits,
        _("Keep the file and its passphrase. Without both nobody can open what is sealed for this key."),
    ]
    printing.answer(asked, {"path": file, "key": made.key, "digits": made.digits}, words)


@command("set", within="envelope", help=N_("Keep whom to tell, after comparing the digits by telephone; or show it."))
def keep(asked: Opening, workspace: WorkspacePath, office: Office) -> None:
    """Nothing is told by this; what is told is chosen for each call."""
    from app.services.submitting import ombudsperson

    with opening.opened(asked, workspace) as opened:
        if office.forget:
            ombudsperson.forget(opened)
        elif office.key or office.name:
            ombudsperson.keep(opened, office.name, office.key, digits=office.digits)
        found = ombudsperson.kept(opened)
    if found is None:
        printing.answer(asked, {"name": "", "key": "", "digits": ""}, [_("Nobody is named.")])
        return
    plain = {"name": found.name, "key": found.key, "digits": found.digits}
    table = printing.Rows((_("Office"), _("Digits of the key")), [(found.name, found.digits)])
    printing.answer(asked, plain, [table])


@command("tell", within="envelope", help=N_("Choose what is enclosed for a call, and list it item by item."))
def tell(asked: Opening, workspace: WorkspacePath, wanted: Wanted, call: CallWords = "") -> None:
    """The coordinator can open none of it, and cannot see whether there is anything."""
    from app.services.submitting import calls, enclosing, reviewing

    with opening.opened(asked, workspace) as opened:
        found = calls.find(opened, call)
        before = enclosing.choice(opened, found)
        changes = {name: value for name, value in vars(wanted).items() if value is not None}
        if changes:
            enclosing.choose(opened, found, dataclasses.replace(before, **changes))
        seen = reviewing.review(opened, found).enclosed
    entries = [{"kind": entry.KIND, **showing.fields(vars(entry))} for entry in seen.entries]
    choice = {"challenges": seen.choice.challenges, "notes": seen.choice.notes, "alone": seen.choice.alone}
    plain = {"name": seen.to.name if seen.to else "", **choice, "entries": entries}
    if seen.to is None:
        printing.answer(asked, plain, [_("Nobody is named.")])
        return
    told = ngettext("{count} entry is for {name} only.", "{count} entries are for {name} only.", len(entries))
    names = ("kind", "month", "type", "description")
    rows = [[str(entry.get(name) or "") for name in names] for entry in entries]
    table = printing.Rows((_("Kind"), _("Month"), _("Type"), _("What stands in the way")), rows)
    words: list[str | printing.Rows] = [told.format(count=len(entries), name=seen.to.name)]
    printing.answer(asked, plain, [*words, table] if rows else words)


@command("open", within="envelope", help=N_("Open the second envelope of a submission with your key file."))
def open_one(
    asked: Opening,
    file: Annotated[str, typer.Argument(metavar="FILE", help=N_("A submission: PDF or bundle."))],
    key: Annotated[str, typer.Option("--key", metavar="KEYFILE", help=N_("The file that `envelope key` made."))],
    to: Annotated[str, typer.Option("--to", metavar="OUT.csv", help=N_("Write it as CSV, or as JSON."))] = "",
    force: Force = False,
) -> None:
    """No workspace is needed. The passphrase is that of the key file."""
    from app.files import write_whole
    from app.services.coordinating import envelopes

    inputs.refuse_existing(to, force=force)
    told = envelopes.read(Path(file), Path(key), opening.passphrase(asked))
    plain = {**vars(told), "entries": [dict(entry) for entry in told.entries], "path": to}
    if to:
        text = json.dumps({**plain, "path": ""}, ensure_ascii=False, indent=1).encode() + b"\n"
        data = envelopes.as_csv(told) if to.lower().endswith(_CSV) else text
        write_whole(Path(to), data, replace=force, private=True)
    about = _("From {organisation}. The digits of the sender's key: {digits}. Compare them by telephone.")
    words = about.format(organisation=told.organisation, digits=told.sender)
    table = printing.Rows(envelopes.COLUMNS, [tuple(row) for row in envelopes.rows(told)])
    printing.answer(asked, plain, [words, table] if told.entries else [words])
