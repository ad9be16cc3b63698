from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from app.services.opening.workspace import Organisation, Workspace
from app.ui.pages import COORDINATION, MORE
from app.ui.process.session import Session
from app.ui.shell.frame import Frame
from app.ui.widgets.lists.page_list import PageList
from app.ui.widgets.toast import Toast
from tests.ui import gallery
from tests.ui.accessible import focused, role_of, unnamed
from tests.ui.made_up import clipped, untranslated


@pytest.fixture
def frame(session: Session, in_front: Callable[[QWidget], QWidget]) -> Frame:
    made = Frame(session, gallery.table())
    made.resize(1366, 768)
    made.restore({})
    in_front(made)
    return made


def test_pages_are_built_when_they_are_first_shown(frame: Frame) -> None:
    assert frame.pages.count() == 1
    frame.go("activities")
    frame.go("overview")
    frame.go("activities")
    assert frame.pages.count() == 2


def test_control_and_a_digit_open_the_pages_of_the_sidebar_in_order(frame: Frame, qtbot) -> None:
    for place, name in enumerate(frame.pages.names()[:3], start=1):
        qtbot.keyClick(frame, Qt.Key.Key_0 + place, Qt.KeyboardModifier.ControlModifier)
        assert frame.pages.current_name == name


def test_control_n_opens_the_activities_to_write_a_new_one(frame: Frame, qtbot) -> None:
    qtbot.keyClick(frame, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert frame.pages.current_name == "activities"
    assert frame.pages.page().received == "new"


def test_back_and_forward_walk_the_pages_visited(frame: Frame, qtbot) -> None:
    frame.go("activities")
    frame.go("inbox")
    alt = Qt.KeyboardModifier.AltModifier
    seen = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right):
        qtbot.keyClick(frame, key, alt)
        seen.append(frame.pages.current_name)
    assert seen == ["activities", "overview", "overview", "activities"]


