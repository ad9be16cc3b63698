"""What goes wrong on this road: one plain sentence, status 1 or 3, and nothing lost or half done."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from app.domain.shared import SharedActivity
from app.services.workspace import open_existing
from app.sync import bundle, wire
from app.sync.manifest import Purpose
from app.sync.reading import read
from app.vault.identity import OrganisationKeys
from tests.cli.made import NOW, PASSPHRASE, PERIOD, add, done, groundwork, handed_over, hub, new, refused, sender
from tests.sync import made as bundles

TOP = Path(__file__).parents[2]
SAVING = """
import sys
from app.domain.records import Activity
from app.services import recording
from app.services.workspace import open_existing
from pathlib import Path
workspace = open_existing(Path(sys.argv[1]), sys.argv[2])
for number in range(100000):
    draft = recording.new(workspace, Activity, title=f"Saved {number}", summary="x" * (number * 97 % 5000))
    recording.keep(workspace, draft)
    sys.stdout.write(recording.save(workspace, draft).id + "\\n")
    sys.stdout.flush()
"""


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*") if not path.name.endswith(("-wal", "-shm"))}


def one_outcome(coordinator: Path, path: Path) -> tuple[int, str, str]:
    """Status, outcome and reason of receiving one file."""
    ended = groundwork("receive", coordinator, path, "--json")
    assert "Traceback" not in ended.err
    found = ended.json["files"][0]
    return ended.status, found["outcome"], found["reason"]


# ---------------------------------------------------------------- the workspace


def test_a_wrong_passphrase_changes_nothing(tmp_path: Path, monkeypatch):
    workspace = new(tmp_path / "a.groundwork")
    record = add(workspace)["id"]
    before = workspace.read_bytes()
    monkeypatch.setenv("GROUNDWORK_PASSPHRASE", "another one entirely")
    assert "does not open the workspace" in refused("edit", workspace, record, "--set", "title=Mine")
    assert workspace.read_bytes() == before


@pytest.mark.parametrize("part", [0.0, 0.3, 0.9])
def test_a_cut_workspace_is_told_and_not_touched(tmp_path: Path, part: float):
    workspace = new(tmp_path / "a.groundwork")
    add(workspace)
    data = workspace.read_bytes()
    workspace.write_bytes(data[: int(len(data) * part)])
    before = workspace.read_bytes()
    ended = groundwork("list", workspace, "activity")
    checked = groundwork("check", workspace)
    assert "Traceback" not in ended.err + checked.err
    assert 1 in (ended.status, checked.status)
    assert workspace.read_bytes() == before


def test_a_foreign_file_is_no_workspace(tmp_path: Path):
    workspace = new(tmp_path / "a.groundwork")
    workspace.write_bytes(Random(1).randbytes(100_000))
    assert "not a workspace" in refused("list", workspace, "activity")
    alone = tmp_path / "alone.groundwork"
    alone.write_bytes(b"something else")
    assert refused("list", alone, "activity")
    assert alone.read_bytes() == b"something else"
    assert "no workspace" in refused("list", tmp_path / "nowhere.groundwork", "activity")


def test_a_workspace_of_a_newer_program_is_refused_unchanged(tmp_path: Path):
    workspace = new(tmp_path / "a.groundwork")
    opened = open_existing(workspace, PASSPHRASE)
    with opened.writing() as session:
        session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '0999'")
    opened.close()
    before = workspace.read_bytes()
    assert "newer Groundwork" in refused("list", workspace, "activity")
    assert workspace.read_bytes() == before


@pytest.mark.parametrize("seed", range(10))
def test_killed_while_saving_every_save_that_was_told_is_there(tmp_path: Path, seed: int):
    workspace = new(tmp_path / "a.groundwork")
    chance = Random(seed)
    child = subprocess.Popen(
        [sys.executable, "-c", SAVING, str(workspace), PASSPHRASE], cwd=TOP, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    told = [child.stdout.readline().strip() for _ in range(chance.randint(1, 12))]
    with pytest.raises(subprocess.TimeoutExpired):
        child.wait(timeout=chance.random() / 20)
    child.kill()
    rest = child.communicate()[0].split("\n")
    told += [line for line in rest[:-1] if line]
    assert child.returncode == -9
    assert done("check", workspace)["sound"]
    kept = {one["id"] for one in done("list", workspace, "activity", "--limit", 100_000)["records"]}
    assert set(told) <= kept
    assert len(kept) <= len(told) + 1
    add(workspace, title="Life goes on")


# ---------------------------------------------------------------- the disk


def limited(size: int, *words: object) -> subprocess.CompletedProcess[str]:
    """A command on a machine where no file may grow over `size` bytes."""
    return subprocess.run(
        [sys.executable, "-m", "app", *(str(word) for word in words)],
        cwd=TOP,
        capture_output=True,
        text=True,
        env={**os.environ, "GROUNDWORK_PASSPHRASE": PASSPHRASE},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )


@pytest.mark.parametrize("size", [0, 1_000, 20_000])
def test_without_room_a_document_is_written_whole_or_not_at_all(tmp_path: Path, size: int):
    _coordinator, call = hub(tmp_path)
    workspace = sender(tmp_path, call, 1)
    done("submit", workspace, "--bundle", tmp_path / "first.gwb")
    before = names_in(tmp_path)
    ended = limited(size, "submit", workspace, "--to", tmp_path / "out.pdf")
    assert (ended.returncode, ended.stdout, len(ended.stderr.splitlines())) == (1, "", 1)
    assert "room" in ended.stderr
    assert names_in(tmp_path) == before
    done("submit", workspace, "--to", tmp_path / "out.pdf")


@pytest.mark.parametrize("size", [0, 4_096, 50_000])
def test_without_room_a_workspace_is_made_whole_or_not_at_all(tmp_path: Path, size: int):
    about = ("--organisation", "M", "--type", "ST-CSO", "--country", "KE", "--fast-key", "--quiet")
    ended = limited(size, "new", tmp_path / "a.groundwork", *about)
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert names_in(tmp_path) == set()


@pytest.mark.parametrize("size", [0, 1_000, 10_000])
def test_without_room_nothing_saved_before_is_lost(tmp_path: Path, size: int):
    workspace = new(tmp_path / "a.groundwork")
    record = add(workspace)["id"]
    ended = limited(size, "add", workspace, "activity", "--set", "title=No room", "--set", f"summary={'x' * 9_000}")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "Traceback" not in ended.stderr
    assert "room" in ended.stderr
    assert done("check", workspace)["sound"]
    assert [one["id"] for one in done("list", workspace, "activity")["records"]] == [record]
    add(workspace, title="Room again")


# ---------------------------------------------------------------- what comes in


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
