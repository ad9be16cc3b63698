"""Ten thousand submissions: taking them in, and the picture after one more of them, in time and in memory."""

from __future__ import annotations

from app.bench.hub import Hub, highest, hub, take
from app.bench.linking import EACH, YEAR
from app.bench.measure import Measured, Task, paired
from app.domain.shared import Audience
from app.progress import Progress
from app.services.picturing import national, outlining
from app.storage import listings, projections

_FIGURES = f"{YEAR.iso} {Audience.COORDINATOR.value}"
_ENTRIES = f"{_FIGURES} entries"


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
    """One more submission is taken in, accepted and in the figures, against reading what is kept of all others once."""
    found = hub(size, progress)
    task = Task(
        "picture-large",
        f"one more submission of {EACH} activities in the figures of {size // EACH}",
        "reading what is kept of each organisation once",
        2.0,
    )
    note = f"the first time {found.first:.1f} s; memory {found.memory[2]:.0f} MiB, then {found.memory[3]:.0f} MiB"
    return paired(task, lambda: _one_more(found, outlining.outline), lambda: _read_figures(found), note=note)


def whole(size: int, progress: Progress) -> Measured:
    """The same with every entry, as the tabs of the window, reports and tables have it."""
    found = hub(size, progress)
    task = Task(
        "picture-whole",
        f"one more submission of {EACH} activities in the whole picture of {size // EACH}, with every entry",
        "reading everything that is kept once",
        2.0,
    )
    measured = paired(task, lambda: _one_more(found, national.picture), lambda: _read_all(found), rounds=3)
    return Measured(**{**vars(measured), "note": f"memory {highest():.0f} MiB"})


def _one_more(found: Hub, look: object) -> None:
    assert callable(look)
    take(found.own, [next(found.later)])
    look(found.own, YEAR)


def _read_figures(found: Hub) -> None:
    with found.own.reading() as session:
        projections.get(session, "files", object)
        projections.get(session, _FIGURES, object)


def _read_all(found: Hub) -> list[object]:
    _read_figures(found)
    with found.own.reading() as session:
        return list(listings.get(session, _ENTRIES))
