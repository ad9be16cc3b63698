"""The lock falls before the computer sleeps, where the system says so; without a bus nothing is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services.workspace import Workspace
from app.settings import Settings
from app.ui import sleep
from app.ui.sleep import SleepWatch


def test_the_lock_falls_before_the_computer_sleeps_unless_nobody_wants_to_be_locked(desk, workspace: Workspace) -> None:
    never = desk(Settings(language="en", auto_lock=0))
    never.enter(workspace)
    never.findChild(SleepWatch).prepare(True)
    assert never.workspace is workspace
    one = desk()
    one.enter(workspace)
    one.findChild(SleepWatch).prepare(False)
    assert one.workspace is workspace
    one.findChild(SleepWatch).prepare(True)
    assert one.workspace is None
    never.workspace = None


def test_without_a_bus_nothing_is_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qapp) -> None:
    monkeypatch.delenv("DBUS_SYSTEM_BUS_ADDRESS", raising=False)
    monkeypatch.setattr(sleep, "_USUAL_BUS", tmp_path / "none")
    watch = SleepWatch(qapp)
    assert not watch.listen()
    watch.deleteLater()
