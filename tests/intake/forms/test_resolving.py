"""Which column answers which question, and which choices a cell names, where one word stands in another."""

from __future__ import annotations

from app.intake.forms.questions import ACTIVITY
from app.intake.forms.resolving import Words, chosen, resolve
from app.intake.grids import columns
from app.intake.grids.grid import Grid, Row

KNOWN = Words({}, {"place": {"aid": ("aid", "help"), "desk": ("desk", "help desk"), "yard": ("yard", "help in yards")}})


def test_of_labels_that_hold_each_other_the_longest_is_meant_and_choices_keep_their_order() -> None:
    assert KNOWN.several("place", "Help desk, help") == ("desk", "aid")
    assert KNOWN.several("place", "help; help in yards; help desk") == ("aid", "yard", "desk")
    assert KNOWN.several("place", "desk aid desk") == ("desk", "aid"), "names, each once"
    assert KNOWN.several("place", "help desk and more") == (), "what is left over makes it no choice"
    assert KNOWN.choice("place", "HELP DESK") == "desk" and KNOWN.choice("place", "tent") == ""


def test_columns_of_whom_and_where_a_form_was_filled_in_answer_nothing() -> None:
    headings = ("_title", "__version__", "about/title", "gcm", "about/gcm/gcm_03", "of nobody")
    found = resolve(
        ACTIVITY, columns.table(Grid("", (Row(1, headings), Row(2, tuple("abcdef")))), heading_row=1).columns
    )
    title, goals = found["title"], found["gcm"]

    assert title.column is not None and title.column.heading == "about/title"
    assert goals.column is not None and goals.column.heading == "gcm"
    assert {name: one.heading for name, one in goals.choices.items()} == {"gcm_03": "about/gcm/gcm_03"}
    assert {one.column.heading for one in found.values() if one.column} == {"about/title", "gcm"}


def test_a_cell_of_one_choice_says_yes_in_digits_words_or_the_choice_itself() -> None:
    assert [chosen(said, ("aid", "help")) for said in ("1", "1.0", "TRUE", "yes", "Help", "aid")] == [True] * 6
    assert [chosen(said, ("aid", "help")) for said in ("", "0", "no", "desk")] == [False] * 4
