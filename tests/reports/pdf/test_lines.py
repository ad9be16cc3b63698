"""Breaking texts into lines."""

from __future__ import annotations

import pytest

from app.reports.pdf.lines import Line, Type, Typesetter
from app.reports.pdf.tokens import cut

_TYPE = Type(10, "#000000")
_CLOSING = "，。）》、？"


def _said(line: Line) -> str:
    return line.text


@pytest.mark.parametrize(
    "text", ["Some plain words, twice.", " two  spaces ", "你好，世界（ABC）。", "A/B well-known 3-4", "", "（", "a\tb"]
)
def test_tokens_together_are_the_text(text: str) -> None:
    tokens = cut(text)

    assert "".join(text[token.start : token.after] for token in tokens) == text


def test_lines_together_are_the_text_and_keep_the_space_at_their_end() -> None:
    text = "The quick brown fox jumps over the lazy dog and then over the next one."

    lines = Typesetter("en").lines(text, _TYPE, 90)

    assert len(lines) > 3
    assert "".join(_said(line) for line in lines) == text
    assert all(line.width <= 90 for line in lines)


@pytest.mark.parametrize("width", [40, 50, 60, 73, 95])
def test_closing_punctuation_never_begins_a_chinese_line_and_opening_never_ends_one(width: float) -> None:
    text = "三个月里，我们（流动小组）在《边境》口岸接触了2,417人。他们说：“我们要证件。”对吗？"

    lines = Typesetter("zh").lines(text, _TYPE, width)

    assert "".join(_said(line) for line in lines) == text
    assert [line for line in lines[1:] if _said(line)[0] in _CLOSING] == []
    assert [line for line in lines if _said(line)[-1] in "（《"] == []


def test_a_number_with_narrow_spaces_stays_whole() -> None:
    lines = Typesetter("fr").lines("environ 2\u202f417\u00a0personnes", _TYPE, 90)

    assert [_said(line) for line in lines] == ["environ ", "2\u202f417\u00a0personnes"]


def test_arabic_words_stand_from_right_to_left_and_numbers_from_left_to_right() -> None:
    [line] = Typesetter("ar").lines("قابلنا 2,417 شخصا", _TYPE, 500)

    words = [(run, left) for run, left in zip(line.runs, line.lefts or (), strict=True) if not run.blank]

    assert [run.text.strip() for run, _left in words] == ["قابلنا", "2,417", "شخصا"]
    assert words[0][1] > words[1][1] > words[2][1]
    assert [run.right_to_left for run, _left in words] == [True, False, True]


def test_a_text_of_latin_letters_reads_from_left_to_right_in_an_arabic_document() -> None:
    [line] = Typesetter("ar").lines("1 of 4.", _TYPE, 500)

    assert line.lefts is None, "its runs follow each other from the left"
    assert line.right_to_left


def test_marks_that_only_steer_direction_are_not_drawn_and_not_missing() -> None:
    setter = Typesetter("en")

    [line] = setter.lines("by \u2068Kakuma\u2069\u200f, twice", _TYPE, 500)

    assert _said(line) == "by Kakuma, twice"
    assert setter.missing() == ""
