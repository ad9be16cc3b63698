"""Something that was sent goes into a place from the window, and what cannot go is told."""

from __future__ import annotations

from pathlib import Path

from app.services.opening import stores
from app.services.opening.stores import NewPlace
from app.services.opening.workspace import Workspace
from app.services.submitting import calls, submissions
from tests.making import log_activity
from tests.ui.accessible import unnamed
from tests.ui.coordinating import finished
from tests.ui.coordinating import read as texts


def test_what_was_sent_goes_into_a_place_and_that_is_remembered(
    workspace: Workspace, call_file: Path, opened, qtbot, tmp_path: Path
) -> None:
    log_activity(workspace)
    made = submissions.make(workspace, calls.take(workspace, call_file.read_bytes()), accept_findings=True)
    page = opened()
    page.restore({"view": "sent", "sent": made.id})
    card, banners = page.sent.sending_card, []
    page.banner.connect(lambda kind, words: banners.append((kind, words)))
    assert card.isHidden(), "no place is known yet"
    (tmp_path / "stick").mkdir()
    stores.add(workspace, NewPlace("Stick", str(tmp_path / "stick")))
    page.restore({"view": "sent", "sent": made.id})
    assert card.isVisible() and "not sealed" in texts(card)
    assert not unnamed(page)
    with qtbot.waitSignal(page.toast) as said:
        card.send.click()
    finished(page.session, qtbot)
    assert "Stick" in said.args[0]
    assert "It was put into Stick." in texts(card)
    (file,) = (path for path in (tmp_path / "stick").rglob("*") if path.is_file())
    assert file.read_bytes() == made.bundle
    (tmp_path / "stick").rename(tmp_path / "pulled out")
    card.send.click()
    finished(page.session, qtbot)
    assert banners[-1][0] == "bad" and "stick still in" in banners[-1][1]
