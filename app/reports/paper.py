"""The sizes of paper, in points."""

from __future__ import annotations

SIZES = {"A3": (841.89, 1190.551), "A4": (595.276, 841.89), "A6": (297.638, 419.528), "Letter": (612.0, 792.0)}


def size_of(page: str) -> tuple[float, float]:
    """Width and height; those of A4 for a name that nobody knows."""
    return SIZES.get(page, SIZES["A4"])
