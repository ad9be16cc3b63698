"""A file is written whole or not at all, and what went wrong is said in words."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import files
from app.errors import GroundworkError

TOP = Path(__file__).resolve().parents[1]
WITH_LITTLE_ROOM = """
import resource, signal, sys
from pathlib import Path
from app.files import DiskFullError, write_whole
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
try:
    write_whole(Path(sys.argv[1]), bytes(100_000), replace=True)
except DiskFullError as failure:
    sys.stdout.write(failure.sentence())
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.is_file())


def test_a_file_has_its_content_and_nothing_lies_beside_it(tmp_path):
    files.write_whole(tmp_path / "تقرير.gwb", b"content")
    assert (tmp_path / "تقرير.gwb").read_bytes() == b"content"
    assert names(tmp_path) == ["تقرير.gwb"]


def test_a_file_that_is_there_is_refused_and_stays(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(files.FileExistsRefusedError) as caught:
        files.write_whole(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert "“a”" in caught.value.sentence()


def test_a_file_may_be_replaced_when_that_is_said(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    files.write_whole(tmp_path / "a", b"new", replace=True)
    assert (tmp_path / "a").read_bytes() == b"new"
    assert names(tmp_path) == ["a"]


@pytest.mark.parametrize("folder", ["gone", "gone/deeper", "a file"])
def test_a_folder_that_is_not_there_is_named(tmp_path, folder):
    (tmp_path / "a file").write_bytes(b"")
    with pytest.raises(files.FolderMissingError) as caught:
        files.write_whole(tmp_path / folder / "a", b"content")
    assert folder in caught.value.sentence()


def test_a_folder_in_the_place_of_the_file_leaves_nothing_behind(tmp_path):
    (tmp_path / "a").mkdir()
    with pytest.raises(GroundworkError):
        files.write_whole(tmp_path / "a", b"content", replace=True)
    assert names(tmp_path) == []


@pytest.mark.parametrize("length", [255, 240])
def test_the_longest_name_that_the_disk_takes_is_taken(tmp_path, length):
    files.write_whole(tmp_path / ("a" * length), b"content")
    assert names(tmp_path) == ["a" * length]


if os.name == "posix":

    @pytest.mark.parametrize("room", [0, 1, 50_000, 99_999])
    def test_a_full_disk_leaves_the_old_file_and_says_so(tmp_path, room):
        (tmp_path / "a").write_bytes(b"old")
        call = [sys.executable, "-B", "-c", WITH_LITTLE_ROOM, str(tmp_path / "a"), str(room)]
        said = subprocess.run(call, cwd=TOP, capture_output=True, text=True, check=True).stdout
        assert "not enough room" in said
        assert (tmp_path / "a").read_bytes() == b"old"
        assert names(tmp_path) == ["a"]


if sys.platform == "linux":

    def test_a_folder_that_may_not_be_written_is_named():
        with pytest.raises(files.ReadOnlyError) as caught:
            files.write_whole(Path("/sys/groundwork.gwb"), b"content")
        assert "“/sys”" in caught.value.sentence()


def test_a_stick_that_gives_back_other_bytes_is_told_and_the_older_file_stays(tmp_path, monkeypatch):
    path = tmp_path / "report.pdf"
    path.write_bytes(b"older")

    with monkeypatch.context() as failing:
        failing.setattr(Path, "read_bytes", lambda _path: b"neither")
        with pytest.raises(files.NotWrittenError):
            files.write_whole(path, b"newer", replace=True)

    assert path.read_bytes() == b"older"
    assert names(tmp_path) == ["report.pdf"]
