"""Commands with which a laptop joins: device found, request, admit, join."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import inputs, opening, printing
from app.cli.asking import Force, Opening, WorkspacePath
from app.cli.declaring import command
from app.cli.workspace import recovery
from app.errors import GroundworkError
from app.i18n import N_, _, isolate

if TYPE_CHECKING:
    from app.services.opening.stores import Place

LaptopName = Annotated[str, typer.Option("--name", metavar="NAME", help=N_("What the laptop is called in the list."))]
Digits = Annotated[
    str, typer.Option("--digits", metavar="'12345 …'", help=N_("The digits on the other screen, after comparing them."))
]
NewPath = Annotated[str, typer.Argument(metavar="NEW", help=N_("The new workspace file (*.groundwork)."))]


class DigitsMissingError(GroundworkError):
    """Nobody can be asked whether the digits match."""

    message = N_("Nobody compared the digits. Compare them with those on the other screen and give them with --digits.")


@dataclass(frozen=True)
class Welcomed:
    """Whom and what an admin admits."""

    to: Annotated[str, typer.Option("--to", metavar="FILE", help=N_("Where the welcome for the new laptop goes."))]
    name: LaptopName
    person: Annotated[
        str,
        typer.Option("--person", metavar="PERSON", help=N_("Somebody new who works on it; without it: you yourself.")),
    ] = ""
    role: Annotated[
        str,
        typer.Option("--role", metavar="ROLE", help=N_("Of somebody new: editor, reviewer, focal_point or keeper.")),
    ] = "editor"
    digits: Digits = ""


@command("found", within="device", help=N_("Make a workspace ready for further laptops; this one is the first."))
def found(asked: Opening, workspace: WorkspacePath, name: LaptopName, words_file: recovery.WordsFile = "") -> None:
    """The recovery words become those of all laptops; where there are none, they are made and printed once."""
    from app.services.syncing import devices, spaces

    typed = inputs.content(words_file).decode("utf-8-sig", "replace") if words_file else ""
    with opening.opened(asked, workspace) as opened:
        made = spaces.found(opened, name, typed)
        seen = devices.overview(opened)
    told = [_("Further laptops can join now. Digits of your laptops: {digits}").format(digits=seen.digits)]
    if made.words:
        told += [f"{number}. {word}" for number, word in enumerate(made.words, 1)]
        told.append(
            _("Write the words down now: they are shown once, and bring everything back if all laptops are lost.")
        )
    printing.answer(asked, {"space": made.space.id, "digits": seen.digits, "words": list(made.words)}, told)


@command("request", within="device", help=N_("On a new laptop: make an empty workspace and a request to join."))
def request(
    asked: Opening,
    workspace: NewPath,
    to: Annotated[str, typer.Option("--to", metavar="FILE", help=N_("Where the request goes."))],
    force: Force = False,
    fast_key: Annotated[bool, typer.Option("--fast-key", hidden=True)] = False,
) -> None:
    """Nothing in the request is secret; its digits are compared before it is answered."""
    from app.files import write_whole
    from app.services.opening import workspace as workspaces
    from app.services.syncing import devices

    inputs.refuse_existing(to, force=force)
    secret = opening.passphrase(asked, is_new=True)
    cost = workspaces.quick_cost() if fast_key else None
    made = devices.request(Path(workspace), secret, origin=opening.origin(asked), cost=cost)
    write_whole(Path(to), made.data, replace=force)
    words = [
        _("Take the request to a laptop that belongs already: {path}").format(path=to),
        _("Digits of this laptop, to be compared there: {digits}").format(digits=made.digits),
    ]
    printing.answer(asked, {"workspace": workspace, "path": to, "digits": made.digits}, words)


@command("admit", within="device", help=N_("Admit a laptop that asks, after comparing digits, and write its welcome."))
def admit(
    asked: Opening,
    workspace: WorkspacePath,
    request: Annotated[str, typer.Argument(metavar="REQUEST", help=N_("The request of the new laptop."))],
    fresh: Welcomed,
    force: Force = False,
) -> None:
    """The welcome can be opened by the new laptop alone."""
    from app.files import write_whole
    from app.services.syncing import devices

    inputs.refuse_existing(fresh.to, force=force)
    data = inputs.content(request)
    with opening.opened(asked, workspace) as opened:
        digits = _compared(fresh.digits, devices.digits(data))
        new = devices.NewLaptop(fresh.name, fresh.person, fresh.role)
        made = devices.admit(opened, data, digits, new)
    write_whole(Path(fresh.to), made.data, replace=force)
    words = [
        _("“{name}” is admitted. Take the welcome to it: {path}").format(name=isolate(fresh.name), path=fresh.to),
        _("Digits of your laptops, to be compared there: {digits}").format(digits=made.digits),
    ]
    plain = {"device": made.fingerprint, "name": fresh.name, "path": fresh.to, "digits": made.digits}
    printing.answer(asked, plain, words)


@command("join", within="device", help=N_("On a new laptop: take the welcome, after comparing digits."))
def join(
    asked: Opening,
    workspace: NewPath,
    welcome: Annotated[str, typer.Argument(metavar="WELCOME", help=N_("The welcome from the laptop that admitted."))],
    digits: Digits = "",
) -> None:
    """Records come with the first sync. Where the others meet is known then, but for the password of that place."""
    from app.services.opening import stores
    from app.services.syncing import devices, meeting

    data, secret = inputs.content(welcome), opening.passphrase(asked)
    compared = digits or _compared("", devices.welcome_digits(Path(workspace), secret, data))
    opened = devices.join(Path(workspace), secret, data, compared, origin=opening.origin(asked))
    meeting.beside(opened, Path(welcome))
    places = stores.every(opened)
    plain = {"workspace": workspace, "organisation": opened.organisation.name, "person": opened.profile.name}
    opened.close()
    words = _("This laptop is one of those of {organisation} now. Sync it, and the records come.")
    told = [words.format(organisation=isolate(str(plain["organisation"]))), *map(_meets, places)]
    printing.answer(asked, {**plain, "places": [one.name for one in places]}, told)


def _meets(place: Place) -> str:
    if place.lacks_secret:
        words = _("The others meet in “{place}”. Give its password first: store password.")
    else:
        words = _("The others meet in “{place}”.")
    return words.format(place=isolate(place.name))


def _compared(given: str, shown: str) -> str:
    """The digits that a person compared: given as words, or shown and confirmed."""
    if given:
        return given
    if not sys.stdin.isatty():
        raise DigitsMissingError
    printing.complain(shown)
    return shown if typer.confirm(_("Do the same digits stand on the other screen?"), err=True) else ""
