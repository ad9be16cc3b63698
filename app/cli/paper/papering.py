"""Commands of the paper bridge: print form, sheet list, sheet take-back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app import i18n
from app.cli import inputs, opening, printing
from app.cli.asking import Asked, Force, Opening, WorkspacePath
from app.cli.declaring import command
from app.cli.paper.sheets import Paper
from app.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from app.services.opening.workspace import Workspace
    from app.services.paper.sheet_book import Sheet


@dataclass(frozen=True)
class Blank:
    """Which sheets, how many, in which languages, and where to."""

    to: Annotated[str, typer.Option("--to", metavar="OUT.pdf", help=N_("The file to write."))]
    kind: Annotated[
        str, typer.Option("--kind", metavar="feedback|activity|activity-full", help=N_("What is written on them."))
    ] = "feedback"
    count: Annotated[int, typer.Option("--count", metavar="N", help=N_("How many sheets."))] = 1
    languages: Annotated[str, typer.Option("--languages", metavar="XX,XX", help=N_("One or two, such as fr,ar."))] = ""
    organisation: Annotated[
        str, typer.Option("--organisation", metavar="NAME", help=N_("Who gives the sheets out; stands at their head."))
    ] = ""
    paper: Paper = "A4"
    force: Force = False


@command("form", within="print", help=N_("Print blank sheets to fill in by hand; no workspace is needed."))
def form(asked: Asked, blank: Blank) -> None:
    """Each sheet has a number of its own, and no place for a name."""
    from app.compact import load
    from app.files import write_whole
    from app.services.paper import blank_sheets, paper_forms

    languages = inputs.spoken(blank.languages) or (asked.language or i18n.language(),)
    page = inputs.paper(blank.paper)
    inputs.refuse_ending(blank.to, ".pdf")
    inputs.refuse_existing(blank.to, force=blank.force)
    origin = opening.origin(asked)
    wanted = blank_sheets.Wanted(paper_forms.named(blank.kind), blank.count, languages, page, blank.organisation)
    with printing.progress(asked, _("Drawing")) as progress:
        printed = blank_sheets.draw(load(), wanted, origin.now().date(), progress, chance=origin.random)
    for warning in printed.pages.warnings:
        printing.tell(asked, warning)
    write_whole(Path(blank.to), printed.pages.data, replace=blank.force)
    numbers = [one.printed for one in printed.numbers]
    told = ngettext("{count} sheet is in {file}.", "{count} sheets are in {file}.", len(numbers))
    plain = {"file": blank.to, "kind": blank.kind, "sheets": numbers, "rows": printed.numbers[0].rows}
    printing.answer(asked, plain, [told.format(count=len(numbers), file=blank.to)])


@command("list", within="sheet", help=N_("List the sheets of paper that were typed in, and how far."))
def list_(asked: Opening, workspace: WorkspacePath) -> None:
    """The newest first."""
    from app.services.paper import sheet_book

    with opening.opened(asked, workspace) as opened:
        found = sheet_book.sheets(opened)
        plain = [_plain(opened, one) for one in found]
    headings = (_("Sheet"), _("Rows"), _("Typed in"), _("Typed again"), _("By"))
    rows = [(one["sheet"], one["rows"], one["typed"], one["checked"], one["by"]) for one in plain]
    nothing = _("No sheet was typed in yet.")
    printing.answer(asked, {"sheets": plain}, [printing.Rows(headings, rows)] if rows else [nothing])


@command("take-back", within="sheet", help=N_("Put exactly the records of one sheet of paper in the trash."))
def take_back(
    asked: Opening,
    workspace: WorkspacePath,
    number: Annotated[str, typer.Argument(metavar="NUMBER", help=N_("The number that is printed on the sheet."))],
) -> None:
    """Then the sheet can be typed in anew."""
    from app.services.paper import sheet_book

    with opening.opened(asked, workspace) as opened:
        sheet = sheet_book.look_up(opened, number)
        if sheet.records:
            sheet_book.take_back(opened, sheet)
    told = ngettext(
        "{count} record of this sheet is in the trash.",
        "{count} records of this sheet are in the trash.",
        sheet.records,
    )
    plain = {"sheet": sheet.number.printed, "records": sheet.records}
    printing.answer(asked, plain, [told.format(count=sheet.records)])


def _plain(workspace: Workspace, sheet: Sheet) -> dict[str, object]:
    from app.services.paper import sheet_book

    first = sheet.first
    assert first is not None
    return {
        "sheet": sheet.number.printed,
        "kind": sheet.form.name,
        "rows": sheet.number.rows,
        "typed": sheet.next_row - 1,
        "checked": sheet.next_check - 1,
        "records": sheet.records,
        "by": sheet_book.typed_by(workspace, first),
    }
