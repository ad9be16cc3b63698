"""What reading a table gives: one result for every row, and advice about the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.i18n import Translation, translation

FieldValue = str | int | bool | tuple[str, ...] | tuple[int, ...]
"""A field as the domain reads it: text, code, number, `2025-03` or `2025-03-31`, or a list."""


@dataclass(frozen=True)
class Read:
    """What a cell says: a value, or the text that cannot be read and why (a template marked for translation)."""

    value: FieldValue | None = None
    message: str = ""
    said: str = ""


class Outcome(StrEnum):
    """What became of a row; exactly one for each."""

    DRAFT = "draft"
    PROBLEM = "problem"
    SKIPPED = "skipped"
    BLANK = "blank"


@dataclass(frozen=True)
class RowProblem:
    """Why a cell cannot be read. `message` is a template marked for translation, filled from `value` and `more`."""

    row: int
    column: str
    value: str
    message: str
    more: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, into: Translation | None = None) -> str:
        """The problem in the active language, or in `into`."""
        return (into or translation()).gettext(self.message).format(value=self.value, column=self.column, **self.more)


@dataclass(frozen=True)
class Advice:
    """Something to know about the whole file; `message` is a template marked for translation."""

    message: str
    values: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, into: Translation | None = None) -> str:
        """The advice in the active language, or in `into`."""
        return (into or translation()).gettext(self.message).format(**self.values)


@dataclass(frozen=True)
class RowResult:
    """One row. `fields` are filled only for a draft.

    `key` names the thing the row is about across files: the hash of the mapping's key columns, else of all cells;
    `occurrence` counts rows with the same key in this file (1, 2, …), so twins inside a file stay two.
    """

    row: int
    outcome: Outcome
    key: str = ""
    occurrence: int = 1
    organisation: str = ""
    fields: Mapping[str, FieldValue] = field(default_factory=dict)
    problems: tuple[RowProblem, ...] = ()
    skip_reason: str = ""
    resources: Mapping[str, str] = field(default_factory=dict)
    """Money that the row tells of beside: fields of a record of resources."""

    def reason(self, into: Translation | None = None) -> str:
        """Why the row was skipped, in the active language or in `into`; '' for all others."""
        return (into or translation()).gettext(self.skip_reason)


@dataclass(frozen=True)
class Reading:
    """A whole table read through a mapping."""

    kind: str
    rows: tuple[RowResult, ...]
    advice: tuple[Advice, ...] = ()

    @property
    def drafts(self) -> tuple[RowResult, ...]:
        """The rows that can become records."""
        return tuple(row for row in self.rows if row.outcome is Outcome.DRAFT)

    @property
    def problems(self) -> tuple[RowProblem, ...]:
        """Every problem of every row, from top to bottom."""
        return tuple(problem for row in self.rows for problem in row.problems)

    @property
    def counts(self) -> Mapping[Outcome, int]:
        """How many rows ended how; the sum is the number of rows below the headings."""
        counted = Counter(row.outcome for row in self.rows)
        return {outcome: counted[outcome] for outcome in Outcome}

    @property
    def organisations(self) -> Mapping[str, int]:
        """Who did it, with the number of drafts, most first; empty if the mapping names no such column."""
        return dict(Counter(row.organisation for row in self.drafts if row.organisation).most_common())
