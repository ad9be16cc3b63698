"""What a coordinator receives, made by the services: organisations in several languages that answer a call.

And a person's hands and eyes: dropping files, pressing buttons, reading labels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from app.domain.shared import Call, Question
from app.services.coordinating import triage
from app.services.coordinating.triage import InboxLine
from app.services.opening.workspace import Workspace
from app.services.records import objectives
from app.services.submitting import calls, submissions
from app.ui.process.session import Session
from app.ui.widgets.lists.list_view import ListView
from tests.making import PERIOD, hear_feedback, log_activity, make_workspace


@dataclass(frozen=True)
class Member:
    """An organisation that answers."""

    name: str
    seed: int
    about: dict[str, object]
    activities: Sequence[dict[str, str]]
    nothing_done: Sequence[int] = ()
    feedback: int = 0


OUJDA = Member(
    "Oujda City Council",
    21,
    {"types": ("ST-LOC",), "languages": ("en",)},
    (
        {"title": "Birth registration at the hospital", "objectives": "4", "place": "MA007", "reach_total": "34"},
        {"title": "Interpreters for the school office", "objectives": "15,16", "place": "MA007", "reach_total": "120"},
        {"title": "Street lighting by the bus station", "objectives": "7", "place": "MA006"},
    ),
    nothing_done=(22, 9),
)
RABAT = Member(
    "Centre de conseil de Rabat",
    22,
    {"types": ("ST-CSO",), "languages": ("fr",)},
    (
        {
            "title": "Permanence juridique du mardi",
            "objectives": "4,7",
            "place": "MA008",
            "summary": "Deux juristes répondent aux questions sur les papiers.",
        },
        {
            "title": "Cours de langue du soir",
            "objectives": "16",
            "place": "MA008",
            "type": "training",
            "summary": "Trente personnes viennent deux fois par semaine.",
        },
    ),
    feedback=6,
)
TANGIER = Member(
    "جمعية طنجة للنساء",
    23,
    {"types": ("ST-CSO", "ST-DIA"), "languages": ("ar",)},
    (
        {
            "title": "تدريب على الإحالة",
            "objectives": "7,10",
            "place": "MA010",
            "type": "training",
            "summary": "قادت جمعية الناجيات اليوم الثاني من التدريب.",
        },
        {"title": "يوم التلقيح مع المستوصف", "objectives": "15", "place": "MA010", "summary": "حضرت أمهات كثيرات."},
    ),
    nothing_done=(22,),
)


def answer(folder: Path, call: bytes, member: Member, *more: dict[str, str], name: str = "") -> Path:
    """The file with which a member answers a call; a `name` that ends in .pdf is drawn, others are bundles.

    `more` activities are written after a first version was made, one version each.
    """
    path = folder / (name or f"{member.seed}.gwb")
    workspace = make_workspace(folder.parent, f"member {member.seed} {path.stem}", seed=member.seed)
    try:
        made = _made(workspace, call, member, more)
        pdf = path.suffix == ".pdf"
        path.write_bytes(submissions.drawn(workspace, made, "en").data if pdf else made.bundle)
    finally:
        workspace.close()
    return path


def _made(workspace: Workspace, data: bytes, member: Member, more: Sequence[dict[str, str]]) -> submissions.Made:
    workspace.describe(replace(workspace.organisation, name=member.name, **member.about))
    call = calls.take(workspace, data)
    for values in member.activities:
        log_activity(workspace, **values)
    for _message in range(member.feedback):
        hear_feedback(workspace)
    for number in member.nothing_done:
        objectives.assess(workspace, number, period=call.period, value="not_started", nothing_done=True)
    made = submissions.make(workspace, call, accept_findings=True)
    for values in more:
        log_activity(workspace, **values)
        made = submissions.make(workspace, call, accept_findings=True)
    return made


def make_call(coordinator: Workspace, *questions: Question) -> bytes:
    """A call for the third quarter, as the file that everybody gets."""
    return calls.make(coordinator, Call("", "", PERIOD, due="2026-11-08", questions=questions))[1]


def drop(onto: QWidget, *paths: Path) -> None:
    """Drop files and folders onto a widget, as a file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(9, 9), copy, data, button, keys)
    QApplication.sendEvent(onto, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(onto, QDropEvent(QPointF(9, 9), copy, data, button, keys))


def press(top: QWidget, words: str) -> None:
    """Press the visible button with these words."""
    button(top, words).click()


def button(top: QWidget, words: str) -> QAbstractButton:
    """The visible button with these words."""
    found = [one for one in top.findChildren(QAbstractButton) if one.isVisible() and one.text() == words]
    assert found, f"no button {words!r} in sight"
    return found[0]


def read(top: QWidget) -> str:
    """Every label in sight, one a line, without the marks around inserted names."""
    lines = [one.text() for one in top.findChildren(QLabel) if one.isVisible() and one.text()]
    return "\n".join(lines).replace("\u2068", "").replace("\u2069", "")


def finished(session: Session, qtbot: object) -> None:
    """Wait until every long work has come back."""
    qtbot.waitUntil(lambda: not session.tasks.running(), timeout=20_000)  # type: ignore[attr-defined]


def line_of(session: Session, member: Member) -> InboxLine:
    """The newest submission of a member."""
    return next(one for one in triage.inbox(session.workspace) if one.name == member.name)


def field(page: QWidget, name: str) -> QLineEdit:
    """The field in sight with this name."""
    return next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == name and one.isVisible())


def chips(page: QWidget) -> str:
    """What the list says of every row."""
    rows = page.findChild(ListView).rows
    return "\n".join(row.status for place in range(rows.rowCount()) if (row := rows.row(place)))
