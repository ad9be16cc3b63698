from __future__ import annotations

from app.services.workspace import Workspace
from app.ui.lock.screen import LockScreen
from app.ui.widgets.line_field import LineField
from tests.ui.made_up import clipped


def test_a_problem_of_two_lines_is_read_whole(in_front, workspace: Workspace, qtbot, dressed) -> None:
    dressed("qps")
    screen = LockScreen(workspace.path)
    screen.resize(1366, 768)
    in_front(screen)
    field = screen.findChild(LineField)
    field.entered.emit()
    assert field.problem()
    qtbot.waitUntil(lambda: not clipped(screen))
