"""The figures of one organisation's work, as its submission and its brief both begin with them."""

from __future__ import annotations

from app.domain.shared import FeedbackCount, SharedActivity, Submission
from app.domain.wording import Wording
from app.reports.document import Figure


def of_submission(submission: Submission, wording: Wording) -> tuple[Figure, ...]:
    """Activities, people reached and in how many activities they were counted, messages heard."""
    say, number = wording.say.gettext, wording.say.number
    activities = list(submission.of(SharedActivity))
    counted = sum(one.reach.value is not None for one in activities)
    note = say("counted in {counted} of {all} activities").format(counted=number(counted), all=number(len(activities)))
    return (
        Figure(number(len(activities)), wording.say.ngettext("activity", "activities", len(activities))),
        Figure(wording.total([one.reach for one in activities]), say("people reached"), note if activities else ""),
        Figure(wording.total([one.count for one in submission.of(FeedbackCount)]), say("messages heard")),
    )
