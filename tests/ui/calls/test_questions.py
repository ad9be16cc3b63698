from __future__ import annotations

import pytest

from app.domain.shared import Question
from app.ui.calls.questions import read, written


def test_each_line_is_a_question_and_empty_lines_are_none() -> None:
    assert read("How many desks?\n\n  Which languages?  \n") == (
        Question("q1", "How many desks?"),
        Question("q2", "Which languages?"),
    )


@pytest.mark.parametrize(
    "line", ["15 Which languages?", "15: Which languages?", "15. Which languages?", "15) Which languages?"]
)
def test_a_number_at_the_beginning_says_which_objective_it_is_about(line: str) -> None:
    assert read(line) == (Question("q1", "Which languages?", 15),)


@pytest.mark.parametrize("line", ["24 hours a day?", "0 or more?", "2026 plans?", "15"])
def test_a_number_that_is_no_objective_stays_in_the_text(line: str) -> None:
    assert read(line) == (Question("q1", line),)


def test_questions_that_were_written_are_read_as_they_were() -> None:
    questions = (Question("q1", "كم مكتباً؟", 4), Question("q2", "Anything else?"))
    assert read(written(questions)) == questions
