from __future__ import annotations

from PySide6.QtCore import Qt

from app.charts import Bar
from app.ui.widgets.charts.bars import Bars
from app.ui.widgets.charts.ring import Ring
from app.ui.widgets.steps import Step, StepRow, Steps
from tests.ui.accessible import unnamed


def test_each_step_says_which_it_is_and_how_it_stands(in_front) -> None:
    steps = in_front(Steps([Step("Call"), Step("Check", "3 points need you"), Step("Send")], 1))
    assert [row.accessibleName() for row in steps.findChildren(StepRow)] == [
        "Call. 1 of 3, done",
        "Check. 2 of 3, current",
        "Send. 3 of 3, to come",
    ]
    assert not unnamed(steps)


def test_only_steps_that_were_reached_can_be_gone_back_to(in_front, qtbot) -> None:
    steps, heard = in_front(Steps([Step("Call"), Step("Check"), Step("Send")], 1)), []
    steps.chosen.connect(heard.append)
    for row in steps.findChildren(StepRow):
        qtbot.keyClick(row, Qt.Key.Key_Space)
    assert heard == [0, 1]


def test_a_ring_and_bars_tell_their_values_in_words(in_front) -> None:
    ring, bars = in_front(Ring("Checks passed")), in_front(Bars("Answers"))
    ring.set_value(8, 11)
    bars.set_bars([Bar("Sep", None, "–"), Bar("Oct", 1064, "1,064")])
    assert ring.accessibleName() == "Checks passed: 8 of 11"
    assert bars.accessibleName() == "Answers: Sep – and Oct 1,064"
