"""Opens every page and scene in two languages and three themes at 1366x768 and writes pictures to look at.

    python -m tests.screenshots [page or scene ...]

Pictures go to `out/screens/<page>-<language>-<theme>.png`; they show the sample workspace that a person can look
around in. A page is taken up by being in the table of `app.ui.pages`, a state of one by being in `tests.scenes`.
Each page is also drawn in the smallest window with large text, as `<page>-small`. `paper` draws the pages of documents.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.services.demonstration import samples
from app.settings import Settings
from app.ui.appearance import make_application
from app.ui.look import theme
from app.ui.pages import entries
from app.ui.process.session import Session
from app.ui.process.tasks import TaskRunner
from app.ui.shell.frame import Frame
from app.ui.shell.state_popup import StatePopup
from app.ui.words import speech
from tests import paper, scenes

LOOKS = {"en": ("light", "dark", "contrast"), "ar": ("light", "dark", "contrast")}
SIZE = QSize(1366, 768)
SMALL = QSize(1024, 640)
OUT = Path(__file__).resolve().parents[1] / "out" / "screens"
_BREATH_MS = 120


def main(wanted: list[str]) -> int:
    """Write the pictures of the pages wanted, or of all; 1 if a page has a name that is in no table."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GROUNDWORK_HOME"] = folder
        application, tasks = make_application(), TaskRunner()
        for language, looks in LOOKS.items() if wanted != [paper.NAME] else ():
            speech.speak(application, language)
            workspace = samples.open_sample()
            session = Session(workspace, tasks, Settings(language=language), workspace.pack)
            scenes.prepare(workspace)
            told = _told(session)
            for look in looks:
                theme.apply(application, look, 100)
                for name in [one for one in wanted if one != paper.NAME] or sorted(told):
                    _write(told[name](session), f"{name}-{language}-{look}", tasks)
            theme.apply(application, "light", 150)
            for entry in entries(session):
                if not wanted or entry.name in wanted:
                    _write(told[entry.name](session), f"{entry.name}-small-{language}", tasks, SMALL)
            workspace.close()
        tasks.finish()
        if not wanted or paper.NAME in wanted:
            paper.write(OUT)
    return 0


def _told(session: Session) -> dict[str, Callable[[Session], QWidget]]:
    """What makes each picture, by its name."""
    pages = {entry.name: partial(_page, name=entry.name) for entry in entries(session)}
    return {**pages, **scenes.scenes()}


def _page(session: Session, name: str) -> Frame:
    frame = Frame(session)
    frame.restore({"page": name})
    return frame


def _write(screen: QWidget, name: str, tasks: TaskRunner, size: QSize = SIZE) -> None:
    if not isinstance(screen, StatePopup | QDialog):
        screen.resize(size)
    screen.show()
    scenes.then(screen)
    _breathe()
    while tasks.running():
        _breathe()
    _breathe()
    screen.grab().save(str(OUT / f"{name}.png"))
    screen.close()
    if isinstance(screen, Frame):
        screen.leave()
    screen.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _breathe() -> None:
    """Let the window draw what it has."""
    breathing = QEventLoop()
    QTimer.singleShot(_BREATH_MS, breathing.quit)
    breathing.exec()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
