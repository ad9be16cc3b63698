"""What stays here and why, record by record, and what can be done about those that wait for an approval."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.records import KINDS
from app.domain.roles import Verb
from app.errors import GroundworkError
from app.i18n import N_, _
from app.progress import Progress
from app.services.opening.workspace import Workspace
from app.services.records import commenting, recording
from app.services.submitting.reviewing import Review
from app.ui.widgets.record.value_words import title_words

UNSIGNED = "unsigned"
READ, ASK, ASKED = "read", "ask", "asked"
"""What helps a record that waits for an approval: read and approve it, ask for a review, or only wait."""
REASONS = {
    UNSIGNED: N_("Waits for somebody's approval"),
    "draft": N_("Not complete yet"),
    "government": N_("Not for government"),
    "private": N_("Private, sensitive, or without the speaker's consent"),
    "withdrawn": N_("Taken back before, so never sent again"),
    "outside": N_("Not asked for by this call"),
    "loose": N_("Files of something that stays here"),
}
"""Why a record stays; what somebody can do something about comes first."""
MEANINGS = {
    UNSIGNED: N_("Commitments, practices and proposals leave only after somebody approved them as they are now."),
    "draft": N_("Fill in what is missing, and they leave with the others."),
    "government": N_("Whoever wrote them does not want public authorities to read them."),
}
"""What a reason means for who looks at it."""
_TOLD = 50
"""How many records of one reason are named; the others are counted."""


@dataclass(frozen=True)
class Kept:
    """One record that stays: what it is called, and what helps it."""

    record: str
    title: str
    step: str = ""


@dataclass(frozen=True)
class Held:
    """What stays here for one reason: how many records, and the first of them."""

    reason: str
    count: int
    kept: tuple[Kept, ...]


def held(workspace: Workspace, review: Review) -> tuple[Held, ...]:
    """Everything that stays, by reason; what is told to an ombudsperson alone stands there."""
    alone = {item.record for item in review.enclosed.items}
    steps = approvals(workspace, [record for record, reason in review.held_back if reason == UNSIGNED])
    by_reason: dict[str, list[str]] = {reason: [] for reason in REASONS}
    for record, reason in review.held_back:
        if record not in alone:
            by_reason.setdefault(reason, []).append(record)
    return tuple(
        Held(reason, len(found), tuple(_named(workspace, found[:_TOLD], steps)))
        for reason, found in by_reason.items()
        if found
    )


def approvals(workspace: Workspace, records: Iterable[str]) -> dict[str, str]:
    """What whoever is working can do for each of these records that wait for an approval."""
    wanted = tuple(records)
    if workspace.allows(Verb.APPROVE):
        return dict.fromkeys(wanted, READ)
    status = commenting.statuses(workspace, wanted)
    return {record: ASKED if status.get(record) == commenting.ASKED else ASK for record in wanted}


def sign(workspace: Workspace, record: str, progress: Progress) -> str:
    """Bring a record nearer to its approval; the record if whoever is working may read and approve it now."""
    if commenting.statuses(workspace, [record]).get(record) != commenting.ASKED:
        commenting.ask(workspace, record)
    return record if workspace.allows(Verb.APPROVE) else ""


def step_words(step: str) -> str:
    """What the button says that does the step."""
    return {READ: _("Read and approve"), ASK: _("Ask for a review")}.get(step, _("Open"))


def _named(workspace: Workspace, found: list[str], steps: dict[str, str]) -> Iterator[Kept]:
    for record in found:
        try:
            kind = recording.kind_of(workspace, record)
            kept = recording.open_draft(workspace, KINDS[kind.KIND], record).record
        except GroundworkError:
            continue  # it went to the trash a moment ago
        yield Kept(record, title_words(kind.KIND, recording.naming(kept)), steps.get(record, ""))
