"""What a person waits for while looking: the search as it is typed, a long list, the pages of a full workspace."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

from app.bench.full_workspace import COMMON, Full, full
from app.bench.measure import Measured, Task, paired, slowest
from app.domain.records import KINDS
from app.services import overview
from app.services.opening.workspace import Workspace
from app.services.records import commenting, conflicts, objectives, recording, reminders, searching
from app.services.records.listing import Listing
from app.services.records.recording import Query
from app.services.submitting import calls, submissions
from app.storage import search

USUAL = 20_000
"""How many records there are, unless another size is asked for."""
_PAGES, _ROWS, _SCREEN = 40, 50, 256
_SMALLER = 10
_RAW_PAGE = (
    'SELECT number, id, kind, stamp, "by", many, deleted, contested, waiting, month, title, body FROM record '
    "WHERE kind = 'activity' AND deleted IS 0 AND (month, id) < (?, ?) ORDER BY month DESC, id DESC LIMIT ?"
)
_RAW_SEARCH = "SELECT rowid FROM record_search WHERE record_search MATCH ? ORDER BY rowid DESC LIMIT 50"


def search_(size: int) -> Measured:
    """Every beginning of words in six scripts, as somebody types them, against the raw full text query."""
    held = full(size)
    typed = [word[:end] for words in COMMON.values() for word in words.split() for end in range(2, len(word) + 1)]
    pairs = [
        (partial(searching.find, held.own, one, ("activity", "feedback")), partial(_raw, held, one)) for one in typed
    ]
    task = Task(
        "search",
        f"as typed, {len(typed)} beginnings in six scripts, {size} records, p95",
        "the raw FTS5 query, p95",
        1.5,
    )
    return slowest(task, pairs)


def list_(size: int) -> Measured:
    """Pages of a long list one after the other, from its middle, against the raw cursor on the same rows."""
    held = full(size)
    middle, pages = _middle(held, _PAGES)
    (start,) = Listing(held.own, Query("activity")).lines(middle - 1, 1)

    def cursor() -> None:
        month, id = start.month, start.record.id
        for _number in range(pages):
            rows = held.raw.execute(_RAW_PAGE, (month, id, _ROWS)).fetchall()
            month, id = rows[-1][9], rows[-1][1]

    task = Task("list", f"{pages} pages of {_ROWS} from the middle of {size} records", "the raw cursor, same rows", 4.0)
    jump = _milliseconds(lambda: Listing(held.own, Query("activity")).lines(middle, _ROWS))
    return paired(task, _walk(held, middle, pages), cursor, note=f"a jump to the middle {jump:.0f} ms")


def growth(size: int) -> Measured:
    """The same pages of a list in a workspace that is ten times as full."""
    large, small = full(size), full(size // _SMALLER)
    at_most = min(_middle(large, _PAGES)[1], _middle(small, _PAGES)[1])
    task = Task(
        "growth", f"{at_most} pages of {_ROWS} of {size} records", f"the same of {size // _SMALLER} records", 1.3
    )
    return paired(
        task, _walk(large, _middle(large, at_most)[0], at_most), _walk(small, _middle(small, at_most)[0], at_most)
    )


def page(size: int) -> Measured:
    """What the pages read when they are opened: the slowest of them against the time people wait gladly."""
    own = full(size).own
    pages: dict[str, Callable[[], object]] = {
        "activities": partial(_screen, own, Query("activity")),
        "drafts": partial(_screen, own, Query("activity", complete=False)),
        "feedback": partial(_screen, own, Query("feedback")),
        "waiting": partial(_screen, own, Query("feedback", open_loop=True)),
        "objectives": partial(objectives.lines, own),
        "one objective": partial(_screen, own, Query("activity", objective=7)),
        "records": partial(_records, own),
        "review": lambda: (commenting.waiting(own), conflicts.every(own)),
        "submissions": lambda: (calls.every(own), submissions.every(own)),
        "trash": partial(recording.deleted, own),
        "overview": partial(overview.overview, own),
    }
    taken = {name: min(_milliseconds(read) for _turn in range(5)) for name, read in pages.items()}
    last = max(taken, key=lambda name: taken[name])
    note = ", ".join(f"{name} {spent:.0f} ms" for name, spent in taken.items())
    seconds = taken[last] / 1000
    return Measured(
        "page", f"what the slowest page reads, {size} records", seconds, "300 ms", 0.3, seconds / 0.3, 1.0, note
    )


def _walk(held: Full, middle: int, pages: int) -> Callable[[], None]:
    """One page after the other, from the middle; how to get there was found before."""
    listing = Listing(held.own, Query("activity"))
    listing.lines(middle - 1, 1)

    def walk() -> None:
        for number in range(pages):
            listing.lines(middle + number * _ROWS, _ROWS)

    return walk


def _middle(held: Full, pages: int) -> tuple[int, int]:
    """The middle of the list of activities, and how many pages lie below it, at most so many."""
    middle = Listing(held.own, Query("activity")).count() // 2
    return middle, min(pages, middle // _ROWS)


def _screen(own: Workspace, query: Query) -> None:
    listing = Listing(own, query)
    listing.count()
    listing.lines(0, _SCREEN)


def _records(own: Workspace) -> None:
    for kind in KINDS:
        recording.count(own, Query(kind))
    reminders.due(own)


def _raw(held: Full, typed: str) -> object:
    return held.raw.execute(_RAW_SEARCH, (search.asked(typed),)).fetchall()


def _milliseconds(work: Callable[[], object]) -> float:
    before = time.perf_counter()
    work()
    return (time.perf_counter() - before) * 1000
