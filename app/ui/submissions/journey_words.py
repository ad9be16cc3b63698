"""What the five steps are called, what is noted under each, and what the primary button says."""

from __future__ import annotations

from app.domain.shared import Call
from app.i18n import _, format_number, isolate, ngettext
from app.services.opening.workspace import Workspace
from app.services.submitting import approving
from app.ui.submissions.point_line import FINDING
from app.ui.submissions.reading import DONE, Seen, is_own
from app.ui.submissions.start_view import due_words
from app.ui.widgets.steps import Step
from app.ui.words import wording

CALL, CHECK, LEAVING, APPROVE, HAND_OVER = range(5)


def steps(workspace: Workspace, call: Call | None, seen: Seen | None) -> tuple[Step, ...]:
    """The steps with what is known of each."""
    return (
        Step(_("Call and period"), _about(workspace, call)),
        Step(_("Check the content"), _open_points(seen)),
        Step(_("What leaves"), _open_places(seen)),
        Step(_("Approve"), _approval(workspace)),
        Step(_("Make and hand over"), _("PDF, by stick or mail")),
    )


def furthest(seen: Seen, *, approved: bool) -> int:
    """The last step that may be shown: what blocks first, then what nobody has answered, then the approval."""
    if any(not point.code.startswith(FINDING) for point in seen.blocking):
        return CHECK
    if seen.review.undecided:
        return LEAVING
    return HAND_OVER if approved else APPROVE


def about_call(workspace: Workspace, call: Call) -> str:
    """Who answers, and until when."""
    told = _("{organisation}. {due}.") if call.due else _("{organisation}.")
    return told.format(organisation=isolate(workspace.organisation.name), due=due_words(call))


def about_step(named: tuple[Step, ...], step: int) -> str:
    """Which step it is, where there is no room for all of them."""
    told = _("Step {number} of {count}: {title}")
    return told.format(number=step + 1, count=len(named), title=named[step].title)


def primary(step: int, seen: Seen | None) -> str:
    """What the primary button does now; where something blocks, it leads there."""
    if step == CHECK and seen is not None and seen.blocking:
        return _("Go to the blocking point")
    if step == LEAVING and seen is not None and seen.review.undecided:
        return _("Go to the next open place")
    words = {
        CALL: _("Check the content"),
        CHECK: _("See what leaves"),
        LEAVING: _("Go on to approve"),
        APPROVE: _("Approve"),
        HAND_OVER: _("Make the PDF"),
    }
    return words[step]


def blocked(seen: Seen | None) -> str:
    """How much blocks the next step; empty if nothing does."""
    if seen is None or not seen.blocking:
        return ""
    count = len(seen.blocking)
    words = ngettext("{count} point blocks the next step", "{count} points block the next step", count)
    return words.format(count=format_number(count))


def _about(workspace: Workspace, call: Call | None) -> str:
    if call is None:
        return ""
    return wording.period(call.period) if is_own(workspace, call) else isolate(call.coordinator)


def _approval(workspace: Workspace) -> str:
    return _("A second person reads it too") if approving.needs_second(workspace) else _("You read it once more")


def _open_points(seen: Seen | None) -> str:
    if seen is None:
        return ""
    count = sum(point.level != DONE for point in seen.points)
    if not count:
        return _("Everything is there")
    return ngettext("{count} point needs you", "{count} points need you", count).format(count=format_number(count))


def _open_places(seen: Seen | None) -> str:
    count = sum(point.code.startswith(FINDING) for point in seen.blocking) if seen is not None else 0
    if not count:
        return _("Item by item")
    return ngettext("{count} place to look at", "{count} places to look at", count).format(count=format_number(count))
