"""Commands that write records: add, edit, trash, restore. What was typed is kept, also what cannot be read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import opening, printing, showing
from app.cli.asking import Opening, WorkspacePath
from app.cli.declaring import command
from app.cli.records import filling
from app.cli.records.filling import Filling
from app.cli.workspace import backing
from app.i18n import N_, _

if TYPE_CHECKING:
    from app.domain.drafts import Draft
    from app.domain.records import Record
    from app.services.opening.workspace import Workspace

RecordId = Annotated[str, typer.Argument(metavar="ID", help=N_("The id of the record, as add and list tell it."))]


@command("add", help=N_("Record something; a kind that does not exist tells all kinds that do."))
def add(
    asked: Opening,
    workspace: WorkspacePath,
    kind: Annotated[str, typer.Argument(metavar="KIND", help=N_("What kind of record."))],
    given: Filling,
) -> None:
    """Incomplete records are kept as well and their problems told."""
    from app.domain.drafts import Draft
    from app.domain.filling import filled
    from app.services.records import objectives

    record_class = filling.kind(kind)
    values = filling.values(given, record_class)
    with opening.opened(asked, workspace) as opened:
        begun = filled(Draft(record_class(id=opened.new_id())), values)
        _save(asked, opened, filled(objectives.settled(opened, begun), values))


@command("edit", help=N_("Change a record; only what is named is changed."))
def edit(asked: Opening, workspace: WorkspacePath, record: RecordId, given: Filling) -> None:
    """What somebody else changed meanwhile stays, beside this change."""
    from app.domain.filling import filled

    with opening.opened(asked, workspace) as opened:
        draft = draft_of(opened, record)
        _save(asked, opened, filled(draft, filling.values(given, type(draft.record))))


@command("trash", help=N_("Put a record in the trash; it can be brought back."))
def trash(asked: Opening, workspace: WorkspacePath, record: RecordId) -> None:
    """Nothing is destroyed."""
    from app.services.records import recording

    with opening.opened(asked, workspace) as opened:
        recording.trash(opened, record)
    printing.answer(asked, {"id": record, "deleted": True}, [_("It is in the trash now, and can be restored.")])


@command("restore", help=N_("Take a record out of the trash; with --to, make a new workspace of a backup."))
def restore(
    asked: Opening,
    workspace: Annotated[str, typer.Argument(metavar="WORKSPACE", help=N_("The workspace, or a backup of one."))],
    record: Annotated[str, typer.Argument(metavar="ID", help=N_("The id of the record, as trash told it."))] = "",
    to: Annotated[str, typer.Option("--to", metavar="WORKSPACE", help=N_("The new workspace."))] = "",
) -> None:
    """A record is as it was; a backup is written over nothing."""
    from app.services.records import recording

    if bool(record) == bool(to):
        raise typer.BadParameter(_("Name a record of a workspace, or with --to where a backup is brought back to."))
    if to:
        backing.bring_back(asked, workspace, to)
        return
    with opening.opened(asked, workspace) as opened:
        recording.bring_back(opened, record)
    printing.answer(asked, {"id": record, "deleted": False}, [_("It is back.")])


def draft_of(workspace: Workspace, record: str) -> Draft[Record]:
    """The record as it was left: with what was typed and not saved, if there is any. Raises RecordMissingError."""
    from app.services.records import recording

    kept = next((one for one in recording.kept_drafts(workspace) if one.record.id == record), None)
    return kept or recording.open_draft(workspace, recording.kind_of(workspace, record), record)


def _save(asked: Opening, workspace: Workspace, draft: Draft[Record]) -> None:
    from app.services.records import recording

    if draft.unread:
        recording.keep(workspace, draft)
    saved = recording.save(workspace, draft)
    if draft.unread and saved.stamp:
        fresh = recording.open_draft(workspace, type(draft.record), saved.id)
        recording.keep(workspace, replace(fresh, unread=draft.unread))
    plain = {
        "id": saved.id,
        "stamp": saved.stamp,
        "changed": saved.changed,
        "problems": showing.problems(saved.problems),
    }
    words: list[str | printing.Rows] = [_("Saved as {id}.").format(id=saved.id)]
    if saved.problems:
        rows = [(one.field, one.sentence()) for one in saved.problems]
        words += [_("Still to do:"), printing.Rows((_("Field"), _("What to do")), rows)]
    printing.answer(asked, plain, words)
