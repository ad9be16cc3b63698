from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.ui.overview.greeting import day_in_words, greeting, short_month


@pytest.mark.parametrize(
    ("hour", "words"),
    [(0, "Good morning"), (11, "Good morning"), (12, "Good afternoon"), (17, "Good afternoon"), (18, "Good evening")],
)
def test_the_hour_decides_the_greeting(hour, words):
    assert greeting(datetime(2026, 10, 30, hour, tzinfo=UTC), "") == words
    assert greeting(datetime(2026, 10, 30, hour, tzinfo=UTC), "Samira").startswith(f"{words}, ")


def test_the_day_has_its_weekday(dressed):
    assert day_in_words(date(2026, 10, 30)).startswith("Friday")
    dressed("ar")
    assert day_in_words(date(2026, 10, 30)).startswith("الجمعة")


def test_months_are_short(dressed):
    assert short_month("2026-10") == "Oct"
