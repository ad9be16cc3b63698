"""Commands that read other people's tables: import, imports. No row is dropped without its reason."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import guarding, inputs, opening, printing
from app.cli.asking import Force, Opening, WorkspacePath
from app.cli.declaring import command
from app.i18n import N_, _, format_list, ngettext

if TYPE_CHECKING:
    from app.services.opening.workspace import Workspace
    from app.services.records.importing import Report, RowReport, TableMapping
    from app.services.records.tables.table_file import TableFile

_SHOWN_PROBLEMS = 20


@dataclass(frozen=True)
class Reading:
    """How the table is read."""

    mapping: Annotated[
        str,
        typer.Option("--mapping", metavar="M.json", help=N_("How columns become fields (docs/formats/mapping.md).")),
    ] = ""
    mapping_to: Annotated[
        str, typer.Option("--mapping-to", metavar="OUT.json", help=N_("Write the mapping that was used to this file."))
    ] = ""
    read_as: Annotated[
        str, typer.Option("--as", metavar="KIND", help=N_("What the rows are, without a mapping file: feedback."))
    ] = ""
    codes: Annotated[
        str, typer.Option("--codes", metavar="C.json", help=N_("The coding framework of a feedback log."))
    ] = ""
    dictionary: Annotated[
        str,
        typer.Option(
            "--dictionary", metavar="FORM.xlsx", help=N_("The XLSForm of an export: its labels stand for its names.")
        ),
    ] = ""
    encoding: Annotated[
        str,
        typer.Option("--encoding", metavar="NAME", help=N_("The letters of a text file that does not say: cp1252 …")),
    ] = ""
    organisation: Annotated[
        str, typer.Option("--organisation", metavar="NAME", help=N_("Only the rows of this organisation."))
    ] = ""
    dry_run: Annotated[bool, typer.Option("--dry-run", help=N_("Say what would happen, and write nothing."))] = False
    problems: Annotated[
        str, typer.Option("--problems", metavar="OUT.xlsx", help=N_("Write rows that were not read to this workbook."))
    ] = ""
    force: Force = False


@command("import", help=N_("Read spreadsheets, exports of KoboToolbox and ODK, 3W and HXL tables."))
def import_(
    asked: Opening,
    workspace: WorkspacePath,
    files: Annotated[list[str], typer.Argument(metavar="FILE", help=N_("Tables to read."))],
    reading: Reading,
) -> int:
    """Each file is read whole or not at all; the same file again changes nothing."""
    from app.files import write_whole
    from app.services.records import importing, row_reports
    from app.services.records.tables import remembering, table_file

    if reading.read_as not in ("", "feedback"):
        raise typer.BadParameter(_("Rows can be read --as feedback; for all else give a --mapping."))
    if reading.encoding not in ("", *table_file.ENCODINGS):
        known = ", ".join(table_file.ENCODINGS)
        raise typer.BadParameter(_("Letters can be one of: {encodings}.").format(encodings=known))
    inputs.refuse_existing(reading.problems, reading.mapping_to, force=reading.force)
    options = importing.Options(reading.organisation, reading.dry_run)
    reports: list[tuple[str, Report]] = []
    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Reading")) as progress:
        for file in files:
            path = Path(file)
            given = remembering.shared(Path(reading.mapping)) if reading.mapping and not reading.read_as else None
            encoding = reading.encoding or (given.encoding if given else None)
            table = table_file.opened(path, encoding=encoding, progress=progress)
            if reading.dictionary:
                table = table_file.with_form(table, Path(reading.dictionary), opened.language)
            mapping = given or _mapping(opened, table, reading)
            reports.append((file, importing.bring_in(opened, table, mapping, options=options, progress=progress)))
            if reading.mapping_to:
                remembering.share(mapping, Path(reading.mapping_to))
    if reading.problems:
        rows = [(Path(file).name, row) for file, report in reports for row in (*report.problems, *report.skipped)]
        write_whole(Path(reading.problems), row_reports.workbook(rows), replace=reading.force)
    plain = [_plain(file, report) for file, report in reports]
    printing.answer(asked, plain[0] if len(plain) == 1 else _together(plain), _words(reports))
    return guarding.HELD_BACK if any(report.counts["problem"] for _file, report in reports) else guarding.DONE


def _mapping(workspace: Workspace, table: TableFile, reading: Reading) -> TableMapping:
    """What the words say: a kind, or nothing, where last time's mapping or one that ships is used."""
    from app.services.records import importing

    if reading.read_as:
        return importing.feedback_log(table, Path(reading.codes) if reading.codes else None)
    return importing.mapping_for(table, workspace=workspace)


