"""Two people's changes of one text are put together only where that is certain."""

from __future__ import annotations

import pytest

from app.domain.text_merge import merged, sentences

BEFORE = "The clinic came. Two nurses spoke Arabic.\nWe gave out leaflets."


def test_changes_of_different_sentences_are_put_together_in_any_order() -> None:
    hers = BEFORE.replace("The clinic came.", "The clinic came at nine.")
    his = BEFORE + " A mediator was present."
    both = "The clinic came at nine. Two nurses spoke Arabic.\nWe gave out leaflets. A mediator was present."
    assert merged(BEFORE, hers, his) == merged(BEFORE, his, hers) == both
    assert (
        merged("第一句。第二句。第三句。", "第一句好。第二句。第三句。", "第一句。第二句。第三句好。")
        == "第一句好。第二句。第三句好。"
    )


def test_the_same_change_twice_is_made_once() -> None:
    assert merged(BEFORE, BEFORE + " Good.", BEFORE + " Good.") == BEFORE + " Good."
    both = [BEFORE.replace("came", "left"), BEFORE.replace("came", "left").replace("leaflets", "soup")]
    assert merged(BEFORE, *both) == both[1]


@pytest.mark.parametrize(
    ("before", "hers", "his"),
    [
        (BEFORE, BEFORE.replace("came", "left"), BEFORE.replace("came", "stayed")),
        (BEFORE, BEFORE.replace("came", "left"), BEFORE.replace("Two", "Three")),
        (BEFORE, BEFORE + " One.", BEFORE + " Two."),
        ("Yes. No. Yes. No. End.", "Why. No. Yes. No. End.", "Yes. No. Yes. No. Fin."),
    ],
)
def test_there_is_no_proposal_where_changes_touch_or_repeat(before: str, hers: str, his: str) -> None:
    assert merged(before, hers, his) is None


def test_cutting_into_sentences_loses_nothing() -> None:
    assert "".join(sentences(BEFORE)) == BEFORE
    assert sentences("3.5 people. Next?") == ["3.5 people. ", "Next?"]
