from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QRadioButton

from app.ui.widgets.charts.heat_tile import HeatTile, Tile
from app.ui.widgets.charts.tile_grid import ALL, TileGrid
from tests.ui.accessible import focused, role_of, unnamed


def _grid(qtbot, width: int = 700) -> TileGrid:
    grid = TileGrid()
    qtbot.addWidget(grid)
    qtbot.addWidget(grid.switch)
    grid.set_tiles([Tile(n, f"Name {n}", n if n % 3 else None, n in (3, 7)) for n in range(1, 24)])
    grid.resize(width, 500)
    grid.show()
    grid.switch.show()
    return grid


def _shown(grid: TileGrid) -> list[int]:
    return [tile.tile.number for tile in grid.findChildren(HeatTile) if tile.isVisible()]


def test_chosen_objectives_are_shown_first_and_all_on_request(qtbot) -> None:
    grid = _grid(qtbot)
    assert _shown(grid) == [3, 7]
    everything = grid.switch.findChildren(QRadioButton)[1]
    qtbot.keyClick(everything, Qt.Key.Key_Space)
    assert grid.switch.value() == ALL
    assert len(_shown(grid)) == 23


def test_segments_are_told_as_radio_buttons(qtbot) -> None:
    buttons = _grid(qtbot).switch.findChildren(QRadioButton)
    assert {role_of(button) for button in buttons} == {QAccessible.Role.RadioButton}


def test_a_tile_is_told_as_a_whole_sentence(qtbot) -> None:
    grid = _grid(qtbot)
    tiles = {tile.tile.number: tile.accessibleName() for tile in grid.findChildren(HeatTile)}
    assert tiles[3] == "3 Name 3: nothing written yet. Chosen."
    assert tiles[1] == "1 Name 1: 1 activity."
    assert tiles[7] == "7 Name 7: 7 activities. Chosen."
    assert not unnamed(grid)


def test_arrows_walk_the_tiles_and_enter_opens_one(qtbot, in_front) -> None:
    grid, heard = in_front(_grid(qtbot)), []
    grid.opened.connect(heard.append)
    tiles = {tile.tile.number: tile for tile in grid.findChildren(HeatTile)}
    tiles[3].setFocus()
    qtbot.keyClick(tiles[3], Qt.Key.Key_Right)
    assert focused().startswith("7 Name 7")
    qtbot.keyClick(tiles[7], Qt.Key.Key_Space)
    assert heard == [7]


def test_a_narrow_grid_has_fewer_columns(qtbot) -> None:
    columns = []
    for width in (700, 450, 300, 200):
        grid = _grid(qtbot, width)
        grid.switch.set_value(ALL)
        grid.set_tiles([Tile(n, "x", 1, True) for n in range(1, 24)])
        columns.append(len({tile.x() for tile in grid.findChildren(HeatTile) if tile.isVisible()}))
    assert columns == [6, 4, 3, 2]
