"""The picture made anew of every file that came in, by what merging says alone: what the kept one is compared with."""

from __future__ import annotations

from app.domain.shared import Audience, Contributor, Picture, SharedActivity, Submission
from app.domain.terms import Period
from app.privacy.beside import Reader
from app.services.coordinating import honouring
from app.services.coordinating.triage import stands
from app.services.opening.workspace import Workspace
from app.services.picturing import duplicates, merging
from app.services.submitting import published


def picture(workspace: Workspace, period: Period, audience: Audience = Audience.COORDINATOR) -> Picture:
    """Nothing that was kept is looked at."""
    held, found = stands(workspace)
    counted, replaced = {one.id for one in found.counted}, {one.id for one in found.replaced}
    clashes = {one.id for one in found.clashes}
    counting: list[Submission] = []
    versions: list[Submission] = []
    contributors: list[Contributor] = []
    ordered = sorted(held, key=lambda kept: (kept.organisation, kept.revision, kept.id))
    for one, submission in honouring.readings(workspace, ordered):
        fate = "clash" if one.id in clashes else str(found.left_out.get(one.id, "waiting"))
        if one.id in counted | replaced:
            versions.append(submission)
            fate = "accepted" if one.id in counted else "replaced"
        if not period.covers(Period.parse(one.period)):
            fate = "outside-period"
        if fate == "accepted":
            counting.append(submission)
        activities = sum(1 for _entry in submission.of(SharedActivity))
        back = len({notice.target for notice in submission.honoured})
        contributors.append(Contributor(submission.organisation, one.id, one.revision, fate, activities, back))
    known = published.before(workspace).with_received(versions)
    asked = Reader(period, audience, audience.smallest)
    told = merging.merged_beside(counting, contributors, asked, pack=workspace.pack, known=known)
    return merging.each_once(told, duplicates.answers(workspace))
