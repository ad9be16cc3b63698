from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor

from app.ui.submissions.marked_text import LEAVES, OPEN, STAYS, Mark, MarkedText


def _looks(shown: MarkedText, place: int) -> tuple[bool, bool, bool]:
    """(bold, underlined, struck out) of the sign before a place, counted as Qt does."""
    cursor = QTextCursor(shown.document)
    cursor.setPosition(place)
    look = cursor.charFormat()
    return look.fontWeight() >= 600, look.fontUnderline(), look.fontStrikeOut()


def test_what_is_open_is_bold_and_underlined_and_the_rest_is_not(in_front):
    shown = in_front(MarkedText("Call +212 612 now", [Mark(5, 13)]))
    assert _looks(shown, 6) == (True, True, False)
    assert _looks(shown, 3) == (False, False, False)
    assert _looks(shown, 16) == (False, False, False)


@pytest.mark.parametrize(
    ("state", "look"),
    [(OPEN, (True, True, False)), (LEAVES, (True, False, False)), (STAYS, (False, False, True))],
)
def test_the_three_states_differ_without_colour(state, look, in_front):
    assert _looks(in_front(MarkedText("word", [Mark(0, 4, state)])), 2) == look


def test_a_rare_sign_before_the_place_moves_nothing(in_front):
    text = "𝔸𝔹 0612"
    shown = in_front(MarkedText(text, [Mark(3, 7)]))
    assert _looks(shown, 6) == (True, True, False)
    assert _looks(shown, 4) == (False, False, False)


def test_assistive_tools_read_the_whole_text(in_front):
    assert in_front(MarkedText("نص عربي", ())).accessibleName() == "نص عربي"


def test_it_grows_in_height_when_it_is_narrow(in_front):
    shown = in_front(MarkedText("many words " * 20))
    assert shown.heightForWidth(200) > 2 * shown.heightForWidth(800)
