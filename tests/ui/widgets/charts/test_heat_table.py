from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter

from app.ui.widgets.charts.heat_cells import draw_cell
from app.ui.widgets.charts.heat_table import DONE, NOT_REPORTED, NOTHING_DONE, WITHHELD, HeatCell, HeatTable
from app.ui.widgets.text import Label
from tests.ui.accessible import unnamed

CELLS = [
    [HeatCell(DONE, 8, "Tangier, 1: 8 activities"), HeatCell(NOTHING_DONE, 0, "Tangier, 2: nothing done")],
    [HeatCell(NOT_REPORTED, 0, "Fes, 1: not reported"), HeatCell(WITHHELD, 0, "Fes, 2: withheld for safety")],
]


def _table(qtbot) -> HeatTable:
    table = HeatTable("Activities by region and objective")
    qtbot.addWidget(table)
    table.set_cells(["Tangier", "Fes"], ["1", "2"], CELLS)
    table.show()
    return table


def test_arrows_move_and_a_sentence_tells_the_cell(qtbot) -> None:
    table, heard = _table(qtbot), []
    table.current_changed.connect(lambda row, column: heard.append((row, column)))
    qtbot.keyClick(table.view, Qt.Key.Key_Right)
    qtbot.keyClick(table.view, Qt.Key.Key_Down)
    assert heard == [(0, 1), (1, 1)]
    assert "Fes, 2: withheld for safety" in [label.text() for label in table.findChildren(Label)]


def test_mirrored_the_left_arrow_goes_to_the_next_objective(qtbot, dressed) -> None:
    dressed("ar")
    table = _table(qtbot)
    qtbot.keyClick(table.view, Qt.Key.Key_Left)
    assert table.current() == (0, 1)


def test_enter_opens_the_cell(qtbot) -> None:
    table = _table(qtbot)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert opened.args == [0, 0]


def test_each_cell_is_read_out_as_a_sentence(qtbot) -> None:
    table = _table(qtbot)
    found = QAccessible.queryAccessibleInterface(table.view)
    assert found.role() == QAccessible.Role.Table
    told = {found.child(place).text(QAccessible.Text.Name) for place in range(found.childCount())}
    assert {cell.sentence for row in CELLS for cell in row} <= told
    assert not unnamed(table)


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_the_four_kinds_never_look_alike(qapp, dressed, look: str) -> None:
    dressed("en", look)
    pictures = [
        _picture(kind, count) for kind, count in ((DONE, 1), (NOTHING_DONE, 0), (NOT_REPORTED, 0), (WITHHELD, 0))
    ]
    for place, picture in enumerate(pictures):
        assert all(picture != other for other in pictures[place + 1 :])


def _picture(kind: str, count: int) -> QImage:
    image = QImage(30, 26, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw_cell(painter, QRectF(1, 1, 28, 24), kind, count)
    painter.end()
    return image
