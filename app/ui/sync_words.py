"""How syncing is told everywhere in the window: what is not yet elsewhere, when the laptops last met, what came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from app.i18n import N_, _, format_date, format_list, format_number, format_sentences, isolate, ngettext
from app.services.syncing.exchanging import Fact, Standing
from app.ui.process.session import Session
from app.ui.widgets.direction import in_line
from app.ui.widgets.record.saved_words import clock
from app.ui.widgets.record.value_words import kind_words

SYNCING = "sync"
"""What a job is about that exchanges changes with other laptops."""
_DEEDS = ("new", "changed", "deleted")
_ROWS = {
    "call": N_("Call"),
    "sent": N_("Submission sent"),
    "received": N_("Submission received"),
    "receipts": N_("Receipt"),
    "printed": N_("Comparison of pages"),
    "decision": N_("Decision"),
    "finding_decision": N_("Answer about a text"),
    "batch": N_("Import"),
    "imported": N_("Imported row"),
}


def state(standing: Standing, now: datetime) -> tuple[str, ...]:
    """The state line, the longest first: the window takes the first that has room."""
    unsent = unsent_words(standing.unsent)
    here = [_("All kept here"), unsent, last_words(standing, now)]
    return in_line(here), in_line(here[:2]), unsent or _("All kept here")


def whole(standing: Standing, now: datetime) -> str:
    """The same as two sentences, for where there is room."""
    unsent = ngettext(
        "{count} change is not yet on your other laptops.",
        "{count} changes are not yet on your other laptops.",
        standing.unsent,
    ).format(count=format_number(standing.unsent))
    if not standing.unsent:
        unsent = _("Everything written here was given to your other laptops.")
    if standing.last is None:
        return _("Nothing was synced yet.") if not standing.unsent else in_sentences(unsent, _("Never synced yet."))
    last = _("Last synced {when} over {place}.")
    return in_sentences(unsent, last.format(when=when_words(standing.last, now), place=isolate(standing.place)))


def in_sentences(*told: str) -> str:
    """Whole sentences, one after the other."""
    return format_sentences(told)


def unsent_words(count: int) -> str:
    """What no other laptop can have yet; "" where there is nothing."""
    if not count:
        return ""
    words = ngettext(
        "{count} change not yet on your other laptops", "{count} changes not yet on your other laptops", count
    )
    return words.format(count=format_number(count))


def last_words(standing: Standing, now: datetime) -> str:
    """When this laptop last met the others, and where."""
    if standing.last is None:
        return _("never synced")
    when, place = when_words(standing.last, now), isolate(standing.place)
    return _("last synced {when} over {place}").format(when=when, place=place)


def when_words(moment: datetime, now: datetime) -> str:
    """A moment as people say it: today, a day of this week, or a date; with the time where that still matters."""
    local, today = moment.astimezone(), now.astimezone().date()
    if local.date() == today:
        return _("today at {time}").format(time=clock(moment))
    if timedelta(0) < today - local.date() < timedelta(days=7):
        return _("{weekday} {time}").format(weekday=format_date(local.date(), style="EEEE"), time=clock(moment))
    return format_date(local.date())


def day_words(iso: str) -> str:
    """A day as entries carry it; what is none stays as it is."""
    try:
        return format_date(date.fromisoformat(iso))
    except ValueError:
        return iso


def is_syncing(session: Session) -> bool:
    """Whether an exchange is under way."""
    return any(task.about == SYNCING for task in session.tasks.running())


def by_laptop(facts: Iterable[Fact]) -> dict[str, dict[str, list[Fact]]]:
    """Laptop to kind to what happened."""
    found: dict[str, dict[str, list[Fact]]] = {}
    for one in sorted(facts, key=lambda fact: (fact.laptop, fact.kind, _DEEDS.index(fact.deed))):
        found.setdefault(one.laptop, {}).setdefault(one.kind, []).append(one)
    return found


def fact_words(kind: str, facts: Sequence[Fact]) -> str:
    """What happened to one kind: "Activity: 3 new and 1 changed"."""
    done = format_list([_deed_words(one.deed, one.count) for one in facts])
    return _("{kind}: {deeds}").format(kind=_(_ROWS[kind]) if kind in _ROWS else kind_words(kind), deeds=done)


def laptop_words(name: str) -> str:
    """What a laptop is called; one whose name cannot be read here is told so."""
    return name or _("A laptop whose name is not known here")


def _deed_words(deed: str, count: int) -> str:
    words = {
        "new": ngettext("{count} new", "{count} new", count),
        "changed": ngettext("{count} changed", "{count} changed", count),
        "deleted": ngettext("{count} put in the trash", "{count} put in the trash", count),
    }
    return words.get(deed, deed).format(count=format_number(count))
