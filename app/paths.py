"""Where things are on this machine; nothing else in the program builds such a path."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_documents_path

_TOP = Path(__file__).resolve().parent.parent
PORTABLE = "portable"
"""The name of the file that marks a portable program."""


def resources() -> Path:
    """The folder of data shipped with the program: reference pack, fonts, icons, places."""
    return _TOP / "resources"


def translations() -> Path:
    """The folder of catalogues; every sub-folder that holds one is a language."""
    return _TOP / "translations"


def config() -> Path:
    """The folder of this person's settings; a portable program keeps them beside itself."""
    home = _home()
    return home / "config" if home else user_config_path("groundwork", appauthor=False)


def packs() -> Path:
    """The folder of reference packs that a person took from a file, for everybody who uses these settings."""
    return config() / "packs"


def cache() -> Path:
    """The folder of things that can be made again at any time."""
    home = _home()
    return home / "cache" if home else user_cache_path("groundwork", appauthor=False)


def backups() -> Path:
    """Where backups go unless somebody chose another folder: among the documents, outside the program's own."""
    home = _home()
    return home / "backups" if home else user_documents_path() / "Groundwork backups"


def _home() -> Path | None:
    """One folder for everything: `GROUNDWORK_HOME` (tests), or `data` beside a program marked as portable.

    The mark is a file named `portable` beside the program; it counts only where `data` can be written.
    """
    if told := os.environ.get("GROUNDWORK_HOME"):
        return Path(told)
    if (_TOP / PORTABLE).exists() and os.access(_TOP, os.W_OK):
        return _TOP / "data"
    return None
