"""What travels back: a receipt for each submission that was decided and not told yet, written in the worker."""

from __future__ import annotations

from pathlib import Path

from app.files import write_whole
from app.i18n import format_number, ngettext
from app.progress import Progress
from app.services.coordinating import receipts
from app.services.opening.workspace import Workspace
from app.ui.widgets.direction import in_path


def write_receipts(workspace: Workspace, folder: Path, progress: Progress) -> int:
    """Write every receipt that is due into the folder; how many that were. One already there is replaced."""
    due = receipts.due(workspace)
    for done, submission in enumerate(due):
        progress(done, len(due))
        written = receipts.write(workspace, submission)
        write_whole(folder / written.file, written.data, replace=True, private=True)
        receipts.told(workspace, written)
    return len(due)


def written_words(folder: Path, count: int) -> str:
    """How many receipts lie where."""
    said = ngettext("{count} receipt is in {folder}.", "{count} receipts are in {folder}.", count)
    return said.format(count=format_number(count), folder=in_path(str(folder)))


def accepted_words(count: int) -> str:
    """How many submissions were accepted at once."""
    said = ngettext("{count} submission was accepted.", "{count} submissions were accepted.", count)
    return said.format(count=format_number(count))
