"""What the sample workspace does not have by itself, so that every state of the window has something to show."""

from __future__ import annotations

from PySide6.QtGui import QColor, QImage

from app.domain.filling import filled
from app.domain.records import Activity, Attachment
from app.services.demonstration import samples
from app.services.feedback import loops
from app.services.opening import workspace as workspaces
from app.services.opening.workspace import Profile, Workspace
from app.services.records import attachments, commenting, erasing, recording
from app.services.records.erasing import Reason
from app.storage.records import Query
from tests.making import work_as

SHOWN: dict[str, str] = {}
"""The ids of the records that were prepared last, by what they show."""


def prepare(workspace: Workspace) -> None:
    """A conflict, a dispute, the trash, reviews, evidence and a step."""
    names = ("contested", "trashed", "disputed", "asked", "returned", "approved")
    found = (line.record.id for line in recording.lines(workspace, Query("activity"), limit=len(names)))
    SHOWN.update(zip(names, found, strict=True))
    _change_together(workspace, SHOWN)
    _attach(workspace, SHOWN["approved"], SHOWN["returned"])
    _review(workspace, SHOWN)
    recording.trash(workspace, SHOWN["trashed"])
    for reason in (Reason.ASKED, Reason.OVER):
        gone = recording.save(workspace, recording.new(workspace, Activity, title="Gone for good")).id
        erasing.erase(workspace, gone, reason=reason)
    SHOWN["told"] = recording.lines(workspace, Query("feedback"), limit=1)[0].record.id
    step = loops.begin_step(workspace, SHOWN["told"])
    loops.add_step(workspace, filled(step, {"what": "Asked the health centre for its hours", "role": "Desk"}).record)


def _change_together(workspace: Workspace, shown: dict[str, str]) -> None:
    """Youssef writes in one record and deletes another while Samira writes in both."""
    youssef = Profile("youssef", "Youssef")
    with workspace.noting() as session:
        workspace.take_team(session, workspace.team.with_profile(youssef))
    other = workspaces.open_existing(workspace.path, samples.PASSPHRASE)
    work_as(other, youssef)
    changes = (
        {
            "reach_women": "120",
            "start": "2026-10-19",
            "objectives": (15,),
            "summary": "The clinic vaccinated children and adults at the community hall. Two nurses spoke Arabic.",
        },
        {
            "reach_women": "134",
            "start": "2026-10-21",
            "objectives": (7, 15),
            "summary": "The clinic vaccinated children and adults at the district clinic. Two nurses spoke Arabic."
            " A mediator was present.",
        },
    )
    drafts = [recording.open_draft(one, Activity, shown["contested"]) for one in (workspace, other)]
    disputed = recording.open_draft(workspace, Activity, shown["disputed"])
    for one, draft, values in zip((workspace, other), drafts, changes, strict=True):
        recording.save(one, filled(draft, values))
    recording.trash(other, shown["disputed"])
    recording.save(workspace, filled(disputed, {"result": "Everybody came."}))
    commenting.ask(other, shown["asked"])
    commenting.comment(other, shown["asked"], "How many of them came for the first time?", field="summary")
    other.close()


def _review(workspace: Workspace, shown: dict[str, str]) -> None:
    """One record is approved, for another changes are asked."""
    for name in ("approved", "returned"):
        commenting.ask(workspace, shown[name])
        commenting.answer(workspace, shown[name], approved=name == "approved")
    commenting.comment(workspace, shown["returned"], "Please say in which month the course began.", field="start")


def _attach(workspace: Workspace, *records: str) -> None:
    """A picture to each of these records."""
    picture = QImage(1200, 800, QImage.Format.Format_RGB32)
    picture.fill(QColor("#3F9C83"))
    place = workspace.path.with_name("IMG_2041.png")
    picture.save(str(place))
    for record in records:
        attachments.attach(workspace, record, place, Attachment("", title="The hall before the course"))
    place.unlink()
