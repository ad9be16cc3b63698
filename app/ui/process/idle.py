"""Notices that nobody is there: no key and no pointer for some minutes, or a computer that has slept.

Qt tells of a suspended application on phones only. On desktops a computer that slept is known afterwards: the
clock on the wall has gone on while our timer stood still. So the lock falls as the computer wakes.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.InputMethod,
    }
)
_TICK_MS = 10_000
_SLEPT_SECONDS = 60


class IdleWatch(QObject):
    """Watches the whole application while it is told to wait."""

    gone = Signal()
    """Nobody has touched anything for as long as was asked."""
    slept = Signal()
    """The computer slept, or the system put the application away."""

    def __init__(
        self, application: QApplication, parent: QObject | None = None, *, clock: Callable[[], float] = time.time
    ) -> None:
        super().__init__(parent)
        self._application, self._clock = application, clock
        self._seen = clock()
        self._is_watching = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.gone)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self.compare)
        application.applicationStateChanged.connect(self._state_changed)

    def wait(self, minutes: float) -> None:
        """Begin to wait anew; 0 waits for nobody to go, and watches nothing."""
        self._watch(on=minutes > 0)
        self._timer.stop()
        if minutes > 0:
            self._timer.start(round(minutes * 60_000))

    def remaining_ms(self) -> int:
        """How long it still waits; -1 while it does not."""
        return self._timer.remainingTime()

    def compare(self) -> None:
        """Say so if more time went by than while awake."""
        now, before = self._clock(), self._seen
        self._seen = now
        if now - before > _SLEPT_SECONDS:
            self.slept.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin anew at every sign of life."""
        if event.type() in _SIGNS_OF_LIFE:
            self._timer.start()
        return False

    def _watch(self, *, on: bool) -> None:
        self._seen = self._clock()
        if on == self._is_watching:
            return
        self._is_watching = on
        if on:
            self._application.installEventFilter(self)
            self._tick.start()
        else:
            self._application.removeEventFilter(self)
            self._tick.stop()

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationSuspended and self._is_watching:
            self.slept.emit()
