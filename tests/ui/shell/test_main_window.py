"""The one window, held by the kiosk: only the passphrase of the staff leads back."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.services.opening.workspace import Workspace
from app.ui.application import Desk
from app.ui.kiosk.header import Header
from app.ui.kiosk.leaving import Leaving
from app.ui.kiosk.patience import Patience
from app.ui.kiosk.ready import Ready
from app.ui.kiosk.screen import Kiosk
from app.ui.lock.screen import LockScreen
from tests.ui.conftest import PASSPHRASE, type_passphrase


def test_only_the_passphrase_leads_from_the_kiosk_back_to_the_page_one_was_on(
    desk, workspace: Workspace, qtbot
) -> None:
    one = desk()
    with qtbot.waitActive(one.window):
        one.start(workspace.path)
        one.enter(workspace)
        one.window.activateWindow()
    before = one.window.windowState()
    one.window.centralWidget().go("feedback")
    one.window.centralWidget().pages.page().kiosk.start.click()
    ready = one.window.centralWidget()
    assert isinstance(ready, Ready)
    assert not one.window.isFullScreen()
    ready.start.click()
    kiosk = one.window.centralWidget()
    assert isinstance(kiosk, Kiosk)
    qtbot.wait_until(kiosk.isVisible)
    assert one.window.isFullScreen()
    _press_every_way_out(one, qtbot)
    assert one.window.centralWidget() is kiosk
    assert one.window.isVisible()
    assert one.workspace is workspace
    _ask_staff(kiosk)
    type_passphrase(one, qtbot, "not this one")
    assert isinstance(kiosk.body, Leaving)
    _press_every_way_out(one, qtbot)
    kiosk.body.passphrase.set_value(PASSPHRASE)
    kiosk.findChild(Patience).end()
    kiosk.body.leave.click()
    assert one.window.centralWidget().pages.current_name == "feedback"
    assert one.window.windowState() == before
    assert one.window.close()


def _press_every_way_out(desk: Desk, qtbot) -> None:
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    keys = (Qt.Key.Key_Escape, Qt.Key.Key_F6, Qt.Key.Key_F11, Qt.Key.Key_F1)
    for key in keys:
        qtbot.keyClick(desk.window, key)
    for key in (Qt.Key.Key_L, Qt.Key.Key_K, Qt.Key.Key_1, Qt.Key.Key_W, Qt.Key.Key_Q, Qt.Key.Key_N, Qt.Key.Key_Comma):
        qtbot.keyClick(desk.window, key, control)
    for key in (Qt.Key.Key_F4, Qt.Key.Key_Left):
        qtbot.keyClick(desk.window, key, alt)
    assert not desk.window.close()


def _ask_staff(kiosk: Kiosk) -> None:
    next(header for header in kiosk.findChildren(Header) if header.isVisible()).staff.click()


def test_who_does_not_start_the_kiosk_finds_the_window_as_it_was(desk, workspace: Workspace) -> None:
    one = desk()
    one.enter(workspace)
    one.window.centralWidget().go("feedback")
    one.offer_kiosk()
    one.window.centralWidget().back.click()
    assert one.window.centralWidget().pages.current_name == "feedback"


def test_locking_ends_the_kiosk(desk, workspace: Workspace) -> None:
    one = desk()
    one.start(workspace.path)
    one.enter(workspace)
    one.start_kiosk()
    one.lock()
    assert isinstance(one.window.centralWidget(), LockScreen)
    assert not one.window.isFullScreen()
    assert one.window.close()
