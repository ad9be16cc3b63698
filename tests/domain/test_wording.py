"""Words for values: what stands between a label and its value is a matter of the language."""

from __future__ import annotations

import pytest

from app.compact import load
from app.domain.wording import Wording


@pytest.mark.parametrize(
    ("language", "told"), [("en", "Question: 6"), ("zh", "Question：6"), ("fr", "Question\u00a0: 6")]
)
def test_a_label_and_its_value_are_joined_as_the_language_joins_them(language: str, told: str) -> None:
    wording = Wording.of(language, load())

    assert wording.pair("Question", "6") == told
    assert "2" in wording.views((("in_progress", 2),)) and ":" not in wording.views((("in_progress", 2),))
