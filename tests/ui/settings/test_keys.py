from __future__ import annotations

from app.domain.records import Activity
from app.services import recording
from app.services.workspace import Workspace
from app.ui.session import Session
from app.ui.settings.keys import KeysCard
from app.ui.settings.page import SettingsPage
from tests.making import log_activity
from tests.ui.conftest import PASSPHRASE


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
    assert card.passphrase.problem()
    assert workspace.opened.key == before
    card.passphrase.set_value(PASSPHRASE)
    card.renew.click()
    assert "new keys" in told[-1]
    assert workspace.opened.key != before
    assert len(recording.lines(workspace, recording.Query(Activity.KIND))) == 1
    assert card.passphrase.text() == ""
