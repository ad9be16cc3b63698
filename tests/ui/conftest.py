"""A dressed application, a real workspace and a session, for every test of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app import i18n
from app.services.opening.workspace import Founding, Organisation, Origin, Workspace
from app.settings import Settings
from app.ui.application import Desk
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.process.tasks import TaskRunner
from app.ui.widgets.fields.line_field import LineField
from app.ui.words import speech
from tests.making import found

_OFFSCREEN_ONLY = "This plugin does not support"
"""What the platform without a screen says of raising windows and grabbing keys; no other platform does."""
HERE = Path(__file__).parent
PASSPHRASE = "a tiger and an olive"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let no test of the window fail on what only the platform without a screen says."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(_OFFSCREEN_ONLY, extend=True))


def let_go() -> None:
    """Delete what was thrown away, as Qt does once a person has let go of the key; a sheet touches it else."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def in_front(qtbot) -> Callable[[QWidget], QWidget]:
    """Show a widget as the active window, so that it can have the focus; it is closed after the test."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    return show


@pytest.fixture(scope="session")
def put_on_plain(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], None]:
    """Dress in light, 100 %, unless that is on already; the icons of this sheet lie where they outlive a test."""
    wardrobe = str(tmp_path_factory.mktemp("wardrobe"))
    qapp.setStyle("Fusion")
    plain: list[str] = []

    def put_on() -> None:
        if plain and qapp.styleSheet() == plain[0]:
            return
        with pytest.MonkeyPatch.context() as home:
            home.setenv("GROUNDWORK_HOME", wardrobe)
            theme.apply(qapp, "light", 100)
        plain[:] = [qapp.styleSheet()]

    return put_on


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication, put_on_plain: Callable[[], None]) -> Iterator[Callable[..., None]]:
    """English, light, 100 %; call it to change: `dressed("ar", "dark", 150)`.

    A style sheet costs as much as a small test, so the plain one stays on until a test puts on another. It costs
    more with every widget that is alive: what a test built and gave to nobody goes with the test.
    """

    def dress(language: str = "en", look: str = "light", size: int = 100) -> None:
        speech.speak(qapp, language)
        theme.apply(qapp, look, size)

    put_on_plain()
    before = set(qapp.topLevelWidgets())
    yield dress
    for left in set(qapp.topLevelWidgets()) - before:
        if left.parent() is None:
            left.deleteLater()
    let_go()
    if i18n.language() != i18n.ENGLISH or qapp.layoutDirection() != Qt.LayoutDirection.LeftToRight:
        speech.speak(qapp, "en")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An open workspace of an invented organisation that coordinates."""
    founding = Founding(Organisation("Tangier Network"), "Samira B.", coordinator=True)
    made = found(tmp_path / "tangier.groundwork", founding, PASSPHRASE, origin=Origin())
    yield made
    made.close()


@pytest.fixture
def tasks() -> Iterator[TaskRunner]:
    """A runner that has stopped when the test ends."""
    runner = TaskRunner()
    yield runner
    assert runner.finish()


@pytest.fixture
def session(workspace: Workspace, tasks: TaskRunner) -> Session:
    """What a page is given."""
    return Session(workspace, tasks, Settings(language="en"), workspace.pack)


@pytest.fixture
def desk(qapp: QApplication, qtbot) -> Iterator[Callable[..., Desk]]:
    made: list[Desk] = []

    def make(settings: Settings | None = None, language: str = "") -> Desk:
        fresh = Desk(qapp, settings or Settings(language="en"), language)
        made.append(fresh)
        return fresh

    yield make
    for one in made:
        one.window.close()
        one.window.deleteLater()


def type_passphrase(desk: Desk, qtbot, passphrase: str) -> None:
    """Type it where the lock, or the kiosk, asks for it."""
    field = desk.window.centralWidget().findChild(LineField)
    field.control.clear()
    qtbot.keyClicks(field.control, passphrase)
    qtbot.keyClick(field.control, Qt.Key.Key_Return)
