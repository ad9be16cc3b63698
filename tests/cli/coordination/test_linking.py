"""duplicates: what is proposed and why, and the answers of a coordinator."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.made import PERIOD, done, groundwork, handed_over, hub, refused, sender


@pytest.fixture
def coordinator(tmp_path: Path) -> Path:
    made, call = hub(tmp_path)
    for number in (1, 2):
        groundwork("receive", made, handed_over(sender(tmp_path, call, number)))
    groundwork("trust", made, "--all-waiting")
    done("decide", made, "accept-all")
    return made


def activities(made: Path) -> int:
    told = done("picture", made, "--period", PERIOD)
    return next(one["activities"] for one in told["objectives"] if one["objective"] == 7)


def test_a_pair_is_proposed_with_reasons_linked_taken_apart_and_told_apart_for_ever(coordinator: Path):
    told = done("duplicates", coordinator, "--period", PERIOD)
    (pair,) = told["proposed"]
    one, other = pair["one"]["entry"], pair["other"]["entry"]
    assert {"Both reached 21 people.", "Both began in the same month."} <= set(pair["reasons"])
    assert "21 to 42" in pair["effect"].replace("\u2068", "").replace("\u2069", "")
    shown = groundwork("duplicates", coordinator).out
    assert "Nothing is linked until you say so" in shown and one[:14] in shown
    before = done("picture", coordinator, "--period", PERIOD)["digest"]
    assert activities(coordinator) == 2

    assert done("duplicates", coordinator, "link", one[:12], other)["answer"] == "same"
    picture = done("picture", coordinator, "--period", PERIOD)
    assert (activities(coordinator), picture["activities"]) == (1, 1)
    (linked,) = picture["linked"]
    assert (len(linked["members"]), linked["reach"]["low"], linked["reach"]["high"]) == (2, 21, 42)
    assert done("duplicates", coordinator)["proposed"] == []
    assert len(done("duplicates", coordinator)["once"][0]) == 2

    assert done("duplicates", coordinator, "unlink", other, one)["before"] == "same"
    assert done("picture", coordinator, "--period", PERIOD)["digest"] == before
    assert len(done("duplicates", coordinator)["proposed"]) == 1

    done("duplicates", coordinator, "not-same", one, other)
    told = done("duplicates", coordinator)
    assert (told["proposed"], len(told["not_same"])) == ([], 1)
    assert "No activity seems" in groundwork("duplicates", coordinator).out


def test_what_nobody_accepted_yet_is_compared_where_that_is_asked_for(tmp_path: Path):
    made, call = hub(tmp_path)
    for number in (1, 2):
        groundwork("receive", made, handed_over(sender(tmp_path, call, number)))
    assert done("duplicates", made)["proposed"] == []
    (pair,) = done("duplicates", made, "--waiting")["proposed"]
    assert pair["waiting"]
    one, other = pair["one"]["entry"], pair["other"]["entry"]
    assert "no single activity" in refused("duplicates", made, "link", one, other)
    assert done("duplicates", made, "link", one, other, "--waiting")["answer"] == "same"
    assert done("duplicates", made, "--waiting")["proposed"] == []
    submission = done("inbox", made)["submissions"][0]["submission"]
    done("decide", made, submission, "aside")
    assert done("duplicates", made, "--waiting")["once"] == [], "what is put aside does not wait"


def test_an_answer_names_two_entries_that_count(coordinator: Path):
    assert "no single activity nothing" in refused("duplicates", coordinator, "link", "nothing", "more")
    assert "name two activities" in groundwork("duplicates", coordinator, "merge", "a", "b").err
    assert groundwork("duplicates", coordinator, "link", "a").status == 2
