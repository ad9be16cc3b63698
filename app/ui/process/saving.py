"""Where a file shall go: asked by the system's own dialog, with the right ending and no question twice."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


@dataclass(frozen=True)
class FileKind:
    """One kind of file that may be written: the words of the filter and the ending with its dot."""

    words: str
    ending: str

    @property
    def pattern(self) -> str:
        """The filter as the dialog wants it."""
        return f"{self.words} (*{self.ending})"


def ask_place(parent: QWidget, title: str, name: str, *kinds: FileKind) -> Path | None:
    """The file to write, None if the person thought better of it. The dialog has asked before replacing one.

    `name` is proposed, without an ending. A name typed without a known ending gets that of the filter chosen.
    """
    proposed = str(documents() / f"{name}{kinds[0].ending}")
    patterns = ";;".join(kind.pattern for kind in kinds)
    chosen, pattern = QFileDialog.getSaveFileName(parent, title, proposed, patterns)
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() in {kind.ending for kind in kinds}:
        return path
    wanted = next((kind for kind in kinds if kind.pattern == pattern), kinds[0])
    return path.with_name(path.name + wanted.ending)


def documents() -> Path:
    """The folder for documents, where people look first; a new account may not have it yet, then the home folder."""
    place = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return place if place.is_dir() else Path.home()
