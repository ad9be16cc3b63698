from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from app.i18n import format_number
from app.services import overview
from app.services.opening.workspace import Workspace
from app.services.records import objectives
from app.services.submitting import submissions
from app.ui.overview.page import OverviewPage
from app.ui.widgets.charts.heat_tile import HeatTile
from app.ui.widgets.charts.tile_grid import ALL
from tests.making import hear_feedback, log_activity, make_call, make_workspace
from tests.ui.accessible import names_in_tab_order, unnamed
from tests.ui.made_up import clipped, untranslated

Open = Callable[[], OverviewPage]
HEARD = "Somebody asked how long papers take."


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = make_workspace(tmp_path)
    yield made
    made.close()


@pytest.fixture
def opened(session, in_front, qtbot) -> Open:
    """The page as it stands once it has read the workspace."""

    def make(width: int = 1142, height: int = 720) -> OverviewPage:
        page = OverviewPage(session)
        page.resize(width, height)
        in_front(page)
        qtbot.waitUntil(lambda: page.seen is not None)
        return page

    return make


def _fill(workspace: Workspace) -> None:
    for day in ("2026-10-01", "2026-10-12", "2026-08-12"):
        log_activity(workspace, start=day, reach_total="1200", reach_method="registration")
    hear_feedback(workspace, month="2026-10")
    objectives.choose(workspace, [4, 7, 20])


def _tiles(page: OverviewPage) -> dict[int, HeatTile]:
    return {tile.tile.number: tile for tile in page.tiles.findChildren(HeatTile) if tile.isVisible()}


def test_the_four_counts_are_those_of_the_service(workspace, opened):
    _fill(workspace)
    page = opened()
    seen = overview.overview(workspace)
    shown = {name: card.value.text() for name, card in page.counts.items()}
    assert shown == {
        "activities": format_number(seen.activities),
        "people": "3,600",
        "feedback": format_number(seen.feedback),
        "objectives": "3/23",
    }
    assert seen.activities == 2


def test_nobody_counted_is_a_dash_and_never_zero(workspace, opened):
    log_activity(workspace)
    page = opened()
    assert page.counts["people"].value.text() == "–"
    assert "0" not in page.counts["people"].accessibleName()


def test_chosen_objectives_are_shown_first_and_all_when_asked(workspace, opened, qtbot):
    _fill(workspace)
    page = opened()
    assert set(_tiles(page)) == {4, 7, 20}
    assert _tiles(page)[20].tile.count is None
    page.tiles.switch.findChildren(type(page.tiles.switch.children()[2]))[1].click()
    assert len(_tiles(page)) == 23


def test_a_tile_leads_to_its_objective(workspace, opened, qtbot):
    _fill(workspace)
    page = opened()
    with qtbot.waitSignal(page.navigate) as asked:
        qtbot.keyClick(_tiles(page)[7], Qt.Key.Key_Space)
    assert asked.args == ["objectives", "sheet:7"]


def test_what_is_saved_while_the_page_is_open_shows_after_a_reload(workspace, opened, qtbot):
    page = opened()
    log_activity(workspace, start="2026-10-03")
    page.reload()
    page.reload()
    qtbot.waitUntil(lambda: page.counts["activities"].value.text() == "1")


def test_a_new_workspace_leads_to_objectives_and_to_the_first_activity(opened, qtbot):
    page = opened()
    with qtbot.waitSignal(page.navigate) as asked:
        page.primary().click()
    assert asked.args == ["objectives", None]
    names = [name for name in names_in_tab_order(page) if name]
    assert names == [
        "What do you do?",
        "Log an activity",
        "Make them: There are no recovery words yet",
        "Back up now",
        "Use a USB stick",
    ]


def test_a_backup_is_made_from_the_first_screen_and_its_day_is_told(opened, qtbot):
    page = opened()
    assert "There is no backup yet." in _said(page.offline)
    with qtbot.waitSignal(page.toast) as told:
        page.offline.buttons.now.click()
    assert ".gwbackup" in told.args[0]
    assert "The last backup was made today." in _said(page.offline)


def test_what_people_said_stands_under_few_tiles_and_beside_many(workspace, opened, qtbot):
    _fill(workspace)
    page = opened()
    middle = page.width() / 2
    qtbot.waitUntil(lambda: _centre(page.bars, page) < middle)
    qtbot.mouseClick(_button(page.tiles.switch, "All 23"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: _centre(page.bars, page) > middle)
    assert page.tiles.count() == 23


def _centre(widget: QWidget, page: QWidget) -> int:
    return widget.mapTo(page, widget.rect().center()).x()


def _button(within: QWidget, words: str) -> QAbstractButton:
    return next(button for button in within.findChildren(QAbstractButton) if button.text() == words)


def _said(within: QWidget) -> list[str]:
    return [label.text() for label in within.findChildren(QLabel)]


def test_a_call_that_was_answered_no_longer_waits(workspace, opened, tmp_path, qtbot):
    log_activity(workspace)
    coordinator = make_workspace(tmp_path, "Ministry", coordinator=True, seed=2)
    call = make_call(coordinator, workspace)
    coordinator.close()
    page = opened()
    assert page.seen.call == call
    submissions.make(workspace, call)
    page.reload()
    qtbot.waitUntil(lambda: page.seen.call is None)


def test_the_switch_is_carried_over_a_rebuild(workspace, opened, session, in_front, qtbot):
    _fill(workspace)
    page = opened()
    page.tiles.switch.chosen.emit(ALL)
    again = OverviewPage(session)
    again.restore(page.state())
    in_front(again)
    qtbot.waitUntil(lambda: again.seen is not None)
    assert len(_tiles(again)) == 23


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_it_speaks_the_made_up_language_whole_in_every_theme(workspace, opened, dressed, qtbot, look):
    _fill(workspace)
    log_activity(workspace, title="")
    dressed("qps", look)
    page = opened()
    page.grab()
    months = [bar.label for bar in page.bars._bars]  # noqa: SLF001
    assert not untranslated(page, "Samira B.", HEARD, page.findChildren(HeatTile)[0].text(), *months, *_day_words())
    qtbot.waitUntil(lambda: not clipped(page))
    assert not unnamed(page)


@pytest.mark.parametrize(("width", "height", "size"), [(1142, 720, 100), (968, 592, 100), (968, 592, 150)])
def test_it_never_forces_the_window_wider(workspace, opened, dressed, width, height, size):
    _fill(workspace)
    dressed("ar", "light", size)
    page = opened(width, height)
    page.grab()
    assert (page.width(), page.height()) == (width, height)
    assert page.findChildren(type(page.layout().itemAt(0).widget()))[0].horizontalScrollBar().maximum() == 0


def _day_words() -> tuple[str, ...]:
    return ("Friday", "October")
