"""The colours of documents, once for every drawing: calm on a screen, and apart on a copier that knows only black."""

from __future__ import annotations

ACCENT, ACCENT_SOFT = "#0B6B57", "#DDEFE8"
TEXT, MUTED, PAPER = "#1D2724", "#56605B", "#FFFFFF"
LINE, LINE_STRONG, SUNKEN = "#DDD7CB", "#8A8475", "#F4F2EC"
WARNING, WARNING_SOFT = "#855000", "#FBEBCB"
INFO, INFO_SOFT = ACCENT, "#EDF5F1"
NOTICES = {
    "info": (INFO, INFO_SOFT),
    "warning": (WARNING, WARNING_SOFT),
    "withheld": (LINE_STRONG, SUNKEN),
}
"""The edge and the ground of each kind of notice."""
SHADES = ("#EFECE4", "#CBE6DB", "#93CDB9", "#3F9C83", "#0B6B57", "#08493C")
"""The ground of each step of a count (`app.charts.step`)."""
SHADE_INKS = (TEXT, TEXT, TEXT, "#081310", PAPER, PAPER)
"""The ink that can be read on each shade."""
_PARTS = (4, 2, 5, 1, 3)


def part(at: int) -> int:
    """The shade of a part of a bar, so that neighbours differ on paper without colour."""
    return _PARTS[at % len(_PARTS)]
