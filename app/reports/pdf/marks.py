"""The four signs of a coverage table, drawn so that they differ without colour."""

from __future__ import annotations

from app.reports import charts
from app.reports.pdf import look
from app.reports.pdf.canvas import Box, TaggedCanvas

_HATCH_STEP = 4.0


def shaded(canvas: TaggedCanvas, box: Box, count: int) -> None:
    """Something was done: a ground that is darker the more was done."""
    canvas.fill(box, charts.SHADES[charts.shade(count)])


def outlined(canvas: TaggedCanvas, box: Box) -> None:
    """Nothing was done, and somebody said so: an empty box with an edge."""
    canvas.frame(Box(box.left + 0.5, box.bottom + 0.5, box.width - 1, box.height - 1), look.LINE_STRONG, 0.7)


def hatched(canvas: TaggedCanvas, box: Box) -> None:
    """Nobody said anything: hatching."""
    canvas.fill(box, look.SUNKEN)
    for stroke in charts.hatching(box.width, box.height, _HATCH_STEP):
        start = (box.left + stroke.start[0], box.bottom + stroke.start[1])
        end = (box.left + stroke.end[0], box.bottom + stroke.end[1])
        canvas.rule(start, end, look.LINE_STRONG, 0.35)


def locked(canvas: TaggedCanvas, box: Box) -> None:
    """Withheld for safety: a lock."""
    canvas.fill(box, look.LINE)
    left, bottom = box.left + box.width / 2 - 3, box.bottom + box.height / 2 - 4
    body = f"{left:.2f} {bottom:.2f} 6 4.4 re f"
    near, far, foot, knee, peak = left + 1.2, left + 4.8, bottom + 4.4, bottom + 5.8, bottom + 8.2
    curve = f"{near:.2f} {peak:.2f} {far:.2f} {peak:.2f} {far:.2f} {knee:.2f} c"
    bow = f"{near:.2f} {foot:.2f} m {near:.2f} {knee:.2f} l {curve} {far:.2f} {foot:.2f} l S"
    canvas.path(f"{body} {bow}", look.TEXT, 0.9)
