"""While something is read there is a number, and Cancel only where it does something."""

from __future__ import annotations

from app.ui.widgets.loading import WORDS_MS, Loading


def test_cancel_is_there_only_where_somebody_listens_and_a_number_where_one_is_known(in_front, qtbot) -> None:
    idle, busy = in_front(Loading("Reading")), in_front(Loading("Reading", stoppable=True))
    qtbot.waitUntil(lambda: busy.sentence.isVisible() and idle.sentence.isVisible(), timeout=2 * WORDS_MS)
    assert busy.cancel.isVisible() and not idle.cancel.isVisible()

    busy.show_progress(0, 0)
    assert busy.number.text() == ""
    busy.show_progress(1200, 10_000)
    assert busy.number.text() == "1,200 of 10,000"
    with qtbot.waitSignal(busy.cancelled):
        busy.cancel.click()
