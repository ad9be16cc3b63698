from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from app.ui.process.idle import IdleWatch


def test_it_waits_until_nobody_is_there_and_a_key_begins_anew(qapp: QApplication, qtbot) -> None:
    watch, field = IdleWatch(qapp), QLineEdit()
    qtbot.addWidget(field)
    watch.wait(5)
    assert 0 < watch.remaining_ms() <= 6 * 60_000
    qtbot.keyClick(field, Qt.Key.Key_A)
    assert watch.remaining_ms() > 0
    with qtbot.waitSignal(watch.gone):
        watch.wait(0.001)
    watch.wait(0)
    qtbot.keyClick(field, Qt.Key.Key_B)
    assert watch.remaining_ms() == -1
    watch.deleteLater()


def test_a_clock_that_ran_on_while_the_timer_stood_still_is_a_sleep(qapp: QApplication, qtbot) -> None:
    now = [1_000.0]
    watch, heard = IdleWatch(qapp, clock=lambda: now[0]), []
    watch.slept.connect(lambda: heard.append("slept"))
    watch.wait(5)
    for awake in (10, 12, 10):
        now[0] += awake
        watch.compare()
    assert heard == []
    now[0] += 3_600
    watch.compare()
    assert heard == ["slept"]
    watch.wait(0)
    watch.deleteLater()