@command("imports", help=N_("List what was imported."))
def imports(asked: Opening, workspace: WorkspacePath) -> None:
    """The newest first."""
    import json

    from app.services.records import importing

    with opening.opened(asked, workspace) as opened:
        found = importing.batches(opened)
    plain = [{"batch": one.id, "file": one.file, "counts": json.loads(one.counts)} for one in found]
    rows = [(one.id, one.file, _counted(json.loads(one.counts))) for one in found]
    table = printing.Rows((_("Import"), _("File"), _("Rows")), rows)
    printing.answer(asked, {"imports": plain}, [table] if rows else [_("Nothing was imported yet.")])


@command("undo-import", help=N_("Take back exactly one import."))
def undo_import(
    asked: Opening,
    workspace: WorkspacePath,
    batch: Annotated[str, typer.Argument(metavar="BATCH", help=N_("The import, as `imports` names it."))],
    anyway: Annotated[
        bool, typer.Option("--anyway", help=N_("Also if some of it was changed since: that stays as it is."))
    ] = False,
) -> int:
    """What was changed since is named, and nothing is taken back then without --anyway."""
    from app.services.records.tables import batch_undo

    with opening.opened(asked, workspace) as opened:
        touched = batch_undo.touched(opened, batch)
        if touched and not anyway:
            told = _("These were changed since, so nothing was taken back. With --anyway all others are:")
            printing.answer(asked, {"undone": False, "changed": list(touched)}, [told, *touched])
            return guarding.HELD_BACK
        undone = batch_undo.undo(opened, batch)
    printing.answer(asked, {"undone": not undone.nothing, "changed": list(touched)}, [undone.sentence()])
    return guarding.DONE


def _plain(file: str, report: Report) -> dict[str, object]:
    return {
        "path": file,
        "batch": report.batch,
        "counts": dict(report.counts),
        "problems": [_row(one) for one in report.problems],
        "skipped": [_row(one) for one in report.skipped],
        "advice": list(report.advice),
        "organisations": dict(report.organisations),
    }


def _together(plain: list[dict[str, object]]) -> dict[str, object]:
    counts: dict[str, int] = {}
    for one in plain:
        found = one["counts"]
        assert isinstance(found, dict)
        counts = {name: counts.get(name, 0) + found[name] for name in found}
    return {"counts": counts, "files": plain}


def _row(one: RowReport) -> dict[str, object]:
    return {"row": one.row, "column": one.column, "value": one.value, "sentence": one.sentence}


def _words(reports: list[tuple[str, Report]]) -> list[str | printing.Rows]:
    words: list[str | printing.Rows] = []
    for file, report in reports:
        words.append(_("{file}: {counts}").format(file=Path(file).name, counts=_counted(report.counts)))
        words += report.advice
        rows = [(one.row, one.column, one.value, one.sentence) for one in report.problems[:_SHOWN_PROBLEMS]]
        if rows:
            words.append(printing.Rows((_("Row"), _("Column"), _("Value"), _("Why it was not read")), rows))
        if len(report.problems) > _SHOWN_PROBLEMS:
            words.append(_("There are more: --problems OUT.xlsx or --json tells all of them."))
    return words


def _counted(counts: object) -> str:
    assert isinstance(counts, dict)
    labels = {
        "new": ngettext("{count} new", "{count} new", counts.get("new", 0)),
        "update": ngettext("{count} changed", "{count} changed", counts.get("update", 0)),
        "same": _("{count} here already"),
        "problem": _("{count} not read"),
        "skipped": _("{count} left out"),
        "blank": _("{count} blank"),
    }
    return format_list([labels[name].format(count=counts[name]) for name in labels if counts.get(name)])
