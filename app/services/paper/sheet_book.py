"""The book of sheets: which sheets of paper were typed in, how far, by whom, and what became of each row.

A sheet is a batch of the imports, and checking it another, so every record says which row of which sheet it came from.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.services.opening.workspace import Workspace
from app.services.paper import paper_forms
from app.services.paper.paper_forms import PaperForm
from app.services.paper.sheet_numbers import SheetNumber
from app.services.records import recording
from app.storage import imports, operations
from app.storage.imports import Batch as Batch
from app.storage.imports import Imported
from app.storage.session import Session

TYPED, AGAIN = "paper", "paper again"
"""What stands for the digest of a file in the batch of a sheet that is typed in, and of one that is checked."""


@dataclass(frozen=True)
class Sheet:
    """A sheet as this workspace knows it: what was typed in of it, and what was checked."""

    number: SheetNumber
    first: Batch | None = None
    again: Batch | None = None

    @property
    def form(self) -> PaperForm:
        """Which form it is."""
        return paper_forms.of(self.number)

    @property
    def next_row(self) -> int:
        """The row to be typed next, counted from 1; one more than there are where all were typed."""
        return 1 + _counted(self.first)

    @property
    def next_check(self) -> int:
        """The same for whoever types it again."""
        return 1 + _counted(self.again)

    @property
    def is_typed(self) -> bool:
        """Whether all of it was typed in."""
        return self.next_row > self.number.rows

    @property
    def is_checked(self) -> bool:
        """Whether all of it was typed twice."""
        return self.next_check > self.number.rows

    @property
    def records(self) -> int:
        """How many records it made."""
        return int(json.loads(self.first.counts).get("new", 0)) if self.first else 0


@dataclass(frozen=True)
class Note:
    """What is noted of a sheet: the records of rows, and how many rows there are more of each outcome."""

    records: Mapping[int, str] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    again: bool = False
    """Whether it is about typing the sheet a second time."""


def look_up(workspace: Workspace, text: str) -> Sheet:
    """What is known of the sheet with this number, or with a row of this number. Raises SheetNumberError."""
    number, _row = SheetNumber.read(text)
    paper_forms.of(number)
    with workspace.reading() as session:
        return known(session, number)


def sheets(workspace: Workspace) -> tuple[Sheet, ...]:
    """Every sheet of which something was typed in, the newest first."""
    with workspace.reading() as session:
        numbers = [SheetNumber.read(one.file)[0] for one in imports.batches(session) if one.digest == TYPED]
        found = [known(session, number) for number in dict.fromkeys(numbers)]
    return tuple(one for one in found if one.first is not None)


def take_back(workspace: Workspace, sheet: Sheet) -> None:
    """Put exactly the records of this sheet in the trash; then it can be typed in anew."""
    with workspace.reading() as session:
        found = [one for one in records(session, sheet).values() if is_there(session, one)]
    recording.trash_all(workspace, found)


def typed_by(workspace: Workspace, batch: Batch) -> str:
    """Who typed it, "" where nobody knows any more."""
    found = workspace.team.find(batch.by)
    return found.name if found else ""


def known(session: Session, number: SheetNumber) -> Sheet:
    """A sheet whose records are all in the trash is as one that was never typed in."""
    mine = [one for one in imports.batches(session) if one.file == number.printed]
    first = next((one for one in mine if one.digest == TYPED and not _is_gone(session, one)), None)
    again = next((one for one in mine if one.digest == AGAIN and first and one.id == _again(first)), None)
    return Sheet(number, first, again)


def records(session: Session, sheet: Sheet) -> dict[int, str]:
    """The record of each row of which something was typed."""
    if sheet.first is None:
        return {}
    keys = {sheet.number.row(row): row for row in range(1, sheet.number.rows + 1)}
    return {keys[one.key]: one.record for one in imports.of_batch(session, sheet.first.id) if one.key in keys}


def is_there(session: Session, record: str) -> bool:
    """Whether a record was saved and is not in the trash."""
    state = operations.state(session, record)
    return state is not None and not state.deleted


def put(workspace: Workspace, session: Session, sheet: Sheet, note: Note) -> Sheet:
    """Note something inside a transaction already open; the first note begins the batch."""
    batch = sheet.again if note.again else sheet.first
    if batch is None:
        begun = _again(sheet.first) if note.again and sheet.first else workspace.new_id()
        digest = AGAIN if note.again else TYPED
        batch = Batch(begun, sheet.number.printed, digest, workspace.now_ms(), workspace.profile.id, "{}")
        imports.put(session, batch, ())
    told = json.loads(batch.counts)
    summed = {name: told.get(name, 0) + note.counts.get(name, 0) for name in dict.fromkeys((*told, *note.counts))}
    batch = replace(batch, counts=json.dumps(summed))
    whole = sheet.first.id if note.again and sheet.first else batch.id
    rows = [Imported(sheet.number.row(row), record, TYPED, whole) for row, record in note.records.items()]
    imports.go_on(session, batch.id, batch.counts, rows)
    return replace(sheet, again=batch) if note.again else replace(sheet, first=batch)


def _again(first: Batch) -> str:
    """The id of the batch in which a sheet is checked."""
    return f"{first.id}+"


def _is_gone(session: Session, batch: Batch) -> bool:
    saved = json.loads(batch.counts).get("new", 0)
    return bool(saved) and imports.is_taken_back(session, batch.id)


def _counted(batch: Batch | None) -> int:
    return sum(json.loads(batch.counts).values()) if batch else 0
