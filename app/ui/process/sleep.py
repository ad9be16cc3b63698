"""Hears that the computer is about to sleep, where the system tells: on Linux, logind over the system bus.

Windows and macOS tell of it in ways that Qt does not pass on; there the lock falls as the computer wakes
(`app.ui.process.idle`). Without a bus nothing is asked and nothing is said.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot

_NAME, _PATH, _OF = "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager"
_USUAL_BUS = Path("/run/dbus/system_bus_socket")


class SleepWatch(QObject):
    """Listens once it was told to; where there is no bus it stays silent."""

    falls_asleep = Signal()

    def listen(self) -> bool:
        """Whether the system will tell; asks for the bus only where there is one."""
        if not sys.platform.startswith("linux") or not _has_bus():
            return False
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:  # a build of Qt without it
            return False
        bus = QDBusConnection.systemBus()
        if not bus.isConnected():
            return False
        slot: Any = SLOT("prepare(bool)")  # Qt's stubs ask for bytes, and Qt refuses them
        return bus.connect(_NAME, _PATH, _OF, "PrepareForSleep", self, slot)

    @Slot(bool)
    def prepare(self, begins: bool) -> None:
        """What logind says: true before sleeping, false after waking."""
        if begins:
            self.falls_asleep.emit()


def _has_bus() -> bool:
    return bool(os.environ.get("DBUS_SYSTEM_BUS_ADDRESS")) or _USUAL_BUS.exists()