def test_back_is_the_right_arrow_where_the_window_is_mirrored(session: Session, in_front, dressed, qtbot) -> None:
    dressed("ar")
    frame = in_front(Frame(session, gallery.table()))
    frame.restore({})
    frame.go("activities")
    qtbot.keyClick(frame, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert frame.pages.current_name == "overview"


def test_the_sidebar_is_walked_with_arrows_and_enter_opens(frame: Frame, qtbot) -> None:
    pages = frame.sidebar.focus_list()
    pages.setFocus()
    qtbot.keyClick(pages, Qt.Key.Key_Down)
    qtbot.keyClick(pages, Qt.Key.Key_Down)
    qtbot.keyClick(pages, Qt.Key.Key_Return)
    assert frame.pages.current_name == "activities"
    assert role_of(pages) == QAccessible.Role.List


def test_a_badge_is_told_in_words(frame: Frame) -> None:
    frame.sidebar.set_count("inbox", 5)
    told = []
    for pages in frame.findChildren(PageList):
        found = QAccessible.queryAccessibleInterface(pages)
        told += [found.child(place).text(QAccessible.Text.Name) for place in range(found.childCount())]
    assert "Inbox, 5 things wait for you" in told


def test_a_commit_reloads_the_page_in_sight_at_once_and_the_others_when_shown(
    frame: Frame, workspace: Workspace, qtbot
) -> None:
    frame.go("activities")
    hidden = frame.pages.page()
    frame.go("feedback")
    shown = frame.pages.page()
    before = (shown.reloads, hidden.reloads)
    workspace.describe(Organisation("Another name"))
    qtbot.waitUntil(lambda: shown.reloads == before[0] + 1)
    assert hidden.reloads == before[1]
    frame.go("activities")
    assert hidden.reloads == before[1] + 1


def test_a_frame_that_was_left_hears_no_more_commits(frame: Frame, workspace: Workspace) -> None:
    frame.go("activities")
    shown = frame.pages.page()
    before = shown.reloads
    frame.leave()
    frame.leave()
    workspace.describe(Organisation("Another name"))
    QApplication.processEvents()
    assert shown.reloads == before


def test_control_enter_presses_the_primary_button_and_undo_takes_it_back(frame: Frame, qtbot) -> None:
    frame.go("activities")
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(frame, Qt.Key.Key_Return, control)
    toast = frame.findChild(Toast)
    assert toast.isVisible()
    assert toast.accessibleName() == "Sent for review."
    frame.sidebar.focus_list().setFocus()
    qtbot.keyClick(frame.sidebar.focus_list(), Qt.Key.Key_Z, control)
    assert frame.pages.page().title.value() == "taken back"
    assert not toast.isVisible()


def test_control_f_goes_to_the_filter_and_f6_walks_the_areas(frame: Frame, qtbot) -> None:
    frame.go("activities")
    qtbot.keyClick(frame, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert focused() == "Filter this list"
    frame.sidebar.focus_list().setFocus()
    seen = []
    for _press in range(5):
        qtbot.keyClick(frame, Qt.Key.Key_F6)
        seen.append(focused())
    assert seen[:2] == ["Search everything", "Activities of the gallery"]
    assert seen[-1] == "Pages"


def test_the_state_of_every_page_is_carried_into_a_new_frame(frame: Frame, session: Session, in_front, dressed) -> None:
    frame.go("activities")
    frame.pages.page().title.set_value("half a sent")
    frame.pages.page().rows.select("4")
    frame.go("settings")
    kept = frame.state()
    frame.leave()
    dressed("ar", "dark", 125)
    again = in_front(Frame(session, gallery.table()))
    again.restore(kept)
    assert again.pages.current_name == "settings"
    again.go("activities")
    page = again.pages.page()
    assert (page.title.value(), page.rows.current_id()) == ("half a sent", "4")


def test_a_narrow_window_shows_icons_only_and_keeps_the_names(frame: Frame) -> None:
    frame.resize(1000, 700)
    assert frame.sidebar.is_narrow()
    assert frame.sidebar.width() == 56
    assert not unnamed(frame.sidebar)
    frame.resize(1366, 768)
    assert not frame.sidebar.is_narrow()


@pytest.mark.parametrize("size", [100, 150])
def test_the_smallest_window_is_never_forced_wider(session: Session, in_front, dressed, size: int) -> None:
    dressed("en", "light", size)
    frame = in_front(Frame(session, gallery.table()))
    frame.resize(1024, 640)
    for name in frame.pages.names():
        frame.go(name)
        assert (frame.width(), frame.height()) == (1024, 640)


def test_nothing_that_takes_the_focus_is_without_a_name(frame: Frame) -> None:
    for name in frame.pages.names():
        frame.go(name)
        assert not unnamed(frame), name


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_the_frame_speaks_the_made_up_language_and_nothing_is_cut(
    session: Session, in_front, dressed, look: str
) -> None:
    dressed("qps", look)
    frame = in_front(Frame(session, gallery.table()))
    frame.resize(1366, 768)
    frame.restore({"page": "settings"})
    frame.grab()
    names = ("Tangier Network", "Samira B.", "English", "Français", "Español", "العربية", "Русский", "中文", "qps")
    assert not untranslated(frame, *names)
    assert not clipped(frame)


def test_one_banner_at_a_time(frame: Frame) -> None:
    from app.ui.widgets.banner import Banner

    frame.show_banner("warn", "One")
    frame.show_banner("info", "Two")
    assert [banner.accessibleName() for banner in frame.findChildren(Banner) if banner.isVisible()] == ["Two"]
    frame.show_banner("info", "")
    assert not [banner for banner in frame.findChildren(Banner) if banner.isVisible()]


def test_walking_the_pages_without_going_leaves_the_page_in_force_marked(frame: Frame, qtbot) -> None:
    pages = frame.sidebar.focus_list()
    pages.setFocus()
    qtbot.keyClick(pages, Qt.Key.Key_Down)
    frame.top_bar.search.setFocus()
    assert pages.currentItem().text() == "Overview"


def test_f6_goes_on_from_the_head_of_a_page_to_its_list(frame: Frame, qtbot) -> None:
    frame.go("activities")
    frame.pages.page().search.setFocus()
    qtbot.keyClick(frame, Qt.Key.Key_F6)
    assert frame.pages.page().areas()[0].hasFocus()


def test_no_page_of_a_coordinator_is_cut_and_what_has_no_room_folds(session: Session, in_front, dressed, qtbot) -> None:
    frame = in_front(Frame(session))
    pages = frame.sidebar.findChildren(PageList)[0]
    control = Qt.KeyboardModifier.ControlModifier

    def folded() -> list[str]:
        return [group for group in (COORDINATION, MORE) if pages.is_folded(group)]

    def is_whole() -> bool:
        rows = [pages.visualItemRect(pages.item(n)) for n in range(pages.count()) if not pages.isRowHidden(n)]
        room = pages.viewport().rect()
        return all(room.contains(one) or not room.intersects(one) for one in rows)

    for size, wanted in (((1366, 768), []), ((1024, 640), [MORE]), ((1024, 450), [COORDINATION, MORE])):
        frame.resize(*size)
        QApplication.processEvents()
        assert (folded(), is_whole()) == (wanted, True), size
    assert not pages.verticalScrollBar().isVisible()
    frame.go("inbox")
    QApplication.processEvents()
    assert folded() == [MORE], "the page in force is never out of sight"
    assert pages.verticalScrollBar().isVisible() and is_whole()
    assert pages.viewport().rect().contains(pages.visualItemRect(pages.currentItem()))

    frame.resize(1366, 768)
    pages.setFocus()
    heading = next(n for n in range(pages.count()) if pages.item(n).text() == "Coordination")
    pages.setCurrentRow(heading)
    qtbot.keyClick(pages, Qt.Key.Key_Left)
    frame.sidebar.set_count("inbox", 5)
    assert folded() == [COORDINATION]
    told = pages.item(heading).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Coordination, folded, 4 pages, 5 things wait for you"
    frame.top_bar.search.setFocus()
    assert pages.currentRow() == heading, "it stands for the page in force"
    kept = frame.state()
    qtbot.keyClick(frame, Qt.Key.Key_1, control)
    frame.sidebar.fold([])
    frame.restore(kept)
    assert folded() == [], "going to a page in a folded group unfolds it"
    pages.itemClicked.emit(pages.item(heading))
    assert folded() == [COORDINATION]
    qtbot.keyClick(pages, Qt.Key.Key_Return)
    assert folded() == []
    frame.leave()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_with_large_text_in_the_smallest_window_every_page_is_whole(session, in_front, dressed, language: str) -> None:
    dressed(language, "light", 150)
    frame = in_front(Frame(session))
    frame.resize(1024, 640)
    for name in frame.pages.names():
        frame.sidebar.set_current(name)
        QApplication.processEvents()
        for pages in frame.sidebar.findChildren(PageList):
            if pages.has_current():
                assert pages.viewport().rect().contains(pages.visualItemRect(pages.currentItem())), name
    frame.leave()
