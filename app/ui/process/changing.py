"""Settings as they are after a person changed one in the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.settings import TEXT_SIZES, Settings

_CHANGED: dict[str, Callable[[Any], object]] = {
    "language": str,
    "theme": str,
    "numerals": str,
    "paper": str,
    "reduced_motion": bool,
    "auto_lock": int,
    "backup_daily": bool,
    "backup_folder": str,
}
"""The settings that are taken as they are given, and what they are."""
UNSEEN = ("paper", "auto_lock", "recent_hidden", "backup_daily")
"""Settings that change nothing on the screen."""


def changed(settings: Settings, name: str, value: object) -> Settings:
    """The settings with one that a person changes in the window. Raises ValueError for another."""
    if name == "text_size":
        return replace(settings, text_size=_text_size(settings.text_size, value))
    if name == "recent_hidden":
        return replace(settings, recent_hidden=value is True, recent=() if value is True else settings.recent)
    if name not in _CHANGED:
        raise ValueError(name)
    return replace(settings, **{name: _CHANGED[name](value)})  # type: ignore[arg-type]


def _text_size(now: int, wished: object) -> int:
    """The next size up or down, or the size itself; the ends stay where they are."""
    if wished == "larger":
        return next((size for size in TEXT_SIZES if size > now), TEXT_SIZES[-1])
    if wished == "smaller":
        return next((size for size in reversed(TEXT_SIZES) if size < now), TEXT_SIZES[0])
    return int(str(wished))
