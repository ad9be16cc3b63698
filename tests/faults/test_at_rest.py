"""What lies on the disk, and what the system can see, while somebody works and after the program was killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.domain.shared import Call
from app.services.canaries import looking
from app.services.canaries.papers import Told, photo
from app.services.keeping import backup, team
from app.services.opening import workspace
from app.services.records import recording
from app.services.submitting import calls
from app.vault.slots import WrongPassphraseError
from tests import sitting
from tests.making import PASSPHRASE, PERIOD, copy_files, make_workspace

TOP = Path(__file__).parents[2]
HEADER = b"SQLite format 3\0"
NAME = "zqprofilename"
TOLD = Told(*(f"zq{part}ofphoto" for part in Told.__annotations__))
WORDS = (sitting.TYPED, sitting.KEPT, sitting.REMARKED, NAME, *vars(TOLD).values(), PASSPHRASE)
HOMES = ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")
SHARED_MEMORY = Path("/dev/shm")


@dataclass(frozen=True)
class Sat:
    """A sitting that was killed while somebody typed: where it was, what it saw of itself, and what it said."""

    folder: Path
    seen: list[dict[str, Any]]
    said: str
    left: frozenset[Path]
    """What lay in the shared memory of the machine, before."""


@pytest.fixture(scope="module")
def sat(tmp_path_factory: pytest.TempPathFactory) -> Sat:
    """Somebody types, attaches, looks, prints, makes a submission, locks and comes back; then the power goes."""
    folder = tmp_path_factory.mktemp("sitting")
    for name in ("given", "out", *HOMES):
        (folder / name).mkdir(mode=0o700)
    _prepare(folder / "given")
    left = frozenset(SHARED_MEMORY.iterdir()) if SHARED_MEMORY.exists() else frozenset()
    env = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "GROUNDWORK_"))}
    env |= {name: str(folder / name) for name in HOMES} | {"QT_QPA_PLATFORM": "offscreen"}
    words = [sys.executable, "-m", "tests.sitting", str(folder)]
    with subprocess.Popen(words, cwd=TOP, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        assert child.stdout and child.stderr
        told = child.stdout.readline()
        child.send_signal(signal.SIGKILL)
        said = child.stderr.read()
    assert told, said
    return Sat(folder, json.loads(told), said, left)


def _prepare(folder: Path) -> None:
    own = make_workspace(folder)
    team.rename(own, own.profile.id, NAME)
    own.close()
    copy_files(own.path, folder / "own.groundwork")
    ministry = make_workspace(folder, "Ministry", coordinator=True, seed=2)
    (folder / "call.gwb").write_bytes(calls.make(ministry, Call("", "", PERIOD))[1])
    ministry.close()
    (folder / "photo.jpg").write_bytes(photo(TOLD))


def _lying(sat: Sat) -> list[Path]:
    """Every file that the sitting could have written, but what the person asked for and the photo they had."""
    asked_for = {sat.folder / "out", sat.folder / "given" / "photo.jpg"}
    found = [path for path in sat.folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return [path for path in found if not asked_for & {path, *path.parents}]


def test_nothing_typed_lies_anywhere_on_the_disk_in_clear_after_the_power_went(sat: Sat) -> None:
    lying = _lying(sat)
    names = {path.name for path in lying}
    assert {"own.groundwork", "own.groundwork-wal", "own.groundwork.keys", "settings.json"} <= names
    assert not [(one.file, one.word) for one in looking.look(lying, WORDS)]
    assert not [path for path in lying if HEADER in path.read_bytes()]
    assert not [path for path in sat.folder.rglob("*") if any(word in path.name for word in WORDS)]
    assert {path.name for path in (sat.folder / "out").iterdir()} >= {"record.pdf"}
    assert looking.look([sat.folder / "out" / "record.pdf"], WORDS), "what is looked for is found where it may be"


def test_no_temporary_file_is_left_and_none_tells_anything(sat: Sat) -> None:
    assert not [path for path in (sat.folder / "TMPDIR").rglob("*") if path.is_file()]
    shared = frozenset(SHARED_MEMORY.iterdir()) - sat.left if SHARED_MEMORY.exists() else frozenset()
    telling = [path for path in shared if path.is_file() and any(word.encode() in path.read_bytes() for word in WORDS)]
    assert not telling


def test_no_open_or_mapped_file_holds_a_word(sat: Sat) -> None:
    opened = {path for one in sat.seen for path in one["files"]}
    assert any(path.endswith("own.groundwork-wal") for path in opened), "open files are really seen"
    assert [one["telling"] for one in sat.seen] == [[]] * len(sat.seen)
    mapped = {path for one in sat.seen for path in one["mapped"]}
    assert {Path(path).name for path in mapped} <= {"own.groundwork-shm", "icudtl.dat"}


def test_titles_process_list_clipboard_and_log_tell_nothing_of_a_record(sat: Sat) -> None:
    told = [text for one in sat.seen for text in (*one["titles"], *one["process"], one["clipboard"])]
    assert not [word for word in WORDS for text in (*told, sat.said) if word in text]
    locked = next(one for one in sat.seen if one["locked"])
    assert not [title for title in locked["titles"] if "Tangier" in title]
    copied = next(one["clipboard"] for one in sat.seen if one["clipboard"])
    assert copied.startswith("ValueError") and "sitting.py" in copied
    assert "unexpected: ValueError" in sat.said


def test_a_killed_sitting_opens_again_with_the_text_that_was_being_typed_and_with_no_other_passphrase(sat: Sat) -> None:
    path = sat.folder / "given" / "own.groundwork"
    with pytest.raises(WrongPassphraseError):
        workspace.open_existing(path, "not this one at all")
    own = workspace.open_existing(path, PASSPHRASE)
    try:
        assert any(sitting.TYPED in repr(draft) for draft in recording.kept_drafts(own))
        kept = backup.make(own, sat.folder / "out")
    finally:
        own.close()
    assert not looking.look([kept.path], WORDS)
    assert HEADER not in kept.path.read_bytes()
