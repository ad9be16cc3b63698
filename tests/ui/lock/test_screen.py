from __future__ import annotations

import pytest

from app.services.opening import judging
from app.services.opening.workspace import Workspace
from app.storage import values
from app.ui.lock.screen import LockScreen
from app.ui.process.tasks import TaskRunner
from app.ui.widgets.fields.line_field import LineField
from tests.making import log_activity
from tests.ui.accessible import unnamed
from tests.ui.conftest import PASSPHRASE
from tests.ui.made_up import clipped, untranslated


def test_a_problem_of_two_lines_is_read_whole(
    in_front, workspace: Workspace, tasks: TaskRunner, qtbot, dressed
) -> None:
    dressed("qps")
    screen = LockScreen(workspace.path, tasks)
    screen.resize(1366, 768)
    in_front(screen)
    field = screen.findChild(LineField)
    field.entered.emit()
    assert field.problem()
    qtbot.waitUntil(lambda: not clipped(screen))


def test_an_older_workspace_says_how_far_it_is_and_stopping_loses_nothing(
    in_front, workspace: Workspace, tasks: TaskRunner, qtbot, dressed, monkeypatch: pytest.MonkeyPatch
) -> None:
    dressed("qps", "light", 150)
    for number in range(9):
        log_activity(workspace, title=f"Desk {number}")
    with workspace.noting() as session:
        values.put(session, judging.NAME, "of an older program")
    workspace.close()
    monkeypatch.setattr(judging, "AT_ONCE", 1)
    screen = in_front(LockScreen(workspace.path, tasks))
    screen.resize(1024, 640)
    field = screen.findChild(LineField)
    field.set_value(PASSPHRASE)
    field.entered.emit()
    assert screen.readying.isVisible()
    assert screen.readying.stop.hasFocus()
    assert not field.isVisible()
    qtbot.waitUntil(lambda: not clipped(screen))
    assert not unnamed(screen)
    assert untranslated(screen) == ["LanguageButton: 'qps'"]  # the made-up language has no name
    screen.readying.stop.click()
    qtbot.waitUntil(field.isVisible)
    assert not field.problem()

    with qtbot.waitSignal(screen.opened) as heard:
        field.entered.emit()
    left = [count for count in "123456789" if count in screen.readying.step()]
    assert left, "what was ready before somebody stopped it is not counted again"
    heard.args[0].close()
