"""Commands for a forgotten passphrase: recovery words and cards, made, tried and used; and new keys."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import inputs, opening, printing
from app.cli.asking import Asked, Force, Opening, WorkspacePath
from app.cli.declaring import command
from app.cli.workspace.people import Fresh
from app.errors import GroundworkError
from app.i18n import N_, _, isolate

if TYPE_CHECKING:
    from app.services.keeping.recovering import Fresh as Words
    from app.services.opening.workspace import Workspace

CARDS = 3
WordsFile = Annotated[
    str, typer.Option("--words-file", metavar="FILE", help=N_("Read the words, or those of two cards, from this file."))
]


class WordsMissingError(GroundworkError):
    """Nobody can be asked, and nothing was given."""

    message = N_("No recovery words were given. Use --words-file.")


@command("words", within="recovery", help=N_("Make 24 recovery words; older words and cards are void from then on."))
def words(
    asked: Opening,
    workspace: WorkspacePath,
    to: Annotated[str, typer.Option("--to", metavar="FILE", help=N_("Write them as a PDF page as well."))] = "",
    force: Force = False,
) -> None:
    """The words are printed once, in the language of --language or of the workspace, and kept nowhere."""
    from app.files import write_whole
    from app.services.keeping import recovering

    with opening.opened(asked, workspace) as opened:
        made = recovering.fresh(opened)
        if to:
            write_whole(Path(to), recovering.words_page(made, opened.now().date()).data, replace=force, private=True)
        recovering.keep(opened, made)
    told = [f"{number}. {word}" for number, word in enumerate(made.words, 1)]
    warning = _("Write them down now: they are shown once. Without the passphrase and these words the data is gone.")
    needed = _("The words open the file; they do not bring it back. For a lost file you need a backup as well.")
    printing.answer(asked, {"words": list(made.words), "path": to}, [*told, warning, needed])


@command("cards", within="recovery", help=N_("Make three cards of which any two open the workspace."))
def cards(
    asked: Opening,
    workspace: WorkspacePath,
    to: Annotated[str, typer.Option("--to", metavar="FOLDER", help=N_("Where the three PDF pages go."))],
    words_file: WordsFile = "",
    force: Force = False,
) -> None:
    """Of the words in --words-file, which stay good; without it new ones are made, and older ones are void."""
    from app.services.keeping import recovering

    with opening.opened(asked, workspace) as opened:
        if words_file:
            made = recovering.rehearse(opened, typed(words_file))
        else:
            made = recovering.fresh(opened)
        paths = write_cards(opened, made, Path(to), force=force)
        if not words_file:
            recovering.keep(opened, made)
    told = [_("Card {number}: {path}").format(number=number, path=path) for number, path in enumerate(paths, 1)]
    warning = _("Print each, keep the three in three places, and erase the files. One card alone opens nothing.")
    printing.answer(asked, {"cards": [str(path) for path in paths]}, [*told, warning])


@command("rehearse", within="recovery", help=N_("Try the words, or two cards, without using them."))
def rehearse(asked: Opening, workspace: WorkspacePath, words_file: WordsFile = "") -> None:
    """The day is kept, and asked for again after a year."""
    from app.services.keeping import recovering

    with opening.opened(asked, workspace) as opened:
        recovering.rehearse(opened, typed(words_file))
        tried = recovering.standing(opened).tried_on
    printing.answer(asked, {"opens": True, "tried": str(tried)}, [_("They open this workspace.")])


@command("open", within="recovery", help=N_("Use the words, or two cards: a new passphrase for a forgotten one."))
def use(asked: Asked, workspace: WorkspacePath, fresh: Fresh, words_file: WordsFile = "") -> None:
    """The forgotten passphrase opens nothing more; the words stay good."""
    from app.services.keeping import recovering
    from app.services.opening import workspace as workspaces

    opened = recovering.reopen(
        Path(workspace),
        typed(words_file),
        fresh.passphrase(),
        origin=opening.origin(asked),
        cost=workspaces.quick_cost() if fresh.fast_key else None,
    )
    plain = {"opens": True, "organisation": opened.organisation.name, "person": opened.profile.name}
    opened.close()
    words = _("The new passphrase opens the workspace for {person}.").format(person=isolate(str(plain["person"])))
    printing.answer(asked, plain, [words])


@command("rekey", help=N_("Encrypt everything under new keys, as after a person left or a laptop was seen."))
def rekey(
    asked: Opening,
    workspace: WorkspacePath,
    sign_anew: Annotated[
        bool, typer.Option("--signing", help=N_("Also sign with a new key, for which the old one vouches."))
    ] = False,
    fast_key: Annotated[bool, typer.Option("--fast-key", hidden=True)] = False,
) -> None:
    """Everybody's passphrase stays; backups made before open with the old keys until they are thinned away."""
    from app.services.keeping import renewing, signing
    from app.services.opening import workspace as workspaces

    with opening.opened(asked, workspace) as opened:
        secret = opening.passphrase(asked)
        is_recoverable = renewing.renew(opened, secret, cost=workspaces.quick_cost() if fast_key else None)
        if sign_anew:
            signing.change(opened)
        digits = workspaces.digits(opened)
    told = [_("Everything is encrypted under new keys. Backups made before still open with the old ones.")]
    told += [] if is_recoverable else [_("There are no recovery words now. Please make new ones.")]
    told += [signed_anew(digits)] if sign_anew else []
    printing.answer(asked, {"renewed": True, "recovery": is_recoverable, "digits": digits}, told)


@command("change", within="key", help=N_("Sign with a new key from now on; the old one vouches for it."))
def change(asked: Opening, workspace: WorkspacePath) -> None:
    """Coordinators who trust the old key trust the new one by themselves; others compare its digits."""
    from app.services.keeping import signing
    from app.services.opening import workspace as workspaces

    with opening.opened(asked, workspace) as opened:
        said = signing.change(opened)
        digits, times = workspaces.digits(opened), len(signing.changes(opened))
    printing.answer(asked, {"digits": digits, "day": said.day, "changes": times}, [signed_anew(digits)])


def signed_anew(digits: str) -> str:
    """That another key signs, with its digits."""
    told = _("A new key signs from now on; the old one vouches for it in everything you send. Its digits: {digits}")
    return told.format(digits=digits)


def typed(words_file: str) -> str:
    """The words from the file, else asked for, without showing them."""
    if words_file:
        return inputs.content(words_file).decode("utf-8-sig", "replace")
    if not sys.stdin.isatty():
        raise WordsMissingError
    return str(typer.prompt(_("Recovery words"), hide_input=True, err=True))


def write_cards(opened: Workspace, made: Words, folder: Path, *, force: bool) -> list[Path]:
    """The three cards as three files, each for this person alone; none of them where one is there already."""
    from app.files import make_folder, write_whole
    from app.services.keeping import recovering

    paths = [folder / f"card-{number}.pdf" for number in range(1, CARDS + 1)]
    inputs.refuse_existing(*map(str, paths), force=force)
    make_folder(folder)
    today = opened.now().date()
    for number, path in enumerate(paths, 1):
        write_whole(path, recovering.card_page(made, number, today).data, replace=force, private=True)
    return paths
