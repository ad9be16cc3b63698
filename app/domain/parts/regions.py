"""The region that a cell of the picture stands for."""

from __future__ import annotations

from functools import lru_cache

from app.places import load, region


@lru_cache(maxsize=4096)
def region_of(code: str) -> str:
    """The code of the region that a place lies in; "" where none is told."""
    found = region(load().place(code)) if code else None
    return found.code if found else ""
