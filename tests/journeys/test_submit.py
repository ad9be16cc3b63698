"""Journey B: from a coordinator's call to a document that carries exactly what was reviewed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.intake.carrying.carrier import find_bundle
from tests.cli.made import add, done, hub, new, refused


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    _coordinator, call = hub(tmp_path)
    made = new(tmp_path / "a.groundwork", seed=2)
    done("call", "take", made, call)
    return made


def test_what_was_reviewed_is_what_the_document_carries(workspace: Path, tmp_path: Path):
    done("choose", workspace, 7, 15)
    record = add(workspace, summary="Call +254 712 345678 for help.", exact_place="Third door on the left")["id"]
    add(workspace, "assessment", objective=11, period="2026-07..2026-09", value="not_started", nothing_done="yes")
    assert done("checklist", workspace)["items"][0]["code"] == "finding:phone"
    refused("submit", workspace, "--to", tmp_path / "out.pdf")

    finding = next(one["finding"] for one in done("review", workspace)["items"] if "finding" in one)
    (tmp_path / "decided.json").write_text(json.dumps({finding: "keep"}), "utf-8")
    reviewed = done("review", workspace, "--decide", tmp_path / "decided.json")
    leaving = [one["entry"] for one in reviewed["items"] if "entry" in one]
    assert not [one for one in leaving if record in json.dumps(one)]

    words = ("--to", tmp_path / "out.pdf", "--languages", "en,ar", "--bundle", tmp_path / "out.gwb")
    made = done("submit", workspace, *words)
    assert made["records"] == len(leaving)
    bundle = (tmp_path / "out.gwb").read_bytes()
    for name in ("out.pdf", "out.ar.pdf"):
        assert find_bundle((tmp_path / name).read_bytes()).data == bundle
    assert b"712 345678" not in bundle
    seen = done("inspect", tmp_path / "out.pdf")["files"][0]
    assert (seen["kind"], seen["signature"], seen["whole"]) == ("pdf", "good", True)
    assert seen["records"] == {"activity": 1, "assessment": 1, "choice": 2}


def test_the_same_commands_on_the_same_day_give_the_same_bytes(tmp_path: Path):
    made = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        coordinator = new(folder / "hub.groundwork", "Hub", "--coordinator", seed=1)
        fixed = ("--now", "2026-10-31T12:00:00Z", "--seed")
        done("call", "make", coordinator, "--period", "2026-07..2026-09", "--to", folder / "call.gwb", *fixed, 2)
        workspace = new(folder / "a.groundwork", seed=3)
        done("call", "take", workspace, folder / "call.gwb", *fixed, 4)
        values = ("--set", "title=Course", "--set", "objectives=16", "--set", "start=2026-08")
        more = ("--set", "type=training_or_education", "--set", "summary=Twelve evenings.")
        done("add", workspace, "activity", *values, *more, *fixed, 5)
        done("submit", workspace, "--to", folder / "out.pdf", "--language", "fr", *fixed, 6)
        made.append((folder / "out.pdf").read_bytes())
    assert made[0] == made[1]
