"""Tables of shared activities: one row each, the same columns in CSV and in workbooks."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.compact import Pack
from app.compact.objective import code_of
from app.domain.shared import PublicOrganisation, SharedActivity, Submission
from app.domain.terms import Count, When
from app.domain.wording import Wording

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Cell = str | int | float | When
"""What stands in a cell: a text, a number, or a month or day."""


@dataclass(frozen=True)
class Row:
    """One activity with who did it."""

    organisation: PublicOrganisation
    entry: SharedActivity


def in_order(submissions: Iterable[Submission]) -> list[Submission]:
    """The submissions in an order that depends on them alone."""
    return sorted(submissions, key=lambda one: (one.organisation.id, one.call, one.revision))


def rows_of(submissions: Iterable[Submission]) -> Iterator[Row]:
    """Every activity of these submissions, in an order that depends on them alone."""
    for submission in in_order(submissions):
        for entry in submission.of(SharedActivity):
            yield Row(submission.organisation, entry)


def headings(wording: Wording) -> tuple[str, ...]:
    """The columns of the activity table, in words."""
    say = wording.say.gettext
    return (
        say("Organisation"),
        say("Kind of organisation"),
        say("Activity id"),
        say("Activity"),
        say("Objectives"),
        say("Kind"),
        say("Stage of the work"),
        say("When"),
        say("Until"),
        say("Where"),
        say("Place code"),
        say("People reached"),
        say("How people were counted"),
        say("Partners"),
        say("What happened"),
        say("What changed"),
    )


def cells(row: Row, wording: Wording) -> tuple[Cell, ...]:
    """One activity as cells: numbers as numbers, months as months, what is withheld in words."""
    entry = row.entry
    return (
        row.organisation.name,
        wording.organisation_types(row.organisation),
        entry.id,
        entry.title,
        objectives(entry),
        wording.label("activity_types", entry.type),
        wording.label("activity_status", entry.status),
        entry.start or "",
        entry.end or "",
        wording.place(entry.place) if entry.place else "",
        entry.place,
        count_cell(entry.reach, wording),
        wording.label("reach_method", entry.reach_method),
        "; ".join(entry.partners),
        entry.summary,
        entry.result,
    )


def objectives(entry: SharedActivity) -> str:
    """The objectives of an activity as codes."""
    return "; ".join(map(code_of, entry.objectives))


def count_cell(count: Count, wording: Wording) -> Cell:
    """A number, nothing where nobody counted, or the words for withheld."""
    if count.withheld:
        return wording.count(count)
    return "" if count.value is None else count.value


def activities_csv(submissions: Iterable[Submission], pack: Pack, language: str) -> bytes:
    """The activities as CSV."""
    wording = Wording.of(language, pack)
    return as_csv([headings(wording), *(cells(row, wording) for row in rows_of(submissions))])


def as_csv(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Rows as CSV for spreadsheets: UTF-8 with mark, CRLF, no cell that a program would run as a formula."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return made.getvalue().encode("utf-8-sig")


def harmless(cell: Cell) -> Cell:
    """A text that would begin a formula gets an apostrophe before it; months and days are ISO text."""
    if isinstance(cell, When):
        return cell.iso
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_STARTS_A_FORMULA) else cell
