"""Private records: what an organisation keeps. Only `privacy.border` makes something of them that leaves."""

from __future__ import annotations

from app.domain.records.activity import Activity
from app.domain.records.feedback import Feedback, SensitiveNote
from app.domain.records.fields import (
    FieldRule,
    Record,
    Shape,
    flat,
    rule,
    rules,
    searched_words,
    unflat,
)
from app.domain.records.objective import Assessment, ObjectiveChoice

KINDS: dict[str, type[Record]] = {
    found.KIND: found for found in (Activity, Feedback, SensitiveNote, ObjectiveChoice, Assessment)
}
"""Every kind of record by its name; a new kind adds itself here and nowhere else in the domain."""

__all__ = [
    "KINDS",
    "Activity",
    "Assessment",
    "Feedback",
    "FieldRule",
    "ObjectiveChoice",
    "Record",
    "SensitiveNote",
    "Shape",
    "flat",
    "rule",
    "rules",
    "searched_words",
    "unflat",
]
