"""Words for the values of shared records: periods, months, counts, places, in the language of the window."""

from __future__ import annotations

from datetime import UTC, date, datetime

from app.domain.shared import Reach
from app.domain.terms import Count, Period, When
from app.i18n import _, format_date, format_month, format_number, language
from app.places import COUNTRY, load


def period(shown: Period) -> str:
    """July 2026 to September 2026; one month alone where both ends are the same."""
    start, end = format_month(shown.start.first_day), format_month(shown.end.first_day)
    return start if start == end else _("{start} to {end}").format(start=start, end=end)


def period_of(iso: str) -> str:
    """The same for a period as it is kept; what is no period is shown as it is."""
    try:
        return period(Period.parse(iso))
    except ValueError:
        return iso


def when(shown: When | None) -> str:
    """A month, or a day where the day may be told; empty for nothing."""
    if shown is None:
        return ""
    return format_date(shown.first_day) if shown.day else format_month(shown.first_day)


def day_of(moment_ms: int, today: date) -> str:
    """The day of a moment (milliseconds since 1970), in the time of this computer."""
    day = datetime.fromtimestamp(moment_ms / 1000, UTC).astimezone().date()
    return _("Today") if day == today else format_date(day, style="medium")


def count(shown: Count) -> str:
    """A number, or in words why there is none: the two kinds of silence are never mixed."""
    if shown.withheld:
        return _("withheld for safety")
    return _("not counted") if shown.value is None else format_number(shown.value)


def reach(shown: Reach) -> str:
    """A range of people, one number where both ends are the same."""
    if shown.low is None or shown.high is None:
        return _("withheld for safety") if shown.withheld else _("not counted")
    low, high = format_number(shown.low), format_number(shown.high)
    return low if low == high else _("{low} to {high}").format(low=low, high=high)


def place(code: str) -> str:
    """The name of a place; an unknown code as it is."""
    if not code:
        return _("No place told")
    found = load().place(code)
    return load().country_name(found.code, language()) if found.level == COUNTRY else found.name or found.code
