from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from app import paths
from app.services.keeping import backup
from app.services.opening.workspace import Workspace
from app.settings import Settings
from app.ui.application import Desk
from app.ui.first_run.screen import FirstRun
from app.ui.lock.screen import LockScreen
from app.ui.process.session import Session
from app.ui.process.tasks import TaskRunner
from app.ui.settings.backups import BackupCard
from app.ui.settings.page import SettingsPage
from app.ui.widgets.banner import Banner
from tests.ui.conftest import PASSPHRASE


def test_one_button_makes_a_backup_and_says_when(workspace: Workspace, tasks: TaskRunner, qtbot) -> None:
    card = _card(SettingsPage(Session(workspace, tasks, Settings(), workspace.pack)), qtbot)
    assert "no backup yet" in card.last.text()
    card.buttons.now.click()
    qtbot.waitUntil(lambda: "today" in card.last.text())
    made = backup.every(workspace, paths.backups())
    assert len(made) == 1 and backup.verify(made[0].path, PASSPHRASE)


def test_a_folder_that_cannot_be_written_is_told_in_the_card(
    workspace: Workspace, tasks: TaskRunner, tmp_path: Path, qtbot
) -> None:
    (tmp_path / "file").write_bytes(b"")
    settings = Settings(backup_folder=str(tmp_path / "file"))
    card = _card(SettingsPage(Session(workspace, tasks, settings, workspace.pack)), qtbot)
    card.buttons.now.click()
    qtbot.waitUntil(lambda: card.buttons.now.isEnabled() and "file" in card.last.text())


def test_opening_a_workspace_makes_the_backup_of_the_day_and_no_second_one(
    qapp, workspace: Workspace, tmp_path: Path, qtbot
) -> None:
    desk = Desk(qapp, Settings(language="en", backup_folder=str(tmp_path / "stick")))
    for _time in range(2):
        desk.enter(workspace)
        qtbot.waitUntil(lambda: not desk.tasks.running())
    assert len(backup.every(workspace, tmp_path / "stick")) == 1
    desk.window.close()
    desk.window.deleteLater()


def test_old_backups_and_an_unsafe_place_are_warned_of_in_one_banner(qapp, workspace: Workspace, qtbot) -> None:
    desk = Desk(qapp, Settings(language="en", backup_daily=False))
    desk.enter(workspace)
    assert [banner.accessibleName() for banner in _banners(desk.window)] == [
        "There is no backup yet. You can make one in the settings, under Backups."
    ]
    (workspace.path.parent / ".stfolder").mkdir()
    desk.enter(workspace)
    assert "another program" in _banners(desk.window)[0].accessibleName()
    desk.window.close()
    desk.window.deleteLater()


def test_a_backup_is_brought_back_from_the_first_window_in_two_clicks(
    qapp, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot
) -> None:
    path = backup.make(workspace, tmp_path / "stick").path
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(path), ""))
    desk = Desk(qapp, Settings(language="en"))
    desk.show_first_run({"step": "start"})
    screen = desk.window.centralWidget()
    assert isinstance(screen, FirstRun)
    screen._start.open_asked.emit()  # noqa: SLF001
    assert isinstance(desk.window.centralWidget(), LockScreen)
    assert (tmp_path / "home" / workspace.path.name).exists()
    desk.window.close()
    desk.window.deleteLater()


def _card(page: SettingsPage, qtbot) -> BackupCard:
    qtbot.addWidget(page)
    return next(card for card in page.cards if isinstance(card, BackupCard))


def _banners(window: QWidget) -> list[Banner]:
    return [banner for banner in window.findChildren(Banner) if banner.isVisibleTo(window)]
