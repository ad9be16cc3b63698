"""What tests of activities and feedback share: a frame with these two pages, and what the workspace holds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.domain.records import KINDS, Record
from app.services.opening.workspace import Workspace
from app.services.records import recording, versions
from app.ui.pages import PAGES
from app.ui.process.session import Session
from app.ui.shell.frame import Frame
from app.ui.widgets.record.record_desk import RecordDesk

CONTROL = Qt.KeyboardModifier.ControlModifier
TABLE = tuple(entry for entry in PAGES if entry.name in ("activities", "feedback", "settings"))


def frame_of(session: Session, page: str, state: dict[str, object] | None = None) -> Frame:
    """A frame that shows this page, at the usual size; `state` is what another frame left."""
    frame = Frame(session, TABLE)
    frame.resize(1366, 768)
    frame.restore({**(state or {}), "page": page})
    return frame


def desk_of(frame: Frame) -> RecordDesk:
    """The desk of the page in sight."""
    return frame.pages.page().desk


def records(workspace: Workspace, kind: str) -> list[Record]:
    """What the workspace holds of a kind, newest first."""
    return [line.record for line in recording.lines(workspace, recording.Query(kind), limit=500)]


def everything_written(workspace: Workspace) -> str:
    """Every text of every record, in the trash or not, of every version, and of every kept draft."""
    told = [repr(draft) for draft in recording.kept_drafts(workspace)]
    for kind in KINDS:
        for deleted in (False, True):
            for line in recording.lines(workspace, recording.Query(kind, deleted=deleted), limit=500):
                told += [repr(line), *(repr(version) for version in versions.history(workspace, line.record.id))]
    return "\n".join(told)


def press(qtbot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def write(qtbot, text: str) -> None:
    """Type where the focus is."""
    qtbot.keyClicks(QApplication.focusWidget(), text)


def begin(frame: Frame, qtbot) -> None:
    """Press Ctrl+N."""
    qtbot.keyClick(frame, Qt.Key.Key_N, CONTROL)


def texts(widget: QWidget) -> set[str]:
    """Every label in sight."""
    return {label.text() for label in widget.findChildren(QLabel) if label.isVisible()}
