"""The first word decides: a window for one workspace or none, the command line for everything else."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from app import logs
from app.errors import GroundworkError
from app.i18n import N_

_SUFFIX = ".groundwork"


class WindowMissingError(GroundworkError):
    """Qt is not installed, or lacks a library of the system, as on servers."""

    message = N_("The window cannot be shown here. The commands work without it: groundwork --help tells them.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what was asked; the exit status of the command line (docs/cli.md) or of the window."""
    logs.to_standard_error()
    words = list(sys.argv[1:] if arguments is None else arguments)
    rest, language = _without_language(words)
    if not rest or (len(rest) == 1 and rest[0].endswith(_SUFFIX)):
        return _window(Path(rest[0]) if rest else None, language)
    from app.cli.running import run

    return run(words)


def _window(workspace: Path | None, language: str) -> int:
    try:
        import_module("PySide6.QtWidgets")
    except ImportError:  # Qt itself, or a library of the system that it needs
        sys.stderr.write(WindowMissingError().sentence() + "\n")
        return WindowMissingError.exit_status
    from app.ui.running import run as open_window

    return open_window(workspace, language or None)


def _without_language(words: Sequence[str]) -> tuple[list[str], str]:
    """The words without `--language xx`, and the xx."""
    rest, language = list(words), ""
    for at, word in enumerate(words):
        if word == "--language" and at + 1 < len(words):
            rest, language = [*words[:at], *words[at + 2 :]], words[at + 1]
        if word.startswith("--language="):
            rest, language = [*words[:at], *words[at + 1 :]], word.partition("=")[2]
    return rest, language
