"""Makes wrong passphrases slow: after each the next may be tried later, also if the screen was left meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal

_WAITS_S = (1, 2, 4, 8, 16, 30, 60)


class Patience(QObject):
    """Counts wrong tries for as long as the kiosk runs; the wait doubles up to a minute."""

    over = Signal()
    """The next passphrase may be tried."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wrong = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.end)

    def wrong(self) -> int:
        """Begin to wait after one more wrong try; for how many seconds."""
        wait_s = _WAITS_S[min(self._wrong, len(_WAITS_S) - 1)]
        self._wrong += 1
        self._timer.start(wait_s * 1000)
        return wait_s

    def is_waiting(self) -> bool:
        """Whether it is too early for another try."""
        return self._timer.isActive()

    def left_s(self) -> int:
        """How many seconds are still to be waited."""
        return max(-(-self._timer.remainingTime() // 1000), 0)

    def end(self) -> None:
        """Allow the next try."""
        self._timer.stop()
        self.over.emit()
