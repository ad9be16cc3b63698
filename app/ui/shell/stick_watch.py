"""Notices a stick that is put in while the window is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.services.opening import placing

_EVERY_MS = 3000


class StickWatch(QObject):
    """Looks every three seconds which sticks are there; `found` tells each that was not there before, once."""

    found = Signal(str)

    def __init__(self, parent: QObject, sticks: Callable[[], tuple[Path, ...]] = placing.sticks) -> None:
        super().__init__(parent)
        self._sticks = sticks
        self._known = set(sticks())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_EVERY_MS)

    def look(self) -> None:
        """Compare with what was there the last time."""
        now = set(self._sticks())
        for new in sorted(now - self._known):
            self.found.emit(str(new))
        self._known = now
