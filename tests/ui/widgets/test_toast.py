from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.ui.widgets.buttons import Button
from app.ui.widgets.footer_bar import FooterBar
from app.ui.widgets.toast import SHOWN_MS, Toast


def _toast(in_front) -> tuple[QWidget, Toast]:
    host = QWidget()
    host.resize(800, 400)
    toast = Toast(host)
    in_front(host)
    return host, toast


def test_a_toast_stays_ten_seconds_and_waits_while_looked_at(in_front) -> None:
    _host, toast = _toast(in_front)
    toast.tell("Activity moved to the trash")
    assert toast.remaining_ms() > 0
    assert SHOWN_MS == 10_000
    point = QPointF(1, 1)
    QApplication.sendEvent(toast, QEnterEvent(point, point, point))
    assert toast.remaining_ms() == -1
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast.remaining_ms() > 0


def test_undo_is_reached_by_key_and_called_once(in_front, qtbot) -> None:
    host, toast = _toast(in_front)
    called: list[int] = []
    toast.tell("Activity moved to the trash", lambda: called.append(1))
    qtbot.keyClick(toast.findChild(Button), Qt.Key.Key_Return)
    assert called == [1]
    assert not toast.undo()
    assert host.isVisible()


def test_it_stands_on_the_side_where_a_line_starts(in_front, dressed) -> None:
    host, toast = _toast(in_front)
    toast.tell("One")
    assert toast.x() < host.width() / 3
    dressed("ar")
    toast.tell("One")
    assert toast.geometry().right() > host.width() * 2 / 3


def test_a_toast_stands_on_the_bar_with_the_buttons_and_before_a_page_turned_to(in_front) -> None:
    host, toast = _toast(in_front)
    column = QVBoxLayout(host)
    column.addStretch(1)
    bar = FooterBar(Button("Done"))
    column.addWidget(bar)
    bar.show()
    QApplication.processEvents()
    toast.tell("Saved")
    assert toast.geometry().bottom() < bar.geometry().top()
    bar.raise_()
    toast.stay()
    assert host.children()[-1] is toast
