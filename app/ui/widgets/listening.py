"""Listen: a button that has a text read aloud, and is there only where this computer has a voice for its language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QProcess

from app.ui.process import voices
from app.ui.process.voices import Speaker
from app.ui.widgets.buttons import Button

_PATIENCE_MS = 2_000
_known: dict[str, Mapping[str, str]] = {}
"""Voices by language, of each program that was asked."""


class Listening(QObject):
    """Gives a button its work: the first press reads, the next one stops; so does leaving. Nothing is written.

    `names` are the words of the button while it is silent and while it reads.
    """

    def __init__(self, button: Button, text: str, language: str, names: tuple[str, str]) -> None:
        super().__init__(button)
        self._button, self._text, self._language, self._names = button, text, language, names
        self._speaker = voices.speaker()
        self._process = QProcess(self)
        self._process.finished.connect(self._ended)
        self.destroyed.connect(partial(_end, self._process))  # before its children, of which the process is one
        button.clicked.connect(self._press)
        button.installEventFilter(self)
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever leaves hears nothing any more."""
        if event.type() == QEvent.Type.Hide:
            self.stop()
        return super().eventFilter(watched, event)

    def stop(self) -> None:
        """Be silent at once."""
        _end(self._process)

    def _look(self) -> None:
        if self._speaker is None or self._speaker.program in _known:
            self._offer()
            return
        self._button.hide()
        self._start(self._speaker, self._speaker.listing)

    def _ended(self) -> None:
        speaker = self._speaker
        if speaker is not None and speaker.program not in _known:
            listed = bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
            _known[speaker.program] = speaker.found(listed)
        self._button.set_text(self._names[0])
        self._offer()

    def _offer(self) -> None:
        speaker, button = self._speaker, self._button
        if speaker is None or self._language not in _known.get(speaker.program, {}):
            button.hide()
        elif button.isHidden() and button.parentWidget() is not None:
            button.show()  # what has no parent yet would open a window of its own, and is shown with its parent

    def _press(self) -> None:
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self.stop()
            return
        if self._speaker is not None:
            self._start(self._speaker, tuple(self._speaker.words(_known[self._speaker.program][self._language])))
            self._process.write(self._text.encode())
            self._process.closeWriteChannel()
            self._button.set_text(self._names[1])

    def _start(self, speaker: Speaker, words: tuple[str, ...]) -> None:
        self._process.start(speaker.program, list(words))


def _end(process: QProcess, _gone: object = None) -> None:
    if process.state() != QProcess.ProcessState.NotRunning:
        process.kill()
        process.waitForFinished(_PATIENCE_MS)
