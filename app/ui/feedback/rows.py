"""How a message is told in one row of the list: what was meant, never who said it."""

from __future__ import annotations

from app.domain.records import Feedback, Record
from app.i18n import _, format_month, language
from app.services.loops import wait
from app.services.recording import Line
from app.ui import choices
from app.ui.session import Session
from app.ui.widgets.direction import in_line
from app.ui.widgets.paged_model import Row
from app.ui.widgets.waiting_words import days_waiting

MOST_TAGS = 3


def row(session: Session, line: Line) -> Row:
    """What was meant, the month with kind and way, the topics, and whether somebody waits for an answer."""
    record = line.record
    assert isinstance(record, Feedback)
    status, tone = _status(line)
    told = facts(session, record)
    if record.open_loop:
        told = in_line([days_waiting(wait(record, session.workspace.now().astimezone().date()).days), told])
    return Row(record.id, meant(record), told, tags(session, record), status, tone)


def title(session: Session, record: Record) -> str:
    """The kind of message; words that say so while it has none."""
    assert isinstance(record, Feedback)
    kind = session.pack.code_list("feedback_types").label(record.type, language()) if record.type else ""
    return kind or _("Message without a kind")


def meant(record: Feedback) -> str:
    """The first line of the organisation's own words; words that say so while there are none."""
    first, _end, _rest = record.paraphrase.strip().partition("\n")
    return first or _("Message without words")


def facts(session: Session, record: Feedback) -> str:
    """One line: month, kind of message, how it came; what was not told is left out."""
    parts = [
        format_month(record.month.first_day) if record.month else "",
        session.pack.code_list("feedback_types").label(record.type, language()) if record.type else "",
        session.pack.code_list("feedback_channels").label(record.channel, language()) if record.channel else "",
    ]
    return in_line(parts)


def tags(session: Session, record: Feedback) -> str:
    """The first topics, by number and name."""
    return "   ".join(choices.objective_name(session.pack, number) for number in record.topics[:MOST_TAGS])


def since(session: Session, record: Record) -> tuple[object, str]:
    """Since when somebody waits: the longest wait comes first."""
    assert isinstance(record, Feedback)
    return wait(record, session.workspace.now().astimezone().date()).since, record.id


def _status(line: Line) -> tuple[str, str]:
    record = line.record
    assert isinstance(record, Feedback)
    if line.contested:
        return _("Two versions"), "warn"
    if line.complete is False:
        return _("Draft"), "neutral"
    return (_("Waits for an answer"), "info") if record.open_loop else (_("Answered"), "good")
