"""The command that does the whole job once, on made-up organisations or on a real table: demo."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app import i18n
from app.cli import inputs, printing
from app.cli.asking import Asked, Force
from app.cli.declaring import command
from app.i18n import N_, _

if TYPE_CHECKING:
    from app.services.demonstration.journey import Shown, Source


@dataclass(frozen=True)
class Size:
    """How much is made up, or which tables are read instead."""

    organisations: Annotated[
        int | None, typer.Option("--organisations", min=1, max=500, metavar="N", help=N_("How many organisations."))
    ] = None
    records: Annotated[int, typer.Option("--records", min=1, metavar="N", help=N_("Records of each."))] = 40
    tables: Annotated[
        list[str] | None, typer.Option("--from", metavar="FILE", help=N_("A real table instead; may be repeated."))
    ] = None
    mappings: Annotated[
        list[str] | None,
        typer.Option("--mapping", metavar="M.json", help=N_("The mapping of each table, in the same order.")),
    ] = None
    force: Force = False


@command("demo", help=N_("Do the whole job on made-up organisations: workspaces, call, submissions, national report."))
def demo(
    asked: Asked,
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help=N_("Where everything is put."))],
    size: Size,
) -> None:
    """The same services as every other command; nothing is faked but the organisations."""
    from app.services.demonstration import journey

    plan = journey.Plan(
        organisations=size.organisations or (10 if size.tables else 3),
        records=size.records,
        seed=1 if asked.seed is None else asked.seed,
        now=inputs.moment(asked.now),
        language=asked.language or i18n.language(),
        sources=_sources(size),
        replace=size.force,
    )
    with printing.progress(asked, _("Demonstration")) as progress:
        shown = journey.run(Path(folder), plan, progress)
    printing.answer(asked, _plain(folder, shown), _words(folder, shown))


def _sources(size: Size) -> tuple[Source, ...]:
    from app.services.demonstration.journey import Source

    mappings = list(size.mappings or [])
    tables = list(size.tables or [])
    if mappings and len(mappings) != len(tables):
        raise typer.BadParameter(_("Give one --mapping for each --from, in the same order, or none at all."))
    found: list[Path | None] = [*map(Path, mappings)] if mappings else [None] * len(tables)
    return tuple(Source(Path(table), mapping) for table, mapping in zip(tables, found, strict=True))


def _plain(folder: str, shown: Shown) -> dict[str, object]:
    return {
        "folder": folder,
        "period": shown.period.iso,
        "digest": shown.digest,
        "organisations": [
            {
                "organisation": one.name,
                "workspace": one.workspace,
                "submission": one.submission,
                "records": one.records,
                "held_back": one.held_back,
            }
            for one in shown.organisations
        ],
        "received": dict(shown.received),
        "tables": [{"file": one.file, "counts": dict(one.counts)} for one in shown.tables],
        "files": list(shown.files),
    }


def _words(folder: str, shown: Shown) -> list[str | printing.Rows]:
    rows = [(one.name, one.records, one.held_back, one.submission) for one in shown.organisations]
    headings = (_("Organisation"), _("Records"), _("Held back"), _("Submission"))
    words: list[str | printing.Rows] = [
        printing.Rows(headings, rows),
        _("Everything is in {folder}. Open next:").format(folder=folder),
    ]
    words += [f"  {name}" for name in shown.files]
    for one in shown.tables:
        text = _("{file}: {new} rows taken, {problem} not read, {skipped} left out, {blank} blank; rows.csv says why.")
        words.append(text.format(file=one.file, **one.counts))
    return words
