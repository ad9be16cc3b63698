"""The 3W table (who does what, where), as humanitarian coordinators collect it, with HXL tags if wanted.

One row is one activity. Columns and tags are those of the 3W guidance of OCHA and of the HXL standard 1.1; what an
organisation does not know or does not tell stays an empty cell, what is withheld for safety says so in words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from app.compact import Pack
from app.compact.objective import code_of
from app.domain.shared import SharedActivity, Submission
from app.domain.terms import Count
from app.domain.wording import Wording
from app.i18n import N_
from app.places import COUNTRY, DISTRICT, REGION, Place, load
from app.reports.tables import Cell, Row, as_csv, count_cell, in_order, rows_of
from app.reports.workbook.book import Sheet, book

_BETWEEN = "|"


@dataclass(frozen=True)
class Line:
    """One activity with the submission it came in."""

    row: Row
    submission: Submission
    wording: Wording

    @property
    def entry(self) -> SharedActivity:
        """The activity."""
        return self.row.entry

    def place(self, level: int) -> Place | None:
        """The place of this level that the activity lies in; None where it is told less exactly."""
        if not self.entry.place:
            return None
        gazetteer = load()
        path = gazetteer.path(gazetteer.place(self.entry.place))
        return next((one for one in path if one.level == level), None)

    def place_name(self, level: int) -> str:
        """Its name."""
        found = self.place(level)
        return found.name if found else ""

    def place_code(self, level: int) -> str:
        """Its P-code."""
        found = self.place(level)
        return found.code if found else ""

    def added(self, *counts: Count) -> Cell:
        """Numbers that belong together as one; withheld if one of them is, empty where nobody counted."""
        if any(count.withheld for count in counts):
            return self.wording.count(Count(withheld=True))
        known = [count.value for count in counts if count.value is not None]
        return sum(known) if known else ""

    @property
    def country(self) -> str:
        """The three letters of the country: that of the place, else that of the organisation."""
        found = self.place(COUNTRY)
        two = found.code if found else self.submission.organisation.country
        return load().three_letters(two) or two


@dataclass(frozen=True)
class Column:
    """A column: its heading, its tag, and what stands in it."""

    heading: str
    tag: str
    cell: Callable[[Line], Cell]


def _objectives(line: Line) -> str:
    return _BETWEEN.join(map(code_of, line.entry.objectives))


def _main_objective(line: Line) -> str:
    return code_of(line.entry.objectives[0]) if line.entry.objectives else ""


def _groups(line: Line) -> str:
    return _BETWEEN.join(line.wording.label("population_group", code) for code in line.entry.population_groups)


_COLUMNS = (
    Column(N_("Organisation"), "#org+name", lambda line: line.row.organisation.name),
    Column(N_("Organisation type"), "#org+type+code", lambda line: _BETWEEN.join(line.row.organisation.types)),
    Column(N_("Implementing partners"), "#org+impl+list", lambda line: _BETWEEN.join(line.entry.partners)),
    Column(N_("Activity id"), "#activity+id", lambda line: line.entry.id),
    Column(N_("Activity"), "#activity+name", lambda line: line.entry.title),
    Column(N_("Description"), "#activity+description", lambda line: line.entry.summary),
    Column(N_("Objectives of the Compact"), "#activity+code+list+v_gcm", _objectives),
    Column(N_("Main objective"), "#activity+code+main+v_gcm", _main_objective),
    Column(N_("Type"), "#activity+type", lambda line: line.wording.label("activity_types", line.entry.type)),
    Column(N_("Status"), "#status", lambda line: line.wording.label("activity_status", line.entry.status)),
    Column(N_("Country"), "#country+code+v_iso3", lambda line: line.country),
    Column(N_("Admin 1"), "#adm1+name", lambda line: line.place_name(REGION)),
    Column(N_("Admin 1 P-code"), "#adm1+code+v_pcode", lambda line: line.place_code(REGION)),
    Column(N_("Admin 2"), "#adm2+name", lambda line: line.place_name(DISTRICT)),
    Column(N_("Admin 2 P-code"), "#adm2+code+v_pcode", lambda line: line.place_code(DISTRICT)),
    Column(N_("Start"), "#date+start", lambda line: line.entry.start.iso if line.entry.start else ""),
    Column(N_("End"), "#date+end", lambda line: line.entry.end.iso if line.entry.end else ""),
    Column(N_("Female"), "#reached+f", lambda line: line.added(line.entry.reach_women, line.entry.reach_girls)),
    Column(N_("Male"), "#reached+m", lambda line: line.added(line.entry.reach_men, line.entry.reach_boys)),
    Column(N_("Another gender"), "#reached+i_another", lambda line: count_cell(line.entry.reach_another, line.wording)),
    Column(N_("Not asked"), "#reached+i_unknown", lambda line: count_cell(line.entry.reach_not_asked, line.wording)),
    Column(N_("Under 18"), "#reached+children", lambda line: line.added(line.entry.reach_girls, line.entry.reach_boys)),
    Column(N_("Total"), "#reached+total", lambda line: count_cell(line.entry.reach, line.wording)),
    Column(N_("Target groups"), "#beneficiary+type+list", _groups),
    Column(N_("Reported on"), "#date+reported", lambda line: line.submission.made_on),
    Column(N_("Source"), "#meta+source", lambda line: line.submission.call),
)
_TAGS = tuple(column.tag for column in _COLUMNS)


def csv_table(submissions: Iterable[Submission], pack: Pack, language: str, *, tags: bool = True) -> bytes:
    """The table as CSV: UTF-8 with mark, CRLF, no cell that a spreadsheet would run as a formula.

    With `tags` the second row holds the HXL tags.
    """
    wording = Wording.of(language, pack)
    return as_csv([_heads(wording), *([_TAGS] if tags else []), *_rows(submissions, wording)])


def workbook(submissions: Iterable[Submission], pack: Pack, language: str, *, tags: bool = True) -> bytes:
    """The table as a workbook of one sheet (XLSX): texts stay texts, numbers are numbers."""
    wording = Wording.of(language, pack)
    rows = list(_rows(submissions, wording))
    return book([Sheet("three_w", "3W", _heads(wording), rows, tags=_TAGS if tags else ())], language)


def _heads(wording: Wording) -> list[str]:
    return [wording.say.gettext(column.heading) for column in _COLUMNS]


def _rows(submissions: Iterable[Submission], wording: Wording) -> Iterator[list[Cell]]:
    for submission in in_order(submissions):
        for row in rows_of([submission]):
            line = Line(row, submission, wording)
            yield [column.cell(line) for column in _COLUMNS]
