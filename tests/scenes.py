"""The states of the window that are looked at as pictures, beside each page as it opens: one function each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from app.domain.filling import filled
from app.domain.records import Activity
from app.services import calls, recording
from app.services import workspace as workspaces
from app.services.demonstration import samples
from app.services.workspace import Profile, Workspace
from app.storage.records import Query
from app.ui.first_run.screen import FirstRun
from app.ui.frame import Frame
from app.ui.kiosk.ready import Ready
from app.ui.kiosk.screen import Kiosk
from app.ui.lock.screen import LockScreen
from app.ui.records import kinds
from app.ui.session import Session
from app.ui.state_popup import StatePopup
from tests.making import work_as

TABS = ("objectives", "organisations", "silence")
Scene = Callable[[Session], QWidget]
"""Makes what is looked at; what its `then` holds is done once it is on the screen."""


def prepare(workspace: Workspace) -> None:
    """What the sample workspace does not have by itself: a conflict, a record in the trash, a review asked for."""
    first, second = (line.record.id for line in recording.lines(workspace, Query("activity"), limit=2))
    other = workspaces.open_existing(workspace.path, samples.PASSPHRASE)
    work_as(other, Profile("youssef", "Youssef"))
    changes = ({"reach_women": "120", "summary": "Two nurses came. Leaflets were given out."}, {"reach_women": "134"})
    drafts = [recording.open_draft(one, Activity, first) for one in (workspace, other)]
    for one, draft, values in zip((workspace, other), drafts, changes, strict=True):
        recording.save(one, filled(draft, values))
    other.close()
    recording.trash(workspace, second)


def scenes() -> dict[str, Scene]:
    """Every scene by the name of its picture."""
    told: dict[str, Scene] = {
        "first-run": lambda _session: _first_run("organisation"),
        "first-run-start": lambda _session: _first_run("start"),
        "first-run-passphrase": lambda _session: _first_run("passphrase"),
        "lock": lambda session: LockScreen(session.workspace.path, session.tasks),
        "kiosk": lambda session: Kiosk(session.workspace),
        "kiosk-ready": lambda _session: Ready(),
        "objectives-sheet": lambda session: _on(session, "objectives", "sheet:15"),
        "activities-new": lambda session: _on(session, "activities", "new"),
        "feedback-new": lambda session: _on(session, "feedback", "new"),
        "search": _search,
        "state": _state,
        "stick": _stick,
        "crash": _crash,
    }
    told.update((f"records-{one.name}", partial(_record, kind=one.name)) for one in kinds.TABLE)
    told.update((f"picture-{tab}", partial(_on, page="picture", argument=tab)) for tab in TABS)
    told.update((f"submissions-{step}", partial(_step, step=step)) for step in range(5))
    return told


def then(widget: QWidget) -> None:
    """Do what a scene does once it is in sight."""
    if isinstance(widget, Frame) and (words := widget.property("searched")):
        widget.search.open(str(words))


def _first_run(step: str) -> FirstRun:
    screen = FirstRun(asks_language=False)
    screen.restore({"step": step})
    return screen


def _on(session: Session, page: str, argument: object = None) -> Frame:
    frame = Frame(session)
    frame.restore({"page": page})
    frame.go(page, argument)
    return frame


def _record(session: Session, kind: str) -> Frame:
    frame = _on(session, "records", kind)
    line = next(iter(recording.lines(session.workspace, Query(kind), limit=1)), None)
    if line is not None:
        frame.go("records", line.record.id)
    return frame


def _search(session: Session) -> Frame:
    frame = _on(session, "overview")
    frame.setProperty("searched", "clinic")
    return frame


def _step(session: Session, step: int) -> Frame:
    frame = _on(session, "submissions")
    call = calls.every(session.workspace)[0]
    page = frame.pages.page()
    page.restore({"view": "journey", "call": call.id, "step": step})
    return frame


def _state(session: Session) -> QWidget:
    frame = _on(session, "overview")
    frame.popup = StatePopup(session, frame.top_bar.state)
    return frame.popup


def _stick(session: Session) -> Frame:
    frame = _on(session, "activities")
    frame.offer_stick("/media/STICK")
    return frame


def _crash(session: Session) -> Frame:
    frame = _on(session, "overview")
    frame.welcome_back("activities", "")
    return frame
