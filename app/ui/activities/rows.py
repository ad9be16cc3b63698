"""How an activity is told in one row of the list."""

from __future__ import annotations

from functools import lru_cache

from app.domain.records import Activity, Record
from app.domain.terms import When
from app.i18n import _, format_date, format_month, format_number, isolate, language, ngettext
from app.services.records.recording import Line
from app.ui.process.session import Session
from app.ui.widgets import place_words
from app.ui.widgets.direction import in_line
from app.ui.widgets.lists.paged_model import Row
from app.ui.words import choices

MOST_TAGS = 3


def row(session: Session, line: Line) -> Row:
    """Title, when, where and how many, the objectives, and whether it is complete."""
    record = line.record
    assert isinstance(record, Activity)
    status, tone = _status(line)
    return Row(record.id, title(session, record), facts(record), tags(session, record), status, tone)


def title(session: Session, record: Record) -> str:
    """What the activity is called; words that say so while it has no title."""
    assert isinstance(record, Activity)
    return record.title or _("Activity without a title")


def facts(record: Activity) -> str:
    """One line: when, where, how many people; what was not told is left out."""
    parts = [
        _when(record.start, language()) if record.start else "",
        isolate(_place(record.place, language())) if record.place else "",
        _people(record.counted) if record.counted is not None else "",
    ]
    return in_line(parts)


def tags(session: Session, record: Activity) -> str:
    """The first objectives, by number and name."""
    return "   ".join(choices.objective_name(session.pack, number) for number in record.objectives[:MOST_TAGS])


def _status(line: Line) -> tuple[str, str]:
    if line.contested:
        return _("Two versions"), "warn"
    return (_("Draft"), "neutral") if line.complete is False else (_("Ready"), "accent")


def _people(count: int) -> str:
    return ngettext("{count} person", "{count} people", count).format(count=format_number(count))


@lru_cache(maxsize=512)
def _when(when: When, spoken: str) -> str:
    """Babel takes a tenth of a millisecond for a date, and a list has the same ones again and again."""
    return format_date(when.first_day, style="medium") if when.day else format_month(when.first_day)


@lru_cache(maxsize=512)
def _place(code: str, spoken: str) -> str:
    return place_words.name(code)
