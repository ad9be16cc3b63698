"""Writing what travels back, in the worker: a receipt for each submission that was decided and not told yet."""

from __future__ import annotations

from pathlib import Path

from app.files import write_whole
from app.progress import Progress
from app.services.coordinating import receipts
from app.services.opening.workspace import Workspace


def write_receipts(workspace: Workspace, folder: Path, progress: Progress) -> int:
    """Write every receipt that is due into the folder; how many that were. One already there is replaced."""
    due = receipts.due(workspace)
    for done, submission in enumerate(due):
        progress(done, len(due))
        written = receipts.write(workspace, submission)
        write_whole(folder / written.file, written.data, replace=True, private=True)
        receipts.told(workspace, written)
    return len(due)
