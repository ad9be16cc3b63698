"""Opens every page in two languages and three themes at 1366x768 and writes pictures to look at.

    python -m tests.screenshots [page ...]

Pictures go to `out/screens/<page>-<language>-<theme>.png`; they show the sample workspace that a person can look
around in. A page is taken up by being in the table of `app.ui.pages`; nothing else is needed.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.services.demonstration import samples
from app.settings import Settings
from app.ui import speech, theme
from app.ui.application import make_application
from app.ui.first_run.screen import FirstRun
from app.ui.frame import Frame
from app.ui.kiosk.screen import Kiosk
from app.ui.lock.screen import LockScreen
from app.ui.pages import entries
from app.ui.session import Session
from app.ui.tasks import TaskRunner

LOOKS = {"en": ("light", "dark", "contrast"), "ar": ("light", "dark", "contrast")}
SIZE = QSize(1366, 768)
OUT = Path(__file__).resolve().parents[1] / "out" / "screens"
_PATIENCE_MS = 400


def main(wanted: list[str]) -> int:
    """Write the pictures of the pages wanted, or of all; 1 if a page has a name that is in no table."""
    OUT.mkdir(parents=True, exist_ok=True)
    known: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GROUNDWORK_HOME"] = folder
        application, tasks = make_application(), TaskRunner()
        for language, looks in LOOKS.items():
            speech.speak(application, language)
            workspace = samples.open_sample()
            session = Session(workspace, tasks, Settings(language=language), workspace.pack)
            known = {entry.name for entry in entries(session)} | {"first-run", "lock", "kiosk"}
            for look in looks:
                theme.apply(application, look, 100)
                for name in wanted or sorted(known):
                    _write(_screen(name, session), f"{name}-{language}-{look}")
            workspace.close()
        tasks.finish()
    return 0 if set(wanted) <= known else 1


def _screen(name: str, session: Session) -> QWidget:
    if name == "first-run":
        first_run = FirstRun(asks_language=False)
        first_run.restore({"step": "organisation"})
        return first_run
    if name == "lock" and session.workspace is not None:
        return LockScreen(session.workspace.path, session.tasks)
    if name == "kiosk" and session.workspace is not None:
        return Kiosk(session.workspace)
    frame = Frame(session)
    frame.restore({"page": name})
    return frame


def _write(screen: QWidget, name: str) -> None:
    screen.resize(SIZE)
    screen.show()
    breathing = QEventLoop()
    QTimer.singleShot(_PATIENCE_MS, breathing.quit)
    breathing.exec()
    screen.grab().save(str(OUT / f"{name}.png"))
    if isinstance(screen, Frame):
        screen.leave()
    screen.close()
    screen.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
