"""Transcribing: sheets of paper become records row by row, once; who types one again checks it, row by row.

Nothing typed is lost: a row is reserved for its record while it is being typed, and a sheet is gone on with where
somebody stopped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.domain.drafts import Draft
from app.domain.records import FieldRule, Record
from app.domain.records.feedback import SENSITIVE
from app.errors import GroundworkError
from app.i18n import N_
from app.services.opening.workspace import Workspace
from app.services.paper import sheet_book
from app.services.paper.paper_forms import PaperForm
from app.services.paper.sheet_book import Note, Sheet
from app.services.records import recording
from app.services.records.batches import SensitiveInBatchError


class SheetTypedError(GroundworkError):
    """A row is typed in once, and checked once."""

    message = N_("Sheet {number} was typed in before. Nothing was kept twice.")


@dataclass(frozen=True)
class Difference:
    """A field in which the two who typed a row disagree."""

    rule: FieldRule
    first: object
    second: object


def begin(workspace: Workspace, sheet: Sheet, row: int, shared: Mapping[str, object]) -> Draft[Record]:
    """A draft for a row: what was being typed there when somebody stopped, else a new one with what all rows share."""
    with workspace.reading() as session:
        record = sheet_book.records(session, sheet).get(row, "")
        was_saved = bool(record) and sheet_book.is_there(session, record)
    kept = next((one for one in recording.kept_drafts(workspace) if record and one.record.id == record), None)
    kind = sheet.form.record_class
    if was_saved and kept is None:
        return recording.open_draft(workspace, kind, record)
    return kept or Draft(kind(id=record or workspace.new_id(), **shared))


def shared(workspace: Workspace, sheet: Sheet) -> Mapping[str, object]:
    """What the rows typed so far have in common, for whoever goes on with the sheet."""
    with workspace.reading() as session:
        there = [one for one in sheet_book.records(session, sheet).values() if sheet_book.is_there(session, one)]
    if not there:
        return {}
    found = recording.open_draft(workspace, sheet.form.record_class, there[0]).record
    return {name: getattr(found, name) for name in sheet.form.shared}


def keep(workspace: Workspace, sheet: Sheet, row: int, draft: Draft[Record]) -> Sheet:
    """Keep what is being typed of a row, and reserve the row for it. Raises SensitiveInBatchError."""
    _refuse_sensitive(draft)
    with workspace.noting() as session:
        sheet = sheet_book.put(workspace, session, sheet, Note({row: draft.record.id}))
    recording.keep(workspace, draft)
    return sheet


def save(workspace: Workspace, sheet: Sheet, row: int, draft: Draft[Record]) -> Sheet:
    """Make a row a record; an empty row is noted as blank. Raises SheetTypedError and SensitiveInBatchError."""
    _refuse_sensitive(draft)
    with workspace.reading() as session:
        if row != sheet_book.known(session, sheet.number).next_row:
            raise SheetTypedError(number=sheet.number.printed)
    blank = is_blank(sheet.form, draft)
    if blank:
        recording.drop(workspace, draft)
    else:
        sheet = keep(workspace, sheet, row, draft)
        recording.save(workspace, draft)
    with workspace.writing() as session:
        return sheet_book.put(workspace, session, sheet, Note(counts={"blank" if blank else "new": 1}))


def leave_blank(workspace: Workspace, sheet: Sheet) -> Sheet:
    """Note that nothing is written in the rows that are left."""
    left = sheet.number.rows - sheet.next_row + 1
    if left <= 0:
        return sheet
    with workspace.writing() as session:
        return sheet_book.put(workspace, session, sheet, Note(counts={"blank": left}))


def compare(workspace: Workspace, sheet: Sheet, row: int, draft: Draft[Record]) -> tuple[Difference, ...]:
    """Where what is typed now differs from what was typed first; how words are spaced, or begin, is no difference."""
    first = begin(workspace, sheet, row, {})
    if is_blank(sheet.form, draft) and is_blank(sheet.form, first):
        return ()
    asked = sheet.form.rules((*sheet.form.shared, *sheet.form.asked))
    pairs = [(one, getattr(first.record, one.name), getattr(draft.record, one.name)) for one in asked]
    return tuple(Difference(*pair) for pair in pairs if _plain(pair[1]) != _plain(pair[2]))


def check(
    workspace: Workspace, sheet: Sheet, row: int, draft: Draft[Record], takes_second: Mapping[str, bool]
) -> Sheet:
    """Keep what somebody decided about each difference of a row; True takes what was typed the second time.

    Raises SheetTypedError for a row that was checked before, and SensitiveInBatchError.
    """
    _refuse_sensitive(draft)
    if row != sheet.next_check or not sheet.is_typed:
        raise SheetTypedError(number=sheet.number.printed)
    first = begin(workspace, sheet, row, {})
    changed = {name: getattr(draft.record, name) for name, second in takes_second.items() if second}
    if changed:
        recording.save(workspace, replace(first, record=replace(first.record, **changed)))
    made = {row: first.record.id} if changed and first.is_new else {}
    with workspace.writing() as session:
        note = Note(made, {"update" if changed else "same": 1}, again=True)
        return sheet_book.put(workspace, session, sheet, note)


def is_blank(form: PaperForm, draft: Draft[Record]) -> bool:
    """Whether nothing is written in the row itself."""
    return not any(getattr(draft.record, name) or draft.unread.get(name) for name in form.asked)


def _refuse_sensitive(draft: Draft[Record]) -> None:
    if getattr(draft.record, "type", "") == SENSITIVE:
        raise SensitiveInBatchError


def _plain(value: object) -> object:
    """A value as it is compared."""
    if isinstance(value, str):
        return " ".join(value.split()).casefold()
    return tuple(sorted(map(str, value))) if isinstance(value, tuple) else value
