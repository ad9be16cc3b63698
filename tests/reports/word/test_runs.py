"""Runs of one direction: a name in another script never disturbs the sentence around it."""

from __future__ import annotations

import pytest

from app.i18n import isolate
from app.reports.word.runs import pieces

CASES = {
    "one direction is one piece": ("Legal aid, 37 people (2026).", False, ["Legal aid, 37 people (2026)."]),
    "a number goes with the word before it": ("عبر Kobo 2.1 ثم 37", True, ["عبر ", "<Kobo 2.1", " ثم 37"]),
    "what stands between two words of a direction goes with them": (
        "the طلب، 12 معظم desk",
        False,
        ["the ", "<طلب، 12 معظم", " desk"],
    ),
    "a mark stays upon its letter": ("عُدّ Kobo", True, ["عُدّ ", "<Kobo"]),
    "an isolated name is fenced": (
        f"قال {isolate('Oujda (2)')} ذلك",
        True,
        ["قال ", "\u200f", "<\u200eOujda (2)\u200e", "\u200f", " ذلك"],
    ),
    "a foreign name alone keeps its signs on their sides": ("Центр «Река»", True, ["<\u200eЦентр «Река»\u200e"]),
    "numbers alone follow the paragraph": ("37", True, ["37"]),
    "nothing is no piece": ("", True, []),
}


@pytest.mark.parametrize("case", CASES)
def test_a_text_is_cut_where_its_direction_changes(case: str) -> None:
    text, right_to_left, expected = CASES[case]
    found = list(pieces(text, right_to_left=right_to_left))
    told = ["".join((("" if one.right_to_left == right_to_left else "<"), one.text)) for one in found]
    assert told == expected


def test_a_long_hostile_text_is_cut_at_once() -> None:
    found = list(pieces("\u0627" + " " * 200_000 + "a" * 10, right_to_left=True))
    assert sum(len(one.text) for one in found) == 200_011
