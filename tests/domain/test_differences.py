"""Differences are told word by word in every script, and lose nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.differences import MOST_WORDS, Part, differences, sides, words

WRITTEN = st.text(alphabet=st.sampled_from("ab c.\n\u0645\u0646\u064e\u4e2d\u6587"), max_size=40)


def changed(before: str, after: str) -> list[tuple[str, str]]:
    return [(piece.part.value, piece.text) for piece in differences(before, after) if piece.part is not Part.SAME]


@given(WRITTEN, WRITTEN)
def test_the_pieces_always_read_as_both_texts(before: str, after: str) -> None:
    pieces = differences(before, after)
    assert "".join(piece.text for piece in pieces if piece.part is not Part.ADDED) == before
    assert "".join(piece.text for piece in pieces if piece.part is not Part.REMOVED) == after
    one, other = sides(before, after)
    assert ("".join(piece.text for piece in one), "".join(piece.text for piece in other)) == (before, after)
    assert "".join(words(before)) == before


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "at the community hall.",
            "at the district clinic.",
            [("removed", "community hall"), ("added", "district clinic")],
        ),
        ("中文课程开始了", "中文学校开始了", [("removed", "课程"), ("added", "学校")]),
        ("اللقاء في المَركز", "اللقاء في الملعب", [("removed", "المَركز"), ("added", "الملعب")]),
        ("One.", "One. Two.", [("added", " Two.")]),
        ("He spoke French.", "He spoke French. A mediator was there.", [("added", " A mediator was there.")]),
        ("same", "same", []),
    ],
)
def test_words_are_told_whole_in_every_script(before: str, after: str, told: list[tuple[str, str]]) -> None:
    assert changed(before, after) == told


def test_very_long_texts_are_told_as_one_change_and_still_read_as_both() -> None:
    before, after = "a b " * MOST_WORDS, "c d " * MOST_WORDS
    assert changed(before, after) == [("removed", before.rstrip()), ("added", after.rstrip())]
