"""Real tables for demonstrations: each of the organisations with most rows gets a workspace with its own rows."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from babel.languages import get_official_languages

from app.domain.terms import Period, When
from app.folding import fold
from app.i18n import ENGLISH, SIX, _
from app.intake.cells.results import Outcome, Reading, RowResult
from app.intake.fitting.mapping import Mapping as TableMapping
from app.intake.rows import read
from app.reports.tables import harmless
from app.services.demonstration.participants import Participant
from app.services.opening.workspace import Organisation, Workspace
from app.services.records import importing

_UNKNOWN_TYPE = "ST-OTH"
"""A table does not say in our words what kind of organisation somebody is."""


@dataclass(frozen=True)
class Source:
    """A table, and the mapping file to read it with; without one, the shipped mapping that fits."""

    path: Path
    mapping: Path | None = None


@dataclass(frozen=True)
class Table:
    """A table that was read, and whose rows of it take part."""

    path: Path
    mapping: TableMapping
    reading: Reading
    chosen: tuple[str, ...]
    """Names as the table writes them; ("",) where it names nobody and is one organisation's own."""

    @property
    def counts(self) -> Mapping[str, int]:
        """How many rows became records, could not be read, were left out, or were blank: together every row."""
        counted = Counter(outcome for _row, outcome, _reasons in self.fates())
        return {name: counted[name] for name in ("new", "problem", "skipped", "blank")}

    def fates(self) -> Iterator[tuple[RowResult, str, list[tuple[str, str, str]]]]:
        """Every row, what becomes of it, and for those that were not taken (column, value, reason)."""
        wanted = {fold(name) for name in self.chosen}
        for row in self.reading.rows:
            if row.outcome is Outcome.DRAFT and self.mapping.organisation and fold(row.organisation) not in wanted:
                yield row, "skipped", [("", row.organisation, _("This organisation does not take part."))]
            elif row.outcome is Outcome.DRAFT:
                yield row, "new", []
            elif row.outcome is Outcome.PROBLEM:
                yield row, "problem", [(one.column, one.value, one.sentence()) for one in row.problems]
            else:
                yield row, row.outcome.value, [("", "", row.reason() or _("The row is blank."))]


def tables(sources: Iterable[Source], organisations: int) -> tuple[Table, ...]:
    """Every table read, with its share of the organisations, those with most rows first. Raises what ails a file."""
    found = []
    for source in sources:
        mapping = importing.mapping_for(source.path, source.mapping)
        found.append((source.path, mapping, read(source.path, mapping)))
    alone = sum(not mapping.organisation for _path, mapping, _reading in found)
    share = -(-max(1, organisations - alone) // max(1, len(found) - alone))
    return tuple(Table(path, mapping, reading, _chosen(mapping, reading, share)) for path, mapping, reading in found)


def participants(found: Iterable[Table]) -> tuple[Participant, ...]:
    """One for each organisation of each table, in the order of the tables."""
    return tuple(_participant(table, name) for table in found for name in table.chosen)


def period(found: Iterable[Table]) -> Period:
    """From the first month to the last that any row speaks of."""
    months = [
        str(row.fields[name])[:7]
        for table in found
        for row in table.reading.drafts
        for name in ("start", "end", "month")
        if row.fields.get(name)
    ]
    return Period(When.parse(min(months)), When.parse(max(months)))


def rows_csv(found: Iterable[Table]) -> bytes:
    """Every row that did not become a record, with its reason; nothing in it acts when a spreadsheet opens it."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow((_("File"), _("Row"), _("Outcome"), _("Column"), _("Value"), _("Reason")))
    for table in found:
        for row, outcome, reasons in table.fates():
            for reason in reasons:
                writer.writerow((harmless(table.path.name), row.row, outcome, *map(harmless, reason)))
    return text.getvalue().encode("utf-8-sig")


def _chosen(mapping: TableMapping, reading: Reading, share: int) -> tuple[str, ...]:
    if not mapping.organisation:
        return ("",)
    spelled: dict[str, str] = {}
    counted: Counter[str] = Counter()
    for name, rows in reading.organisations.items():
        counted[fold(name)] += rows
        spelled.setdefault(fold(name), name)
    return tuple(spelled[key] for key, _rows in counted.most_common(share))


def _participant(table: Table, name: str) -> Participant:
    organisation = Organisation(name or table.mapping.name, (_UNKNOWN_TYPE,), table.mapping.country)
    return Participant(organisation, _language(table.mapping.country), partial(_import, table=table, name=name))


def _language(country: str) -> str:
    """The first official language of the country that is one of ours, else English."""
    official = get_official_languages(country) if country else ()
    return next((one for one in official if one in SIX), ENGLISH)


def _import(workspace: Workspace, *, table: Table, name: str) -> int:
    report = importing.bring_in(workspace, table.path, table.mapping, options=importing.Options(name))
    return report.counts["new"]
