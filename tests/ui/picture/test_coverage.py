from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from app.ui.picture.page import PicturePage
from app.ui.widgets.charts.heat_table import HeatTable
from app.ui.widgets.lists.list_view import ListView
from tests.ui.accessible import focused
from tests.ui.coordinating import OUJDA, read

ORIENTAL, RABAT_REGION, NO_PLACE = "Oriental", "Rabat Sale Kenitra", "No region told"


def stand_on(table: HeatTable, place: str, objective: int) -> None:
    """Make a cell the current one."""
    model = table.view.model()
    names = [model.headerData(n, Qt.Orientation.Vertical) for n in range(model.rowCount())]
    table.view.setCurrentIndex(model.index(names.index(place), objective - 1))
    table.view.setFocus()


@pytest.fixture
def table(page: PicturePage) -> HeatTable:
    return page.findChild(HeatTable)


def test_the_arrows_walk_the_cells_and_a_sentence_tells_each(page: PicturePage, table: HeatTable, qtbot) -> None:
    stand_on(table, ORIENTAL, 14)
    told = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(table.view, key)
        told.append(next(line for line in read(page).splitlines() if line.startswith((ORIENTAL, RABAT_REGION))))
    assert told == [
        "Oriental, 15 Basic services: 1 activity from 1 organisation.",
        "Oriental, 16 Inclusion: 1 activity from 1 organisation.",
        "Oriental, 17 Discrimination: nobody has reported. That is not zero.",
        "Rabat Sale Kenitra, 17 Discrimination: nobody has reported. That is not zero.",
    ]


def test_what_organisations_wrote_of_themselves_stands_where_no_place_is_told(
    page: PicturePage, table: HeatTable
) -> None:
    stand_on(table, NO_PLACE, 22)
    assert "No region told, 22 Social security: 1 organisation wrote “nothing done”." in read(page)


def test_the_sentence_is_what_assistive_tools_read_of_the_cell(table: HeatTable) -> None:
    stand_on(table, ORIENTAL, 4)
    told = table.view.model().data(table.view.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert (
        told.replace("\u2068", "").replace("\u2069", "")
        == "Oriental, 4 Legal identity: 1 activity from 1 organisation."
    )
    assert QAccessible.queryAccessibleInterface(table.view).role() == QAccessible.Role.Table


def test_enter_shows_from_what_a_cell_was_made_and_escape_goes_back(page: PicturePage, table: HeatTable, qtbot) -> None:
    stand_on(table, ORIENTAL, 4)
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    behind = page.findChild(ListView)
    row = behind.rows.row(0)
    assert (behind.rows.rowCount(), row.title) == (1, "Birth registration at the hospital")
    assert OUJDA.name in row.facts
    assert "Oriental" in row.facts
    assert focused() == "Activities behind the cell"
    qtbot.keyClick(behind, Qt.Key.Key_Escape)
    assert focused() == "Activities by region and objective"
    assert not behind.isVisible()


def test_a_silent_cell_opens_to_its_sentence_alone(page: PicturePage, table: HeatTable, qtbot) -> None:
    stand_on(table, "Souss Massa", 1)
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert read(page).count("Souss Massa, 1 Data: nobody has reported. That is not zero.") == 2
    assert not page.findChild(ListView).isVisible()


def test_regions_nobody_told_of_are_shown_too(table: HeatTable) -> None:
    model = table.view.model()
    names = [model.headerData(n, Qt.Orientation.Vertical) for n in range(model.rowCount())]
    assert len(names) == 11
    assert names == [*sorted(names[:-1]), NO_PLACE]


def test_the_sentence_about_names_of_places_stands_under_the_table(page: PicturePage) -> None:
    assert "Names of places imply no opinion on any border or status." in read(page)
