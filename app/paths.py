"""Where things are on this machine; nothing else in the program builds such a path."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path, user_config_path

_TOP = Path(__file__).resolve().parent.parent


def resources() -> Path:
    """The folder of data shipped with the program: reference pack, fonts, icons, places."""
    return _TOP / "resources"


def translations() -> Path:
    """The folder of catalogues; every sub-folder that holds one is a language."""
    return _TOP / "translations"


def config() -> Path:
    """The folder of this person's settings; `GROUNDWORK_HOME` moves it (portable use, tests)."""
    home = os.environ.get("GROUNDWORK_HOME")
    return Path(home) / "config" if home else user_config_path("groundwork", appauthor=False)


def cache() -> Path:
    """The folder of things that can be made again at any time."""
    home = os.environ.get("GROUNDWORK_HOME")
    return Path(home) / "cache" if home else user_cache_path("groundwork", appauthor=False)
