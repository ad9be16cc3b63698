"""Commands about lists of places of one's own: places add, list, find, remove."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import opening, printing
from app.cli.asking import Opening, WorkspacePath
from app.cli.declaring import command
from app.i18n import N_, _

if TYPE_CHECKING:
    from app.services.opening.place_packs import Kept

_GROUP = "places"
_MOST = 20


@command("add", within=_GROUP, help=N_("Keep a list of places with P-codes: regions, districts and what lies in them."))
def add(
    asked: Opening,
    workspace: WorkspacePath,
    file: Annotated[str, typer.Argument(metavar="FILE", help=N_("The list, as XLSX, ODS or CSV."))],
) -> None:
    """Searches and imports of this workspace know the places from then on; nothing of the list leaves."""
    from app.services.opening import place_packs

    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Reading")) as progress:
        _answer(asked, place_packs.add(opened, Path(file), progress=progress))


@command("list", within=_GROUP, help=N_("List the lists of places that were added."))
def list_(asked: Opening, workspace: WorkspacePath) -> None:
    """By country."""
    from app.services.opening import place_packs

    with opening.opened(asked, workspace) as opened:
        _answer(asked, place_packs.listed(opened))


@command("find", within=_GROUP, help=N_("Find places by name in any script, or by code."))
def find(
    asked: Opening,
    workspace: WorkspacePath,
    words: Annotated[str, typer.Argument(metavar="TEXT", help=N_("A name or a code, or the beginning of one."))],
    country: Annotated[str, typer.Option("--country", metavar="XX", help=N_("Only in this country."))] = "",
) -> None:
    """Best first; marks and case do not matter."""
    from app.services.opening import place_packs

    with opening.opened(asked, workspace) as opened:
        known = place_packs.gazetteer(opened)
    found = known.find(words, country, limit=_MOST)
    plain = [{"code": one.code, "name": one.name, "level": one.level, "in": one.parent} for one in found]
    rows = [(one.code, one.name, ", ".join(each.name for each in known.path(one)[1:-1])) for one in found]
    table = printing.Rows((_("Code"), _("Place"), _("In")), rows)
    printing.answer(asked, {"places": plain}, [table] if rows else [_("Nothing was found.")])


@command("remove", within=_GROUP, help=N_("Forget the list of places of a country; records keep their codes."))
def remove(
    asked: Opening,
    workspace: WorkspacePath,
    country: Annotated[str, typer.Argument(metavar="XX", help=N_("The two letters of the country."))],
) -> None:
    """The places that ship with the program stay."""
    from app.services.opening import place_packs

    with opening.opened(asked, workspace) as opened:
        place_packs.remove(opened, country)
        _answer(asked, place_packs.listed(opened))


def _answer(asked: Opening, packs: tuple[Kept, ...]) -> None:
    plain = [
        {"country": one.country, "version": one.version, "file": one.file, "places": list(one.counts)} for one in packs
    ]
    rows = [(one.country, one.version, one.file, *one.counts) for one in packs]
    heads = (_("Country"), _("Version"), _("File"), _("Regions"), _("Districts"), _("Below"))
    printing.answer(
        asked, {"packs": plain}, [printing.Rows(heads, rows)] if rows else [_("No list of places was added.")]
    )
