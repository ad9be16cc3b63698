"""What was taken back, in words: which entry, all of it or its words, since when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.compact import Pack
from app.domain.shared import WORDS, SharedEntry, Withdrawal
from app.ui.entry_words import heading
from app.ui.words import wording


@dataclass(frozen=True)
class Taken:
    """One entry that is taken back; kind and title are empty where nobody here has it any more."""

    target: str
    kind: str
    title: str
    words_only: bool
    since: str


def taken(named: Iterable[tuple[Withdrawal, SharedEntry | None]], pack: Pack) -> tuple[Taken, ...]:
    """One for each entry: whole entries win over words alone."""
    found: dict[str, Taken] = {}
    for notice, entry in named:
        words_only = notice.scope == WORDS
        if words_only and notice.target in found:
            continue
        kind, title = (entry.KIND, heading(entry, pack)) if entry is not None else ("", "")
        found[notice.target] = Taken(notice.target, kind, title, words_only, wording.when(notice.date))
    return tuple(found.values())
