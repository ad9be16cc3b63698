"""A coordinator keeps received files outside with one choice, and sees where they lie and what went wrong."""

from __future__ import annotations

from pathlib import Path

from app.services.coordinating import lying, receiving
from app.services.opening import stores
from app.services.opening.stores import NewPlace
from app.services.opening.workspace import Workspace
from app.services.submitting import submissions
from app.ui.backup_buttons import back_up
from app.ui.inbox.page import InboxPage
from app.ui.process.session import Session
from app.ui.settings.page import SettingsPage
from app.ui.settings.places import PlacesCard
from app.ui.settings.received import ReceivedCard
from app.ui.settings.table import offered
from tests.making import log_activity, make_call, make_workspace
from tests.ui.accessible import unnamed
from tests.ui.coordinating import finished


def handed_over(folder: Path, hub: Workspace, number: int) -> Path:
    sender = make_workspace(folder, f"Member {number}", seed=40 + number)
    log_activity(sender)
    path = folder / f"member-{number}.gwb"
    path.write_bytes(submissions.make(sender, make_call(hub, sender), accept_findings=True).bundle)
    sender.close()
    return path


def test_one_choice_puts_files_there_and_another_brings_them_back(
    session: Session, workspace: Workspace, in_front, qtbot, tmp_path: Path
) -> None:
    share = tmp_path / "share"
    share.mkdir()
    stores.add(workspace, NewPlace("Share", str(share)))
    receiving.receive(workspace, [handed_over(tmp_path, workspace, 1)])
    page, said = in_front(SettingsPage(session)), []
    page.toast.connect(lambda words, _undo: said.append(words))
    card = next(card for card in page.cards if isinstance(card, ReceivedCard))
    assert card.told.text() == "1 file lies in the workspace."
    assert (card.more.isVisible(), card.check.isVisible(), unnamed(page)) == (False, False, [])
    _choose(card, "Share")
    assert not card.where.isEnabled()
    finished(session, qtbot)
    assert lying.look(workspace).outside == 1 and card.where.isEnabled() and card.check.isVisible()
    assert "1 file lies in “" in card.told.text() and len(said) == 1

    inbox, held_back = in_front(InboxPage(session)), []
    inbox.banner.connect(lambda _tone, words: held_back.append(words))
    inbox.take_in([handed_over(tmp_path, workspace, 2)])
    finished(session, qtbot)
    assert lying.look(workspace).outside == 2 and not any(held_back)
    share.rename(tmp_path / "away")
    inbox.take_in([handed_over(tmp_path, workspace, 3)])
    finished(session, qtbot)
    assert lying.look(workspace).inside == 1 and "stays in the workspace for now" in held_back[-1]
    page.reload()
    card.check.click()
    finished(session, qtbot)
    assert "cannot be reached" in card.problem.text() and card.problem.isVisible()
    (tmp_path / "away").rename(share)
    card.more.click()
    finished(session, qtbot)
    assert lying.look(workspace).outside == 3 and card.problem.isHidden() and card.more.isHidden()

    told: list[str] = []
    back_up(session, tmp_path / "backups", told.append, told.append)
    finished(session, qtbot)
    assert "3 files" in told[0] and "Keep that place" in told[0]
    places = next(card for card in page.cards if isinstance(card, PlacesCard))
    places.rows[0].forget.click()
    places.rows[0].go.click()
    assert "Bring them back" in places.problem.text() and stores.every(workspace)
    next(share.rglob("*.sealed")).unlink()
    _choose(card, "")
    finished(session, qtbot)
    assert "1 file could not be had" in card.problem.text() and "Member" in card.problem.text()
    assert (lying.look(workspace).inside, lying.look(workspace).outside, card.more.isVisible()) == (2, 1, True)


def test_whoever_coordinates_nobody_is_not_asked(session: Session, workspace: Workspace, in_front) -> None:
    workspace.coordinator = False
    assert not any(isinstance(card, ReceivedCard) for card in in_front(SettingsPage(session)).cards)
    assert "received" not in [one.name for one in offered(workspace)]


def _choose(card: ReceivedCard, name: str) -> None:
    card.where.set_value(name)
    card.where.edited.emit()
