"""Each cell of a table of the picture as a whole sentence: what a person hears who does not see the shade."""

from __future__ import annotations

from app.compact import Pack
from app.domain.coverage import State
from app.i18n import _, format_number, isolate, ngettext
from app.ui.picture.shown import Seen
from app.ui.widgets.charts.heat_table import DONE, NOT_REPORTED, NOTHING_DONE, WITHHELD, HeatCell
from app.ui.words import choices, pictures

_KINDS = {
    State.DONE: DONE,
    State.NOTHING_DONE: NOTHING_DONE,
    State.NOT_REPORTED: NOT_REPORTED,
    State.WITHHELD: WITHHELD,
}


def heat_cell(seen: Seen, code: str, objective: int, pack: Pack) -> HeatCell:
    """The cell as the table paints and tells it."""
    found = seen.cell(code, objective)
    return HeatCell(_KINDS[found.state], found.activities, sentence(seen, code, objective, pack))


def sentence(seen: Seen, code: str, objective: int, pack: Pack) -> str:
    """Rabat, 15 Basic services: 3 activities from 2 organisations."""
    return _("{place}, {objective}: {known}").format(
        place=isolate(pictures.row(seen.axis, code)),
        objective=choices.objective_name(pack, objective),
        known=_known(seen, code, objective),
    )


def _known(seen: Seen, code: str, objective: int) -> str:
    found = seen.cell(code, objective)
    if found.state is State.WITHHELD:
        return _("withheld for safety. It is not zero.")
    if found.state is State.NOT_REPORTED:
        return _("nobody has reported. That is not zero.")
    count = seen.organisations(code, objective)
    if found.state is State.NOTHING_DONE:
        wrote = ngettext(
            "{count} organisation wrote “nothing done”.",
            "{count} organisations wrote “nothing done”.",
            count,
        )
        return wrote.format(count=format_number(count))
    return _("{activities} from {organisations}.").format(
        activities=activities(found.activities), organisations=organisations(count)
    )


def activities(count: int) -> str:
    """3 activities."""
    return ngettext("{count} activity", "{count} activities", count).format(count=format_number(count))


def organisations(count: int) -> str:
    """2 organisations."""
    return ngettext("{count} organisation", "{count} organisations", count).format(count=format_number(count))
