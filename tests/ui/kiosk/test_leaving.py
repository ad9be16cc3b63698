from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.services.opening.workspace import Workspace
from app.ui.kiosk.leaving import Leaving
from app.ui.kiosk.patience import Patience
from tests.ui.conftest import PASSPHRASE


@pytest.fixture
def patience(qapp: QApplication) -> Patience:
    return Patience(qapp)


@pytest.fixture
def leaving(workspace: Workspace, patience: Patience, in_front) -> Leaving:
    return in_front(Leaving(workspace, patience))


def type_in(leaving: Leaving, qtbot, passphrase: str) -> None:
    qtbot.keyClicks(leaving.passphrase.control, passphrase)
    qtbot.keyClick(leaving.passphrase.control, Qt.Key.Key_Return)


def test_the_right_passphrase_opens_and_is_not_kept_in_the_field(leaving: Leaving, qtbot) -> None:
    with qtbot.waitSignal(leaving.opened):
        type_in(leaving, qtbot, PASSPHRASE)
    assert leaving.passphrase.text() == ""


def test_a_wrong_one_says_so_and_even_the_right_one_has_to_wait(leaving: Leaving, patience: Patience, qtbot) -> None:
    opened: list[bool] = []
    leaving.opened.connect(lambda: opened.append(True))
    type_in(leaving, qtbot, "not this one")
    assert "after 1 second." in leaving.passphrase.problem()
    assert not leaving.leave.isEnabled()
    type_in(leaving, qtbot, PASSPHRASE)
    assert not opened
    patience.end()
    assert leaving.leave.isEnabled()
    assert not leaving.passphrase.problem()
    leaving.leave.click()
    assert opened


def test_each_wrong_try_waits_longer_up_to_a_minute(patience: Patience) -> None:
    waits = [patience.wrong() for _try in range(9)]
    assert waits == [1, 2, 4, 8, 16, 30, 60, 60, 60]
    assert patience.is_waiting()
    assert 0 < patience.left_s() <= 60


def test_leaving_the_screen_and_coming_back_does_not_shorten_the_wait(
    workspace: Workspace, patience: Patience, in_front
) -> None:
    patience.wrong()
    assert not in_front(Leaving(workspace, patience)).leave.isEnabled()
