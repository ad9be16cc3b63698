"""Where things are: a portable program keeps everything beside itself, and only where it can write."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import paths


def test_a_portable_program_leaves_nothing_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GROUNDWORK_HOME")
    monkeypatch.setattr(paths, "_TOP", tmp_path)
    assert tmp_path not in paths.config().parents
    (tmp_path / paths.PORTABLE).touch()
    assert {place.parent for place in (paths.config(), paths.cache(), paths.backups())} == {tmp_path / "data"}
