"""A fresh process after a lock: Python cannot wipe a key from its memory, so the memory is given back whole.

The path goes through the environment, which only this person can read; the list of processes shows everybody
the words of a command. Where no new process can be had, the locked window simply stays.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

LOCKED, AWAY = "GROUNDWORK_LOCKED", "GROUNDWORK_AWAY"
RESTART = 75
"""What the event loop ends with when a fresh process shall take over."""
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Left:
    """What the process before left: the workspace to ask for, and whether the window stays put away."""

    workspace: Path | None = None
    away: bool = False


def left() -> Left:
    """Read it, once: what this process starts does not inherit it."""
    path, away = os.environ.pop(LOCKED, ""), os.environ.pop(AWAY, "")
    return Left(Path(path) if path else None, bool(away))


def begin_anew(workspace: Path, language: str, *, away: bool) -> int:
    """Let a fresh process take the place of this one; returns only where that is not to be had, or on Windows."""
    told = {**os.environ, LOCKED: str(workspace), AWAY: "1" if away else ""}
    words = command(language)
    try:
        if os.name == "nt":  # a process cannot be replaced there, only followed
            subprocess.Popen(words, env=told, close_fds=True)
            return 0
        os.execve(words[0], words, told)
    except OSError as failure:
        log.warning("no fresh process: %s", failure.strerror)
        return 1


def command(language: str) -> list[str]:
    """How this program was started, without the name of any workspace."""
    given = len(sys.argv) - 1
    asked = ["--language", language] if language else []
    return [sys.executable, *sys.orig_argv[1 : len(sys.orig_argv) - given], *asked]
