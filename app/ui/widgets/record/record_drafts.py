"""Drafts of records as a page opens them: with what was typed and never saved, if there is such text."""

from __future__ import annotations

from app.domain.drafts import Draft
from app.domain.records import Record
from app.services.opening.workspace import Workspace
from app.services.records import recording


def left_behind(workspace: Workspace, record_class: type[Record]) -> list[Draft[Record]]:
    """What was typed and never saved, the newest first; only a crash leaves such drafts."""
    return [draft for draft in recording.left_behind(workspace) if isinstance(draft.record, record_class)]


def taken_up(workspace: Workspace, record_class: type[Record]) -> tuple[Draft[Record] | None, bool]:
    """What was typed last, and whether another window had typed in the same record; the rest is saved.

    What two windows typed in one record stands side by side until somebody chooses.
    """
    left = left_behind(workspace, record_class)
    for draft in left[1:]:
        recording.save(workspace, draft)
    return next(iter(left), None), any(draft.record.id == left[0].record.id for draft in left[1:])


def draft_of(workspace: Workspace, record_class: type[Record], record: str) -> Draft[Record]:
    """A record, with the text in it that could not be read. Raises RecordMissingError."""
    kept = recording.kept_drafts(workspace)
    found = next((draft for draft in kept if draft.record.id == record), None)
    return found or recording.open_draft(workspace, record_class, record)
