"""Versions on the command line: an old one comes back, and two people's values are decided field by field."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.filling import filled
from app.domain.records import Activity
from app.services.opening import workspace as workspaces
from app.services.opening.workspace import Profile
from app.services.records import recording
from tests.cli.made import PASSPHRASE, add, done, groundwork, new
from tests.making import work_as


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return new(tmp_path / "own.groundwork")


def test_an_old_version_comes_back_as_a_new_one(workspace: Path):
    record = add(workspace)["id"]
    done("edit", workspace, record, "--set", "title=Evening advice")
    first = done("history", workspace, record)["versions"][0]["stamp"]
    assert done("revert", workspace, record, first)["changed"]
    assert done("show", workspace, record)["fields"]["title"] == "Legal advice morning"
    assert not done("revert", workspace, record, first)["changed"]
    assert len(done("history", workspace, record)["versions"]) == 3
    assert groundwork("revert", workspace, record, "0" * 32).status == 1


def test_what_is_in_the_trash_is_listed(workspace: Path):
    record = add(workspace)["id"]
    done("trash", workspace, record)
    assert [one["id"] for one in done("list", workspace, "activity", "--deleted")["records"]] == [record]
    assert done("list", workspace, "activity")["count"] == 0


def test_what_lies_in_the_trash_is_erased_with_a_reason_and_told_of_ever_after(workspace: Path):
    record = add(workspace)["id"]
    assert groundwork("erase", workspace, record, "--reason", "asked").status == 1, "not in the trash"
    done("trash", workspace, record)
    assert groundwork("erase", workspace, record, "--reason", "because").status == 2
    (proof,) = done("erase", workspace, record, "--reason", "asked")["erased"]
    assert (proof["id"], proof["reason"]) == (record, "asked")
    assert done("erased", workspace)["erased"] == [proof]
    assert proof["by"] in groundwork("erased", workspace).out, "by whom is told in words, too"
    assert groundwork("show", workspace, record).status == 1


def test_conflicts_are_told_and_decided_field_by_field(workspace: Path):
    record = add(workspace, summary="One came. Two stayed. Three left.")["id"]
    edit_at_once(workspace, record)
    told = done("conflicts", workspace)
    assert told["count"] == 1
    fields = {one["field"]: one for one in told["conflicts"][0]["fields"]}
    assert list(fields) == ["title", "start", "summary", "reach_women"]
    assert [one["value"] for one in fields["title"]["versions"]] == ["Hers", "His"]
    assert fields["summary"]["proposal"] == "None came. Two stayed. Three left. All in all good."

    assert done("resolve", workspace, record, "title", "theirs")["left"] == 3
    assert done("resolve", workspace, record, "summary", "both")["value"] == fields["summary"]["proposal"]
    assert done("resolve", workspace, record, "reach_women", "--value", "12")["value"] == 12
    assert groundwork("resolve", workspace, record, "start", "both").status == 2
    assert groundwork("resolve", workspace, record, "start", "--value", "someday").status == 2
    assert groundwork("resolve", workspace, record, "start").status == 2
    assert groundwork("resolve", workspace, record, "place", "mine").status == 1
    assert done("resolve", workspace, record, "start", "mine")["left"] == 0
    assert done("conflicts", workspace)["count"] == 0
    shown = done("show", workspace, record)["fields"]
    assert (shown["title"], shown["start"], shown["reach_women"]) == ("His", "2026-07", 12)


def edit_at_once(path: Path, record: str) -> None:
    """Two people who opened the same record, in two windows."""
    opened = [workspaces.open_existing(path, PASSPHRASE) for _window in range(2)]
    work_as(opened[1], Profile("youssef", "Youssef"))
    drafts = [recording.open_draft(one, Activity, record) for one in opened]
    hers = {"title": "Hers", "start": "2026-07", "reach_women": "10", "summary": "None came. Two stayed. Three left."}
    his = {"title": "His", "start": "2026-09", "reach_women": "11"}
    his["summary"] = "One came. Two stayed. Three left. All in all good."
    for one, draft, values in zip(opened, drafts, (hers, his), strict=True):
        recording.save(one, filled(draft, values))
        one.close()
