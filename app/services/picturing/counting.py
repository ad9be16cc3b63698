"""Counting: which activities count, read from the files that somebody accepted, and compared as far as they are not."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.shared import Submission
from app.places import load
from app.progress import Progress, silent
from app.services.coordinating import honouring
from app.services.coordinating.triage import stands_by
from app.services.opening.workspace import Workspace
from app.services.picturing import comparing
from app.services.picturing.unpacking import digest
from app.storage.exchange import Received

_VERSION = "2"
"""Of the rules by which activities are compared: another number, and all is compared again."""


def compare(workspace: Workspace, progress: Progress = silent) -> None:
    """Compare what counts, as far as it has not been; only organisations of which something changed are read."""
    held, standing, trusted = stands_by(workspace)
    counted = {one.id for one in standing.counted}
    by_owner: dict[str, list[Received]] = {}
    for one in sorted(held, key=lambda each: (each.organisation, each.period, each.id)):
        by_owner.setdefault(one.organisation, []).append(one)
    places = load()
    common = [_VERSION, [places.version(country) for country in places.listed()]]
    bases = {
        owner: digest([common, [(one.id, one.sender, one.id in counted) for one in files], trusted.get(owner, "")])
        for owner, files in by_owner.items()
        if any(one.id in counted for one in files)
    }

    def read(owners: Sequence[str]) -> dict[str, tuple[Submission, ...]]:
        """What counts of some organisations."""
        wanted = [one for owner in owners for one in by_owner[owner] if one.id in counted]
        found: dict[str, list[Submission]] = {}
        for one, submission in honouring.readings(workspace, wanted):
            found.setdefault(one.organisation, []).append(submission)
        return {owner: tuple(listed) for owner, listed in found.items()}

    comparing.catch_up(workspace, bases, read, progress)
