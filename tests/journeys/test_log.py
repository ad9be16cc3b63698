"""Journey A: somebody in a community centre writes down what was done and heard, and nothing of it is ever lost."""

from __future__ import annotations

from pathlib import Path

from tests.cli.made import add, done, groundwork, new


def test_from_everyday_words_to_a_record_that_can_be_followed(tmp_path: Path):
    workspace = new(tmp_path / "centre.groundwork", "Centre", "--name", "Amina")
    best = done("objectives", "help", "with", "papers")["objectives"][0]["objective"]
    done("choose", workspace, best, "--priority", 1)

    begun = add(workspace, title="Morning of advice", objectives=best, summary=None, reach_women="some")
    assert {one["code"] for one in begun["problems"]} >= {"missing", "unreadable"}
    finished = done("edit", workspace, begun["id"], "--set", "summary=Two lawyers answered.", "--set", "reach_women=8")
    assert finished["problems"] == []

    versions = done("history", workspace, begun["id"])["versions"]
    assert [len(one["changes"]) > 0 for one in versions] == [True, True]
    assert versions[1]["changes"]["summary"] == {"before": None, "after": "Two lawyers answered."}

    done("trash", workspace, begun["id"])
    done("restore", workspace, begun["id"])
    assert done("list", workspace, "activity", "--search", "lawyers")["count"] == 1
    assert done("check", workspace)["sound"]


def test_feedback_keeps_the_month_and_a_sensitive_report_never_leaves(tmp_path: Path):
    workspace = new(tmp_path / "centre.groundwork")
    said = {"type": "suggestion", "topics": "15", "channel": "face_to_face", "month": "2026-08", "consent": "C2"}
    add(workspace, "feedback", **said, paraphrase="Open in the evening, please.")
    add(workspace, "sensitive_note", type="sensitive_protection", month="2026-08")
    out = tmp_path / "out.csv"
    hub = new(tmp_path / "hub.groundwork", "Hub", "--coordinator", seed=9)
    done("call", "make", hub, "--period", "2026-07..2026-09", "--to", tmp_path / "call.gwb")
    done("call", "take", workspace, tmp_path / "call.gwb")
    leaving = done("review", workspace)["items"]
    assert {one["code"] for one in leaving} == {"leaves:feedback", "leaves:feedback_count"}
    done("export", workspace, "--as", "csv", "--period", "2026-07..2026-09", "--to", out)
    assert "sensitive" not in out.read_text("utf-8-sig")


def test_a_person_without_json_reads_sentences(tmp_path: Path):
    workspace = new(tmp_path / "centre.groundwork")
    ended = groundwork("add", workspace, "activity", "--set", "title=Half")
    assert ended.status == 0
    assert "Saved as" in ended.out
    assert "Still to do" in ended.out
