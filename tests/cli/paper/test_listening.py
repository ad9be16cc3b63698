"""Giving back from the command line: the kit in a folder, a slip and its answer."""

from __future__ import annotations

from pathlib import Path

from tests.cli.made import add, done, groundwork, new, refused

FEEDBACK = {"type": "question", "topics": "4", "channel": "help_desk", "month": "2026-08", "consent": "C2"}


def test_what_was_answered_is_told_and_a_slip_finds_it(tmp_path: Path) -> None:
    workspace = new(tmp_path / "own.groundwork")
    told = {"paraphrase": "Papers take too long.", "answer": "Six weeks now.", "status": "answered_to_community"}
    heard = add(workspace, "feedback", **FEEDBACK, **told)["id"]
    add(workspace, "feedback", **FEEDBACK, **{**told, "answer": "Write to amina@example.org"})
    kit = done("loop-kit", workspace, "--to", tmp_path / "kit", "--languages", "fr,ar")
    assert [Path(one).name for one in kit["files"]] == ["poster.pdf", "radio-fr.pdf", "radio-ar.pdf"]
    assert all(Path(one).read_bytes().startswith(b"%PDF") for one in kit["files"])
    assert kit["messages"] == 1
    assert [one["found"] for one in kit["findings"]] == [["amina@example.org"]]
    assert groundwork("loop-kit", workspace, "--to", tmp_path, "--languages", "xx").status == 2
    assert "already exists" in refused("loop-kit", workspace, "--to", workspace, "--languages", "fr")
    assert "cannot be found" in refused("loop-kit", workspace, "--to", f"{workspace}/kit", "--languages", "fr")

    card = {"title": "Residence card", "summary": "It costs nothing.", "question_1": "Is that clear?", "language": "fr"}
    id = add(workspace, "policy_card", **card)["id"]
    page = tmp_path / "card.pdf"
    assert done("policy-card", workspace, id, "--to", page, "--languages", "fr,ar")["file"] == str(page)
    assert page.read_bytes().startswith(b"%PDF")
    assert groundwork("policy-card", workspace, id, "--to", page).status != 0, "a file is not replaced unasked"
    assert refused("policy-card", workspace, id, "--to", page, "--force", "--languages", "en,fr,ar")

    code = done("slip", "give", workspace, heard, "--words", "ru")["code"]
    assert done("slip", "check", workspace, *code.split())["answer"] == "Six weeks now."
    assert refused("slip", "check", workspace, "not", "this").startswith("No message belongs to these words")
