"""Commands that show calls in time: those that there are, and periods to ask about next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.cli import opening, printing
from app.cli.asking import Opening, WorkspacePath
from app.cli.declaring import command
from app.i18n import N_, _, language

if TYPE_CHECKING:
    from app.compact import ReviewEvent
    from app.domain.terms import Period

_Proposed = tuple["Period", "ReviewEvent | None"]
_HEADINGS = (N_("Period"), N_("In words"), N_("Asked about by"), N_("Year"), N_("Sure"))


@command("list", within="call", help=N_("List the calls of this workspace, the newest version of each, newest first."))
def list_(asked: Opening, workspace: WorkspacePath) -> None:
    """Own ones and those of others; withdrawn ones say so."""
    from app.cli.coordination.calls import plain
    from app.services.submitting import calls, revisions

    with opening.opened(asked, workspace) as opened:
        found = revisions.newest(calls.every(opened))
        ours = opened.keys.ours
    rows = [
        (
            one.id[:12],
            one.period.iso,
            one.due,
            one.title,
            one.coordinator,
            one.version,
            _("Withdrawn") if one.withdrawn else _("Own") if one.signing in ours else _("Of others"),
        )
        for one in found
    ]
    headings = (
        *(_("Call"), _("Period"), _("Due"), _("Title")),
        *(_("Coordinator"), _("Version"), _("State")),
    )
    words = printing.Rows(headings, rows) if rows else _("There is no call here yet.")
    told = [{**plain(one), "own": one.signing in ours} for one in found]
    printing.answer(asked, {"calls": told}, [words])


@command("periods", within="call", help=N_("Periods to ask about: the last ones, and those of the reviews to come."))
def periods(asked: Opening, workspace: WorkspacePath) -> None:
    """Where only the year of a review is known, or its days are not sure, it is told so."""
    from app.domain.periods import HALF, QUARTER, YEAR, reviews, usual
    from app.domain.wording import Wording

    with opening.opened(asked, workspace) as opened:
        today, wording = opened.now().date(), Wording.of(language(), opened.pack)
        found: list[_Proposed] = [(usual(length, today), None) for length in (QUARTER, HALF, YEAR)]
        coming = reviews(opened.pack.review_cycle, today, opened.organisation.region)
    found += [(period, event) for event, period in coming]
    rows = [(period.iso, wording.period(period), *_by(event)) for period, event in found]
    plain = {"periods": [{"period": period.iso, **_plain(event)} for period, event in found]}
    printing.answer(asked, plain, [printing.Rows(tuple(map(_, _HEADINGS)), rows)])


def _by(event: ReviewEvent | None) -> tuple[str, str, str]:
    if event is None:
        return "", "", ""
    kind = _("Review forum") if event.kind == "IMRF" else _("Regional review")
    return kind, str(event.year), _("yes") if event.certain else _("no")


def _plain(event: ReviewEvent | None) -> dict[str, object]:
    if event is None:
        return {"review": "", "year": None, "starts": "", "sure": True}
    return {"review": event.code, "year": event.year, "starts": event.start, "sure": event.certain}
