"""What the steps show, read at once in the worker: a large workspace never blocks the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.records import KINDS
from app.domain.shared import Call
from app.errors import GroundworkError
from app.i18n import _, translation
from app.progress import Progress
from app.services import calls, checklist, recording, reviewing, submissions
from app.services.checklist import Point
from app.services.reviewing import Item, Review
from app.services.submissions import Made
from app.services.workspace import Workspace
from app.ui import wording
from app.ui.pages import page_of

BLOCKING, WARNING, DONE = "blocking", "warning", "done"
_TOLD = 10
"""How many titles of one reason are told; the others are counted."""


@dataclass(frozen=True)
class Held:
    """What stays here for one reason: how many records, and the titles of the first."""

    reason: str
    count: int
    titles: tuple[str, ...]


@dataclass(frozen=True)
class Seen:
    """Everything about answering one call, as it is now."""

    call: Call
    points: tuple[Point, ...]
    review: Review
    held: tuple[Held, ...]
    sent: Made | None
    """What was sent for this call last."""

    @property
    def blocking(self) -> tuple[Point, ...]:
        """The points that must be settled before anything leaves."""
        return tuple(point for point in self.points if point.level == BLOCKING)

    @property
    def passed(self) -> int:
        """How many points of the checklist are done."""
        return sum(point.level == DONE for point in self.points)


@dataclass(frozen=True)
class Start:
    """What the first view shows: calls, the newest first, and all that was sent."""

    calls: tuple[Call, ...]
    sent: tuple[Made, ...]

    def latest(self, call: Call) -> Made | None:
        """What was sent last for a call."""
        found = [made for made in self.sent if made.submission.call == call.id]
        return max(found, key=lambda made: made.submission.revision, default=None)


def start(workspace: Workspace, progress: Progress) -> Start:
    """Read the calls and what was sent."""
    return Start(calls.every(workspace), submissions.every(workspace))


def seen(workspace: Workspace, call: Call, progress: Progress) -> Seen:
    """Read checklist and review of a call."""
    review = reviewing.review(workspace, call)
    points = checklist.points(workspace, call, review)
    return Seen(call, points, review, _held(workspace, review), submissions.latest(workspace, call))


def is_own(workspace: Workspace, call: Call) -> bool:
    """Whether the call was made here, so that nobody else waits for the answer."""
    return call.signing == workspace.keys.public.signing


def sentence(point: Point) -> str:
    """A point in words, with its period as this language writes it."""
    values = dict(point.values)
    if "period" in values:
        values["period"] = wording.period_of(str(values["period"]))
    return translation().gettext(point.message).format(**values)


def with_findings_first(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The same items, those somebody has to look at first; a decision moves nothing."""
    return tuple(sorted(items, key=lambda item: not item.findings))


def place_of(workspace: Workspace, record: str) -> tuple[str, object]:
    """The page, and the argument for it, where a record is edited."""
    kind = recording.kind_of(workspace, record)
    if kind.KIND in ("choice", "assessment"):
        number = getattr(recording.open_draft(workspace, kind, record).record, "objective", None)
        return "objectives", number
    return (page_of(kind.KIND) or "feedback"), record


def _held(workspace: Workspace, review: Review) -> tuple[Held, ...]:
    reasons = dict.fromkeys(reason for _record, reason in review.held_back)
    return tuple(_of_reason(workspace, review, reason) for reason in reasons)


def _of_reason(workspace: Workspace, review: Review, reason: str) -> Held:
    found = [record for record, why in review.held_back if why == reason]
    return Held(reason, len(found), tuple(_titles(workspace, found[:_TOLD])))


def _titles(workspace: Workspace, found: list[str]) -> Iterator[str]:
    for record in found:
        try:
            kind = recording.kind_of(workspace, record)
            kept = recording.open_draft(workspace, KINDS[kind.KIND], record).record
        except GroundworkError:
            continue  # it went to the trash a moment ago
        yield recording.naming(kept) or _("Without a title")
