"""The geometry of maps: equal areas, the date line, small islands, signs that never lie on each other."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from math import cos, radians

import pytest

from app.charts import Area, Box, Fill, Land, Map, Stop, Stroke, Words
from app.charts.maps import laid
from app.charts.projection import View, clipped, thinned
from tests.charts.test_shapes import Ten

KEY = ("done", "nothing done", "not reported", "withheld")
SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))


def stop(label: str, at: tuple[float, float] | None, sign: str = "done", count: int = 3) -> Stop:
    return Stop(label, at, sign, count, str(count), f"{count} activities")


def area(view: View, west: float, south: float) -> float:
    """Of one square degree, on a map 1000 wide."""
    left, bottom = view.place((west, south), 1000)
    right, top = view.place((west + 1, south + 1), 1000)
    return (right - left) * (bottom - top)


def test_equal_areas_stay_equal_and_shapes_are_true_in_the_middle() -> None:
    view = View(0.0, 0.0, 40.0, 60.0)
    equator, north = area(view, 5, 0), area(view, 30, 59)
    assert north / equator == pytest.approx(cos(radians(59.5)) / cos(radians(0.5)), rel=1e-6)
    left, low = view.place((20.0, 29.99), 1000)
    right, high = view.place((20.02, 30.01), 1000)
    assert (right - left) / (low - high) == pytest.approx(cos(radians(30.0)), rel=1e-3)


@pytest.mark.parametrize(
    "points",
    [
        [(36.0, 1.0)],
        [(-5.0, 27.0), (-1.0, 36.0)],
        [(10.0, 0.0), (10.1, 40.0)],
        [(0.0, 50.0), (60.0, 50.5)],
        [(-170.0, -10.0), (175.0, -20.0)],
        [(-120.0, 40.0), (0.0, 0.0), (120.0, 40.0)],
        [],
    ],
)
def test_a_view_holds_all_its_points_and_is_neither_flat_nor_tall(points: list[tuple[float, float]]) -> None:
    view = View.of(points)
    height = 1000 * view.proportion
    assert 400 < height < 800
    for point in points:
        x, y = view.place(view.near(point), 1000)
        assert 0 < x < 1000 and 0 < y < height


def test_what_lies_on_both_sides_of_the_date_line_stands_together() -> None:
    view = View.of([(178.0, -18.0), (-175.0, -21.0)])
    assert view.east - view.west < 30
    fiji, tonga = (view.place(view.near(at), 1000) for at in ((178.0, -18.0), (-175.0, -21.0)))
    assert 0 < fiji[0] < tonga[0] < 1000, "west is left"
    crossing = Land((((176.0, -17.0), (182.0, -17.0), (182.0, -19.0), (176.0, -19.0)),))
    drawn = laid(Map("", (stop("a", (178.0, -18.0)), stop("b", (-175.0, -21.0))), (crossing,), KEY), 500, Ten())
    [ground] = [shape for shape in drawn.band.shapes if isinstance(shape, Area)]
    assert max(x for x, _y in ground.points) - min(x for x, _y in ground.points) < 300, "no line across the whole map"


def test_a_ring_is_cut_at_the_edge_and_loses_only_points_that_nobody_sees() -> None:
    cut = clipped([(-5, -5), (15, -5), (15, 15), (-5, 15)], 10, 10)
    assert {(round(x), round(y)) for x, y in cut} == {(0, 0), (10, 0), (10, 10), (0, 10)}
    assert clipped([(20, 20), (30, 20), (30, 30)], 10, 10) == ()
    assert clipped([(1, 1), (2, 1), (2, 2)], 10, 10) == ((1, 1), (2, 1), (2, 2))
    assert thinned([(0, 0), (0.1, 0), (5, 0), (5, 5)], 1) == ((0, 0), (5, 0), (5, 5))


def test_crowded_signs_are_moved_apart_inside_the_map_with_a_line_to_their_place() -> None:
    crowd = tuple(stop(f"Place {number}", (5.0 + number % 3 / 100, 5.0), count=120) for number in range(9))
    far = stop("Corner", (0.1, 9.9))
    drawn = laid(Map("", (*crowd, far), (Land((SQUARE,), is_meant=True),), KEY), 400, Ten())
    assert len(drawn.signs) == 10
    for one, other in combinations(drawn.signs, 2):
        across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
        down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
        assert across <= 0.01 or down <= 0.01
    for box in drawn.signs:
        assert box.left >= 0 and box.left + box.width <= 400 and box.top + box.height <= drawn.band.height
    lines = [shape for shape in drawn.band.shapes if isinstance(shape, Stroke) and shape.ink == "text"]
    assert len(lines) >= 4
    widths = {round(box.width) for box in drawn.signs}
    assert min(widths) >= 17, "a sign has room for its number however small the island"


def test_names_stand_where_there_is_room_those_of_places_with_activities_first_and_never_on_a_sign() -> None:
    stops = (stop("silent", (5.0, 5.0), "not-reported"), stop("told", (5.05, 5.0)), stop("a" * 90, (2.0, 2.0)))
    drawn = laid(Map("", stops, (), KEY), 400, Ten())
    named = [shape for shape in drawn.band.shapes if isinstance(shape, Words) and shape.role == "key"]
    assert named[0].text == "told" and "a" * 90 not in {one.text for one in named}
    for words in named:
        for box in drawn.signs:
            assert not _overlap(words.box, box)


def test_a_map_is_never_mirrored_and_tells_in_words_of_every_place_on_it() -> None:
    nowhere = stop("No place told", None, "nothing-done", 0)
    shown = Map("Where", (stop("Nairobi", (36.8, -1.3)), nowhere), (), KEY)
    drawn = laid(shown, 300, Ten())
    assert not drawn.band.turns
    assert shown.alt == "Nairobi: 3 activities" and shown.placed == shown.stops[:1]
    assert [shape.ink for shape in drawn.band.shapes if isinstance(shape, Fill)][0] == "sunken"
    assert laid(shown, 300, Ten()) == drawn


def test_the_ground_of_a_place_is_shaded_as_its_sign_where_its_outline_is_known() -> None:
    east = tuple((x + 10.0, y) for x, y in SQUARE)
    done = replace(stop("West", (5.0, 5.0), count=12), rings=(SQUARE,))
    silent = replace(stop("East", (15.0, 5.0), "not-reported", 0), rings=(east,))
    drawn = laid(Map("Where", (done, silent, stop("Nowhere", None)), (), KEY), 300, Ten())
    assert [one.ink for one in drawn.band.shapes if isinstance(one, Area)] == ["heat-4", "surface"]
    assert [one.edge for one in drawn.band.shapes if isinstance(one, Area)] == ["line-strong", "line-strong"]
    first = next(at for at, one in enumerate(drawn.band.shapes) if isinstance(one, Words))
    assert all(at < first for at, one in enumerate(drawn.band.shapes) if isinstance(one, Area)), "signs stand on top"


def _overlap(one: Box, other: Box) -> bool:
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    return across > 0.01 and min(one.top + one.height, other.top + other.height) - max(one.top, other.top) > 0.01
