"""What may leave in the second envelope, for an ombudsperson alone; a field that is not listed here stays.

Nothing crosses by itself: an organisation chooses for each submission. `sensitive_note` stands in no other table.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping

from app.domain.records import Challenge, Record, SensitiveNote
from app.domain.shared import EnclosedNote, SharedChallenge, SharedEntry
from app.privacy.border.crossing import values_of
from app.privacy.border.leaves import Leaves, Table
from app.privacy.border.passage import Passage

CHALLENGE: Table = {
    "objectives": Leaves.AS_WRITTEN,
    "type": Leaves.AS_WRITTEN,
    "level": Leaves.AS_WRITTEN,
    "description": Leaves.READ,
    "support_needed": Leaves.READ,
    "month": Leaves.MONTH,
}
SENSITIVE_NOTE: Table = {
    "type": Leaves.AS_WRITTEN,
    "month": Leaves.MONTH,
    "passed_on": Leaves.AS_WRITTEN,
}
ENCLOSED: Mapping[str, Table] = {"challenge": CHALLENGE, "sensitive_note": SENSITIVE_NOTE}
"""Kinds that an organisation may choose to enclose, each with its allow-list."""
_SHARED: Mapping[str, Callable[..., SharedEntry]] = {"challenge": SharedChallenge, "sensitive_note": EnclosedNote}


def enclose(record: Record, passage: Passage, kinds_of_report: Container[str]) -> SharedEntry | None:
    """The record as an ombudsperson reads it, or None: challenges not for government, and sensitive reports.

    A kind of report that is none of `kinds_of_report` is told as unknown: that field could hold any words.
    """
    kind = type(record).KIND
    if kind not in ENCLOSED or (isinstance(record, Challenge) and not record.not_for_government):
        return None
    values = values_of(record, passage, table=ENCLOSED[kind])
    if isinstance(record, SensitiveNote) and record.type not in kinds_of_report:
        values["type"] = ""
    return _SHARED[kind](passage.pseudonym(record.id), **values)
