"""Commands about places to exchange files: store add, list, probe, remove; and send."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import inputs, opening, printing
from app.cli.asking import Opening, WorkspacePath
from app.cli.declaring import command
from app.i18n import N_, _, isolate

if TYPE_CHECKING:
    from app.services.opening.stores import Place

PlaceName = Annotated[str, typer.Argument(metavar="STORE", help=N_("The name of the place."))]
_FORMS = ("bundle", "pdf")
SecretFile = Annotated[
    str,
    typer.Option(
        "--secret-file", metavar="FILE", help=N_("Read the password, or the private key of SFTP, from this file.")
    ),
]


@dataclass(frozen=True)
class Fresh:
    """What is said about a new place."""

    name: Annotated[str, typer.Argument(metavar="NAME", help=N_("A short name of your own for the place."))]
    address: Annotated[
        str,
        typer.Argument(
            metavar="ADDRESS",
            help=N_("A folder, webdavs://user@host/path, s3://key@host/bucket/path or sftp://user@host/path."),
        ),
    ]
    secret_file: SecretFile = ""
    host_key: Annotated[
        str,
        typer.Option("--host-key", metavar="SHA256:…", help=N_("The key of an SFTP computer, after comparing it.")),
    ] = ""
    region: Annotated[str, typer.Option("--region", metavar="R", help=N_("The region of an S3 place."))] = ""
    unencrypted: Annotated[
        bool, typer.Option("--unencrypted", help=N_("Allow an address where others could read the password."))
    ] = False
    untried: Annotated[
        bool, typer.Option("--untried", help=N_("Keep the place without trying it, as when offline."))
    ] = False

    def secret(self) -> str:
        """From the file, else asked for where somebody can be asked."""
        return secret_of(self.address, self.secret_file)


def secret_of(address: str, secret_file: str) -> str:
    """The password or key of the place at an address: from the file, else asked for where somebody can be asked."""
    if secret_file:
        text = inputs.text(secret_file, needed=_("a password or a key, as plain text in UTF-8"))
        return text if "PRIVATE KEY" in text else text.split("\n")[0].rstrip("\r")
    if "://" not in address or address.lower().startswith("file:") or not sys.stdin.isatty():
        return ""
    return str(typer.prompt(_("Password of the place"), hide_input=True, err=True))


@dataclass(frozen=True)
class Outgoing:
    """Which submission goes where, and as what."""

    submission: Annotated[
        str, typer.Argument(metavar="SUBMISSION", help=N_("Its id or the beginning of it, as `sent` lists it."))
    ]
    to: Annotated[str, typer.Option("--to", metavar="STORE", help=N_("The name of the place."))]
    form: Annotated[
        str, typer.Option("--as", metavar="bundle|pdf", help=N_("The data alone, or pages with the data inside."))
    ] = "bundle"
    tongue: Annotated[str, typer.Option("--in", metavar="fr", help=N_("Language of the pages."))] = ""


@command("add", within="store", help=N_("Keep a place to exchange files, after trying it."))
def add(asked: Opening, workspace: WorkspacePath, fresh: Fresh) -> None:
    """Its password is kept inside the workspace and shown nowhere."""
    from app.services.opening import stores

    new = stores.NewPlace(
        fresh.name, fresh.address, fresh.secret(), fresh.region, fresh.host_key, allow_plain=fresh.unencrypted
    )
    with opening.opened(asked, workspace) as opened:
        place = stores.add(opened, new, untried=fresh.untried)
    words = _("“{name}” is a place to exchange files now.").format(name=isolate(place.name))
    printing.answer(asked, _plain(place), [words, *_abilities(place)])


@command("list", within="store", help=N_("The places to exchange files of this workspace."))
def listing(asked: Opening, workspace: WorkspacePath) -> None:
    """Without their passwords, and without asking any of them."""
    from app.services.opening import stores

    with opening.opened(asked, workspace) as opened:
        found = stores.every(opened)
    rows = [(one.name, one.kind.value, one.address, _("yes") if one.abilities else _("no")) for one in found]
    heads = (_("Name"), _("Kind"), _("Address"), _("Tried"))
    words: list[str | printing.Rows] = [printing.Rows(heads, rows)] if rows else [_("There is no place yet.")]
    printing.answer(asked, {"stores": [_plain(one) for one in found]}, words)


@command("probe", within="store", help=N_("Try a place: write, read, list, rename and delete a small file there."))
def probe(asked: Opening, workspace: WorkspacePath, name: PlaceName) -> None:
    """No file is left in the place."""
    from app.services.opening import stores

    with opening.opened(asked, workspace) as opened:
        place = stores.probe(opened, name)
    printing.answer(asked, _plain(place), _abilities(place))


@command("password", within="store", help=N_("Give the password or key of a place that a welcome told of."))
def password(
    asked: Opening,
    workspace: WorkspacePath,
    name: PlaceName,
    secret_file: SecretFile = "",
) -> None:
    """The place is tried with it, and it is kept inside the workspace."""
    from app.services.opening import stores

    with opening.opened(asked, workspace) as opened:
        address = stores.find(opened, name).address
        place = stores.give_secret(opened, name, secret_of(address, secret_file))
    printing.answer(asked, _plain(place), [_("“{name}” works.").format(name=isolate(place.name))])


@command("remove", within="store", help=N_("Forget a place and its password; the files in it stay there."))
def remove(asked: Opening, workspace: WorkspacePath, name: PlaceName) -> None:
    """What was sent there is still known as sent."""
    from app.services.opening import stores

    with opening.opened(asked, workspace) as opened:
        place = stores.remove(opened, name)
    words = _("“{name}” is forgotten. The files in it are still there.").format(name=isolate(place.name))
    printing.answer(asked, {"removed": place.name}, [words])


@command("send", help=N_("Put a submission that was made into a place; what is there already is not sent again."))
def send(asked: Opening, workspace: WorkspacePath, outgoing: Outgoing) -> None:
    """Stopped or cut off anywhere, the same words go on where it stopped."""
    from app.services.opening import stores
    from app.services.submitting import sending, submissions

    if outgoing.form not in _FORMS:
        raise typer.BadParameter(_("Say --as bundle or --as pdf."))
    inputs.refuse_unspoken(outgoing.tongue)
    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Sending")) as progress:
        made = submissions.find(opened, outgoing.submission)
        place = stores.find(opened, outgoing.to)
        form = sending.Form(outgoing.form, outgoing.tongue)
        delivery = sending.send(opened, made, place, form, progress=progress)
    words = [_("The submission is in “{name}”.").format(name=isolate(place.name))]
    if delivery.readable:
        words.append(_("It is not sealed: whoever runs or can open this place can read it."))
    plain = {
        "submission": made.id,
        "store": delivery.place,
        "file": delivery.file,
        "size": delivery.size,
        "sent": delivery.sent,
        "readable": delivery.readable,
    }
    printing.answer(asked, plain, words)


def _abilities(place: Place) -> list[str]:
    if place.abilities is None:
        return [_("It was not tried yet.")]
    words = _("It works: a small file was written, read back, listed, renamed and deleted in {count} milliseconds.")
    late = [] if place.abilities.lists else [_("A new file does not stand in its listing at once.")]
    return [words.format(count=place.abilities.milliseconds), *late]


def _plain(place: Place) -> dict[str, object]:
    tried = place.abilities
    return {
        "name": place.name,
        "kind": place.kind.value,
        "address": place.address,
        "region": place.region,
        "host_key": place.host_key,
        "works": tried is not None,
        "renames": tried.renames if tried else None,
        "lists": tried.lists if tried else None,
    }
