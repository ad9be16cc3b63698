"""What the search line of the top bar finds: pages, and objectives by number or everyday words."""

from __future__ import annotations

from collections.abc import Sequence

from app.i18n import _
from app.ui import choices
from app.ui.pages import PageEntry
from app.ui.session import Session
from app.ui.widgets.choice import Choice, matching


def find(session: Session, entries: Sequence[PageEntry], typed: str) -> tuple[Choice, ...]:
    """Pages first, then objectives; a code is "page" or "page:argument"."""
    named = tuple(Choice(entry.name, _(entry.title)) for entry in entries)
    return (*matching(named, typed), *_objectives(session, entries, typed))


def _objectives(session: Session, entries: Sequence[PageEntry], typed: str) -> tuple[Choice, ...]:
    if session.pack is None or all(entry.name != "objectives" for entry in entries):
        return ()
    found = matching(choices.objectives(session.pack), typed)
    words = _("{number} {name}")
    return tuple(
        Choice(f"objectives:{one.code}", words.format(number=one.code, name=one.label), one.icon) for one in found
    )
