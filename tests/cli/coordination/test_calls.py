"""call make, call take."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.made import PERIOD, add, done, groundwork, hub, new, refused


def test_a_call_carries_what_it_asks(tmp_path: Path):
    coordinator = new(tmp_path / "hub.groundwork", "Hub", "--coordinator")
    questions = tmp_path / "q.json"
    questions.write_text(json.dumps([{"code": "q1", "text": "What helped?", "objective": 7}]), "utf-8")
    asked = ("--objectives", "7,15", "--questions", questions, "--due", "2026-11-08", "--title", "Third quarter")
    asked += ("--sections", "activity,need_offer", "--threshold", "12", "--audience", "public")
    made = done("call", "make", coordinator, "--period", PERIOD, *asked, "--to", tmp_path / "call.gwb")
    local = new(tmp_path / "a.groundwork", seed=2)
    taken = done("call", "take", local, tmp_path / "call.gwb")
    made.pop("file")
    assert taken == made
    assert taken["questions"] == [{"code": "q1", "text": "What helped?", "objective": 7}]
    assert (taken["coordinator"], taken["objectives"]) == ("Hub", [7, 15])
    assert (taken["sections"], taken["threshold"]) == (["activity", "need_offer"], 12)
    later = done("call", "revise", coordinator, PERIOD, "--title", "Autumn", "--to", tmp_path / "later.gwb")
    assert (taken["audience"], later["audience"], later["title"]) == ("public", "public", "Autumn")


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--audience", "everybody", "not an audience"),
        ("--audience", "own", "Others read the answers to a call."),
        ("--objectives", "4,99", "There is no objective 99."),
        ("--sections", "activities", "“activities” is not a kind of record."),
        ("--languages", "xx", "There is no language “xx”."),
    ],
)
def test_a_call_that_nobody_could_answer_is_refused(tmp_path: Path, option: str, value: str, said: str):
    coordinator = new(tmp_path / "hub.groundwork", "Hub", "--coordinator")
    words = ("--period", PERIOD, option, value, "--to", tmp_path / "no.gwb")
    ended = groundwork("call", "make", coordinator, *words)
    assert (ended.status, said in ended.err, (tmp_path / "no.gwb").exists()) == (2, True, False), ended.err


def test_calls_are_listed_with_their_newest_version(tmp_path: Path):
    coordinator, call = hub(tmp_path)
    local = new(tmp_path / "a.groundwork", seed=2)
    assert "no call here yet" in groundwork("call", "list", local).out
    taken = done("call", "take", local, call)
    done("call", "revise", coordinator, PERIOD, "--title", "Autumn", "--to", tmp_path / "later.gwb")
    [own] = done("call", "list", coordinator)["calls"]
    [theirs] = done("call", "list", local)["calls"]
    assert (own["own"], own["title"], own["version"], own["replaces"]) == (True, "Autumn", 2, taken["id"])
    assert (theirs["own"], theirs["id"]) == (False, taken["id"])
    done("call", "take", local, tmp_path / "later.gwb")
    answer = ("submit", local, "--call", taken["id"], "--bundle", tmp_path / "a.gwb", "--accept-findings", "--force")
    add(local)
    assert "version 1 of the call, and version 2 is here" in groundwork(*answer).err
    done("call", "withdraw", coordinator, PERIOD, "--to", tmp_path / "gone.gwb")
    done("call", "take", local, tmp_path / "gone.gwb")
    assert "nobody waits for an answer" in groundwork(*answer).err
    assert "Withdrawn" in groundwork("call", "list", coordinator).out


def test_the_calendar_of_reviews_proposes_periods_and_says_what_is_not_sure(tmp_path: Path):
    coordinator = new(tmp_path / "hub.groundwork", "Hub", "--coordinator", "--country", "MA")
    told = done("call", "periods", coordinator, "--now", "2026-10-30T00:00:00Z")["periods"]
    assert [one["period"] for one in told[:3]] == ["2026-07..2026-09", "2026-01..2026-06", "2025-01..2025-12"]
    assert [(one["review"], one["year"], one["sure"]) for one in told[3:]] == [
        ("RR3", 2028, False),
        ("IMRF-2030", 2030, False),
    ]
    assert (told[3]["period"][-7:], told[4]["period"]) == ("2027-12", "2026-06..2029-12")
    shown = groundwork("call", "periods", coordinator, "--now", "2026-10-30T00:00:00Z").out
    assert "Review forum" in shown and "June 2026" in shown


def test_taking_a_call_twice_changes_nothing(tmp_path: Path):
    _hub, call = hub(tmp_path)
    local = new(tmp_path / "a.groundwork", seed=2)
    assert done("call", "take", local, call) == done("call", "take", local, call)


def test_the_same_call_again_is_the_same_file_and_an_existing_one_is_kept(tmp_path: Path):
    coordinator, call = hub(tmp_path)
    before = call.read_bytes()
    words = ("call", "make", coordinator, "--period", PERIOD, "--due", "2026-11-08", "--to", call)
    assert "already exists" in refused(*words)
    done(*words, "--force")
    assert call.read_bytes() == before


@pytest.mark.parametrize(
    "words", [("--period", "2026"), ("--period", PERIOD, "--due", "soon"), ("--period", PERIOD, "--objectives", "a")]
)
def test_what_cannot_be_read_is_wrong_usage(tmp_path: Path, words: tuple[str, ...]):
    coordinator = new(tmp_path / "hub.groundwork", "Hub", "--coordinator")
    assert groundwork("call", "make", coordinator, *words, "--to", tmp_path / "call.gwb").status == 2
    assert not (tmp_path / "call.gwb").exists()


@pytest.mark.parametrize("content", ["[]x", "{}", '[{"text": "no code"}]', "[3]"])
def test_questions_that_are_none_are_told(tmp_path: Path, content: str):
    coordinator = new(tmp_path / "hub.groundwork", "Hub", "--coordinator")
    (tmp_path / "q.json").write_text(content, "utf-8")
    words = ("--period", PERIOD, "--questions", tmp_path / "q.json", "--to", tmp_path / "call.gwb")
    assert "q.json" in refused("call", "make", coordinator, *words)


def test_a_changed_call_and_a_withdrawn_one_say_what_they_change(tmp_path: Path):
    coordinator, call = hub(tmp_path)
    local = new(tmp_path / "a.groundwork", seed=2)
    first = done("call", "take", local, call)
    changed = done("call", "revise", coordinator, PERIOD, "--title", "Autumn", "--to", tmp_path / "second.gwb")
    assert (changed["version"], changed["replaces"], changed["changed"]) == (2, first["id"], ["title"])
    assert changed["due"] == first["due"], "what is not named stays"
    taken = groundwork("call", "take", local, tmp_path / "second.gwb")
    assert "changes the call of 20" in taken.out
    assert "title" in taken.out
    assert "Nothing of the call was changed" in refused(
        "call", "revise", coordinator, PERIOD, "--title", "Autumn", "--to", tmp_path / "third.gwb"
    )
    done("call", "withdraw", coordinator, first["id"], "--to", tmp_path / "last.gwb")
    assert done("call", "take", local, tmp_path / "last.gwb")["withdrawn"]
    assert "nobody waits" in groundwork("call", "take", local, tmp_path / "last.gwb").out
    assert "no call" in refused("review", local, "--call", PERIOD)
