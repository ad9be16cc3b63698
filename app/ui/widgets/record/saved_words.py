"""When something was saved, in words and in this computer's own time."""

from __future__ import annotations

from datetime import datetime

from app.i18n import _, format_date, translation


def clock(moment: datetime) -> str:
    """The time of day, such as 10:42."""
    return translation().time(moment.astimezone())


def moment_words(moment: datetime) -> str:
    """The day and the time of day."""
    return _("{day}, {time}").format(day=format_date(moment.astimezone().date()), time=clock(moment))


def saved(moment: datetime, now: datetime) -> str:
    """That something is saved: with the time if it was today, else with the day."""
    if moment.astimezone().date() == now.astimezone().date():
        return _("Saved on this computer at {time}").format(time=clock(moment))
    return _("Saved on this computer on {day}").format(day=format_date(moment.astimezone().date()))
