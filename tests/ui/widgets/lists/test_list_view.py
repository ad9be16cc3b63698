from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from app.ui.widgets.lists.list_view import ListView
from app.ui.widgets.lists.paged_model import PAGE, PagedModel, Row
from tests.ui.accessible import unnamed


class Source:
    """Ten thousand rows, and which pages were asked for."""

    def __init__(self, count: int = 10_000) -> None:
        self.count, self.asked = count, []

    def load(self, start: int, limit: int) -> list[Row]:
        self.asked.append(start)
        return [
            Row(str(n), f"Title {n}", "facts", "tags", "Draft") for n in range(start, min(start + limit, self.count))
        ]


def _list(qtbot, source: Source) -> ListView:
    view = ListView("Activities", PagedModel(source.load, lambda: source.count))
    qtbot.addWidget(view)
    view.resize(392, 600)
    view.show()
    view.reload()
    return view


def test_only_what_is_looked_at_is_read_and_read_once(qtbot) -> None:
    source = Source()
    view = _list(qtbot, source)
    view.grab()
    view.grab()
    assert source.asked == [0]
    view.scrollToBottom()
    view.grab()
    assert source.asked[-1] == (10_000 - 1) // PAGE * PAGE
    assert len(source.asked) == 2


def test_arrows_walk_the_list_and_say_where_they_are(qtbot) -> None:
    view, heard = _list(qtbot, Source(5)), []
    view.chosen.connect(heard.append)
    view.select("0")
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert heard == ["1", "2"]
    assert view.current_id() == "2"


def test_a_reload_keeps_the_selected_row_by_its_id_and_says_nothing(qtbot) -> None:
    source, heard = Source(50), []
    view = _list(qtbot, source)
    view.chosen.connect(heard.append)
    view.select("30")
    source.count = 49
    view.reload()
    assert view.current_id() == "30"
    assert not heard


def test_enter_opens_and_delete_asks(qtbot) -> None:
    view, heard = _list(qtbot, Source(5)), []
    view.opened.connect(lambda id: heard.append(("opened", id)))
    view.delete_asked.connect(lambda id: heard.append(("delete", id)))
    view.select("3")
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert heard == [("opened", "3"), ("delete", "3")]


def test_a_row_is_read_out_whole(qtbot) -> None:
    view = _list(qtbot, Source(3))
    found = QAccessible.queryAccessibleInterface(view)
    assert found.role() == QAccessible.Role.List
    assert found.child(0).text(QAccessible.Text.Name) == "Title 0. Draft. facts. tags"
    assert not unnamed(view)


def test_a_filter_is_another_source(qtbot) -> None:
    view = _list(qtbot, Source(50))
    view.rows.set_source(Source(2).load, lambda: 2)
    assert view.rows.rowCount() == 2
    assert not view.select("30")


def test_an_empty_list_is_passed_over_by_tab(qtbot) -> None:
    source = Source(0)
    view = _list(qtbot, source)
    assert not view.focusPolicy() & Qt.FocusPolicy.TabFocus
    source.count = 1
    view.reload()
    assert view.focusPolicy() & Qt.FocusPolicy.TabFocus
