"""Which records stay whole, whatever anybody decides, and why."""

from __future__ import annotations

from app.domain.records import Attachment, Challenge, CommitmentUpdate, Feedback, Partner, Record
from app.domain.records.feedback import SENSITIVE
from app.domain.shared import RECORD, WORDS
from app.privacy.border.passage import Passage
from app.privacy.border.tables import SETTLED, SIGNED, TABLES

PRIVATE, GOVERNMENT, UNSIGNED, WITHDRAWN, LOOSE = "private", "government", "unsigned", "withdrawn", "loose"
"""Why a record stays: private; not for government; not signed off; taken back before; what it belongs to stays."""
AGREED = ("own_words", "contact")
"""Fields that are told only because somebody agreed to it."""
_SHARES_WORDS = frozenset({"C2", "C3", "C4"})
_SHARES_OWN_WORDS = frozenset({"C3", "C4"})
_STAYS = frozenset({"S3", "S4", "sensitive_protection", "sensitive_sea_or_abuse", "urgent_danger"})


def stays(record: Record) -> bool:
    """Whether the whole record stays with the organisation, for every recipient."""
    if is_sensitive(record):
        return True
    if isinstance(record, Feedback):
        return record.consent not in _SHARES_WORDS
    if isinstance(record, Partner):
        return not record.agreed
    if isinstance(record, Attachment):
        return not record.goes_along
    return type(record).KIND not in TABLES


def why_it_stays(record: Record, passage: Passage) -> str:
    """Why a record does not cross by this passage, "" if it may."""
    if stays(record):
        return PRIVATE
    if isinstance(record, Challenge) and record.not_for_government and passage.audience.has_government:
        return GOVERNMENT
    if type(record).KIND in SIGNED and record.id not in passage.signed:
        return UNSIGNED
    if isinstance(record, CommitmentUpdate) and record.commitment not in passage.signed:
        return UNSIGNED
    if isinstance(record, Attachment) and passage.crossing.isdisjoint(record.about):
        return LOOSE
    return WITHDRAWN if _was_withdrawn(record, RECORD, passage) else ""


def is_sensitive(record: Record) -> bool:
    """Whether it is so sensitive that it is not even counted."""
    return getattr(record, "sensitivity", "") in _STAYS or getattr(record, "type", "") == SENSITIVE


def may_leave(record: Record, name: str) -> bool:
    """Whether the people concerned agreed that this field leaves."""
    if isinstance(record, Feedback) and name == "own_words":
        return record.consent in _SHARES_OWN_WORDS
    return name != "contact" or getattr(record, "contact_agreed", False) is True


def was_taken_back(record: Record, name: str, passage: Passage) -> bool:
    """Whether these words were taken back from this recipient before."""
    return name in AGREED and _was_withdrawn(record, WORDS, passage)


def _was_withdrawn(record: Record, scope: str, passage: Passage) -> bool:
    if not passage.withdrawn or type(record).KIND in SETTLED:
        return False
    return (passage.pseudonym(record.id), scope) in passage.withdrawn
