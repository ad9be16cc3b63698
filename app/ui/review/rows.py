"""The rows of the review list: records in dispute, records with conflicts, records sent for review."""

from __future__ import annotations

from app.i18n import _, format_date, format_list, format_number, isolate, ngettext
from app.services.records.conflicts import Conflict
from app.services.records.disputes import Dispute
from app.services.records.recording import Brief
from app.ui.process.session import Session
from app.ui.widgets.brand import initials
from app.ui.widgets.direction import in_line
from app.ui.widgets.lists.paged_model import Row
from app.ui.widgets.record.record_history import writer
from app.ui.widgets.record.saved_words import moment_words
from app.ui.widgets.record.value_words import kind_words, title_words


def disputed(session: Session, one: Dispute) -> Row:
    """A record that one person put in the trash while another wrote in it."""
    who = writer(session, one.trashed_by)
    facts = in_line([isolate(who), moment_words(one.trashed_at)])
    title = title_words(one.kind, one.title)
    return Row(one.record, title, facts, status=_("Keep or let go?"), tone="warn", initials=initials(who))


def contested(session: Session, one: Conflict) -> Row:
    """A record to which two people gave different values."""
    count = len(one.fields)
    chip = ngettext("{count} field", "{count} fields", count).format(count=format_number(count))
    sides = [side for field in one.fields for side in field.sides]
    who = format_list([isolate(name) for name in dict.fromkeys(writer(session, side.by) for side in sides)])
    facts = in_line([who, format_date(max(side.saved_at for side in sides).astimezone().date(), style="medium")])
    return Row(
        one.record, title_words(one.kind, one.title), facts, status=chip, tone="warn", initials=format_number(count)
    )


def asked(session: Session, one: Brief) -> Row:
    """A record that waits for a reviewer."""
    who = writer(session, one.by)
    facts = in_line([kind_words(one.kind), isolate(who)])
    title = title_words(one.kind, one.title)
    return Row(one.id, title, facts, status=_("In review"), tone="info", initials=initials(who))
