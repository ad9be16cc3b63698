"""How any record is told in one row of the list."""

from __future__ import annotations

from app.domain.checks import check
from app.domain.problems import blocking
from app.domain.records import Commitment, PlanItem, Record, Shape, rules
from app.domain.terms import When
from app.i18n import _, format_number, language
from app.services.records import reminders
from app.services.records.recording import Line
from app.ui.process.session import Session
from app.ui.widgets.direction import in_line
from app.ui.widgets.lists.paged_model import Row
from app.ui.widgets.record import record_names
from app.ui.words import choices

MOST_TAGS = 3
MOST_FACTS = 3


def row(session: Session, line: Line) -> Row:
    """What it is called, its date and kind, the objectives, and whether it is complete or due."""
    record = line.record
    status, tone = _status(session, line)
    name = record_names.called(session, record)
    return Row(record.id, name, facts(session, record), tags(session, record), status, tone)


def facts(session: Session, record: Record) -> str:
    """One line: date, number, codes, what it belongs to; what was not told is left out."""
    parts: list[str] = []
    for one in rules(type(record)):
        value = getattr(record, one.name)
        if value in ("", None):
            continue
        if isinstance(value, When):
            parts.insert(0, record_names.written(value))
        elif one.shape is Shape.DECIMAL:
            parts.append(format_number(value))
        elif one.shape is Shape.CODE:
            parts.append(session.pack.code_list(one.codes).label(value, language()))
        elif one.shape is Shape.REFERENCE:
            parts.append(record_names.name_of(session, value))
    return in_line(parts[:MOST_FACTS])


def tags(session: Session, record: Record) -> str:
    """The first objectives, by number and name."""
    numbers = getattr(record, "objectives", ())
    return "   ".join(choices.objective_name(session.pack, number) for number in numbers[:MOST_TAGS])


def is_draft(session: Session, record: Record) -> bool:
    """Whether something is missing that keeps the record a draft."""
    return blocking(check(record, session.pack))


def can_be_due(record_class: type[Record]) -> bool:
    """Whether records of this kind have a day until which they are done."""
    return issubclass(record_class, PlanItem | Commitment)


def is_due(session: Session, record: Record) -> bool:
    """Whether it is due within thirty days, or late."""
    return _reminder(session, record) is not None


def _reminder(session: Session, record: Record) -> reminders.Reminder | None:
    if not isinstance(record, PlanItem | Commitment):
        return None
    return reminders.of(record, session.workspace.now().date())


def _status(session: Session, line: Line) -> tuple[str, str]:
    if line.contested:
        return _("Two versions"), "warn"
    if line.complete is False:
        return _("Draft"), "neutral"
    reminder = _reminder(session, line.record)
    if reminder is not None:
        return (_("Late"), "bad") if reminder.late else (_("Due soon"), "warn")
    return _("Ready"), "accent"
