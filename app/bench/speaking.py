"""What a person waits for who chooses another language: the page in sight built again in it, until it is painted."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from app.bench.measure import Measured
from app.errors import GroundworkError
from app.i18n import N_

_PATIENCE = 0.5
_WINDOW = "app.ui.timing"
"""The window stands above this room, so it is measured in a process of its own."""


class WindowUnmeasuredError(GroundworkError):
    """The process that measures the window ended without an answer."""

    message = N_("The window cannot be measured here: Qt or a library of the system is missing.")


def language(folder: Path) -> Measured:
    """Another language on the page that takes longest, against the half second that people may wait."""
    told = {**os.environ, "GROUNDWORK_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-m", _WINDOW], capture_output=True, text=True, check=False, env=told)
    if done.returncode:
        raise WindowUnmeasuredError
    found = json.loads(done.stdout)
    spent, anew = found["switched"], found["anew"]
    return Measured(
        "language",
        f"another language on the slowest of {found['pages']} pages, {found['page']}",
        spent,
        "500 ms",
        _PATIENCE,
        spent / _PATIENCE,
        1.0,
        f"{spent / anew:.2f} times what the same page takes to be built ({anew * 1000:.0f} ms)",
    )
