"""Commands about the reference pack: pack make, take, list, remove."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import inputs, opening, printing, signed_files
from app.cli.asking import Asked, Force, Opening, WorkspacePath
from app.cli.declaring import command
from app.cli.signed_files import Compared
from app.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from app.services.opening.reference_packs import Kept, Offered

_GROUP = "pack"
_MOST = 40


@command("make", within=_GROUP, help=N_("Make a file of a reference pack, signed with the organisation's key."))
def make(
    asked: Opening,
    workspace: WorkspacePath,
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help=N_("The pack, sealed, with its manifest.json."))],
    to: Annotated[str, typer.Option("--to", metavar="pack.gwb", help=N_("The file to hand on."))],
    force: Force = False,
) -> None:
    """Anybody may read the file; the signature says whose it is."""
    from app.services.opening import reference_packs

    inputs.refuse_existing(to, force=force)
    with opening.opened(asked, workspace) as opened:
        version, data = reference_packs.make(opened, Path(folder))
        digits = signed_files.written(opened, data, to, force=force)
    words = [
        _("Reference pack {version} is in {file}.").format(version=version, file=to),
        signed_files.to_compare(digits),
    ]
    printing.answer(asked, {"version": version, "file": to, "digits": digits}, words)


@command("take", within=_GROUP, help=N_("Look at a reference pack in a file; with the compared digits, take it."))
def take(
    asked: Opening,
    workspace: WorkspacePath,
    file: Annotated[str, typer.Argument(metavar="pack.gwb", help=N_("The file with the pack."))],
    compared: Compared,
) -> None:
    """Without digits and without yes it only shows who signed, and what would change."""
    from app.services.opening import reference_packs

    data = inputs.content(file)
    with opening.opened(asked, workspace) as opened:
        offered = compared.offered(opened, data, reference_packs.take, reference_packs.look)
    told = compared.told(_("Taken. A workspace uses it from the next time it is opened."))
    plain = {
        "version": offered.version,
        "in_force": offered.known,
        "digits": offered.digits,
        "signer": offered.signer.value,
        "name": offered.name,
        "taken": compared.is_taken,
        "new": len(offered.changes.new),
        "other": len(offered.changes.other),
        "gone": len(offered.changes.gone),
        "codes_gone": [f"{part}: {code}" for part, code in offered.changes.codes_gone],
    }
    printing.answer(asked, plain, [*_signed(offered), *_changed(offered), told])


@command("list", within=_GROUP, help=N_("List the reference packs of this computer, and which one is used."))
def list_(asked: Asked) -> None:
    """The newest first; the one that ships is the last."""
    from app.services.opening import reference_packs

    _answer(asked, reference_packs.listed())


@command("remove", within=_GROUP, help=N_("Take a reference pack off this computer; records keep their codes."))
def remove(
    asked: Asked,
    version: Annotated[str, typer.Argument(metavar="VERSION", help=N_("As the list writes it, such as 1.5.0."))],
) -> None:
    """The pack that ships with the program stays."""
    from app.services.opening import reference_packs

    reference_packs.remove(version)
    _answer(asked, reference_packs.listed())


def _signed(offered: Offered) -> list[str]:
    told = {
        "own": _("Your own organisation signed it."),
        "coordinator": _("It is signed with the key of {name}, whose call is in this workspace."),
        "unknown": _("It is signed with a key that this workspace does not know."),
    }[offered.signer.value]
    return [
        _("Reference pack {version}; version {known} is used now.").format(
            version=offered.version, known=offered.known
        ),
        told.format(name=offered.name),
        _("Digits of the key: {digits}").format(digits=offered.digits),
    ]


def _changed(offered: Offered) -> list[str | printing.Rows]:
    found = offered.changes
    counts = [
        ngettext("{count} text is new.", "{count} texts are new.", len(found.new)).format(count=len(found.new)),
        ngettext("{count} text changes.", "{count} texts change.", len(found.other)).format(count=len(found.other)),
        ngettext("{count} text is gone.", "{count} texts are gone.", len(found.gone)).format(count=len(found.gone)),
    ]
    rows = [(one.part, one.code, one.language, one.before, one.after) for one in found.every[:_MOST]]
    heads = (_("Part"), _("Code"), _("Language"), _("Before"), _("Then"))
    return [*counts, *([printing.Rows(heads, rows)] if rows else [])]


def _answer(asked: Asked, kept: tuple[Kept, ...]) -> None:
    from app.compact import load
    from app.compact.in_force import shipped_version

    plain = [
        {"version": one.version, "digits": one.digits, "used": one.in_force, "damaged": one.damaged} for one in kept
    ]
    rows = [(one.version, one.digits, _state(one)) for one in kept]
    used = _("used") if load().version == shipped_version() else ""
    rows.append((shipped_version(), _("ships with the program"), used))
    table = printing.Rows((_("Version"), _("Digits of the key"), _("State")), rows)
    printing.answer(asked, {"packs": plain, "shipped": shipped_version(), "used": load().version}, [table])


def _state(one: Kept) -> str:
    if one.damaged:
        return _("damaged, so it is not used; remove it, and take it again")
    if one.outdated:
        return _("older than the one that ships, so it is not used")
    return _("used") if one.in_force else ""
