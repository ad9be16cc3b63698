"""How the first screen greets: the time of day on this computer, the person's own name, the date in full."""

from __future__ import annotations

from datetime import date, datetime

from babel.dates import get_month_names

from app import month_names
from app.i18n import _, format_date, isolate, translation

_NOON, _EVENING = 12, 18


def greeting(now: datetime, name: str) -> str:
    """Good morning before noon, good afternoon before six, good evening after; without a name if there is none."""
    words = _("Good morning, {name}") if name else _("Good morning")
    if now.hour >= _NOON:
        words = _("Good afternoon, {name}") if name else _("Good afternoon")
    if now.hour >= _EVENING:
        words = _("Good evening, {name}") if name else _("Good evening")
    return words.format(name=isolate(name))


def day_in_words(day: date) -> str:
    """The day with its weekday, such as Friday, 30 October 2026."""
    return format_date(day, style="full")


def short_month(month: str) -> str:
    """The short name of a month such as `2026-10`: Oct."""
    spoken = translation().locale
    return str(get_month_names("abbreviated", month_names.context(spoken), locale=spoken)[int(month[5:7])])
