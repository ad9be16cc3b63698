"""The command with which anybody can repeat the proof that nothing private leaves: canary."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from app import i18n
from app.cli import guarding, inputs, opening, printing
from app.cli.asking import Force, Opening
from app.cli.declaring import command
from app.i18n import N_, _, ngettext

NAME = "canary"
LIST = "canaries.tsv"


@dataclass(frozen=True)
class Hunt:
    """Plant, or look in what left."""

    look_in: Annotated[
        list[str] | None,
        typer.Option("--look-in", metavar="FILE", help=N_("Look for the planted words in this file; may be repeated.")),
    ] = None
    fast_key: Annotated[bool, typer.Option("--fast-key", hidden=True)] = False
    force: Force = False


@command("canary", help=N_("Make a workspace full of planted words that must never leave, or look for them in files."))
def canary(
    asked: Opening,
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help=N_("Where the workspace and the list of words are."))],
    hunt: Hunt,
) -> int:
    """With `--look-in`: status 1 if one of the words is found. What cannot be searched is an error, never clean."""
    return _look(asked, Path(folder), hunt.look_in) if hunt.look_in else _plant(asked, Path(folder), hunt)


def _plant(asked: Opening, folder: Path, hunt: Hunt) -> int:
    from app.files import make_folder, write_whole
    from app.services.canaries import nest, planting
    from app.services.opening import workspace as services

    path = folder / f"{NAME}{services.SUFFIX}"
    inputs.refuse_existing(str(folder / LIST), force=hunt.force)
    make_folder(folder)
    organisation = services.Organisation("Canary House", ("ST-CSO",), "KE")
    founding = services.Founding(organisation, "The first of us", language=asked.language or i18n.language())
    secret = opening.passphrase(asked, is_new=True)
    cost = services.quick_cost() if hunt.fast_key else None
    made = services.create(path, secret, founding, origin=opening.origin(asked), cost=cost)
    try:
        planted = planting.plant(made, cost=cost)
    finally:
        made.close()
    write_whole(folder / LIST, nest.table(planted).encode(), replace=True)
    words = ngettext("{count} word was planted.", "{count} words were planted.", len(planted))
    more = _("The workspace is {path}; the words and where they sit are in {list}.")
    plain = {"workspace": str(path), "list": str(folder / LIST), "planted": len(planted)}
    printing.answer(asked, plain, [words.format(count=len(planted)), more.format(path=path, list=folder / LIST)])
    return guarding.DONE


def _look(asked: Opening, folder: Path, files: list[str]) -> int:
    from app.services.canaries import looking

    words = looking.words_of(inputs.content(str(folder / LIST)).decode("utf-8", "replace"))
    with printing.progress(asked, _("Searching")) as progress:
        found = looking.look([Path(name) for name in files], words, progress)
    rows = [(str(one.file), one.word) for one in found]
    said: list[str | printing.Rows] = [_("None of the planted words stands in these files.")]
    if rows:
        said = [_("Planted words have left:"), printing.Rows((_("File"), _("Word")), rows)]
    plain = {"searched": len(files), "found": [{"file": file, "word": word} for file, word in rows]}
    printing.answer(asked, plain, said)
    return guarding.FAILED if rows else guarding.DONE
