"""Which sheets a workbook has, and the sheets that list activities one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.compact import Pack
from app.compact.objective import code_of
from app.domain.picture.editions import Edition
from app.domain.shared import FeedbackCount, Picture, SharedActivity, Submission
from app.domain.wording import Wording
from app.reports import entry_sheets, tables
from app.reports.entry_sheets import EntrySheet
from app.reports.tables import Cell, Row, cells, count_cell, headings, rows_of
from app.reports.workbook import compared, figures, people
from app.reports.workbook.book import Sheet, book
from app.reports.workbook.linked import linked
from app.reports.workbook.places import mapped


def national(shown: Picture | Edition, pack: Pack, language: str) -> bytes:
    """The coordinator's workbook of one picture."""
    return book(list(_national_sheets(Edition.of(shown), Wording.of(language, pack))), language)


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
            figures.kind_name(entry.type, wording),
            count_cell(entry.count, wording),
        )
        for one in kept
        for entry in one.of(FeedbackCount)
    ]
    sheets = [
        Sheet("activities", say("Activities"), headings(wording), rows),
        Sheet(
            "feedback",
            say("Messages"),
            (say("Organisation"), say("Objective"), say("Kind of message"), say("Messages")),
            heard,
        ),
        *_further(entry_sheets.of_submissions(kept, wording)),
        people.organisations(kept, wording),
    ]
    return book(sheets, language)


def _national_sheets(edition: Edition, wording: Wording) -> Iterator[Sheet]:
    say, picture = wording.say.gettext, edition.picture
    yield _read_me(picture, wording)
    yield figures.summary(picture, wording)
    told = [Row(one.organisation, one.entry) for one in picture.activities if isinstance(one.entry, SharedActivity)]
    yield Sheet("activities", say("Activities"), headings(wording), [cells(row, wording) for row in told])
    yield _long(told, wording)
    if picture.linked:
        yield linked(picture, wording)
    yield figures.by_place(picture, wording)
    yield mapped(picture, wording)
    yield people.counted(picture, wording)
    yield figures.feedback(picture, wording)
    yield people.voices(picture, wording)
    yield _results(told, wording)
    yield from _further(entry_sheets.sheets(((one.organisation, one.entry) for one in picture.further), wording))
    yield from compared.sheets(edition, wording)
    yield people.contributions(picture, wording)
    yield figures.conflicts(picture, wording)
    yield figures.gaps(picture, wording)
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
    return Sheet("read_me", say("Read me"), (say("About"), say("Meaning")), rows)


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
            code_of(number),
            row.organisation.name,
            row.entry.start.only_month if row.entry.start else "",
            row.entry.place,
            count_cell(row.entry.reach, wording),
        )
        for row in told
        for number in row.entry.objectives
    ]
    return Sheet("gcm_long", say("GCM long"), heads, rows)


def _results(told: list[Row], wording: Wording) -> Sheet:
    """What changed through each activity, where somebody wrote it."""
    say = wording.say.gettext
    heads = (say("Activity id"), say("Organisation"), say("Activity"), say("Objectives"), say("What changed"))
    rows = [
        (row.entry.id, row.organisation.name, row.entry.title, tables.objectives(row.entry), row.entry.result)
        for row in told
        if row.entry.result
    ]
    return Sheet("results", say("Results"), heads, rows)


def _further(found: Iterable[EntrySheet]) -> Iterator[Sheet]:
    return (Sheet(one.name, one.title, one.headings, one.rows) for one in found)


def _codes(wording: Wording) -> Sheet:
    say = wording.say.gettext
    rows = [
        (found.name, code, found.label(code, wording.language))
        for found in wording.pack.code_lists
        for code in found.codes
    ]
    return Sheet("code_lists", say("Code lists"), (say("List"), say("Code"), say("Meaning")), rows)
