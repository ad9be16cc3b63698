"""Every kind of record stands in exactly one list here: with a table, as totals only, or as one that stays."""

from __future__ import annotations

from collections.abc import Mapping

from app.privacy.border import book, evidence, learning, listening, planning, work
from app.privacy.border.leaves import Table

TABLES: Mapping[str, Table] = {
    **work.TABLES,
    **listening.TABLES,
    **planning.TABLES,
    **learning.TABLES,
    **book.TABLES,
    **evidence.TABLES,
}
"""Kinds that leave, each with its allow-list."""
TOTALLED = frozenset({"loop_step", "resources"})
"""Kinds that leave as totals only: no single one ever does."""
STAYING = frozenset(
    {
        "sensitive_note",
        "private_note",
        "authority_request",
        "referral_contact",
        "review",
        "comment",
    }
)
"""Kinds of which nothing ever leaves."""
SIGNED = frozenset({"commitment", "practice", "proposal"})
"""Kinds that leave after somebody approved the record as it is now."""
SETTLED = frozenset({"choice", "assessment"})
"""Kinds of which there is one per objective and period; told under that, not under a pseudonym."""
