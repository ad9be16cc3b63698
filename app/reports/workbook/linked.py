"""The sheet of activities that several organisations tell of: one row per entry, with the range they have together."""

from __future__ import annotations

from app.domain.shared import Picture, SharedActivity
from app.domain.terms import Count
from app.domain.wording import Wording
from app.reports import counted_once
from app.reports.tables import count_cell
from app.reports.workbook.book import Sheet


def linked(picture: Picture, wording: Wording) -> Sheet:
    """Rows with the same number in the first column are one activity."""
    say = wording.say.gettext
    heads = (
        *(say("Activity counted once"), say("Activity id"), say("Organisation"), say("Activity")),
        *(say("People reached"), say("People, at least"), say("People, at most"), say("Counted once because")),
    )
    rows, known = [], counted_once.known(picture)
    for number, one in enumerate(picture.linked, start=1):
        low, high = (
            Count(end, withheld=end is None and one.reach.withheld > 0) for end in (one.reach.low, one.reach.high)
        )
        together = count_cell(low, wording), count_cell(high, wording), counted_once.why(one, wording)
        for told in counted_once.members(known, one):
            if isinstance(told.entry, SharedActivity):
                entry = told.entry
                own = entry.id, told.organisation.name, entry.title, count_cell(entry.reach, wording)
                rows.append((number, *own, *together))
    return Sheet("counted_once", say("Counted once"), heads, rows)
