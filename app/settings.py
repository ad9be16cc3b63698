"""What one person set on this machine; kept as a small JSON file, never inside a workspace."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path

from app import paths

THEMES = ("system", "light", "dark", "contrast")
TEXT_SIZES = (90, 100, 110, 125, 150, 175, 200)
PAPERS = ("A4", "Letter")
"""Sizes of the pages of documents."""
AUTO_LOCK_MINUTES = (1, 5, 15, 0)
"""After how long without a key or a pointer the workspace is locked; 0 is never."""
MOST_RECENT = 10
"""Workspaces in the list of those opened last."""


@dataclass(frozen=True)
class Settings:
    """The settings of one person; every value has a default that works."""

    language: str = ""
    """Empty: not chosen yet, so the first window asks."""
    theme: str = "system"
    text_size: int = 100
    """Percent."""
    numerals: str = "latin"
    """`latin` (123) or `arabic` (١٢٣), in languages that write both."""
    paper: str = "A4"
    """Size of the pages of documents, one of `PAPERS`."""
    reduced_motion: bool = False
    auto_lock: int = 5
    """Minutes, one of `AUTO_LOCK_MINUTES`."""
    recent_hidden: bool = False
    """Whether no list of workspaces is kept."""
    recent: tuple[str, ...] = ()
    """Workspaces opened last, newest first."""
    backup_folder: str = ""
    """Where backups go; empty: the usual place."""
    backup_daily: bool = True
    window: dict[str, object] = field(default_factory=dict)
    """Place, size, page and selection, as the window left them."""

    def opened(self, workspace: Path) -> Settings:
        """The same after this workspace was opened, which now stands first in the list, if one is kept."""
        known = (str(workspace), *(one for one in self.recent if one != str(workspace)))
        return replace(self, recent=() if self.recent_hidden else known[:MOST_RECENT])

    def newest(self) -> Path | None:
        """The workspace opened last of those that are still there."""
        return next((path for path in map(Path, self.recent) if path.exists()), None)


def load() -> Settings:
    """The settings of this person; unreadable or unknown parts fall back to defaults."""
    try:
        kept = json.loads((paths.config() / "settings.json").read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(kept, dict):
        return Settings()
    known = {f.name: kept[f.name] for f in fields(Settings) if f.name in kept}
    try:
        known["recent"] = tuple(str(path) for path in known.get("recent", ()))
        return replace(Settings(), **known)
    except TypeError:
        return Settings()


def save(settings: Settings) -> None:
    """Keep the settings; written beside and renamed, so that a power cut leaves the old ones."""
    folder = paths.config()
    folder.mkdir(parents=True, exist_ok=True)
    fresh = folder / "settings.json.new"
    fresh.write_text(json.dumps(asdict(settings), ensure_ascii=False, indent=1), "utf-8")
    fresh.replace(folder / "settings.json")
