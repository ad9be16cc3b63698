"""Sheets of a workbook for entries of every further kind: one sheet a kind, one row an entry, one column a field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.compact.objective import code_of
from app.domain.shared import SHARED_KINDS, Form, PublicOrganisation, SharedEntry, Submission, tellings
from app.domain.terms import Amount, Count, When
from app.domain.wording import Wording
from app.reports.tables import Cell, count_cell

Row = tuple[PublicOrganisation, SharedEntry]


@dataclass(frozen=True)
class EntrySheet:
    """One kind: the name of its table, the title of its tab, headings and rows."""

    name: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def of_submissions(submissions: Iterable[Submission], wording: Wording) -> Iterator[EntrySheet]:
    """The sheets of everything that these submissions say beyond activities and messages."""
    return sheets(((one.organisation, entry) for one in submissions for entry in one.entries), wording)


def sheets(rows: Iterable[Row], wording: Wording) -> Iterator[EntrySheet]:
    """One sheet for each kind that there is something of, in the order of kinds."""
    kept = list(rows)
    for kind in SHARED_KINDS.values():
        found = [(who, entry) for who, entry in kept if isinstance(entry, kind)]
        if found and tellings(kind):
            yield _sheet(kind, found, wording)


def _sheet(kind: type[SharedEntry], found: list[Row], wording: Wording) -> EntrySheet:
    say, declared = wording.say.gettext, tellings(kind)
    heads = (say("Organisation"), say("Id"), *(say(one.label) for one in declared))
    rows = tuple(
        (who.name, entry.id, *(_cell(one.form, getattr(entry, one.name), wording, one.codes) for one in declared))
        for who, entry in found
    )
    return EntrySheet(kind.KIND, wording.kind(kind.KIND), heads, rows)


def _cell(form: Form, value: object, wording: Wording, codes: str) -> Cell:
    """Numbers as numbers, months as months, objectives and ids as codes, what is withheld in words."""
    if isinstance(value, Count):
        return count_cell(value, wording)
    if isinstance(value, Amount):
        return wording.amount(value) if value.withheld else "" if value.value is None else float(value.value)
    if isinstance(value, When):
        return value
    many = value if isinstance(value, tuple) else (value or "",)
    if form is Form.OBJECTIVES:
        return "; ".join(map(code_of, many))
    if form is Form.PLACE:
        return wording.place(str(value)) if value else ""
    return "; ".join(wording.label(codes, str(one)) if codes else str(one) for one in many)
