"""show, history, list."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.made import add, done, groundwork, new


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return new(tmp_path / "a.groundwork")


def test_show_tells_fields_by_their_names_in_the_order_of_the_form(workspace: Path):
    shown = done("show", workspace, add(workspace)["id"])
    assert list(shown) == ["id", "kind", "fields", "unread", "problems", "attachments"]
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
