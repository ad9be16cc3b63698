"""The rows of a list of records in words, and those that a segment picks by looking into the records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.domain.records import Record
from app.progress import Progress, silent
from app.services.records import commenting, recording
from app.services.records.listing import Listing
from app.ui.process.session import Session
from app.ui.widgets.lists.paged_model import Row
from app.ui.widgets.record.record_kind import Kind
from app.ui.widgets.record.review_card import status_words

_AT_ONCE = 500


@dataclass(frozen=True)
class Wish:
    """What a segment asks for that looks into the records; `number` tells whether it was asked last."""

    number: int
    query: recording.Query
    pick: Callable[[Session, Record], bool] | None = None
    order: Callable[[Session, Record], Any] | None = None


@dataclass(frozen=True)
class Picked:
    """The rows that a segment shows, and the wish that asked for them."""

    wish: Wish
    rows: tuple[Row, ...]


def picked(session: Session, kind: Kind, wish: Wish, progress: Progress = silent) -> Picked:
    """Every row whose record the segment shows; runs on the worker thread."""
    listing = Listing(session.workspace, wish.query)
    total = listing.count()
    chosen: list[recording.Line] = []
    for start in range(0, total, _AT_ONCE):
        progress(start, total)
        found = listing.lines(start, _AT_ONCE)
        chosen += [line for line in found if wish.pick is None or wish.pick(session, line.record)]
    if (order := wish.order) is not None:
        chosen.sort(key=lambda line: order(session, line.record))
    return Picked(wish, tuple(rows_of(session, kind, chosen)))


def rows_of(session: Session, kind: Kind, found: Sequence[recording.Line]) -> list[Row]:
    """Rows in words; how far a review is stands in place of Draft and Ready, never in place of a conflict."""
    statuses = commenting.statuses(session.workspace, [line.record.id for line in found])
    rows = [kind.row(session, line) for line in found]
    for place, line in enumerate(found):
        if line.record.id in statuses and not line.contested:
            words, tone = status_words(statuses[line.record.id], (rows[place].status, rows[place].tone))
            rows[place] = replace(rows[place], status=words, tone=tone)
    return rows
