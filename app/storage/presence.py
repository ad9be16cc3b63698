"""Presence: a file that one sitting at a workspace keeps locked for as long as its program lives.

The system lets go of the lock when the program ends, however it ends; so who holds none is gone. The lock is
SQLite's own, on an empty file beside the workspace, and so the same on every system and network drive.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from app.storage.database import WorkspaceBusyError, refused_plainly

_MARK = ".typing-"
_PATIENCE = 5
"""How often a lock is tried for: there are network drives that refuse every one."""


class Presence:
    """One sitting, by a word of its own; `end` it when the workspace is closed. Raises WorkspaceBusyError."""

    def __init__(self, workspace: Path) -> None:
        self._workspace = workspace
        with refused_plainly(workspace.name):
            _clear(workspace)
            self.word, self._held = _taken(workspace)

    def end(self) -> None:
        """Let go: what this sitting holds is nobody's from now on."""
        self._held.close()
        _put_away(_file(self._workspace, self.word))


def is_there(workspace: Path, word: str) -> bool:
    """Whether a sitting of that word is alive, in this program or in another one."""
    file = _file(workspace, word)
    if not word.isalnum() or not file.exists():
        return False
    held = _locked(file)
    if held is not None:
        held.close()
    return held is None


def _taken(workspace: Path) -> tuple[str, sqlcipher.Connection]:
    """A fresh word, locked; whoever cleared its file away in between leaves no file, and then another is taken."""
    for _attempt in range(_PATIENCE):
        word = secrets.token_hex(6)
        held = _locked(_file(workspace, word))
        if held is not None and _file(workspace, word).exists():
            return word, held
    raise WorkspaceBusyError(detail="no lock to be had here")


def _clear(workspace: Path) -> None:
    """Take away the files of sittings that were killed."""
    for file in workspace.parent.glob(f"{workspace.name}{_MARK}*"):
        held = _locked(file)
        if held is not None:
            _put_away(file)  # before the lock is let go, so that nobody takes it in between
            held.close()
            _put_away(file)  # where an open file cannot be taken away


def _locked(file: Path) -> sqlcipher.Connection | None:
    """The lock on that file; None where somebody else has it."""
    connection = sqlcipher.connect(str(file), isolation_level=None, timeout=0, check_same_thread=False)
    try:
        connection.execute("pragma journal_mode=memory")  # nothing is ever written, so there is no second file either
        connection.execute("begin exclusive")
    except sqlcipher.OperationalError as failure:
        connection.close()
        if "locked" in str(failure):
            return None
        raise
    return connection


def _file(workspace: Path, word: str) -> Path:
    return workspace.with_name(f"{workspace.name}{_MARK}{word}")


def _put_away(file: Path) -> None:
    with suppress(OSError):
        file.unlink(missing_ok=True)
