"""Saving is not a task: what is typed is kept at once, and becomes a change of the record when it is left.

`keep` writes the draft as typed, 400 ms after the last key, every 2 s while somebody types without a pause, and
whenever a field is left; it survives a crash. `finish` makes an operation of it: when another record or page is
shown, on Done, before locking and before closing. A new record in which nothing was typed leaves nothing behind.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from app.domain.drafts import Draft
from app.domain.records import Record
from app.errors import GroundworkError
from app.services.opening.workspace import Workspace
from app.services.records import recording

WAIT_MS = 400
"""How long after the last key the text is kept."""
LONGEST_MS = 2000
"""How long text waits at most, however fast somebody types: this much a power cut may cost."""


class Autosave(QObject):
    """Keeps one draft at a time; `read` gives it as it stands in the form."""

    kept = Signal()
    """What was typed is safe on this computer."""
    failed = Signal(str)
    """It could not be kept: why, in a sentence. The next key tries again."""

    def __init__(self, workspace: Workspace, read: Callable[[], Draft[Record]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._read = workspace, read
        self._opened: Draft[Record] | None = None
        self._watches = self._typed = False
        self._waiting = QElapsedTimer()
        self._timer = QTimer(self, interval=WAIT_MS, singleShot=True)
        self._timer.timeout.connect(self.keep)

    def begin(self, draft: Draft[Record], *, typed: bool = False) -> None:
        """Watch over this draft from now on; `typed`: it holds text that was never saved, as after a crash."""
        self._timer.stop()
        self._opened = None if typed else draft
        self._watches, self._typed = True, typed

    def rest(self) -> None:
        """Watch over nothing; what was kept stays kept."""
        self._timer.stop()
        self._opened, self._watches, self._typed = None, False, False

    @property
    def typed(self) -> bool:
        """Whether something was typed that no operation holds yet."""
        return self._typed

    def touch(self) -> None:
        """Something was typed: keep it when the person pauses, and never later than `LONGEST_MS`.

        In a form that holds no record nothing is anybody's text.
        """
        if not self._watches:
            return
        self._typed = True
        if not self._timer.isActive():
            self._waiting.start()
        self._timer.start(max(min(WAIT_MS, LONGEST_MS - self._waiting.elapsed()), 0))

    def keep(self) -> None:
        """Keep what is typed, now; nothing if it is kept already."""
        if not self._typed:
            return
        self._timer.stop()
        try:
            recording.keep(self._workspace, self._read())
        except GroundworkError as error:
            self.failed.emit(error.sentence())
            return
        self.kept.emit()

    def finish(self) -> recording.Saved | None:
        """Save what was typed; None if there was nothing to save. What cannot be read stays kept beside it.

        Raises what storage raises, and then still holds everything.
        """
        self._timer.stop()
        if not self._typed:
            return None
        draft = self._read()
        if draft == self._opened:
            recording.drop(self._workspace, draft)
            self._typed = False
            return None
        try:
            saved = recording.save(self._workspace, draft)
        except recording.RecordMissingError as error:  # erased meanwhile: nothing of it may lie anywhere
            self.rest()
            self.failed.emit(error.sentence())
            return None
        self._typed = False
        if draft.unread:
            recording.keep(self._workspace, self._on_top(draft, saved))
        return saved

    def discard(self) -> None:
        """Forget what was typed since the last save, also what was kept of it."""
        if self._typed or self._opened is not None:
            recording.drop(self._workspace, self._read())
        self.rest()

    def _on_top(self, draft: Draft[Record], saved: recording.Saved) -> Draft[Record]:
        """The unread text on top of what is saved now, so that keeping it never contests that."""
        if not saved.stamp:
            return draft
        fresh = recording.open_draft(self._workspace, type(draft.record), saved.id)
        return replace(fresh, unread=draft.unread)
