"""Each cell of the coverage as a whole sentence: what a person hears who does not see the shade."""

from __future__ import annotations

from app.compact import Pack
from app.domain.coverage import State
from app.domain.shared import SharedActivity, Told
from app.i18n import _, format_number, isolate, ngettext
from app.ui.picture.shown import Shown
from app.ui.widgets.charts.heat_table import DONE, NOT_REPORTED, NOTHING_DONE, WITHHELD, HeatCell
from app.ui.widgets.direction import in_line
from app.ui.widgets.lists.paged_model import Row
from app.ui.words import choices, wording
from app.ui.words.ordering import by_name

_KINDS = {
    State.DONE: DONE,
    State.NOTHING_DONE: NOTHING_DONE,
    State.NOT_REPORTED: NOT_REPORTED,
    State.WITHHELD: WITHHELD,
}


def heat_cell(shown: Shown, place: str, objective: int, pack: Pack) -> HeatCell:
    """The cell as the table paints and tells it."""
    found = shown.cell(place, objective)
    return HeatCell(_KINDS[found.state], found.activities, sentence(shown, place, objective, pack))


def sentence(shown: Shown, place: str, objective: int, pack: Pack) -> str:
    """Rabat, 15 Basic services: 3 activities from 2 organisations."""
    return _("{place}, {objective}: {known}").format(
        place=isolate(wording.place(place)),
        objective=choices.objective_name(pack, objective),
        known=_known(shown, place, objective),
    )


def _known(shown: Shown, place: str, objective: int) -> str:
    found = shown.cell(place, objective)
    if found.state is State.WITHHELD:
        return _("withheld for safety. It is not zero.")
    if found.state is State.NOT_REPORTED:
        return _("nobody has reported. That is not zero.")
    if found.state is State.NOTHING_DONE:
        view = next(one for one in shown.picture.objectives if one.objective == objective)
        wrote = ngettext(
            "{count} organisation wrote “nothing done”.",
            "{count} organisations wrote “nothing done”.",
            view.nothing_done,
        )
        return wrote.format(count=format_number(view.nothing_done))
    told = shown.told.get((place, objective), ())
    return _("{activities} from {organisations}.").format(
        activities=activities(found.activities), organisations=organisations(len({one.organisation.id for one in told}))
    )


def activities(count: int) -> str:
    """3 activities."""
    return ngettext("{count} activity", "{count} activities", count).format(count=format_number(count))


def organisations(count: int) -> str:
    """2 organisations."""
    return ngettext("{count} organisation", "{count} organisations", count).format(count=format_number(count))


def rows(told: tuple[Told, ...]) -> list[Row]:
    """The activities of a cell with who told them, by name and month, without any number of people."""
    dated = sorted(told, key=lambda one: (_month(one), one.entry.id))
    found = by_name(dated, lambda one: one.organisation.name)
    return [_row(place, one) for place, one in enumerate(found)]


def _row(place: int, one: Told) -> Row:
    assert isinstance(one.entry, SharedActivity)
    parts = (isolate(one.organisation.name), wording.when(one.entry.start), wording.place(one.entry.place))
    return Row(str(place), one.entry.title or _("Without a title"), in_line(parts))


def _month(one: Told) -> str:
    return one.entry.start.iso if isinstance(one.entry, SharedActivity) and one.entry.start else ""
