"""What a page says about the kind of record it shows: words, rows, sections, and how a new one begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from app.domain.drafts import Draft
from app.domain.records import Record
from app.services.opening.workspace import Workspace
from app.services.records import recording
from app.ui.process.session import Session
from app.ui.widgets.lists.paged_model import Row
from app.ui.widgets.record.record_form import Section
from app.ui.words.choice import Choice

ALL, DRAFTS = "all", "drafts"
"""The segments that every list has: everything, and what is not complete yet."""


def only_drafts(query: recording.Query) -> recording.Query:
    """What the segment of drafts asks for; a sealed kind has to be looked into instead."""
    return replace(query, complete=False)


@dataclass(frozen=True)
class Words:
    """The words of one page, in the active language: made when the page is, never kept longer."""

    title: str
    new: str
    """The button above the list."""
    segments: str
    """What the segments choose, for those who do not see them."""
    icon: str
    empty: str
    empty_more: str
    empty_button: str
    fresh: str
    """The heading of a record that was never saved and has no title yet."""
    nothing_chosen: str
    count: Callable[[int], str]
    trashed: Callable[[str], str]
    """The sentence after a record with this title went to the trash."""
    saved: Callable[[str], str]


@dataclass(frozen=True)
class Kind:
    """One kind of record on its page."""

    record_class: type[Record]
    words: Words
    sections: tuple[Section, ...]
    row: Callable[[Session, recording.Line], Row]
    title: Callable[[Session, Record], str]
    """What a record is called above its form and in sentences about it."""
    fresh: Callable[[Workspace], Draft[Record]]
    """A new draft with what can be known already, such as this month."""
    segments: tuple[Choice, ...]
    """The first is `ALL`."""
    narrowed: Mapping[str, Callable[[recording.Query], recording.Query]] = field(default_factory=dict)
    """For a segment whose records stand in columns, what it asks for."""
    picks: Mapping[str, Callable[[Session, Record], bool]] = field(default_factory=dict)
    """For a segment that looks into the records, which of them it shows."""
    orders: Mapping[str, Callable[[Session, Record], Any]] = field(default_factory=dict)
    """For a segment that is not newest first, what its records are sorted by."""
