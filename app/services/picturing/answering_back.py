"""Answering back: what became of each entry, with what a coordinator linked, as receipts and as a list."""

from __future__ import annotations

from pathlib import Path

from app.domain.once import grouped
from app.domain.shared import Identity
from app.progress import Progress, silent
from app.services.coordinating import fates, receipts, triage
from app.services.coordinating.fates import Fates
from app.services.coordinating.receipts import Linked, Wanted, Written
from app.services.opening.workspace import Workspace
from app.services.picturing import duplicates


def hand_out(
    workspace: Workspace, folder: Path, progress: Progress = silent, *, replace: bool = False, again: bool = False
) -> tuple[Written, ...]:
    """Write every receipt that is due into the folder, each with the fate of every entry.

    With `again` those that were written before are written once more. Raises what can be wrong with writing.
    """
    waiting = receipts.due(workspace, again=again)
    counts = {one.id for one in triage.stands(workspace)[1].counted}
    beside = linked(workspace) if counts.intersection(waiting) else {}
    return receipts.hand_out(workspace, folder, progress, wanted=Wanted(replace, again, beside))


def fates_of(workspace: Workspace, submission: str) -> Fates:
    """What became of one submission, entry by entry. Raises SubmissionMissingError."""
    line = triage.find(workspace, submission)
    found = linked(workspace) if line.counted else {}
    beside = {entry: other for (owner, entry), (_whose, other) in found.items() if owner == line.organisation}
    return fates.of(workspace, line.id, beside)


def linked(workspace: Workspace) -> Linked:
    """Every counted activity that counts together with others, each with one of those."""
    groups: dict[Identity, list[Identity]] = {}
    for member, first in sorted(grouped(duplicates.counted(workspace), duplicates.answers(workspace)).items()):
        groups.setdefault(first, []).append(member)
    return {
        member: next(other for other in group if other != member)
        for group in groups.values()
        for member in group
        if len(group) > 1
    }
