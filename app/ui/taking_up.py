"""Where text was being typed that was never saved: only a crash leaves such text, and one banner leads to it."""

from __future__ import annotations

from app.services.opening.workspace import Workspace
from app.services.records.recording import left_behind
from app.ui.pages import page_of
from app.ui.shell.frame import Frame


def take_up(workspace: Workspace, frame: Frame) -> None:
    """Say where it is; the page it is written on says so itself, where it is in sight."""
    page, record = _left(workspace)
    if page and frame.pages.current_name != page:
        frame.welcome_back(page, record)


def _left(workspace: Workspace) -> tuple[str, str]:
    """The page and record in which somebody was typing when the program was cut off; empty if there is none."""
    found = ((page_of(draft.record.KIND), draft.record.id) for draft in left_behind(workspace))
    return next((one for one in found if one[0]), ("", ""))
