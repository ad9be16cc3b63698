"""add, edit, trash, restore."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.made import ACTIVITY, add, done, groundwork, new, refused


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return new(tmp_path / "a.groundwork")


def test_a_whole_activity_has_no_problems(workspace: Path):
    told = add(workspace)
    assert set(told) == {"id", "stamp", "changed", "problems"}
    assert told["problems"] == []


def test_an_incomplete_record_is_kept_and_its_problems_are_told(workspace: Path):
    told = add(workspace, type=None, summary=None)
    assert {(one["field"], one["level"]) for one in told["problems"]} == {("type", "blocking"), ("summary", "blocking")}
    assert done("list", workspace, "activity")["count"] == 1


def test_a_value_that_cannot_be_read_is_kept_as_typed_until_it_can(workspace: Path):
    told = add(workspace, reach_women="a dozen")
    assert [(one["code"], one["field"]) for one in told["problems"]] == [("unreadable", "reach_women")]
    assert done("show", workspace, told["id"])["unread"] == {"reach_women": "a dozen"}
    done("edit", workspace, told["id"], "--set", "title=Another title")
    assert done("show", workspace, told["id"])["unread"] == {"reach_women": "a dozen"}
    done("edit", workspace, told["id"], "--set", "reach_women=12")
    shown = done("show", workspace, told["id"])
    assert (shown["unread"], shown["fields"]["reach_women"]) == ({}, 12)
    assert shown["fields"]["title"] == "Another title"


def test_a_record_of_unreadable_values_alone_is_kept_too(workspace: Path):
    told = done("add", workspace, "activity", "--set", "start=yesterday")
    assert done("show", workspace, told["id"])["unread"] == {"start": "yesterday"}


def test_a_file_gives_values_and_set_wins(workspace: Path, tmp_path: Path):
    values = tmp_path / "values.json"
    values.write_text(json.dumps({**ACTIVITY, "objectives": [3, 7], "reach_women": 4}), "utf-8")
    told = done("add", workspace, "activity", "--file", values, "--set", "reach_women=5")
    fields = done("show", workspace, told["id"])["fields"]
    assert (fields["objectives"], fields["reach_women"]) == ([3, 7], 5)


@pytest.mark.parametrize("content", ["no json", "[1]", '{"title": "\\ud800"}', '{"title": {"a": 1}}', ""])
def test_a_file_that_holds_something_else_is_refused(workspace: Path, tmp_path: Path, content: str):
    (tmp_path / "values.json").write_text(content, "utf-8")
    assert "values.json" in refused("add", workspace, "activity", "--file", tmp_path / "values.json")
    assert done("list", workspace, "activity")["count"] == 0


@pytest.mark.parametrize("words", [("activity", "--set", "nix=1"), ("nix",), ("activity", "--set", "title")])
def test_unknown_kinds_and_fields_are_wrong_usage(workspace: Path, words: tuple[str, ...]):
    assert groundwork("add", workspace, *words).status == 2


def test_an_assessment_said_twice_is_one_record(workspace: Path):
    first = add(workspace, "assessment", objective=11, period="2026-07..2026-09", value="planned", note="Soon")
    second = add(workspace, "assessment", objective=11, period="2026-07..2026-09", value="in_progress")
    assert first["id"] == second["id"]
    assert done("show", workspace, first["id"])["fields"]["note"] == "Soon"


def test_an_edit_changes_only_what_it_names(workspace: Path):
    record = add(workspace)["id"]
    done("edit", workspace, record, "--set", "objectives=7")
    fields = done("show", workspace, record)["fields"]
    assert (fields["objectives"], fields["title"]) == ([7], ACTIVITY["title"])


def test_an_edit_without_a_change_writes_nothing(workspace: Path):
    record = add(workspace)["id"]
    assert done("edit", workspace, record, "--set", f"title={ACTIVITY['title']}")["changed"] is False
    assert len(done("history", workspace, record)["versions"]) == 1


def test_the_trash_gives_everything_back(workspace: Path):
    record = add(workspace)["id"]
    before = done("show", workspace, record)["fields"]
    assert done("trash", workspace, record) == {"id": record, "deleted": True}
    assert done("list", workspace, "activity")["count"] == 0
    assert done("list", workspace, "activity", "--trash")["records"][0]["id"] == record
    assert done("restore", workspace, record) == {"id": record, "deleted": False}
    assert done("show", workspace, record)["fields"] == before


@pytest.mark.parametrize("command", ["edit", "show", "history", "trash", "restore"])
def test_a_record_that_is_not_there_is_told(workspace: Path, command: str):
    assert "There is no record" in refused(command, workspace, "0" * 32)
