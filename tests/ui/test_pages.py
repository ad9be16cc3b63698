from __future__ import annotations

from app.ui.pages import PAGES, PageEntry, entries
from app.ui.session import Session
from app.ui.widgets.page import Page


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
        assert entry.waiting(session) >= 0
