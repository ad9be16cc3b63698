"""The check of attachments: words for who cannot see a picture, agreement of who can be recognised in it."""

from __future__ import annotations

from app.domain.problems import Level, Problem
from app.domain.records import Attachment, Record
from app.domain.records.attachment import PICTURE
from app.i18n import N_


def _attachment(record: Record) -> list[Problem]:
    assert isinstance(record, Attachment)
    found = []
    if record.kind == PICTURE and not record.alt:
        told = N_("Say what can be seen, for those who cannot see the picture.")
        found.append(Problem("missing", Level.BLOCKING, "alt", told))
    if record.people_shown and record.consent != "C4":
        told = N_("People can be recognised: that needs their agreement to be shown (C4).")
        found.append(Problem("faces", Level.BLOCKING, "consent", told))
    return found


CHECKS = {"attachment": _attachment}
