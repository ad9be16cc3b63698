"""Revisions: later versions of one call, and what differs between two of them."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.shared import Call
from app.i18n import N_, Translation, translation

_PARTS = {
    "withdrawn": N_("whether anybody is asked"),
    "period": N_("period"),
    "due": N_("deadline"),
    "objectives": N_("objectives"),
    "questions": N_("questions"),
    "indicators": N_("indicators"),
    "sections": N_("kinds of entry"),
    "languages": N_("languages"),
    "audience": N_("who reads it"),
    "smallest": N_("smallest group"),
    "title": N_("title"),
    "recipient": N_("key that answers are sealed for"),
}
"""What of a call people are told about when it changes, the most important first."""


def changes(before: Call, after: Call) -> tuple[str, ...]:
    """The parts in which two versions differ, as codes for `words`."""
    return tuple(name for name in _PARTS if getattr(before, name) != getattr(after, name))


def words(parts: Iterable[str], into: Translation | None = None) -> str:
    """deadline, questions."""
    language = into or translation()
    return language.list_([language.gettext(_PARTS[one]) for one in parts])


def newest(calls: Iterable[Call]) -> tuple[Call, ...]:
    """Of each call the newest version, in the order in which they are given.

    Versions belong together only where one key signed them.
    """
    found = tuple(calls)
    last: dict[tuple[bytes, str], Call] = {}
    for one in found:
        key = (one.signing, one.series)
        last[key] = max(last.get(key, one), one, key=lambda call: (call.version, call.id))
    return tuple(one for one in found if last[(one.signing, one.series)] is one)


def before(call: Call, calls: Iterable[Call]) -> Call | None:
    """The version just before this one, or the last before it that is here; None for a first one."""
    held = {one.id: one for one in calls if one.signing == call.signing}
    return next((held[one] for one in reversed(call.replaces) if one in held), None)
