"""What people hand over, read or refused."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import typer

from app.cli import inputs


@pytest.mark.parametrize("text", ["2026-10-31T12:00:00Z", "2026-10-31T12:00:00", "2026-10-31T14:00:00+02:00"])
def test_a_moment_is_in_utc_unless_it_says_otherwise(text: str):
    assert inputs.moment(text) == datetime(2026, 10, 31, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: inputs.moment("now"),
        lambda: inputs.period("2026-09..2026-07"),
        lambda: inputs.audience("everybody"),
        lambda: inputs.numbers("3;7"),
        lambda: inputs.pair("title"),
        lambda: inputs.pair("=x"),
        lambda: inputs.pair("title=\udcff"),
    ],
)
def test_what_cannot_be_read_is_wrong_usage(wrong):
    with pytest.raises(typer.BadParameter):
        wrong()


def test_a_value_may_hold_further_equals_signs_and_spaces():
    assert inputs.pair("summary= a=b ") == ("summary", " a=b ")


def test_lists_pass_over_empty_parts():
    assert inputs.numbers("3, 7,,15,") == (3, 7, 15)
    assert inputs.listed("") == ()
