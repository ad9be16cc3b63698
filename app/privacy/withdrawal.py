"""Withdrawals: what has to be taken back of what was sent, and what a receiver still shows after that."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.domain.records import Record
from app.domain.shared import (
    RECORD,
    SHARED_KINDS,
    TOTALS,
    WORDS,
    SharedChoice,
    SharedEntry,
    Submission,
    Withdrawal,
)
from app.privacy.border import AGREED, GOVERNMENT, PRIVATE, Passage, may_leave, why_it_stays

_UNTIED = (*TOTALS, SharedChoice, SHARED_KINDS["assessment"], Withdrawal)
"""Entries that stand for no single record: the next version replaces them."""


def to_take_back(
    sent: Iterable[SharedEntry], kept: Mapping[str, Record], passage: Passage
) -> frozenset[tuple[str, str]]:
    """(target, scope) of all that was sent and may no longer be told; `kept` maps pseudonyms to records there are."""
    found: set[tuple[str, str]] = set()
    for entry in sent:
        if isinstance(entry, _UNTIED):
            continue
        record = kept.get(entry.id)
        if record is None or why_it_stays(record, passage) in (PRIVATE, GOVERNMENT):
            found.add((entry.id, RECORD))
        elif any(getattr(entry, name, "") and not may_leave(record, name) for name in AGREED):
            found.add((entry.id, WORDS))
    return frozenset(found)


def honoured(submission: Submission, notices: Iterable[Withdrawal]) -> Submission:
    """The submission without what its sender took back: words empty, entries gone; the notices that took effect.

    A function of the set of notices: order and repetition change nothing.
    """
    notices = tuple(notices)
    scopes: dict[str, set[str]] = {}
    for one in notices:
        scopes.setdefault(one.target, set()).add(one.scope)
    entries: list[SharedEntry] = []
    touched: set[str] = set()
    for entry in submission.entries:
        wanted = None if isinstance(entry, _UNTIED) else scopes.get(entry.id)
        if wanted is not None:
            touched.add(entry.id)
        if wanted is None or wanted == {WORDS}:
            entries.append(_without_words(entry) if wanted else entry)
    # of equal notices the earliest holds: it is put in last
    effective = {
        (one.target, one.scope): one for one in sorted(notices, key=_month, reverse=True) if one.target in touched
    }
    return replace(submission, entries=tuple(entries), honoured=tuple(effective[key] for key in sorted(effective)))


def _month(notice: Withdrawal) -> tuple[str, str]:
    return (notice.date.month_iso if notice.date else "", notice.id)


def _without_words(entry: SharedEntry) -> SharedEntry:
    names = [name for name in AGREED if getattr(entry, name, "")]
    return replace(entry, **dict.fromkeys(names, ""))
