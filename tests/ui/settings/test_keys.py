from __future__ import annotations

from PySide6.QtCore import Qt

from app.domain.records import Activity
from app.services.opening.workspace import Workspace, digits
from app.services.records import recording
from app.ui.process.session import Session
from app.ui.settings.keys import KeysCard
from app.ui.settings.page import SettingsPage
from app.ui.widgets.please_wait import PleaseWait
from tests.making import log_activity
from tests.ui.conftest import PASSPHRASE, let_go


def test_everything_is_encrypted_anew_with_the_own_passphrase_alone(
    session: Session, workspace: Workspace, in_front, qtbot
) -> None:
    log_activity(workspace)
    before = workspace.opened.key
    page = in_front(SettingsPage(session))
    told: list[str] = []
    page.toast.connect(lambda sentence, _undo: told.append(sentence))
    card = next(card for card in page.cards if isinstance(card, KeysCard))
    assert "46 MB" in card.hardness.text()
    qtbot.waitUntil(lambda: not session.tasks.running())
    card.passphrase.set_value("not this one")
    card.renew.click()
    qtbot.waitUntil(lambda: bool(card.passphrase.problem()))
    assert workspace.opened.key == before
    qtbot.waitUntil(lambda: card.renew.isEnabled() and not session.tasks.running())
    let_go()
    card.passphrase.set_value(PASSPHRASE)
    card.sign_anew.set_value(True)
    signed = digits(workspace)
    card.renew.click()
    wait = page.findChild(PleaseWait)
    assert (wait.isVisible(), wait.isModal(), workspace.opened.key == before) == (True, True, True)
    assert any(task.holds for task in session.tasks.running()), "the workspace is not closed meanwhile"
    card.passphrase.entered.emit()
    assert "Another job" in card.passphrase.problem()
    qtbot.keyClick(wait, Qt.Key.Key_Escape)
    assert not wait.close()
    assert wait.isVisible()
    steps: list[int] = []
    wait.bar.valueChanged.connect(steps.append)
    qtbot.waitUntil(lambda: bool(told) and not session.tasks.running(), timeout=30_000)
    qtbot.waitUntil(lambda: page.findChild(PleaseWait) is None)
    assert steps and card.renew.isEnabled()
    assert "Please make new recovery words now. A new key signs" in told[-1]
    assert told[-1].endswith(digits(workspace)) and digits(workspace) != signed
    assert workspace.opened.key != before
    assert len(recording.lines(workspace, recording.Query(Activity.KIND))) == 1
    assert card.passphrase.text() == ""
