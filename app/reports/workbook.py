"""Workbooks (XLSX): the picture and the activities as real tables, in the reader's language and direction.

Everything is written as what it is: a text that looks like a formula, a link or a number stays a text.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import xlsxwriter

from app.compact import Pack
from app.domain.coverage import State
from app.domain.shared import FeedbackCount, Picture, PublicOrganisation, SharedActivity, Submission
from app.domain.terms import Count
from app.domain.wording import Wording
from app.i18n import is_right_to_left
from app.reports import entry_sheets
from app.reports.entry_sheets import EntrySheet
from app.reports.tables import Cell, Row, cells, count_cell, headings, rows_of

_OPTIONS = {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
_WIDEST = 60
_CELL_LIMIT = 32_000
"""A cell of a workbook holds 32,767 letters; longer texts are cut there and say so."""


@dataclass(frozen=True)
class Sheet:
    """One sheet: a title for its tab, headings and rows."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def national(picture: Picture, pack: Pack, language: str) -> bytes:
    """The coordinator's workbook of one picture."""
    return _book(list(_national_sheets(picture, Wording.of(language, pack))), language)


def activities(submissions: Iterable[Submission], pack: Pack, language: str) -> bytes:
    """The activities and message counts of submissions as a workbook."""
    wording = Wording.of(language, pack)
    kept = tuple(submissions)
    say = wording.say.gettext
    rows = [cells(row, wording) for row in rows_of(kept)]
    heard = [
        (
            one.organisation.name,
            wording.objective(entry.objective),
            wording.label("feedback_types", entry.type),
            count_cell(entry.count, wording),
        )
        for one in kept
        for entry in one.of(FeedbackCount)
    ]
    sheets = [
        Sheet(say("Activities"), headings(wording), rows),
        Sheet(say("Messages"), (say("Organisation"), say("Objective"), say("Kind of message"), say("Messages")), heard),
        *_further(entry_sheets.of_submissions(kept, wording)),
        _organisations(kept, wording),
    ]
    return _book(sheets, language)


def _national_sheets(picture: Picture, wording: Wording) -> Iterator[Sheet]:
    say = wording.say.gettext
    yield _read_me(picture, wording)
    yield _summary(picture, wording)
    told = [Row(one.organisation, one.entry) for one in picture.activities if isinstance(one.entry, SharedActivity)]
    yield Sheet(say("Activities"), headings(wording), [cells(row, wording) for row in told])
    yield _long(told, wording)
    yield _by_place(picture, wording)
    yield from _further(entry_sheets.sheets(((one.organisation, one.entry) for one in picture.further), wording))
    yield _contributions(picture, wording)
    yield _gaps(picture, wording)
    yield _codes(wording)


def _read_me(picture: Picture, wording: Wording) -> Sheet:
    say = wording.say.gettext
    rows: list[Sequence[Cell]] = [
        (say("Period"), wording.period(picture.period)),
        (say("Organisations counted"), len(picture.counted)),
        (say("Smallest group told"), picture.threshold),
        (say("Reference pack"), picture.reference),
        (say("Digest of the picture"), picture.digest),
        (say("Withheld"), say("“withheld for safety” is neither zero nor silence.")),
        (say("Numbers withheld"), wording.cost(picture.numbers, picture.withheld)),
        (say("Empty cell"), say("Nobody counted; that is not zero.")),
        (
            say("Places"),
            say("Names of places are those of the lists used; they imply no opinion on any border or status."),
        ),
        (say("Position"), say("Not an official position of any State.")),
    ]
    return Sheet(say("Read me"), (say("About"), say("Meaning")), rows)


def _summary(picture: Picture, wording: Wording) -> Sheet:
    say = wording.say.gettext
    heads = (
        say("Number"),
        say("Objective"),
        say("State"),
        say("Activities"),
        say("Organisations"),
        say("People, at least"),
        say("People, at most"),
        say("Numbers withheld"),
        say("Said nothing was done"),
    )
    rows = [
        (
            view.objective,
            wording.pack.objective(view.objective).name(wording.language),
            wording.state(view.state),
            view.activities if view.state is State.DONE else "",
            view.organisations if view.state is State.DONE else "",
            count_cell(_end(view.reach.low, view.reach.withheld), wording),
            count_cell(_end(view.reach.high, view.reach.withheld), wording),
            view.reach.withheld,
            view.nothing_done,
        )
        for view in picture.objectives
    ]
    return Sheet(say("Summary"), heads, rows)


def _end(number: int | None, withheld: int) -> Count:
    """One end of a range; withheld where there is none because of that."""
    return Count(number, withheld=number is None and withheld > 0)


def _long(told: list[Row], wording: Wording) -> Sheet:
    """One row per activity and objective: what pivot tables are made of."""
    say = wording.say.gettext
    heads = (
        say("Activity id"),
        say("Objective"),
        say("Organisation"),
        say("When"),
        say("Place code"),
        say("People reached"),
    )
    rows = [
        (
            row.entry.id,
            f"GCM-{number:02}",
            row.organisation.name,
            row.entry.start.month_iso if row.entry.start else "",
            row.entry.place,
            count_cell(row.entry.reach, wording),
        )
        for row in told
        for number in row.entry.objectives
    ]
    return Sheet(say("GCM long"), heads, rows)


