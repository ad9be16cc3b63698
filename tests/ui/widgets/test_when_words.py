from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import i18n
from app.domain.terms import When
from app.ui.widgets.when_words import parse, written

DAY, MONTH = When(2026, 10, 12), When(2026, 10)


@pytest.mark.parametrize(
    ("language", "text", "meant"),
    [
        ("en", "12 October 2026", DAY),
        ("en", "12 oct 2026", DAY),
        ("en", "October 12, 2026", DAY),
        ("en", "12th of October 2026", DAY),
        ("en", "Oct 2026", MONTH),
        ("en", "10/2026", MONTH),
        ("en", "2026-10-12", DAY),
        ("en", "2026-10", MONTH),
        ("en", "25/10/2026", When(2026, 10, 25)),
        ("ru", "25.10.2026", When(2026, 10, 25)),
        ("zh", "2026/10/12", DAY),
        ("en", "  ", None),
        ("fr", "12 octobre 2026", DAY),
        ("fr", "1er octobre 2026", When(2026, 10, 1)),
        ("fr", "août 2026", When(2026, 8)),
        ("es", "12 de octubre de 2026", DAY),
        ("ru", "12 октября 2026 г.", DAY),
        ("ru", "октябрь 2026", MONTH),
        ("ar", "12 أكتوبر 2026", DAY),
        ("ar", "١٢ أكتوبر ٢٠٢٦", DAY),
        ("ar", "تشرين الأول 2026", MONTH),
        ("zh", "2026年10月12日", DAY),
        ("zh", "2026年10月", MONTH),
    ],
)
def test_what_people_write_is_understood(language: str, text: str, meant: When | None) -> None:
    i18n.activate(language)
    assert parse(text) == meant


@pytest.mark.parametrize(
    "text",
    ["12/10/2026", "10/25/2026", "25/10.2026",
     "31 February 2026", "October", "2026", "12 October", "soon", "12 13 October 2026", "2026-13",
     "0 October 2026", "12 octobre 2026", "12 October 26"],
)  # fmt: skip
def test_what_could_mean_two_things_or_nothing_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        parse(text)


@given(
    day=st.dates(date(1990, 1, 1), date(2060, 12, 31)), language=st.sampled_from(["en", "fr", "es", "ar", "ru", "zh"])
)
def test_what_is_written_out_is_understood_again(day: date, language: str) -> None:
    i18n.activate(language)
    for when in (When.of(day), When.of(day).only_month):
        assert parse(written(when)) == when
    assert written(None) == ""


def test_every_month_of_a_year_is_understood_in_every_language() -> None:
    for language in ("en", "fr", "es", "ar", "ru", "zh"):
        i18n.activate(language)
        for month in range(1, 13):
            when = When.of(date(2026, month, 1) + timedelta(days=20))
            assert parse(written(when)) == when
