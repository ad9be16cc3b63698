"""What comes in and is not what it should be: one plain sentence, status 3 or 1, and nothing else changes."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.shared import SharedActivity
from app.sync import bundle, wire
from app.sync.manifest import Purpose
from app.sync.reading import read
from app.vault.identity import OrganisationKeys
from tests.cli.made import NOW, PERIOD, done, groundwork, handed_over, hub, refused, sender
from tests.sync import made as bundles


def one_outcome(coordinator: Path, path: Path) -> tuple[int, str, str]:
    """Status, outcome and reason of receiving one file."""
    ended = groundwork("receive", coordinator, path, "--json")
    assert "Traceback" not in ended.err
    found = ended.json["files"][0]
    return ended.status, found["outcome"], found["reason"]


@pytest.fixture
def received(tmp_path: Path) -> tuple[Path, Path, Path]:
    """A coordinator that trusts and counts one sender, the sender, and the bundle that was received."""
    coordinator, call = hub(tmp_path)
    workspace = sender(tmp_path, call, 1)
    data = handed_over(workspace)
    groundwork("receive", coordinator, data)
    done("trust", coordinator, "Organisation 1")
    done("decide", coordinator, "accept-all")
    return coordinator, workspace, data


def digest(coordinator: Path) -> str:
    groundwork("trust", coordinator, "--all-waiting")
    done("decide", coordinator, "accept-all")
    return str(done("picture", coordinator, "--period", PERIOD)["digest"])


def test_the_same_file_twice_is_told_and_changes_nothing(received):
    coordinator, _workspace, data = received
    before = digest(coordinator)
    status, outcome, reason = one_outcome(coordinator, data)
    assert (status, outcome) == (3, "same")
    assert "here already" in reason
    assert digest(coordinator) == before


def test_cut_files_are_refused(received, tmp_path: Path):
    coordinator, workspace, data = received
    pdf = tmp_path / "whole.pdf"
    done("submit", workspace, "--to", pdf)
    before = digest(coordinator)
    for whole in (data, pdf):
        for part in (0.0, 0.1, 0.5, 0.9):
            cut = tmp_path / f"cut-{part}{whole.suffix}"
            cut.write_bytes(whole.read_bytes()[: int(whole.stat().st_size * part)])
            status, outcome, reason = one_outcome(coordinator, cut)
            assert (status, outcome, bool(reason)) == (3, "refused", True)
            assert groundwork("inspect", cut).status == 3
    assert digest(coordinator) == before


def test_a_foreign_pdf_is_refused(received, tmp_path: Path):
    coordinator, _workspace, _data = received
    from tests.intake.made import pdf

    (tmp_path / "newsletter.pdf").write_bytes(pdf())
    status, outcome, reason = one_outcome(coordinator, tmp_path / "newsletter.pdf")
    assert (status, outcome) == (3, "refused")
    assert reason


def test_a_bundle_of_a_newer_program_says_so(received, tmp_path: Path):
    coordinator, _workspace, data = received
    newer = bundles.changed(
        data.read_bytes(), lambda outside: outside.update(format=99, min_reader=99), purpose="submission"
    )
    (tmp_path / "newer.gwb").write_bytes(newer)
    status, outcome, reason = one_outcome(coordinator, tmp_path / "newer.gwb")
    assert (status, outcome) == (3, "refused")
    assert "newer Groundwork" in reason


def forged(data: bytes, keys: OrganisationKeys) -> bytes:
    """The victim's submission with other numbers, rightly signed by somebody else."""
    found = read(data, purpose=Purpose.SUBMISSION)
    honest = wire.read_submission(found.header, found.lines())
    entries = tuple(replace(one, title="Forged") if isinstance(one, SharedActivity) else one for one in honest.entries)
    false = replace(honest, entries=entries, revision=7)
    label = bundle.Label(Purpose.SUBMISSION, "2026-10")
    return bundle.write(label, wire.submission_header(false), lines=wire.entry_lines(false), keys=keys)


def test_a_submission_signed_by_another_key_counts_nowhere_even_if_everything_is_accepted(received, tmp_path: Path):
    coordinator, _workspace, data = received
    before = done("picture", coordinator, "--period", PERIOD)
    (tmp_path / "forged.gwb").write_bytes(forged(data.read_bytes(), bundles.STRANGER))
    status, outcome, reason = one_outcome(coordinator, tmp_path / "forged.gwb")
    assert (status, outcome) == (3, "unknown-sender")
    assert "telephone" in reason
    digest(coordinator)
    after = done("picture", coordinator, "--period", PERIOD)
    assert after["objectives"] == before["objectives"]
    assert [one["fate"] for one in after["contributors"]] == ["accepted", "waiting"]


def test_a_manifest_that_names_the_victim_and_is_signed_by_another_is_refused(received, tmp_path: Path):
    coordinator, _workspace, data = received
    outside = bundles.outside_of(data.read_bytes())
    parts = {name: one for name, one in bundles.entries_of(data.read_bytes()).items() if "manifest" not in name}
    made = bundles.signed(outside, parts, purpose="submission", by=bundles.STRANGER)
    (tmp_path / "forged.gwb").write_bytes(made)
    before = digest(coordinator)
    assert one_outcome(coordinator, tmp_path / "forged.gwb")[:2] == (3, "refused")
    assert done("inspect", data)["files"][0]["signature"] == "good"
    seen = groundwork("inspect", tmp_path / "forged.gwb", "--json")
    assert (seen.status, seen.json["files"][0]["signature"]) == (3, "bad")
    assert digest(coordinator) == before


def test_an_unknown_sender_waits_and_is_not_counted(received, tmp_path: Path):
    coordinator, _workspace, _data = received
    stranger = sender(tmp_path, tmp_path / "call.gwb", 2)
    before = done("picture", coordinator, "--period", PERIOD)["objectives"]
    status, outcome, reason = one_outcome(coordinator, handed_over(stranger))
    assert (status, outcome, "telephone" in reason) == (3, "unknown-sender", True)
    done("decide", coordinator, "accept-all")
    assert done("picture", coordinator, "--period", PERIOD)["objectives"] == before


def test_a_call_that_is_cut_foreign_or_a_submission_is_not_taken(received, tmp_path: Path):
    _coordinator, workspace, data = received
    call = tmp_path / "call.gwb"
    (tmp_path / "cut.gwb").write_bytes(call.read_bytes()[:-40])
    (tmp_path / "note.gwb").write_text(json.dumps({"now": NOW}), "utf-8")
    for path in (tmp_path / "cut.gwb", tmp_path / "note.gwb", data, tmp_path / "nowhere.gwb"):
        refused("call", "take", workspace, path)
    assert len(done("checklist", workspace)["items"]) > 0


def test_a_folder_without_leave_to_write_is_told(tmp_path: Path):
    _coordinator, call = hub(tmp_path)
    workspace = sender(tmp_path, call, 1)
    assert refused("submit", workspace, "--to", tmp_path / "no" / "such" / "folder" / "out.pdf")
    shutil.rmtree(tmp_path / "groundwork-home", ignore_errors=True)
    assert done("check", workspace)["sound"]
