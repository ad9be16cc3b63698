"""The states of the window that are looked at as pictures, beside each page as it opens: one function each."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.services.coordinating import triage
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.services.records.tables import planning, table_file
from app.services.submitting import calls, submissions
from app.storage.records import Query
from app.ui.process.session import Session
from app.ui.process.tasks import Task
from app.ui.records import kinds
from app.ui.review.conflict_view import ConflictView
from app.ui.shell.frame import Frame
from app.ui.shell.state_popup import StatePopup
from app.ui.widgets.scrolling import Scrolling
from app.ui.widgets.task_line import TaskLine
from tests import lone_scenes, peer_scenes, scene_records, sync_scenes
from tests.scene_records import SHOWN

TABS = ("coverage", "map", "objectives", "organisations", "told", "over-time", "silence")
SECTIONS = ("TeamCard", "NamesCard", "OrganisationCard", "BackupCard", "RecoveryCard", "KeysCard")
_LOG = (
    "Date,Type,Code,Sensitive,Channel,Comment\n"
    "2026-07-04,Question,Clinics,no,Hotline,When does the clinic open?\n"
    "2026-07-05,Complaint,Papers,no,Radio,The papers take long\n"
    "2026-07-06,Question,Guards,yes,Hotline,Somebody was hurt\n"
)
_TABLE = (
    "Activity,Activity type,Objective,Start date,Women,Description\n"
    "Evening course,training_or_education,16,2026-07-03,12,Two teachers and twelve learners.\n"
    "Legal advice,Law,7,03/04/2026,4,A lawyer came every week.\n"
    "Health visits,direct_service,15,soon,20,Nurses went from door to door.\n"
)
ENTRIES = ("rumours", "cards", "contacts")
Scene = Callable[[Session], QWidget]
"""Makes what is looked at; what it gave to `_later` is done once it is on the screen."""
_waiting: dict[QWidget, Callable[[], object]] = {}


def prepare(workspace: Workspace) -> None:
    """What the sample workspace does not have by itself."""
    scene_records.prepare(workspace)


def scenes() -> dict[str, Scene]:
    """Every scene by the name of its picture."""
    told: dict[str, Scene] = {
        "objectives-sheet": lambda session: _on(session, "objectives", "sheet:15"),
        "activities-new": lambda session: _on(session, "activities", "new"),
        "activities-toast": _toast,
        "feedback-new": lambda session: _on(session, "feedback", "new"),
        "feedback-loop": _loop,
        "feedback-sensitive": _sensitive,
        "review-request": lambda session: _on(session, "review", SHOWN["asked"]),
        "review-conflict": lambda session: _on(session, "review", SHOWN["contested"]),
        "review-half": _half_decided,
        "trash-erased": _erased,
        "inbox-detail": _inbox,
        "submissions-sent": _sent,
        "help-topic": lambda session: _on(session, "help", "submissions"),
        "help-keyboard": lambda session: _on(session, "help", "keyboard"),
        "search": partial(_search, words="clinic"),
        "search-arabic": partial(_search, words="صحة"),
        "search-nothing": partial(_search, words="qqzz"),
        "busy": _busy,
        "state": _state,
        "stick": _stick,
        "crash": _crash,
    }
    told.update((f"activities-{name}", partial(_activity, name=name)) for name in ("approved", "returned", "evidence"))
    told.update((f"feedback-{code}", partial(_entries, code=code)) for code in ENTRIES)
    told.update((f"records-{one.name}", partial(_record, kind=one.name)) for one in kinds.TABLE)
    told.update((f"picture-{tab}", partial(_on, page="picture", argument=tab)) for tab in TABS[1:])
    told.update((f"settings-{name}", partial(_section, name=name)) for name in SECTIONS)
    told.update((f"import-{step}", partial(_import, step=step)) for step in range(1, 5))
    told["import-log"] = partial(_import, step=1, content=_LOG)
    told.update((f"submissions-{step}", partial(_step, step=step)) for step in range(5))
    return told | lone_scenes.scenes() | sync_scenes.scenes() | peer_scenes.scenes()


def then(widget: QWidget) -> None:
    """Do what a scene does once it is in sight."""
    if (step := _waiting.pop(widget, None)) is not None:
        step()


def _later(frame: Frame, step: Callable[[], object]) -> Frame:
    _waiting[frame] = step
    return frame


def _on(session: Session, page: str, argument: object = None) -> Frame:
    frame = Frame(session)
    frame.restore({"page": page})
    frame.go(page, argument)
    return frame


def see(frame: Frame, part: QWidget) -> Frame:
    """Scroll to a part of a page, once it has its place."""
    above = part.parentWidget()
    while not isinstance(above, Scrolling):
        above = above.parentWidget()
    return _later(frame, lambda: above.ensureWidgetVisible(part, 0, 1000))


def _activity(session: Session, name: str) -> Frame:
    frame = _on(session, "activities", SHOWN.get(name, SHOWN["approved"]))
    return see(frame, frame.pages.page().evidence) if name == "evidence" else frame


def _half_decided(session: Session) -> Frame:
    frame = _on(session, "review", SHOWN["contested"])
    view = next(iter(frame.pages.page().findChildren(ConflictView)))
    for place, row in enumerate(view.rows[:2]):
        row.cards[place].radio.click()
    return frame


def _erased(session: Session) -> Frame:
    frame = Frame(session)
    frame.restore({"page": "trash", "pages": {"trash": {"segment": "erased"}}})
    return frame


def _toast(session: Session) -> Frame:
    frame = _on(session, "activities")
    return _later(frame, lambda: frame.tell("“Vaccination day” was moved to the trash.", lambda: None))


def _loop(session: Session) -> Frame:
    frame = _on(session, "feedback", SHOWN["told"])
    return see(frame, frame.pages.page().loop)


def _sensitive(session: Session) -> Frame:
    frame = _on(session, "feedback")
    frame.pages.page().restore({"stopped": True})
    return frame


def _entries(session: Session, code: str) -> Frame:
    frame = _on(session, "feedback")
    page = frame.pages.page()
    page.show_kind(code)
    kind = page.current().kind.record_class.KIND
    for line in recording.lines(session.workspace, Query(kind), limit=1):
        page.open(line.record.id)
    return frame


def _record(session: Session, kind: str) -> Frame:
    frame = _on(session, "records", kind)
    line = next(iter(recording.lines(session.workspace, Query(kind), limit=1)), None)
    if line is not None:
        frame.go("records", line.record.id)
    return frame


def _import(session: Session, step: int, content: str = _TABLE) -> Frame:
    """A table of which two rows stay out, or another one, in one of the steps."""
    path = Path(tempfile.mkdtemp()) / "activities.csv"
    path.write_text(content, "utf-8")
    frame = _on(session, "import")
    page = frame.pages.page()
    page.plan = planning.begun(session.workspace, table_file.opened(path))
    page.restore({"plan": page.plan, "step": step})
    return frame


def _section(session: Session, name: str) -> Frame:
    frame = _on(session, "settings")
    card = next(one for one in frame.pages.page().cards if type(one).__name__ == name)
    return see(frame, card)


def _inbox(session: Session) -> Frame:
    frame = _on(session, "inbox")
    frame.go("inbox", triage.inbox(session.workspace)[-1].id)
    return frame


def _step(session: Session, step: int) -> Frame:
    frame = _on(session, "submissions")
    call = calls.every(session.workspace)[0]
    frame.pages.page().restore({"view": "journey", "call": call.id, "step": step})
    return frame


def _sent(session: Session) -> Frame:
    """What was sent last; pictures drawn after this one show a call that is answered."""
    workspace = session.workspace
    made = submissions.every(workspace) or (
        submissions.make(workspace, calls.every(workspace)[0], accept_findings=True),
    )
    frame = _on(session, "submissions")
    frame.pages.page().restore({"view": "sent", "sent": made[0].id})
    return frame


def _search(session: Session, words: str) -> Frame:
    frame = _on(session, "overview")
    return _later(frame, lambda: frame.search.open(words))


def _busy(session: Session) -> Frame:
    """Long work in the state line, as far as page 23 of 37."""
    frame = _on(session, "overview")
    task = Task("Making the national report", frame)
    frame.top_bar.show_task(task)
    task.progressed.emit(23, 37)
    return _later(frame, frame.findChild(TaskLine).show)


def _state(session: Session) -> QWidget:
    frame = _on(session, "overview")
    frame.popup = StatePopup(session, frame.top_bar.state)
    return frame.popup


def _stick(session: Session) -> Frame:
    frame = _on(session, "activities")
    frame.sticks.offer(Path("/media/STICK"))
    return frame


def _crash(session: Session) -> Frame:
    frame = _on(session, "overview")
    frame.welcome_back("activities", "")
    return frame
