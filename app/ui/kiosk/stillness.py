"""Knows how long nobody has touched the screen: says when it gets late, and when it is over."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

LIMIT_S = 60
WARNING_S = 10
"""The last seconds, which are counted down."""
SHORT_S = 15
"""The limit where nothing can be lost."""
_TOUCHES = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.KeyPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.InputMethod,
    }
)


class Stillness(QObject):
    """Counts seconds; any touch, key or move of the pointer in the program begins anew."""

    late = Signal(int)
    """So many seconds are left."""
    woken = Signal()
    """Somebody touched the screen after it got late."""
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._seconds, self._limit, self._warns = 0, LIMIT_S, True
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)

    def begin(self, limit_s: int = LIMIT_S, *, warns: bool = True) -> None:
        """Count from zero to this limit."""
        self._limit, self._warns = limit_s, warns
        self._wake()
        if not self._timer.isActive():
            self._timer.start()
            QCoreApplication.instance().installEventFilter(self)

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()
        QCoreApplication.instance().removeEventFilter(self)

    def tick(self) -> None:
        """One more second has gone by."""
        self._seconds += 1
        left = self._limit - self._seconds
        if left <= 0:
            self._seconds = 0
            self.ended.emit()
        elif self._warns and left <= WARNING_S:
            self.late.emit(left)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count from zero again at any touch; nothing is held back."""
        if event.type() in _TOUCHES:
            self._wake()
        return False

    def _wake(self) -> None:
        was_late = self._warns and self._limit - self._seconds <= WARNING_S
        self._seconds = 0
        if was_late:
            self.woken.emit()
