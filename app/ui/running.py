"""Running the window: from the first screen to the exit status, with a fresh process after every lock."""

from __future__ import annotations

from pathlib import Path

from app import settings as kept_settings
from app.ui.appearance import make_application
from app.ui.application import Desk
from app.ui.process import failure, restarting


def run(workspace_path: Path | None, language: str | None) -> int:
    """Open the window and stay until it is closed; the exit status.

    `workspace_path` is asked for its passphrase; without one, the last workspace is, or the first run is
    shown. `language` wins over the setting, and is not kept.
    """
    application = make_application()
    desk = Desk(application, kept_settings.load(), language or "")
    failure.catch(desk.show_failure)
    desk.locked.connect(lambda: application.exit(restarting.RESTART))
    before = restarting.left()
    desk.start(workspace_path or before.workspace, away=before.away)
    while (status := application.exec()) == restarting.RESTART and desk.path is not None:
        status = restarting.begin_anew(desk.path, language or "", away=desk.window.isMinimized())
        if not status:
            break
    return status
