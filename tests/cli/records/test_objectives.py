"""objectives, choose."""

from __future__ import annotations

from pathlib import Path

from tests.cli.made import done, groundwork, new


def test_everyday_words_find_objectives_without_any_workspace():
    found = done("objectives", "visiter", "un", "centre", "de", "santé", "--language", "fr")["objectives"]
    assert found[0]["objective"] == 15
    assert found[0]["strength"] == "best"
    assert found[0]["matched"]


def test_without_words_all_23_are_listed():
    assert [one["objective"] for one in done("objectives")["objectives"]] == list(range(1, 24))


def test_words_that_mean_nothing_find_nothing_and_say_so():
    ended = groundwork("objectives", "qqqzzzxxy")
    assert ended.status == 0
    assert "Try others" in ended.out


def test_choosing_and_taking_back(tmp_path: Path):
    made = new(tmp_path / "a.groundwork")
    chosen = done("choose", made, 15, 3, 7)["chosen"]
    assert [one["objective"] for one in chosen] == [3, 7, 15]
    done("choose", made, 7, "--priority", 1)
    left = done("choose", made, 3, "--remove")["chosen"]
    assert [(one["objective"], one["priority"]) for one in left] == [(7, 1), (15, 0)]


def test_an_objective_that_does_not_exist_is_wrong_usage(tmp_path: Path):
    made = new(tmp_path / "a.groundwork")
    ended = groundwork("choose", made, 3, 99)
    assert (ended.status, "99" in ended.err) == (2, True)
    assert done("list", made, "choice")["count"] == 0
