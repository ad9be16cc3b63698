"""Rows of the trash: what was deleted, with its title; of what was erased only that it was, when, by whom and why."""

from __future__ import annotations

from app.domain.stamps import moment_of
from app.i18n import _, isolate
from app.services.records import erasing
from app.services.records.erasing import Proof
from app.services.records.recording import Brief
from app.ui.process.session import Session
from app.ui.widgets.direction import in_line
from app.ui.widgets.lists.paged_model import Row
from app.ui.widgets.record.record_history import writer
from app.ui.widgets.record.saved_words import moment_words
from app.ui.widgets.record.value_words import kind_words, title_words


def deleted(session: Session, one: Brief) -> Row:
    """A record in the trash."""
    when = moment_words(moment_of(one.stamp))
    facts = in_line([_("Deleted {when}").format(when=when), writer(session, one.by)])
    return Row(one.id, title_words(one.kind, one.title), facts, status=kind_words(one.kind))


def erased(session: Session, one: Proof) -> Row:
    """The proof that something was erased; its number is the last part of its id, which says nothing."""
    title = _("Entry {number} was erased").format(number=isolate(one.record[-8:]))
    facts = in_line([moment_words(one.at), writer(session, one.by)])
    return Row(one.record, title, facts, tags=erasing.reason_words(one.reason))