def _by_place(picture: Picture, wording: Wording) -> Sheet:
    say = wording.say.gettext
    heads = (say("Region"), say("Code"), *(f"GCM-{view.objective:02}" for view in picture.objectives))
    rows = [
        (
            wording.place(place.place),
            place.place,
            *(one.activities if one.state is State.DONE else wording.state(one.state) for one in place.cells),
        )
        for place in picture.places
    ]
    return Sheet(say("By place"), heads, rows)


def _further(found: Iterable[EntrySheet]) -> Iterator[Sheet]:
    return (Sheet(one.title, one.headings, one.rows) for one in found)


def _contributions(picture: Picture, wording: Wording) -> Sheet:
    say = wording.say.gettext
    heads = (
        say("Organisation"),
        say("Version"),
        say("Activities"),
        say("What became of it"),
        say("Submission"),
        say("Entries taken back"),
        *_profile_heads(wording),
    )
    rows: list[Sequence[Cell]] = [
        (
            one.organisation.name,
            one.revision,
            one.activities,
            wording.fate(one.fate),
            one.submission,
            one.taken_back,
            *_profile(one.organisation, wording),
        )
        for one in picture.contributors
    ]
    return Sheet(say("Submissions"), heads, rows)


def _organisations(submissions: Iterable[Submission], wording: Wording) -> Sheet:
    """Who the organisations are, in their own words, each once."""
    found = {one.organisation.id: one.organisation for one in submissions}
    rows = [(one.name, *_profile(one, wording)) for one in found.values()]
    return Sheet(
        wording.say.gettext("Organisations"), (wording.say.gettext("Organisation"), *_profile_heads(wording)), rows
    )


def _profile_heads(wording: Wording) -> tuple[str, ...]:
    labels = (label for label, _value in wording.profile(PublicOrganisation("", "")))
    return (*labels, wording.say.gettext("What it does"))


def _profile(organisation: PublicOrganisation, wording: Wording) -> tuple[str, ...]:
    return (*(value for _label, value in wording.profile(organisation)), organisation.description)


def _gaps(picture: Picture, wording: Wording) -> Sheet:
    say = wording.say.gettext
    silent = [view for view in picture.objectives if view.state is not State.DONE]
    rows = [(wording.objective(view.objective), wording.state(view.state)) for view in silent]
    absent = [(code, say("Nobody of this kind contributed")) for code in picture.absent_types]
    return Sheet(say("Gaps"), (say("What"), say("State")), [*rows, *absent])


def _codes(wording: Wording) -> Sheet:
    say = wording.say.gettext
    rows = [
        (found.name, code, found.label(code, wording.language))
        for found in wording.pack.code_lists
        for code in found.codes
    ]
    return Sheet(say("Code lists"), (say("List"), say("Code"), say("Meaning")), rows)


def _book(sheets: list[Sheet], language: str) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, _OPTIONS) as book:
        book.set_properties(
            {"created": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None), "author": "", "company": ""}
        )
        mirrored = is_right_to_left(language)
        for number, sheet in enumerate(sheets, 1):
            _write(book, sheet, number, mirrored=mirrored)
    return made.getvalue()


def _write(book: xlsxwriter.Workbook, sheet: Sheet, number: int, *, mirrored: bool) -> None:
    page = book.add_worksheet(_tab(sheet.title, number))
    if mirrored:
        page.right_to_left()
    page.freeze_panes(1, 1)
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for column, heading in enumerate(sheet.headings):
        widest = max([len(heading), *(len(str(row[column])) for row in sheet.rows[:500])])
        page.set_column(column, column, min(max(widest + 2, 8), _WIDEST), wrapped)
    if not sheet.rows:
        page.write_row(0, 0, sheet.headings, book.add_format({"bold": True}))
        return
    for line, row in enumerate(sheet.rows, 1):
        for column, cell in enumerate(row):
            page.write(
                line, column, cell[:_CELL_LIMIT] + "…" if isinstance(cell, str) and len(cell) > _CELL_LIMIT else cell
            )
    columns = [{"header": heading} for heading in _distinct(sheet.headings)]
    page.add_table(
        0,
        0,
        len(sheet.rows),
        len(sheet.headings) - 1,
        {"columns": columns, "name": f"table_{number}", "style": "Table Style Light 11"},
    )


def _tab(title: str, number: int) -> str:
    """A tab's name: at most 31 letters, none of those a workbook forbids."""
    kept = "".join(letter for letter in title if letter not in "[]:*?/\\'")[:31]
    return kept or str(number)


def _distinct(heads: Sequence[str]) -> list[str]:
    """Headings of a table must differ, whatever the language does to them."""
    seen: dict[str, int] = {}
    found = []
    for head in heads:
        seen[head] = seen.get(head, 0) + 1
        found.append(head if seen[head] == 1 else f"{head} {seen[head]}")
    return found
