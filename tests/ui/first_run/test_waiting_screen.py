"""A second laptop joins, also after the window was closed meanwhile; a new first one begins with words and place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from app.domain.roles import KEEPER
from app.services.opening import stores
from app.services.opening.stores import NewPlace
from app.services.opening.workspace import Workspace, open_existing, quick_cost
from app.services.records import recording
from app.services.syncing import devices, exchanging, spaces
from app.services.syncing.devices import NewLaptop
from app.storage.records import Query
from app.ui.first_run.screen import FirstRun
from app.ui.first_run.waiting_screen import WaitingScreen
from app.ui.shell.frame import Frame
from app.ui.widgets.new_passphrase import NewPassphrase
from tests.laptops import sync
from tests.making import log_activity
from tests.ui.accessible import unnamed
from tests.ui.conftest import PASSPHRASE, type_passphrase
from tests.ui.coordinating import press, read


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's documents."""
    folder = tmp_path / "documents"
    folder.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(folder))
    return folder


def test_a_laptop_asks_is_closed_and_joins_with_its_welcome(
    desk, workspace: Workspace, qtbot, tmp_path: Path, documents: Path, monkeypatch
) -> None:
    spaces.found(workspace, "Office")
    first = desk()
    first.show_first_run({"step": "start"})
    first.window.show()
    screen = first.window.centralWidget()
    press(screen, "This laptop joins others of my organisation")
    type_twice(screen.request.passphrase)
    screen.request.make.click()
    waits = first.window.centralWidget()
    qtbot.waitUntil(waits.isVisible)
    assert isinstance(waits, WaitingScreen) and not unnamed(waits)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_ask: (str(tmp_path / "request.gwb"), ""))
    waits.save.click()
    data = (tmp_path / "request.gwb").read_bytes()
    digits = devices.digits(data)
    assert digits.split()[0] in read(waits)
    first.window.close()
    admitted = devices.admit(workspace, data, digits, NewLaptop("Amina's", "Amina", KEEPER))
    log_activity(workspace)
    sync(workspace, tmp_path / "share")
    (tmp_path / "welcome.gwb").write_bytes(admitted.data)
    again = desk(first.settings)
    again.start(None)
    type_passphrase(again, qtbot, PASSPHRASE)
    waits = again.window.centralWidget()
    qtbot.waitUntil(waits.isVisible)
    assert isinstance(waits, WaitingScreen), "a workspace that waits has no pages"
    assert digits.split()[0] in read(waits), "the request can be saved again, and is the same laptop's"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_ask: (str(tmp_path / "welcome.gwb"), ""))
    waits.open.click()
    assert waits.passphrase.problem()
    waits.passphrase.set_value(PASSPHRASE)
    waits.open.click()
    assert waits.compare.value() == admitted.digits
    waits.compare.differ.click()
    assert "Nothing was done" in waits.problem.text() and not waits.compare.isVisible()
    waits.take(tmp_path / "request.gwb")
    assert waits.problem.isVisible() and not waits.compare.isVisible()
    waits.open.click()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_ask: str(tmp_path / "share"))
    waits.meet.click()
    assert "share" in waits.where.text() and not unnamed(waits)
    waits.compare.match.click()
    frame = again.window.centralWidget()
    assert isinstance(frame, Frame) and again.workspace.path.parent == documents
    assert again.workspace.profile.name == "Amina" and again.workspace.organisation.name == "Tangier Network"
    fetched_and_synced(again, frame, workspace, tmp_path / "share", qtbot)


def type_twice(passphrase: NewPassphrase) -> None:
    for field in (passphrase.one, passphrase.two):
        field.set_value(PASSPHRASE)


def fetched_and_synced(desk, frame: Frame, office: Workspace, share: Path, qtbot) -> None:
    """The first sync began by itself; the second asks for no place."""
    qtbot.waitUntil(lambda: recording.count(desk.workspace, Query("activity")) == 1)
    qtbot.waitUntil(lambda: not desk.tasks.running())
    log_activity(desk.workspace, title="Evening course")
    frame.sync_now()
    qtbot.waitUntil(lambda: not desk.tasks.running())
    assert exchanging.standing(desk.workspace).unsent == 0, "the place is not asked for a second time"
    assert sync(office, share).received == 1


def test_a_server_that_the_welcome_tells_of_is_opened_with_its_password_once_the_laptop_has_joined(
    desk, workspace: Workspace, qtbot, tmp_path: Path
) -> None:
    spaces.found(workspace, "Office")
    stores.add(workspace, NewPlace("cloud", "webdavs://us@cloud.example/dav", "not to be told"), untried=True)
    path = tmp_path / "new.groundwork"
    asked = devices.request(path, PASSPHRASE, cost=quick_cost())
    admitted = devices.admit(workspace, asked.data, asked.digits, NewLaptop("Second"))
    (tmp_path / "welcome.gwb").write_bytes(admitted.data)
    second = desk()
    second.show_waiting(path, asked)
    second.window.show()
    waits = second.window.centralWidget()
    assert "its password is asked for" in read(waits)
    waits.passphrase.set_value(PASSPHRASE)
    waits.take(tmp_path / "welcome.gwb")
    waits.compare.match.click()
    frame = second.window.centralWidget()
    assert isinstance(frame, Frame) and frame.pages.current_name == "syncing"
    assert "needs its password" in frame.banners.banner.accessibleName()
    qtbot.waitUntil(lambda: frame.pages.page().sync.secret.isVisible())
    assert "type it once" in read(frame.pages.page())


def test_after_all_laptops_were_lost_words_and_place_bring_everything_back(
    workspace: Workspace, in_front, tasks, qtbot, tmp_path: Path
) -> None:
    words = spaces.found(workspace, "Office").words
    log_activity(workspace)
    sync(workspace, tmp_path / "share")
    screen = in_front(FirstRun(asks_language=False, tasks=tasks))
    made: list[Workspace] = []
    screen.opened.connect(made.append)
    screen.restore({"step": "recover"})
    step = screen.recover
    assert not unnamed(screen)
    step.place.name.set_value("Share")
    step.place.address.set_value(str(tmp_path / "share"))
    step.place.add.click()
    assert step.name.problem()
    step.name.set_value("New office")
    for field in (step.passphrase.one, step.passphrase.two):
        field.set_value(PASSPHRASE)
    for typed, problem in (("word " * 24, "problem"), (" ".join(words), "")):
        step.words.set_value(typed)
        step.place.add.click()
        qtbot.waitUntil(lambda: not tasks.running(), timeout=20_000)
        qtbot.waitUntil(lambda problem=problem: bool(step.words.problem()) if problem else bool(made))
    (back,) = made
    exchanging.sync_now(back, exchanging.chosen(back))
    assert recording.count(back, Query("activity")) == 1
    assert not step.words.value() and not step.passphrase.one.text()
    path = back.path
    back.close()
    open_existing(path, PASSPHRASE).close()
    screen.restore({"step": "join"})
    screen._go_back()  # noqa: SLF001
    assert screen.state()["step"] == "start"
