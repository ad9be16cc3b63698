"""Opens every page in two languages and three themes at 1366x768 and writes pictures to look at.

    python -m tests.screenshots [page ...]

Pictures go to `out/screens/<page>-<language>-<theme>.png`; each is made from an invented workspace in a
temporary folder. A page is taken up by being in the table of `app.ui.pages`; nothing else is needed.
To show it with content, a page author adds a function `fill(workspace)` to `tests/ui/<feature>/sample.py`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.services import workspace as workspaces
from app.services.workspace import Founding, Organisation, Workspace
from app.settings import Settings
from app.ui import speech, theme
from app.ui.application import make_application
from app.ui.first_run.screen import FirstRun
from app.ui.frame import Frame
from app.ui.lock.screen import LockScreen
from app.ui.pages import PAGES, entries
from app.ui.session import Session
from app.ui.tasks import TaskRunner
from app.vault.cost import Cost

LOOKS = (("en", "light"), ("ar", "light"), ("en", "dark"), ("ar", "dark"), ("en", "contrast"))
SIZE = QSize(1366, 768)
OUT = Path(__file__).resolve().parents[1] / "out" / "screens"
_PATIENCE_MS = 400


def main(wanted: list[str]) -> int:
    """Write the pictures of the pages wanted, or of all; 1 if a page has a name that is in no table."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GROUNDWORK_HOME"] = str(Path(folder) / "home")
        application, workspace, tasks = make_application(), _workspace(Path(folder)), TaskRunner()
        session = Session(workspace, tasks, Settings(language="en"), workspace.pack)
        known = {entry.name for entry in entries(session)} | {"first-run", "lock"}
        for language, look in LOOKS:
            speech.speak(application, language)
            theme.apply(application, look, 100)
            for name in wanted or sorted(known):
                _write(_screen(name, session), f"{name}-{language}-{look}")
        tasks.finish()
        workspace.close()
    return 0 if set(wanted) <= known else 1


def _workspace(folder: Path) -> Workspace:
    founding = Founding(Organisation("Tangier Network", ("ST-CSO",), "MA"), "Samira B.", coordinator=True)
    path = folder / "tangier.groundwork"
    made = workspaces.create(path, "a tiger and an olive", founding, cost=Cost.floor())
    for entry in PAGES:
        sample = f"tests.ui.{entry.name}.sample"
        if find_spec(f"tests.ui.{entry.name}") is not None and find_spec(sample) is not None:
            import_module(sample).fill(made)
    return made


def _screen(name: str, session: Session) -> QWidget:
    if name == "first-run":
        first_run = FirstRun(asks_language=False)
        first_run.restore({"step": "organisation"})
        return first_run
    if name == "lock" and session.workspace is not None:
        return LockScreen(session.workspace.path)
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
