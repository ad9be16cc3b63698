"""The table of pages, and what every page in it must pass (ux.md, 12): a new page is examined without a line here."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QApplication

from app.i18n import SIX, languages
from app.services.opening.workspace import Workspace
from app.settings import Settings
from app.ui.pages import PAGES, PageEntry, entries
from app.ui.process.session import Session
from app.ui.process.tasks import TaskRunner
from app.ui.shell.frame import Frame
from app.ui.widgets.page import Page
from app.ui.widgets.scrolling import Scrolling
from tests.making import hear_feedback, log_activity, make_call
from tests.ui.accessible import unnamed
from tests.ui.made_up import clipped, untranslated

USUAL, LEAST = QSize(1366, 768), QSize(1024, 640)
NAMES = (*calendar.day_name, *calendar.month_name[1:], *(one.name for one in languages()))
"""Names of days, months and languages are not of our catalogue."""
TYPED = (
    *("Legal aid desk at the bus station", "Two advisers answered questions about papers."),
    *("Somebody asked how long papers take.", "Tangier Network", "Samira B.", "Samira"),
)
"""What people wrote stays as they wrote it."""
Opened = Callable[[str, str, int, QSize], Iterator[Frame]]


@pytest.fixture
def frames(workspace: Workspace, tasks: TaskRunner, in_front, dressed, qtbot) -> Opened:
    """The frame on each of its pages in turn, in a language, a look, a size of text and of window."""
    log_activity(workspace)
    log_activity(workspace, title="", summary="")
    hear_feedback(workspace)
    make_call(workspace, workspace)

    def opened(language: str, look: str, size: int, window: QSize) -> Iterator[Frame]:
        dressed(language, look, size)
        session = Session(workspace, tasks, Settings(language=language, theme=look, text_size=size), workspace.pack)
        frame = in_front(Frame(session))
        frame.resize(window)
        for name in frame.pages.names():
            frame.go(name)
            qtbot.waitUntil(lambda: not tasks.running())
            yield frame
        frame.leave()
        frame.close()

    return opened


def test_every_page_is_told_to_assistive_tools_and_speaks_the_language_in_force(frames: Opened) -> None:
    wrong: list[str] = []
    for frame in frames("qps", "light", 100, USUAL):
        page, name = frame.pages.page(), frame.pages.current_name
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        found = [*unnamed(page), *untranslated(page, *TYPED, *NAMES), *clipped(page)]
        wrong += [f"{name}: {one}" for one in found]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("language", "look"),
    [("ar", "dark"), ("en", "contrast"), *((code, "light") for code in SIX if code not in ("ar", "en"))],
)
def test_every_page_fits_the_smallest_window_with_large_text(frames: Opened, language: str, look: str) -> None:
    wrong = []
    for frame in frames(language, look, 150, LEAST):
        page, name = frame.pages.page(), frame.pages.current_name
        for _bars_that_come_and_go in range(2):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            QApplication.processEvents()
        wrong += [f"{name}: {one} is cut" for one in clipped(page)]
        wrong += [f"{name}: scrolls sideways by {one}" for one in _sideways(page)]
        if frame.size() != LEAST or not page.areas():
            wrong.append(f"{name}: {frame.width()} x {frame.height()}")
    assert not wrong, "\n".join(wrong)


def _sideways(page: Page) -> list[int]:
    """By how much what scrolls down goes on beside the window; wide tables scroll by themselves."""
    found = [one.horizontalScrollBar() for one in page.findChildren(Scrolling) if one.isVisible()]
    return [bar.maximum() for bar in found if bar.maximum()]


def test_names_are_given_once() -> None:
    names = [entry.name for entry in PAGES]
    assert len(names) == len(set(names))


def test_a_page_that_is_not_there_yet_is_left_out(session: Session) -> None:
    table = (PageEntry("x", "X", "flag", "app.ui.nowhere.page:XPage"),)
    assert entries(session, table) == ()


def test_pages_of_a_coordinator_need_a_workspace_that_coordinates(session: Session, tasks) -> None:
    closed = Session(None, tasks)
    shown = {entry.name for entry in PAGES if entry.visible(closed)}
    assert "inbox" not in shown
    assert "overview" in shown
    assert all(entry.visible(session) for entry in PAGES)


def test_every_page_that_is_there_opens_and_keeps_the_contract(session: Session, in_front) -> None:
    for entry in entries(session):
        page = in_front(entry.make(session))
        assert isinstance(page, Page)
        page.reload()
        page.restore(page.state())
        assert entry.waiting(session) == 0, "nothing was written yet"


def test_what_was_begun_goes_along_into_another_language(desk, workspace: Workspace) -> None:
    wanted = log_activity(workspace, title="Legal aid")
    one = desk()
    one.enter(workspace)
    one.window.centralWidget().go("activities", wanted)
    one.window.centralWidget().pages.page().desk.list.search.setText("leg")
    one.set("language", "ar")
    state = one.window.centralWidget().pages.page().state()
    assert (state["open"], state["filter"]) == (wanted, "leg")
