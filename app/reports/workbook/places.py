"""The sheet of the map: every place of it, the silent ones too, with what is known of it."""

from __future__ import annotations

from app.domain.coverage import State
from app.domain.picture.spots import Spot, spots
from app.domain.picture.words import spot, spot_name
from app.domain.shared import Picture
from app.domain.terms import Count
from app.domain.wording import Wording
from app.reports.tables import Cell, count_cell
from app.reports.workbook.book import Sheet


def mapped(picture: Picture, wording: Wording) -> Sheet:
    """One row for each place, by its code."""
    say, found = wording.say.gettext, spots(picture)
    heads = (
        *(say("Place"), say("Code"), say("What is known"), say("State"), say("Activities"), say("Organisations")),
        *(say("People reached"), say("People, at least"), say("People, at most"), say("Numbers withheld")),
    )
    rows = [(spot_name(one.code, found, wording), one.code, *_known(one, wording)) for one in found.each]
    return Sheet("map", say("Map"), heads, rows)


def _known(one: Spot, wording: Wording) -> tuple[Cell, ...]:
    is_done = one.known.state is State.DONE
    low, high = (Count(end, withheld=end is None and one.reach.withheld > 0) for end in (one.reach.low, one.reach.high))
    return (
        spot(one, wording),
        wording.state(one.known.state),
        one.known.activities if is_done else "",
        one.organisations if is_done else "",
        wording.reach(one.reach) if is_done else "",
        count_cell(low, wording),
        count_cell(high, wording),
        one.reach.withheld,
    )
