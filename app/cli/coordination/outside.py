"""Commands about where received files lie: received where, keep-in, bring-back, check, save."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import guarding, inputs, opening, printing
from app.cli.asking import Force, Opening, WorkspacePath
from app.cli.declaring import command
from app.i18n import N_, _, format_number, isolate, ngettext

if TYPE_CHECKING:
    from app.services.coordinating.lying import Lying
    from app.services.coordinating.outside import Trouble


@command("where", within="received", help=N_("Where the files lie that came in, and whether all went where they go."))
def where(asked: Opening, workspace: WorkspacePath) -> None:
    """No place is asked for it."""
    from app.services.coordinating import lying

    with opening.opened(asked, workspace) as opened:
        found = lying.look(opened)
    printing.answer(asked, plain(found), _words(found))


@command("keep-in", within="received", help=N_("Keep received files in a place outside, sealed; also those to come."))
def keep_in(
    asked: Opening,
    workspace: WorkspacePath,
    place: Annotated[str, typer.Argument(metavar="STORE", help=N_("The name of the place."))],
) -> None:
    """Each is read back and compared before the workspace lets go of it; stopped, the same words go on."""
    from app.services.coordinating import lying, outside

    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Putting files there")) as progress:
        count = outside.keep_in(opened, place, progress)
        found = lying.look(opened)
    told = ngettext("{count} file was put there.", "{count} files were put there.", count)
    printing.answer(asked, {**plain(found), "put": count}, [told.format(count=count), *_words(found)])


@command("bring-back", within="received", help=N_("Keep received files in the workspace again; none is deleted there."))
def bring_back(asked: Opening, workspace: WorkspacePath) -> int:
    """Status 1 if one could not be had as it was; what it says counts all the same."""
    from app.services.coordinating import lying, outside

    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Fetching")) as progress:
        wrong = outside.bring_back(opened, progress)
        found = lying.look(opened)
    printing.answer(asked, {**plain(found), "missing": _plain_of(wrong)}, [*_words(found), *_table(wrong)])
    return guarding.FAILED if wrong else guarding.DONE


@command("check", within="received", help=N_("Fetch and compare every file that lies outside; nothing is changed."))
def check(asked: Opening, workspace: WorkspacePath) -> int:
    """Status 1 if one is missing or not what it was."""
    from app.services.coordinating import lying, outside

    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Comparing")) as progress:
        wrong = outside.check(opened, progress)
        found = lying.look(opened)
    whole = [] if wrong else [_("All that lies outside is what it was.")]
    printing.answer(asked, {**plain(found), "missing": _plain_of(wrong)}, [*whole, *_table(wrong)])
    return guarding.FAILED if wrong else guarding.DONE


@command("save", within="received", help=N_("Write the data of a submission to a file, byte for byte as it came in."))
def save(
    asked: Opening,
    workspace: WorkspacePath,
    submission: Annotated[str, typer.Argument(metavar="SUBMISSION", help=N_("Its id or the beginning of it."))],
    to: Annotated[str, typer.Option("--to", metavar="OUT.gwb", help=N_("The file to write."))],
    force: Force = False,
) -> None:
    """Wherever it lies: from a place outside it is fetched and compared."""
    from app.files import write_whole
    from app.services.coordinating import triage
    from app.services.coordinating.shelf import Shelf

    inputs.refuse_existing(to, force=force)
    with opening.opened(asked, workspace) as opened, Shelf(opened) as shelf:
        line = triage.find(opened, submission)
        data = shelf.bundle(line.id)
    write_whole(Path(to), data, replace=force)
    words = _("The submission of {organisation} is in {path}.").format(organisation=isolate(line.name), path=to)
    printing.answer(asked, {"submission": line.id, "path": to, "size": len(data)}, [words])


def plain(found: Lying) -> dict[str, object]:
    """Where received files lie, for a script."""
    there = [{"store": one.place, "files": one.files, "size": one.size} for one in found.there]
    return {"kept_in": found.kept_in, "inside": found.inside, "outside": there}


def _words(found: Lying) -> list[str | printing.Rows]:
    words = _("Files that come in stay in the workspace.")
    if found.kept_in:
        words = _("Files that come in are kept in “{name}”, sealed.").format(name=isolate(found.kept_in))
    inside = ngettext("{count} file is in the workspace.", "{count} files are in the workspace.", found.inside)
    rows = [(one.place, format_number(one.files), format_number(one.size)) for one in found.there]
    table = printing.Rows((_("Place"), _("Files"), _("Bytes")), rows)
    return [words, inside.format(count=format_number(found.inside)), *([table] if rows else [])]


def _plain_of(wrong: Sequence[Trouble]) -> list[dict[str, str]]:
    return [{"submission": one.submission, "organisation": one.name, "reason": one.reason} for one in wrong]


def _table(wrong: Sequence[Trouble]) -> list[printing.Rows]:
    heads = (_("Submission"), _("Organisation"), _("Reason"))
    return [printing.Rows(heads, [(one.submission[:12], one.name, one.reason) for one in wrong])] if wrong else []
