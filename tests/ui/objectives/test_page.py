from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.i18n import _
from app.services.opening.workspace import Workspace
from app.services.records import objectives
from app.ui.objectives.page import ObjectivesPage
from app.ui.objectives.row import ObjectiveRow
from app.ui.widgets.buttons import IconButton
from app.ui.widgets.text import Label
from tests.making import log_activity, make_workspace
from tests.ui.accessible import unnamed
from tests.ui.made_up import clipped, untranslated

Open = Callable[..., ObjectivesPage]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = make_workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def opened(session, in_front) -> Open:
    def make(width: int = 1142, height: int = 720) -> ObjectivesPage:
        page = ObjectivesPage(session)
        page.resize(width, height)
        return in_front(page)

    return make


def _chosen(workspace: Workspace) -> list[int]:
    return [one.objective for one in objectives.choices(workspace)]


def _search(page: ObjectivesPage, qtbot, words: str) -> None:
    before = page.list.order()
    page.search.setFocus()
    qtbot.keyClicks(page.search, words) if words.isascii() else page.search.insert(words)
    qtbot.waitUntil(lambda: page.list.order() != before)


def test_all_objectives_stand_there_without_words(opened):
    assert opened().list.order() == tuple(range(1, 24))


def test_arabic_words_find_an_objective_that_is_chosen_by_keyboard_alone(workspace, opened, dressed, qtbot):
    dressed("ar")
    page = opened()
    _search(page, qtbot, "أطفال في المدرسة")
    assert page.list.order()[0] == 15
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    row = QApplication.focusWidget()
    assert isinstance(row, ObjectiveRow)
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert page.choosing.priorities == {15: 0}
    assert _chosen(workspace) == []
    page.primary().setFocus()
    qtbot.keyClick(page.primary(), Qt.Key.Key_Return)
    assert _chosen(workspace) == [15]


def test_arrows_walk_and_the_panel_follows(opened, qtbot):
    page = opened()
    page.list.focus_current()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Down):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert page.list.current == 23
    named = page.session.pack.objective(23).name("en")
    assert named in [label.text() for label in page.panel.findChildren(Label)]


def test_one_tab_stop_for_the_whole_list(opened, qtbot):
    page = opened()
    stops = [row for row in page.list.findChildren(ObjectiveRow) if row.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [row.objective.number for row in stops] == [1]


def test_best_matches_stand_before_what_else_may_be_meant(opened, qtbot):
    page = opened()
    _search(page, qtbot, "school children papers")
    found = objectives.search("school children papers", pack=page.session.pack)
    best = [match.objective.number for match in found if match.strength == "best"]
    also = [match.objective.number for match in found if match.strength == "also"]
    assert list(page.list.order()) == [*best, *also]
    assert best
    assert also


def test_words_that_fit_nothing_are_said_to(opened, qtbot):
    page = opened()
    _search(page, qtbot, "xqzzyw")
    assert page.list.order() == ()
    assert any("No objective fits" in label.text() for label in page.list.findChildren(Label) if label.isVisible())


def test_saving_keeps_choice_and_main_ones_and_can_be_undone(workspace, opened, qtbot):
    objectives.choose(workspace, [4])
    page = opened()
    page.open(7)
    page.panel.toggled.emit()
    page.panel.marked.emit()
    with qtbot.waitSignal(page.toast) as told:
        page.primary().click()
    assert [(one.objective, one.priority) for one in objectives.choices(workspace)] == [(4, None), (7, 1)]
    told.args[1]()
    assert _chosen(workspace) == [4]


def test_cancel_takes_the_ticks_back(workspace, opened, qtbot):
    objectives.choose(workspace, [4])
    page = opened()
    page.list.toggled.emit(9)
    assert page.choosing.changed
    page._cancel.click()  # noqa: SLF001
    assert page.choosing.priorities == {4: 0}
    assert _chosen(workspace) == [4]


def test_ticks_and_words_are_carried_over_a_rebuild(opened, qtbot):
    page = opened()
    page.list.toggled.emit(9)
    _search(page, qtbot, "school")
    page.list.set_current(page.list.order()[1])
    again = opened()
    again.restore(page.state())
    assert again.choosing == page.choosing
    assert again.list.order() == page.list.order()
    assert again.list.current == page.list.current


def test_activities_that_use_it_are_one_step_away(workspace, opened, qtbot):
    first = log_activity(workspace, objectives="15")
    page = opened()
    page.open(15)
    opener = next(button for button in page.panel.findChildren(IconButton) if button.accessibleName())
    with qtbot.waitSignal(page.navigate) as asked:
        opener.click()
    assert asked.args == ["activities", first]


def test_only_verified_wording_is_called_official(opened, dressed):
    page = opened()
    page.open(15)
    assert "Official wording" in [label.text() for label in page.panel.findChildren(Label)]
    dressed("ar")
    page = opened()
    page.open(15)
    told = [label.text() for label in page.panel.findChildren(Label)]
    assert _("Official wording") not in told
    assert _("Working translation, not the official wording") in told


def test_a_chosen_objective_that_the_pack_does_not_know_stays_chosen(workspace, opened):
    objectives.choose(workspace, [24])
    page = opened()
    assert page.list.order()[-1] == 24
    page.list.toggled.emit(3)
    page.primary().click()
    assert _chosen(workspace) == [3, 24]


def test_in_a_narrow_window_enter_turns_to_the_panel_and_back(opened, qtbot):
    page = opened(700, 592)
    assert not page.panel.isVisible()
    page.list.focus_current()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert page.panel.isVisible()
    assert not page.list.isVisible()
    page.panel.back_asked.emit()
    assert page.list.isVisible()


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_it_speaks_the_made_up_language_whole_in_every_theme(opened, dressed, look):
    dressed("qps", look)
    page = opened()
    page.list.toggled.emit(4)
    page.grab()
    assert not untranslated(page)
    assert not clipped(page)
    assert not unnamed(page)


@pytest.mark.parametrize(("width", "height", "size"), [(1142, 720, 100), (968, 592, 100), (968, 592, 150)])
def test_it_never_forces_the_window_wider(opened, dressed, width, height, size):
    dressed("ru", "light", size)
    page = opened(width, height)
    page.grab()
    assert (page.width(), page.height()) == (width, height)
