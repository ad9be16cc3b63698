"""Ten thousand submissions: taking them in, and the picture after one more of them, in time and in memory."""

from __future__ import annotations

from collections import deque

from app.bench.hub import Hub, highest, hub, take
from app.bench.linking import EACH, YEAR
from app.bench.measure import Measured, Task, against, paired
from app.domain.picture.crossing import Axis, crossed
from app.domain.shared import Audience
from app.domain.terms import Period
from app.progress import Progress
from app.services.opening.workspace import Workspace
from app.services.picturing import listing, looking, mapping, national, outlining
from app.storage import listings

_SECONDS, _PROMISED = 2.0, "what people were promised"
_FIGURES = f"{YEAR.iso} {Audience.COORDINATOR.value}"


def received(size: int, progress: Progress) -> Measured:
    """Taking files in, signatures, decoding and keeping them included, against checking and decoding them alone."""
    found = hub(size, progress)
    before, quarter, after, _looked = found.memory
    work = f"take in {size // EACH} submissions of {EACH} activities"
    note = f"memory {before:.0f} MiB, {quarter:.0f} after a quarter, {after:.0f} after all"
    ratio = found.received / max(found.checked, 1e-9)
    limit = "checking and decoding them alone"
    return Measured("receive-large", work, found.received, limit, found.checked, ratio, 2.0, note)


def figures(size: int, progress: Progress) -> Measured:
    """One more submission is taken in, accepted and in the figures, in the time that people were promised."""
    found = hub(size, progress)
    work = f"one more submission of {EACH} activities in the figures of {size // EACH}"
    note = f"the first time {found.first:.1f} s; memory {found.memory[2]:.0f} MiB, then {found.memory[3]:.0f} MiB"
    task = Task("picture-large", work, _PROMISED, 1.0)
    return against(task, lambda: _one_more(found, outlining.outline), seconds=_SECONDS, note=note)


def whole(size: int, progress: Progress) -> Measured:
    """The same as the window shows it: tables, map, charts, the period before, and the first of the lists."""
    found = hub(size, progress)
    work = f"one more submission of {EACH} activities in the picture of {size // EACH} as the window shows it"
    task = Task("picture-whole", work, _PROMISED, 1.0)
    measured = against(task, lambda: _one_more(found, _shown), seconds=_SECONDS)
    return Measured(**{**vars(measured), "note": f"memory {highest():.0f} MiB"})


def through(size: int, progress: Progress) -> Measured:
    """Walking through every entry of the picture, as a workbook does, against reading all that is kept of them."""
    found = hub(size, progress)
    task = Task(
        "picture-entries",
        f"every entry of the picture of {size // EACH} submissions, one after the other",
        "reading what is kept of them",
        5.0,
    )
    shown = national.picture(found.own, YEAR, held=0)
    measured = paired(task, lambda: deque(shown.activities, 0), lambda: _read_entries(found), rounds=1)
    return Measured(**{**vars(measured), "note": f"memory {highest():.0f} MiB"})


def _shown(own: Workspace, period: Period) -> None:
    edition = national.edition(own, national.picture(own, period))
    for axis in Axis:
        crossed(edition.picture, axis)
    mapping.mapped(edition.picture, own.pack)
    national.charts(edition.picture, own.pack)
    if not edition.picture.is_held:
        listing.stretch(edition, 0)


def _one_more(found: Hub, look: object) -> None:
    assert callable(look)
    take(found.own, [next(found.later)])
    look(found.own, YEAR)


def _read_entries(found: Hub) -> None:
    with found.own.reading() as session:
        deque(listings.get(session, looking.of(_FIGURES)[0]), 0)
