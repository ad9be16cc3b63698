"""The lock falls before the computer sleeps, where the system says so; without a bus nothing is asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.services.opening.workspace import Workspace
from app.settings import Settings
from app.ui.process import sleep
from app.ui.process.sleep import SleepWatch

TOP = Path(__file__).parents[3]


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


LOGIND = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from app.ui.process.sleep import SleepWatch
application, watch = QCoreApplication([]), SleepWatch()
watch.falls_asleep.connect(lambda: (print("asleep"), application.quit()))
bus = QDBusConnection.systemBus()
print(bus.registerService("org.freedesktop.login1"), watch.listen())
signal = QDBusMessage.createSignal("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep")
signal.setArguments([True])
bus.send(signal)
QTimer.singleShot(5000, application.quit)
application.exec()
"""
BUS = """<busconfig><listen>unix:path={path}</listen><policy context="default"><allow own="*"/>
<allow send_type="signal"/><allow send_destination="*"/><allow receive_sender="*"/></policy></busconfig>"""

if shutil.which("dbus-daemon"):

    def test_what_the_system_says_on_a_real_bus_is_heard(tmp_path: Path) -> None:
        (tmp_path / "bus.conf").write_text(BUS.format(path=tmp_path / "bus"))
        command = ["dbus-daemon", f"--config-file={tmp_path / 'bus.conf'}", "--nofork", "--print-address=1"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as daemon:
            address = daemon.stdout.readline().decode().strip()
            told = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": address}
            ended = subprocess.run([sys.executable, "-c", LOGIND], cwd=TOP, env=told, capture_output=True)
            daemon.terminate()
        assert ended.stdout.decode().split() == ["True", "True", "asleep"]
