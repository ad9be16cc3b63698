"""The drawings of icons: as shipped, and recoloured as files for the few rules of the style sheet that want one."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from app import paths


@lru_cache(maxsize=256)
def source(name: str) -> str:
    """The SVG text of an icon, in `currentColor`. Raises FileNotFoundError for a name that is not shipped."""
    return (paths.resources() / "icons" / f"{name}.svg").read_text("utf-8")


def file_in(shade: str, name: str) -> Path:
    """The cached SVG file of an icon in `#RRGGBB`; made if absent. Raises OSError if the cache cannot be written."""
    kept = paths.cache() / "icons" / f"{name}-{shade.lstrip('#')}.svg"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(source(name).replace("currentColor", shade), "utf-8")
    return kept
