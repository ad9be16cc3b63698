"""The geometry of charts."""

from __future__ import annotations

import pytest

from app.reports.charts import INKS, SHADES, hatching, lengths, shade
from app.reports.document import Bar


@pytest.mark.parametrize(
    ("count", "step"), [(0, 0), (1, 1), (2, 1), (3, 2), (5, 2), (6, 3), (9, 3), (10, 4), (19, 4), (20, 5), (9999, 5)]
)
def test_a_count_has_its_step(count: int, step: int) -> None:
    assert shade(count) == step


def test_the_longest_bar_fills_the_room_and_no_number_is_not_zero() -> None:
    bars = (Bar("a", 10, "10"), Bar("b", 5, "5"), Bar("c", 0, "0"), Bar("d", None, "not counted"))

    assert lengths(bars, 200) == (200, 100, 0, None)


def test_bars_without_any_number_are_no_trouble() -> None:
    assert lengths((Bar("a", None, "-"), Bar("b", 0, "0")), 200) == (None, 0)


def test_hatching_stays_inside_its_box() -> None:
    strokes = hatching(18, 17, 4)

    assert strokes
    for stroke in strokes:
        for x, y in (stroke.start, stroke.end):
            assert 0 <= x <= 18
            assert 0 <= y <= 17


def test_every_ink_can_be_read_on_its_shade() -> None:
    contrasts = [_contrast(ink, ground) for ink, ground in zip(INKS, SHADES, strict=True)]

    assert [one for one in contrasts if one < 4.5] == []


def _contrast(ink: str, ground: str) -> float:
    darker, lighter = sorted((_luminance(ink), _luminance(ground)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
