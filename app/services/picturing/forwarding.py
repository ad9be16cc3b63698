"""Forwarding: a hub passes upward the submissions that its picture is made of, each as it came in, never added up.

Known by their identity, they count once, however many hubs pass them on. What was sealed for a hub stays with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.shared import Submission
from app.domain.terms import Period
from app.errors import GroundworkError
from app.i18n import N_
from app.progress import Progress, silent
from app.services.coordinating import honouring, receiving
from app.services.coordinating.shelf import Shelf
from app.services.coordinating.triage import stands
from app.services.opening.workspace import Workspace
from app.storage.exchange import Received
from app.sync import forwarding as forwards
from app.sync.forwarding import Forward, Listed, Passed
from app.sync.limits import LARGEST_PART_BYTES, MEBIBYTE
from app.sync.manifest import Purpose
from app.sync.reading import read

SEALED, TAKEN_BACK, TOO_LARGE = "sealed", "taken-back", "too-large"
_MOST, _MOST_BYTES = 1_000, 160 * MEBIBYTE
"""So many submissions go into one file; more go into further files."""


class NothingToForwardError(GroundworkError):
    """Nothing counts for the period, or nothing of it may be passed on."""

    message = N_("There is nothing to pass on for {period}. Accept submissions that are not sealed for you alone.")


@dataclass(frozen=True)
class Left:
    """A submission that counts here and is not passed on."""

    id: str
    name: str
    reason: str
    """sealed (for this hub alone), taken-back (it still holds what its sender took back) or too-large."""


@dataclass(frozen=True)
class Upward:
    """What is passed on: each of `files` is a bundle that can be received by itself."""

    files: tuple[bytes, ...]
    passed: tuple[Listed, ...]
    left: tuple[Left, ...]


def make(workspace: Workspace, period: Period, progress: Progress = silent) -> Upward:
    """Everything that counts in the period, signed for as a list.

    Raises NothingToForwardError, and what `Shelf.bundle` raises of files that lie outside.
    """
    receiving.refuse_others(workspace)
    held, found = stands(workspace)
    counted = {one.id for one in found.counted}
    wanted = [one for one in held if one.id in counted and period.covers(Period.parse(one.period))]
    passed: list[Passed] = []
    left: list[Left] = []
    ordered = sorted(wanted, key=lambda one: (one.organisation, one.id))
    with Shelf(workspace) as shelf:
        for done, (one, submission) in enumerate(honouring.readings(workspace, ordered)):
            progress(done, len(ordered))
            data = shelf.bundle(one.id)
            reason = _reason(workspace, data, submission)
            if reason:
                left.append(Left(one.id, one.name, reason))
            else:
                passed.append(Passed(_listed(one), data))
    progress(len(ordered), len(ordered))
    if not passed:
        raise NothingToForwardError(period=period.iso)
    files = tuple(_written(workspace, period, part, len(left)) for part in _parts(passed))
    return Upward(files, tuple(one.listed for one in passed), tuple(left))


def _reason(workspace: Workspace, data: bytes, submission: Submission) -> str:
    if read(data, purpose=Purpose.SUBMISSION, keys=workspace.keys).manifest.is_sealed:
        return SEALED
    if submission.honoured:
        return TAKEN_BACK
    return TOO_LARGE if len(data) > LARGEST_PART_BYTES else ""


def _listed(one: Received) -> Listed:
    return Listed(one.id, one.organisation, one.name, one.call, one.period, one.revision)


def _parts(passed: Iterable[Passed]) -> Iterator[list[Passed]]:
    part: list[Passed] = []
    size = 0
    for one in passed:
        if part and (len(part) == _MOST or size + len(one.data) > _MOST_BYTES):
            yield part
            part, size = [], 0
        part.append(one)
        size += len(one.data)
    yield part


def _written(workspace: Workspace, period: Period, part: list[Passed], left: int) -> bytes:
    forward = Forward(workspace.organisation.name, period.iso, tuple(part), left)
    return forwards.write(forward, keys=workspace.keys, made_on=workspace.now().strftime("%Y-%m"))
