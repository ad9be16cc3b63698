"""What goes wrong on this road: one plain sentence, status 1 or 3, and nothing lost or half done."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest

from app.services.opening.workspace import open_existing
from tests.cli.made import PASSPHRASE, add, done, groundwork, hub, new, refused, sender

TOP = Path(__file__).parents[2]
SAVING = """
import sys
from app.domain.records import Activity
from app.services.records import recording
from app.services.opening.workspace import open_existing
from pathlib import Path
workspace = open_existing(Path(sys.argv[1]), sys.argv[2])
for number in range(100000):
    draft = recording.new(workspace, Activity, title=f"Saved {number}", summary="x" * (number * 97 % 5000))
    recording.keep(workspace, draft)
    sys.stdout.write(recording.save(workspace, draft).id + "\\n")
    sys.stdout.flush()
"""
FORKING = """
import json, os, resource, sys
import app.cli.application, app.services.records.recording, app.services.opening.workspace
import app.services.submitting.submissions
from app.reports import submission
from app.main import main

def piped():
    reads, writes = os.pipe()
    return open(reads), writes

for line in sys.stdin:
    size, home, words = json.loads(line)
    (out, to_out), (err, to_err) = piped(), piped()
    child = os.fork()
    if child == 0:
        sys.stdin, sys.stdout, sys.stderr = open(os.devnull), open(to_out, "w"), open(to_err, "w")
        os.environ["GROUNDWORK_HOME"] = home
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        try:
            status = main(words)
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)
    os.close(to_out)
    os.close(to_err)
    said = [out.read(), err.read()]
    print(json.dumps([os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), *said]), flush=True)
"""


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*") if not path.name.endswith(("-wal", "-shm"))}


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


Limited = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def limited() -> Iterator[Limited]:
    """Runs a command on a machine where no file may grow over `size` bytes, in a process of its own.

    The processes are forked from one that has read the program: reading it takes longer than any of them.
    """
    server = subprocess.Popen(
        [sys.executable, "-c", FORKING],
        cwd=TOP,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "GROUNDWORK_PASSPHRASE": PASSPHRASE},
    )

    def run(size: int, *words: object) -> subprocess.CompletedProcess[str]:
        assert server.stdin is not None
        assert server.stdout is not None
        home = os.environ["GROUNDWORK_HOME"]
        server.stdin.write(json.dumps([size, home, [str(word) for word in words]]) + "\n")
        server.stdin.flush()
        status, out, err = json.loads(server.stdout.readline())
        return subprocess.CompletedProcess(words, status, out, err)

    with server:
        yield run


@pytest.mark.parametrize("size", [0, 1_000, 20_000])
def test_without_room_a_document_is_written_whole_or_not_at_all(tmp_path: Path, limited: Limited, size: int):
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
def test_without_room_a_workspace_is_made_whole_or_not_at_all(tmp_path: Path, limited: Limited, size: int):
    about = ("--organisation", "M", "--type", "ST-CSO", "--country", "KE", "--fast-key", "--quiet")
    ended = limited(size, "new", tmp_path / "a.groundwork", *about)
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert names_in(tmp_path) == set()


@pytest.mark.parametrize("size", [0, 1_000, 10_000])
def test_without_room_nothing_saved_before_is_lost(tmp_path: Path, limited: Limited, size: int):
    workspace = new(tmp_path / "a.groundwork")
    record = add(workspace)["id"]
    ended = limited(size, "add", workspace, "activity", "--set", "title=No room", "--set", f"summary={'x' * 9_000}")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "Traceback" not in ended.stderr
    assert "room" in ended.stderr
    assert done("check", workspace)["sound"]
    assert [one["id"] for one in done("list", workspace, "activity")["records"]] == [record]
    add(workspace, title="Room again")
