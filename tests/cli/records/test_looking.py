"""show, history, list."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.compact import in_force
from tests.cli.made import add, done, groundwork, new
from tests.cli.workspace.test_packing import pack


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return new(tmp_path / "a.groundwork")


def test_show_tells_fields_by_their_names_in_the_order_of_the_form(workspace: Path):
    shown = done("show", workspace, add(workspace)["id"])
    assert list(shown) == ["id", "kind", "fields", "unread", "problems", "attachments", "pack"]
    assert list(shown["fields"])[:4] == ["title", "objectives", "start", "type"]
    assert shown["fields"]["start"] == "2026-08-12"


def test_history_tells_every_version_with_before_and_after(workspace: Path):
    record = add(workspace)["id"]
    done("edit", workspace, record, "--set", "title=Evening advice", "--now", "2026-11-01T08:00:00Z")
    versions = done("history", workspace, record)["versions"]
    assert len(versions) == 2
    assert versions[1]["changes"] == {"title": {"before": "Legal advice morning", "after": "Evening advice"}}
    assert versions[0]["changes"]["title"]["before"] is None
    words = [(one["part"], one["text"]) for one in versions[1]["words"]["title"]]
    assert words == [("removed", "Legal"), ("added", "Evening"), ("same", " advice"), ("removed", " morning")]
    assert "[-Legal-]{+Evening+} advice[- morning-]" in groundwork("history", workspace, record).out


def test_a_list_is_cut_at_the_limit_and_counts_all(workspace: Path):
    for month in ("2026-07", "2026-09", "2026-08"):
        add(workspace, start=month)
    told = done("list", workspace, "activity", "--limit", 2)
    assert told["count"] == 3
    assert [one["fields"]["start"] for one in told["records"]] == ["2026-09", "2026-08"]
    assert {"id", "kind", "stamp", "by", "contested", "deleted", "fields"} == set(told["records"][0])


def test_a_list_is_narrowed_by_objective_period_and_words(workspace: Path):
    add(workspace, title="Cours de langue", objectives="16", start="2026-07")
    add(workspace, title="Accès à la santé", objectives="15", start="2026-10")
    assert done("list", workspace, "activity", "--objective", 16)["count"] == 1
    assert done("list", workspace, "activity", "--period", "2026-10..2026-12")["count"] == 1
    assert done("list", workspace, "activity", "--search", "sante")["count"] == 1


def test_a_list_about_an_objective_knows_every_kind(workspace: Path):
    done("add", workspace, "plan-item", "--set", "title=Open a desk", "--set", "objectives=16", "--set", "due=2027-01")
    done("add", workspace, "choice", "--set", "objective=16", "--set", "chosen=yes")
    done("add", workspace, "indicator_value", "--set", "value=12.50", "--set", "objectives=16")
    for kind in ("plan_item", "choice", "indicator_value"):
        assert done("list", workspace, kind, "--objective", 16)["count"] == 1
        assert done("list", workspace, kind, "--objective", 1)["count"] == 0
    assert done("list", workspace, "indicator_value")["records"][0]["fields"]["value"] == "12.5"


def test_a_period_that_is_none_is_wrong_usage(workspace: Path):
    assert groundwork("list", workspace, "activity", "--period", "2026").status == 2


def test_a_strangers_text_cannot_steer_the_terminal(workspace: Path):
    add(workspace, title="\x1b[2Jwiped\x07\nsecond")
    shown = groundwork("list", workspace, "activity").out
    assert "\x1b" not in shown and "\x07" not in shown
    assert "wiped" in shown


@pytest.fixture
def looks_again() -> Iterator[None]:
    yield
    in_force.look_again()


def test_a_record_of_an_older_pack_says_so_where_its_words_are_others_today(
    workspace: Path, tmp_path: Path, looks_again: None
) -> None:
    gone, other = add(workspace)["id"], add(workspace, type="campaign_or_media")["id"]
    same = add(workspace, type="monitoring")["id"]
    assert done("show", workspace, gone)["pack"] == {"version": "1.4.0", "renamed": []}
    assert "reference pack" not in groundwork("show", workspace, gone).out.lower()
    assert {one["pack"] for one in done("history", workspace, gone)["versions"]} == {"1.4.0"}

    newer = pack(tmp_path / "newer", "1.5.0", legal_support="", campaign_or_media="Handed on")
    shutil.copytree(newer, in_force.place_of("1.5.0"))
    in_force.look_again()
    told = done("show", workspace, gone)["pack"]
    (renamed,) = told["renamed"]
    assert told["version"] == "1.4.0"
    assert (renamed["field"], renamed["code"], renamed["now"]) == ("type", "legal_support", "")
    assert renamed["before"] == "Legal support", "the older pack is still on this computer"
    words = groundwork("show", workspace, gone).out
    assert "Written with version 1.4.0 of the reference pack. This computer has version 1.5.0." in words
    assert "Legal support" in words and "legal_support" in words
    (renamed,) = done("show", workspace, other)["pack"]["renamed"]
    assert renamed["now"] == "Handed on"
    assert "Written with" not in groundwork("show", workspace, same).out, "nothing in it is called otherwise"
    assert "1.4.0" in groundwork("history", workspace, same).out

    done("edit", workspace, gone, "--set", "result=Nine people got papers.")
    told = done("show", workspace, gone)["pack"]
    assert told["version"] == "1.5.0"
    assert told["renamed"] and "legal_support" in groundwork("show", workspace, gone).out
    assert [one["pack"] for one in done("history", workspace, gone)["versions"]] == ["1.4.0", "1.5.0"]
    shutil.rmtree(in_force.place_of("1.5.0"))
    in_force.look_again()
    told = done("show", workspace, gone)["pack"]
    assert told == {"version": "1.5.0", "renamed": []}, "written with a newer pack than the one of this computer"
    assert "1.5.0" in groundwork("history", workspace, gone).out
