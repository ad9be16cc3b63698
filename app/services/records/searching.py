"""Searching: the records that have the words somebody types, of several kinds at once, what was written last first."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from app.domain.records import SensitiveNote
from app.services.opening.workspace import Workspace
from app.storage import search
from app.storage.search import Seen

__all__ = ["Found", "Seen", "find"]
MOST_OF_A_KIND = 8
_FIRST, _REST = 50, 150
"""How many of the newest hits are looked at, the rest only while a kind is short: an older one wants another word."""
_NEVER = frozenset({SensitiveNote.KIND})


@dataclass(frozen=True)
class Found:
    """What a search found."""

    hits: tuple[Seen, ...]
    """By kind, in the order the kinds were asked for; the newest of each first."""
    more: bool
    """Whether there are others that are not shown."""


def find(workspace: Workspace, typed: str, kinds: Collection[str], *, most: int = MOST_OF_A_KIND) -> Found:
    """At most `most` records of each of these kinds that have a word beginning like each word typed.

    Never from the trash, never a note of a sensitive report, and never by what is kept private in a record.
    """
    wanted = [kind for kind in kinds if kind not in _NEVER]
    with workspace.reading() as session:
        seen = search.newest(session, typed, _FIRST)
        if len(seen) == _FIRST and any(len(_of(seen, kind)) < most for kind in wanted):
            seen += search.newest(session, typed, _REST, skipped=_FIRST)
    by_kind = [_of(seen, kind) for kind in wanted]
    hits = tuple(hit for found in by_kind for hit in found[:most])
    more = len(seen) in (_FIRST, _FIRST + _REST) or any(len(found) > most for found in by_kind)
    return Found(hits, more)


def _of(seen: list[Seen], kind: str) -> list[Seen]:
    return [hit for hit in seen if hit.kind == kind]
