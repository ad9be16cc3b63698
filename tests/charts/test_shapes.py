"""The geometry of charts: what is as long as it should be, what is told apart without colour, and what is mirrored."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from app import charts
from app.charts import Band, Bar, Bars, Box, Edge, Fill, Moment, Shape, Stacked, StackedBar, Stroke, Timeline, Words
from app.charts.rows import bars, stacked
from app.charts.signs import ground, ink_on
from app.charts.timeline import columns, timeline

CELL = Box(10, 20, 18, 17)


class Ten:
    """Every letter is 5 wide, every line 10 high."""

    def width(self, text: str, role: str) -> float:
        return 5.0 * len(text)

    def height(self, text: str, role: str, room: float) -> float:
        return 10.0 * -(-max(len(text), 1) * 5 // max(room, 5))

    def number(self, value: int) -> str:
        return f"{value:,}"


def fills(bands: Iterable[Band], ink: str) -> list[float]:
    """The widths of everything filled with this ink, from the top."""
    return [
        round(one.box.width, 3) for band in bands for one in band.shapes if isinstance(one, Fill) and one.ink == ink
    ]


def written(shapes: Iterable[Shape]) -> list[str]:
    return [one.text for one in shapes if isinstance(one, Words)]


def corners(shape: Shape) -> list[tuple[float, float]]:
    if isinstance(shape, Stroke):
        return [shape.start, shape.end]
    box = shape.box
    return [(box.left, box.top), (box.left + box.width, box.top + box.height)]


@pytest.mark.parametrize(
    ("count", "step"), [(0, 0), (1, 1), (2, 1), (3, 2), (5, 2), (6, 3), (9, 3), (10, 4), (19, 4), (20, 5), (9999, 5)]
)
def test_a_count_has_its_step(count: int, step: int) -> None:
    assert charts.step(count) == step


def test_the_longest_bar_fills_the_room_and_no_number_is_not_zero() -> None:
    told = (Bar("a", 10, "10"), Bar("b", 5, "5"), Bar("c", 0, "0"), Bar("d", None, "not counted"))
    bands = bars(Bars("Title", told), 300, Ten())
    long, half = fills(bands, "accent")

    assert long == 2 * half > 100
    assert written(bands[2].shapes) == ["c", "0"]
    [said] = [one for one in bands[3].shapes if isinstance(one, Words) and one.role == "value"]
    assert (said.text, said.ink) == ("not counted", "muted")
    assert fills(bars(Bars("", (Bar("a", None, "-"), Bar("b", 0, "0"))), 300, Ten()), "accent") == []


def test_parts_add_up_and_each_says_its_number_where_there_is_room() -> None:
    told = (
        StackedBar("a", (60, 40, None), "100", "women ٦٠، men ٤٠"),
        StackedBar("b", (1, None, 49), "50"),
        StackedBar("c", (None,), "?"),
    )
    chart = Stacked("People", ("women", "men", "girls"), told)
    key, first, second, third = stacked(chart, 400, Ten())
    women = next(one.box for one in first.shapes if isinstance(one, Fill) and one.ink == "heat-4")
    men = next(one.box for one in first.shapes if isinstance(one, Fill) and one.box.left > women.left)

    assert written(key.shapes) == ["women", "men", "girls"]
    assert women.width / men.width == pytest.approx(1.5)
    assert men.left == pytest.approx(women.left + women.width)
    assert written(first.shapes) == ["a", "100", "60", "40"]
    assert "1" not in written(second.shapes), "a part that is too narrow is read from the words beside it"
    assert [one for one in third.shapes if isinstance(one, Fill)] == []
    assert chart.alt == "a: 100 (women ٦٠، men ٤٠); b: 50; c: ?"


def test_parts_differ_without_their_colours() -> None:
    looks = set()
    for series in range(6):
        shapes = ground(CELL, series, fine=4)
        lines = tuple((one.start, one.end) for one in shapes if isinstance(one, Stroke))
        solid = shapes[0].ink if isinstance(shapes[0], Fill) and ink_on(series) else ""
        looks.add((solid, lines))

    assert len(looks) == 6


def test_a_moment_stands_where_its_days_are_and_is_open_where_it_goes_on() -> None:
    quarter = Timeline(
        "When",
        date(2026, 7, 1),
        date(2026, 9, 30),
        ((date(2026, 7, 1), "July"), (date(2026, 8, 1), "August"), (date(2027, 1, 1), "never")),
        (
            Moment("whole", date(2026, 7, 1), date(2026, 9, 30), "July to September"),
            Moment("august", date(2026, 8, 1), date(2026, 8, 31), "August"),
            Moment("day", date(2026, 9, 30), None, "one day"),
            Moment("longer", date(2025, 1, 1), date(2028, 1, 1), "since 2025"),
            Moment("other", date(2020, 1, 1), date(2020, 2, 1), "before"),
        ),
    )
    head, *rows = timeline(quarter, 500, Ten())
    whole, august, day, longer = fills(rows, "accent")

    assert written(head.shapes) == ["July", "August"]
    assert whole == longer
    assert august / whole == pytest.approx(31 / 92, abs=1e-4)
    assert 0 < day < august
    assert len(fills(rows[3:4], "surface")) == 2, "open at both ends"
    assert written(rows[4].shapes) == ["other", "before"], "what lies outside is told in words alone"


def test_everything_stays_inside_its_chart_also_mirrored() -> None:
    told = Stacked("", ("a long name of a part",) * 9, (StackedBar("a long label " * 9, (3, 9, 20), "32 people " * 9),))
    for band in stacked(told, 300, Ten()):
        for shapes in (band.shapes, charts.mirrored(band.shapes, 300)):
            for x, y in (corner for shape in shapes for corner in corners(shape)):
                assert -0.01 <= x <= 300.01
                assert -0.01 <= y <= band.height + 0.01


def test_mirroring_twice_changes_nothing_and_once_puts_labels_at_the_right() -> None:
    [band] = bars(Bars("", (Bar("a", 10, "10"),)), 300, Ten())
    once = charts.mirrored(band.shapes, 300)
    label = next(one for one in once if isinstance(one, Words) and one.role == "label")

    assert label.box.left + label.box.width == 300
    assert charts.mirrored(once, 300) == band.shapes


def test_upright_columns_rise_with_time_and_the_last_is_strong() -> None:
    shapes = columns((Bar("May", 4, "4"), Bar("Jun", None, "–"), Bar("Jul", 8, "8")), Box(0, 0, 200, 100), Ten())
    may, july = (one.box for one in shapes if isinstance(one, Fill))

    assert (july.height, july.left) > (may.height, may.left)
    assert july.height == pytest.approx(2 * may.height)
    assert written(shapes) == ["4", "May", "–", "Jun", "8", "Jul"]


def test_the_four_signs_differ_without_colour_and_stay_in_their_cell() -> None:
    signs = (
        charts.done(CELL, 12, "12"),
        charts.nothing_done(CELL, "0"),
        charts.not_reported(CELL),
        charts.withheld(CELL),
    )
    kinds = [
        (sum(isinstance(one, Stroke) for one in sign) > 3, any(isinstance(one, Edge) for one in sign), written(sign))
        for sign in signs
    ]

    assert kinds[0] == (False, False, ["12"])
    assert kinds[1] == (False, True, ["0"])
    assert kinds[2] == (True, False, [])
    assert kinds[3] == (True, True, [])
    for x, y in (corner for sign in signs for shape in sign for corner in corners(shape)):
        assert CELL.left - 0.01 <= x <= CELL.left + CELL.width + 0.01
        assert CELL.top - 0.01 <= y <= CELL.top + CELL.height + 0.01
