"""How the records of this page are told in one row of their list: what was meant, never who said it."""

from __future__ import annotations

from app.domain.records import Feedback, PolicyCard, Record, ReferralContact, Rumour
from app.i18n import _, format_month, format_number, isolate, language, ngettext, translation
from app.services.feedback.dating import today
from app.services.feedback.loops import wait
from app.services.records.recording import Line
from app.tongues import code_called
from app.ui.process.session import Session
from app.ui.widgets.direction import in_line
from app.ui.widgets.lists.paged_model import Row
from app.ui.widgets.record import record_names
from app.ui.widgets.waiting_words import days_waiting
from app.ui.words import choices

MOST_TAGS = 3


def row(session: Session, line: Line) -> Row:
    """What was meant, the month with kind and way, the topics, and whether somebody waits for an answer."""
    record = line.record
    assert isinstance(record, Feedback)
    status, tone = _status(line)
    told = facts(session, record)
    if record.open_loop:
        told = in_line([days_waiting(wait(record, today(session.workspace)).days), told])
    return Row(record.id, meant(record), told, tags(session, record), status, tone)


def title(session: Session, record: Record) -> str:
    """The kind of message; words that say so while it has none."""
    assert isinstance(record, Feedback)
    return _label(session, "feedback_types", record.type) or _("Message without a kind")


def meant(record: Feedback) -> str:
    """The first line of the organisation's own words; words that say so while there are none."""
    first, _end, _rest = record.paraphrase.strip().partition("\n")
    return first or _("Message without words")


def facts(session: Session, record: Feedback) -> str:
    """One line: month, kind of message, how it came; what was not told is left out."""
    parts = [
        format_month(record.month.first_day) if record.month else "",
        _label(session, "feedback_types", record.type),
        _label(session, "feedback_channels", record.channel),
    ]
    return in_line(parts)


def tags(session: Session, record: Feedback) -> str:
    """The first topics, by number and name."""
    return "   ".join(choices.objective_name(session.pack, number) for number in record.topics[:MOST_TAGS])


def since(session: Session, record: Record) -> tuple[object, str]:
    """Since when somebody waits: the longest wait comes first."""
    assert isinstance(record, Feedback)
    return wait(record, today(session.workspace)).since, record.id


def rumour(session: Session, line: Line) -> Row:
    """What goes round, when and how it was heard, and whether it is true; open until something came of it."""
    record = line.record
    assert isinstance(record, Rumour)
    month = format_month(record.month.first_day) if record.month else ""
    told = in_line([month, _label(session, "feedback_channels", record.channel)])
    checked = in_line(
        [_label(session, "rumour_risk", record.risk), _label(session, "rumour_verification", record.verification)]
    )
    status, tone = (_("Still going round"), "info") if is_open(record) else (_("Answered"), "good")
    return Row(record.id, record_names.called(session, record), told, checked, status, tone)


def is_open(record: Record) -> bool:
    """Whether a rumour still goes round: nothing came of it yet."""
    return isinstance(record, Rumour) and not record.outcome


def card(session: Session, line: Line) -> Row:
    """The title, its language, and how many questions it asks."""
    record = line.record
    assert isinstance(record, PolicyCard)
    asked = len(record.questions)
    told = ngettext("{count} question", "{count} questions", asked).format(count=format_number(asked))
    code = code_called(record.language)
    spoken = translation().language_name(code) if code else record.language
    return Row(record.id, record_names.called(session, record), in_line([spoken, told]))


def contact(session: Session, line: Line) -> Row:
    """The service, how it is reached, and whether it is the focal point or for emergencies."""
    record = line.record
    assert isinstance(record, ReferralContact)
    status, tone = (_("Emergency"), "bad") if record.emergency else ("", "neutral")
    status, tone = (_("Focal point"), "accent") if record.focal_point else (status, tone)
    told = in_line([isolate(record.contact), record.hours])
    return Row(record.id, record_names.called(session, record), told, "", status, tone)


def _label(session: Session, codes: str, code: str) -> str:
    return session.pack.code_list(codes).label(code, language()) if code else ""


def _status(line: Line) -> tuple[str, str]:
    record = line.record
    assert isinstance(record, Feedback)
    if line.contested:
        return _("Two versions"), "warn"
    if line.complete is False:
        return _("Draft"), "neutral"
    return (_("Waits for an answer"), "info") if record.open_loop else (_("Answered"), "good")
