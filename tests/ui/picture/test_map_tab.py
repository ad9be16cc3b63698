"""The map of the picture: walked by keys in both its halves, told in words, and every place answers from what."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.picture.behind import BehindCard
from app.ui.picture.page import PicturePage
from app.ui.widgets.charts.map_view import NOWHERE, MapView
from tests.ui.accessible import focused, unnamed
from tests.ui.coordinating import press, read


def bare(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


def test_places_are_walked_on_the_map_and_in_the_table_and_say_from_what(page: PicturePage, qtbot: QtBot) -> None:
    page.open("map")
    tab = page._tabs.map  # noqa: SLF001
    view, table = page.findChild(MapView), tab.table
    rows = [[bare(text) for text in row] for row in table.texts()]
    assert [row[0] for row in rows][:2] == ["Beni Mellal Khenifra", "Casablanca Settat"]
    assert sum(row[1] == "Not reported" for row in rows) >= 7, "silence is told in words"
    assert "do not mean that anybody endorses or accepts them" in read(page)
    assert not unnamed(page)
    view.setFocus()
    assert view.accessibleName() == "Activities by place"
    seen = {view.current()}
    for key in (
        Qt.Key.Key_Home,
        *[Qt.Key.Key_Up] * 9,
        *[Qt.Key.Key_Right] * 9,
        *[Qt.Key.Key_Down] * 9,
        Qt.Key.Key_Left,
    ):
        QTest.keyClick(view, key)
        assert table.currentIndex().row() == view.current() != NOWHERE, "the table goes along"
        assert bare(view.accessibleDescription()).startswith(rows[view.current()][0])
        seen.add(view.current())
    assert len(seen) >= 5
    QTest.keyClick(view, Qt.Key.Key_Home)
    told = next(at for at, row in enumerate(rows) if "1 activity" in row[1])
    table.setCurrentIndex(table.model().index(told, 0))
    assert view.current() in (told, NOWHERE), "the ring goes along with the table"
    assert bare(view.sentence(told)) in bare(read(page))
    table.opened.emit(told)
    [card] = [one for one in page.findChildren(BehindCard) if one.isVisible()]
    assert card.list.rows.rowCount() == 1
    press(page, "Close")
    assert focused() == "Every place of the map in words"


def test_one_objective_can_be_looked_at_and_what_is_off_the_map_loses_the_ring(page: PicturePage) -> None:
    page.open("map")
    tab = page._tabs.map  # noqa: SLF001
    tab.objective.set_value("23")
    tab.objective.chosen.emit("23")
    assert "Activities by place: 23" in bare(tab.view.accessibleName())
    texts = {row[1] for row in tab.table.texts()}
    assert not any("activit" in text for text in texts)
    tab.view.go_to(9999)
    assert tab.view.current() == NOWHERE
    before = tab.view.height()
    tab.view.resize(tab.view.width() // 2, before)
    assert tab.view.height() < before, "as high as its width needs"
