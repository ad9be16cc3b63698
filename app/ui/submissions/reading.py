"""What the steps show, read at once in the worker: a large workspace never blocks the window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.records import Attachment
from app.domain.shared import Call
from app.i18n import translation
from app.progress import Progress
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.services.submitting import calls, checklist, receipts, reviewing, revisions, submissions, withdrawing
from app.services.submitting.checklist import Point
from app.services.submitting.receipts import Answer, Task
from app.services.submitting.reviewing import Item, Review
from app.services.submitting.submissions import Made
from app.ui.pages import page_of
from app.ui.submissions.sent_words import Sending, sendings
from app.ui.submissions.staying import Held, held
from app.ui.submissions.taken import Taken, taken
from app.ui.words import wording

BLOCKING, WARNING, DONE = "blocking", "warning", "done"


@dataclass(frozen=True)
class Seen:
    """Everything about answering one call, as it is now."""

    call: Call
    points: tuple[Point, ...]
    review: Review
    held: tuple[Held, ...]
    sent: Made | None
    """What was sent for this call last."""
    taken: tuple[Taken, ...] = ()
    """What is taken back of all that this recipient has."""
    approvals: Mapping[str, str] = field(default_factory=dict)
    """What can be done for each record that waits for an approval."""
    before: Call | None = None
    """The version of the call before this one, where it was changed."""

    @property
    def leaves(self) -> int:
        """How many items leave: records told one by one, and totals of many. Every step says this number."""
        return len(self.review.entries) - len(self.review.withdrawals)

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
    """Of each call the version that counts now."""
    sent: tuple[Sending, ...]
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """Submission to what is known of how it was received."""
    asked: tuple[Task, ...] = ()
    """What readers asked about records, and no newer submission answers."""

    def latest(self, call: Call) -> Made | None:
        """What was sent last for a call, whichever version of it was answered."""
        versions = (call.id, *call.replaces)
        found = [one.made for one in self.sent if one.made.submission.call in versions]
        return max(found, key=lambda made: made.submission.revision, default=None)

    @property
    def taken(self) -> tuple[tuple[str, Taken], ...]:
        """(recipient, what they were told to take back) of all that was sent."""
        found = {(one.recipient, back.target): back for one in self.sent for back in one.taken}
        return tuple((recipient, back) for (recipient, _target), back in found.items())


def start(workspace: Workspace, progress: Progress) -> Start:
    """Read the calls and what was sent."""
    found = calls.every(workspace)
    return Start(
        revisions.newest(found), sendings(workspace, found), receipts.every(workspace), receipts.tasks(workspace)
    )


def seen(workspace: Workspace, call: Call, progress: Progress) -> Seen:
    """Read checklist and review of a call."""
    review = reviewing.review(workspace, call, progress=progress)
    points = checklist.points(workspace, call, review)
    staying = held(workspace, review)
    steps = {kept.record: kept.step for one in staying for kept in one.kept if kept.step}
    got = withdrawing.sent_to(workspace, call) if review.withdrawals else []
    told = taken(withdrawing.named(got, review.withdrawals), workspace.pack)
    before = revisions.before(call, calls.every(workspace)) if call.replaces else None
    return Seen(call, points, review, staying, submissions.latest(workspace, call), told, steps, before)


def is_own(workspace: Workspace, call: Call) -> bool:
    """Whether the call was made here, so that nobody else waits for the answer."""
    return call.signing in workspace.keys.ours


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
    """The page, and the argument for it, where a record is edited; our own id leads to what we say of ourselves."""
    if record == workspace.organisation.id:
        return "settings", "organisation"
    kind = recording.kind_of(workspace, record)
    if kind.KIND in ("choice", "assessment"):
        number = getattr(recording.open_draft(workspace, kind, record).record, "objective", None)
        return "objectives", number
    if kind is Attachment:  # it is edited where the record is that it belongs to
        about = recording.open_draft(workspace, Attachment, record).record.about
        return place_of(workspace, about[0])
    return (page_of(kind.KIND) or "feedback"), record
