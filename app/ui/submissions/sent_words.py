"""What was sent, read at once with all that is known of it: for whom, when, in which languages, what was taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.shared import Call, Submission, Withdrawal
from app.i18n import _, format_date, format_number, isolate, ngettext
from app.services.opening.workspace import Workspace
from app.services.submitting import submissions, withdrawing
from app.services.submitting.submissions import Made
from app.ui.submissions.taken import Taken, taken
from app.ui.widgets.direction import in_line


@dataclass(frozen=True)
class Sending:
    """One submission that was sent."""

    made: Made
    recipient: str
    """Who made its call; "" for a period of one's own."""
    languages: tuple[str, ...] = ()
    """In which languages its pages were handed over."""
    taken: tuple[Taken, ...] = ()
    """All that was taken back from its recipient until now."""


def sendings(workspace: Workspace, calls: Iterable[Call]) -> tuple[Sending, ...]:
    """Everything that was sent, the newest first."""
    own = workspace.keys.ours
    known = {call.id: call for call in calls}
    signing = {call.id: call.signing for call in known.values()}
    every = sorted(submissions.every(workspace), key=lambda one: (one.made_ms, one.submission.revision), reverse=True)
    by_recipient: dict[object, list[Submission]] = {}
    for made in reversed(every):
        by_recipient.setdefault(signing.get(made.submission.call), []).append(made.submission)
    back = {recipient: _taken(workspace, got) for recipient, got in by_recipient.items()}
    return tuple(
        Sending(
            made,
            call.coordinator if (call := known.get(made.submission.call)) and call.signing not in own else "",
            submissions.languages(workspace, made),
            back[signing.get(made.submission.call)],
        )
        for made in every
    )


def sending_words(sending: Sending) -> str:
    """Day, version, recipient, size, and whether only its recipient can open it."""
    submission = sending.made.submission
    items = sum(not isinstance(one, Withdrawal) for one in submission.entries)
    parts = (
        format_date(submissions.day_of(sending.made), style="medium"),
        _("version {number}").format(number=format_number(submission.revision)),
        _("for {coordinator}").format(coordinator=isolate(sending.recipient)) if sending.recipient else _("Your own"),
        ngettext("{count} item", "{count} items", items).format(count=format_number(items)),
        _("sealed") if sending.made.sealed else "",
    )
    return in_line(part for part in parts if part)


def _taken(workspace: Workspace, got: list[Submission]) -> tuple[Taken, ...]:
    """Everything that one recipient was told to take back."""
    notices: dict[str, Withdrawal] = {}
    for one in got:
        for notice in one.of(Withdrawal):
            notices.setdefault(notice.id, notice)
    return taken(withdrawing.named(got, notices.values()), workspace.pack)
