"""checklist, review, submit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.made import add, done, groundwork, hub, new, refused

PHONE = "Call +254 712 345678 for help."


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    _hub, call = hub(tmp_path)
    made = new(tmp_path / "a.groundwork", seed=2)
    done("call", "take", made, call)
    return made


def test_the_checklist_tells_what_blocks_first(workspace: Path):
    items = done("checklist", workspace)["items"]
    assert [one["code"] for one in items if one["level"] == "blocking"] == ["empty"]
    assert items[0]["level"] == "blocking"
    assert {"code", "level", "record", "field", "sentence"} <= set(items[0])


def test_a_draft_stays_and_is_told(workspace: Path):
    add(workspace, summary=None, title="Half")
    items = done("review", workspace)["items"]
    assert [(one["code"], one["level"]) for one in items] == [("stays:draft", "warning")]
    assert "Half" in items[0]["sentence"]


def test_the_review_shows_exactly_what_would_leave(workspace: Path):
    add(workspace, exact_place="Third door on the left")
    items = done("review", workspace)["items"]
    leaving = [one["entry"] for one in items if one["code"] == "leaves:activity"]
    assert leaving[0]["start"] == "2026-08"
    assert "Third door" not in json.dumps(items)


def test_an_undecided_finding_blocks_and_a_decision_frees(workspace: Path, tmp_path: Path):
    add(workspace, summary=PHONE)
    out = tmp_path / "out.gwb"
    assert "still wait" in refused("submit", workspace, "--bundle", out)
    assert not out.exists()
    found = [one for one in done("review", workspace)["items"] if one["code"] == "finding:phone"]
    decisions = tmp_path / "decisions.json"
    decisions.write_text(json.dumps({found[0]["finding"]: "keep"}), "utf-8")
    seen = done("review", workspace, "--decide", decisions)
    assert seen["undecided"] == 0
    assert "712 345678" not in json.dumps([one.get("entry") for one in seen["items"]])
    done("submit", workspace, "--bundle", out)
    assert done("inspect", out)["files"][0]["records"]["activity"] == 1


@pytest.mark.parametrize("content", ['{"nothing": "release"}', '{"x": "maybe"}', '{"x": {}}', "[]"])
def test_decisions_that_fit_nothing_are_refused_and_none_is_kept(workspace: Path, tmp_path: Path, content: str):
    add(workspace, summary=PHONE)
    (tmp_path / "decisions.json").write_text(content, "utf-8")
    refused("review", workspace, "--decide", tmp_path / "decisions.json")
    assert done("review", workspace)["undecided"] == 1


def test_unchanged_content_gives_the_same_submission_again(workspace: Path, tmp_path: Path):
    add(workspace)
    first = done("submit", workspace, "--bundle", tmp_path / "one.gwb")
    second = done("submit", workspace, "--bundle", tmp_path / "two.gwb")
    assert (first["fresh"], second["fresh"], first["id"]) == (True, False, second["id"])
    assert (tmp_path / "one.gwb").read_bytes() == (tmp_path / "two.gwb").read_bytes()
    add(workspace, title="One more")
    assert done("submit", workspace, "--bundle", tmp_path / "three.gwb")["revision"] == 2


def test_one_document_for_each_language_and_none_is_written_over(workspace: Path, tmp_path: Path):
    add(workspace)
    out = tmp_path / "out.pdf"
    told = done("submit", workspace, "--to", out, "--languages", "fr,ar", "--bundle", tmp_path / "out.gwb")
    assert [Path(one).name for one in told["files"]] == ["out.pdf", "out.ar.pdf", "out.gwb"]
    before = out.read_bytes()
    assert before.startswith(b"%PDF-")
    (tmp_path / "out.gwb").unlink()
    assert "already exists" in refused("submit", workspace, "--to", out, "--bundle", tmp_path / "out.gwb")
    assert (out.read_bytes(), (tmp_path / "out.gwb").exists()) == (before, False)


def test_a_sealed_submission_is_open_to_its_coordinator_alone(workspace: Path, tmp_path: Path):
    add(workspace)
    done("submit", workspace, "--bundle", tmp_path / "sealed.gwb", "--seal")
    seen = done("inspect", tmp_path / "sealed.gwb")["files"][0]
    assert (seen["sealed"], seen["records"], seen["signature"]) == (True, None, "good")
    taken = groundwork("receive", tmp_path / "hub.groundwork", tmp_path / "sealed.gwb", "--json").json
    assert taken["files"][0]["outcome"] == "unknown-sender"


def test_a_submission_needs_a_place_to_go_and_a_language_that_is_there(workspace: Path, tmp_path: Path):
    add(workspace)
    assert groundwork("submit", workspace).status == 2
    for words in ("xx", "fr+xx", "fr+ar+en"):
        assert groundwork("submit", workspace, "--to", tmp_path / "out.pdf", "--languages", words).status == 2


def test_without_a_call_there_is_nothing_to_answer(tmp_path: Path):
    made = new(tmp_path / "alone.groundwork", seed=3)
    assert "Take the coordinator's call" in refused("checklist", made)


def test_what_was_sent_is_listed_and_given_again_byte_for_byte(workspace: Path, tmp_path: Path):
    add(workspace)
    first, bundle = tmp_path / "first.pdf", tmp_path / "first.gwb"
    made = done("submit", workspace, "--to", first, "--languages", "fr/ar,fr+ar", "--bundle", bundle)
    assert [Path(one).name for one in made["files"]] == ["first.pdf", "first.fr+ar.pdf", "first.gwb"]
    add(workspace, title="Another desk")
    done("submit", workspace, "--bundle", tmp_path / "second.gwb")
    items = done("sent", workspace)["items"]
    assert [one["revision"] for one in items] == [2, 1]
    assert (items[1]["id"], items[1]["languages"], items[1]["sealed"]) == (made["id"], ["fr/ar", "fr+ar"], False)

    again, data = tmp_path / "again.pdf", tmp_path / "again.gwb"
    done("sent", workspace, "--id", made["id"], "--to", again, "--bundle", data)
    assert (again.read_bytes(), data.read_bytes()) == (first.read_bytes(), bundle.read_bytes())
    assert "Nothing was sent" in refused("sent", workspace, "--id", "nobody")


def test_word_documents_and_web_pages_lie_beside_the_pdf_which_alone_carries_the_data(workspace: Path, tmp_path: Path):
    add(workspace)
    out, words = tmp_path / "out.pdf", ("--languages", "en,ar", "--also", "docx,html")
    assert groundwork("submit", workspace, "--to", tmp_path / "out.docx").status == 2
    assert groundwork("submit", workspace, "--to", out, "--also", "odt").status == 2
    assert groundwork("submit", workspace, "--bundle", tmp_path / "out.gwb", "--also", "docx").status == 2
    made = done("submit", workspace, "--to", out, *words)
    names = ("out.pdf", "out.docx", "out.html", "out.ar.pdf", "out.ar.docx", "out.ar.html")
    assert made["files"] == [str(tmp_path / name) for name in names]
    assert b'dir="rtl"' in (tmp_path / "out.ar.html").read_bytes()
    again = tmp_path / "again.docx"
    done("sent", workspace, "--id", made["id"], "--to", again, "--in", "ar")
    assert again.read_bytes() == (tmp_path / "out.ar.docx").read_bytes()
    assert refused("submit", workspace, "--to", out, "--also", "html")
