"""The command that attaches a file to a record."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import opening, printing, showing
from app.cli.asking import Opening, WorkspacePath
from app.cli.declaring import command
from app.cli.records.writing import RecordId
from app.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from app.domain.records import Attachment

FilePath = Annotated[str, typer.Argument(metavar="FILE", help=N_("A picture, a PDF or an office file."))]


@dataclass(frozen=True)
class Told:
    """What is said about the file."""

    title: Annotated[str, typer.Option("--title", metavar="T", help=N_("What it shows, in a few words."))]
    alt: Annotated[
        str, typer.Option("--alt", metavar="TEXT", help=N_("What can be seen, for those who cannot see it."))
    ] = ""
    consent: Annotated[
        str, typer.Option("--consent", metavar="C0..C4", help=N_("What the people shown agreed to."))
    ] = ""
    people: Annotated[bool, typer.Option("--people", help=N_("People can be recognised; that needs C4."))] = False
    goes_along: Annotated[
        bool, typer.Option("--goes-along", help=N_("It may go along in submissions, after you looked at it again."))
    ] = False
    sensitivity: Annotated[str, typer.Option("--sensitivity", metavar="S1..S4", help=N_("How sensitive it is."))] = ""


@command("attach", help=N_("Clean a picture or document and attach it to a record."))
def attach(asked: Opening, workspace: WorkspacePath, record: RecordId, file: FilePath, told: Told) -> None:
    """Only the cleaned file is kept; it has no name of a file, and leaves only if it may go along."""
    from app.domain.records import Attachment
    from app.services.records import attachments, recording

    about = Attachment(
        "", told.title, told.alt, told.consent, told.people, told.sensitivity, goes_along=told.goes_along
    )
    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Cleaning the file")) as progress:
        saved = attachments.attach(opened, record, Path(file), about, progress=progress)
        kept = recording.open_draft(opened, Attachment, saved.id).record
    plain = {"record": record, **one(kept), "problems": showing.problems(saved.problems)}
    words: list[str | printing.Rows] = [_("Attached as {id}.").format(id=saved.id), attachments.told(kept)]
    if saved.problems:
        todo = [(one.field, one.sentence()) for one in saved.problems]
        words += [_("Still to do:"), printing.Rows((_("Field"), _("What to do")), todo)]
    printing.answer(asked, plain, words)


def one(kept: Attachment) -> dict[str, object]:
    """An attachment as JSON has it."""
    return {"id": kept.id, "fields": showing.record(kept)}


def table(kept: tuple[Attachment, ...]) -> list[str | printing.Rows]:
    """The attachments of a record in words; nothing if there are none."""
    if not kept:
        return []
    told = ngettext("{count} attachment", "{count} attachments", len(kept)).format(count=len(kept))
    rows = [(one.id, one.title, one.kind, one.size) for one in kept]
    return [told, printing.Rows((_("Id"), _("What it shows"), _("Kind"), _("Bytes")), rows)]
