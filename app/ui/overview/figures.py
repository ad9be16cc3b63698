"""The four counts in words; the numbers are those of the overview service and nothing is counted here."""

from __future__ import annotations

from app.i18n import _, format_number, ngettext
from app.services.overview import Overview
from app.ui.overview.count_card import Told

NOT_COUNTED = "–"


def activities(seen: Overview) -> Told:
    """Activities of this quarter, beside the quarter before."""
    more = seen.activities - seen.activities_before
    value = format_number(seen.activities)
    if more > 0:
        note = ngettext("{count} more than last quarter", "{count} more than last quarter", more)
        return Told(value, note.format(count=format_number(more)), "good")
    if more < 0:
        note = ngettext("{count} fewer than last quarter", "{count} fewer than last quarter", -more)
        return Told(value, note.format(count=format_number(-more)))
    return Told(value, _("As many as last quarter"))


def people(seen: Overview) -> Told:
    """People reached in everything written; nobody counted is a dash and a sentence, never zero."""
    if seen.people_reached is None:
        return Told(NOT_COUNTED, _("Nobody has counted yet"))
    return Told(format_number(seen.people_reached), _("Who came twice is counted twice"))


def feedback(seen: Overview) -> Told:
    """Everything heard, and how much of it this month."""
    count = seen.feedback_this_month
    note = ngettext("{count} this month", "{count} this month", count).format(count=format_number(count))
    return Told(format_number(seen.feedback), note, "good" if count else "")


def objectives(seen: Overview) -> Told:
    """How many are chosen, and how many of those have nothing written yet."""
    chosen = [line for line in seen.objectives if line.chosen]
    of = _("{done}/{total}").format(done=format_number(len(chosen)), total=format_number(len(seen.objectives)))
    if not chosen:
        return Told(of, _("None chosen yet"), "warn")
    silent = sum(not line.activities for line in chosen)
    if not silent:
        return Told(of, _("All have something written"), "good")
    note = ngettext("{count} with nothing written yet", "{count} with nothing written yet", silent)
    return Told(of, note.format(count=format_number(silent)), "warn")
