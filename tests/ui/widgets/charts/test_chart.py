"""Charts in the window: as high as their rows, told to who does not see them, mirrored with the language."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QColor

from app.charts import Bar, Bars, Moment, Stacked, StackedBar, Timeline
from app.ui.look import theme
from app.ui.widgets.charts.chart import Chart

ACTIVITIES = Bars("Activities", (Bar("Basic services", 100, "100"), Bar("Skills", 2, "2"), Bar("Data", None, "none")))
GROUPS = Stacked("People", ("women", "men"), (StackedBar("Desk", (60, 40), "100"),))
WHEN = Timeline(
    "When",
    date(2026, 7, 1),
    date(2026, 9, 30),
    ((date(2026, 7, 1), "July"),),
    (Moment("Desk", date(2026, 7, 1), date(2026, 7, 31), "July 2026"),),
)


def _inked(chart: Chart) -> tuple[int, int]:
    """The first and last column in which something is painted in the accent colour."""
    picture, accent = chart.grab().toImage(), theme.colour("accent")
    columns = [
        x for x in range(picture.width()) if any(_near(picture.pixelColor(x, y), accent) for y in range(8, 24, 2))
    ]
    return columns[0], columns[-1]


def _near(one: QColor, other: QColor) -> bool:
    return abs(one.red() - other.red()) + abs(one.green() - other.green()) + abs(one.blue() - other.blue()) < 12


def test_every_chart_says_what_it_shows_and_takes_the_room_of_its_rows(qtbot) -> None:
    chart = Chart()
    qtbot.addWidget(chart)
    chart.resize(500, 100)
    heights = []
    for told in (ACTIVITIES, GROUPS, WHEN, Bars("Nothing", ())):
        chart.set_chart(told)
        heights.append(chart.height())
        assert (chart.accessibleName(), chart.accessibleDescription()) == (told.title, told.alt)

    assert heights[0] > heights[1] > 0
    assert heights[2] > 0
    assert heights[3] == 0


def test_a_chart_begins_where_reading_begins_and_grows_with_the_text(qtbot, dressed) -> None:
    seen = []
    for language, size in (("en", 100), ("ar", 100), ("en", 200)):
        dressed(language, "light", size)
        chart = Chart()
        qtbot.addWidget(chart)
        chart.resize(600, 100)
        chart.set_chart(ACTIVITIES)
        seen.append((*_inked(chart), chart.height()))
    (left, right, low), (first, last, _low), (*_, high) = seen

    assert left > 600 - right, "labels stand at the left, and words at the right of the longest bar"
    assert abs((600 - last) - left) <= 2
    assert abs((600 - first) - right) <= 2
    assert high > 1.5 * low
