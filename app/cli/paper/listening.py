"""Commands that give something back to people: loop-kit, policy-card, slip give, slip check."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from app.cli import inputs, opening, printing
from app.cli.asking import Force, Opening, WorkspacePath
from app.cli.declaring import command
from app.cli.records.writing import RecordId
from app.i18n import N_, _, ngettext


@dataclass(frozen=True)
class Kit:
    """Where to, in which languages, and about which messages."""

    to: Annotated[str, typer.Option("--to", metavar="FOLDER", help=N_("The folder to write to."))]
    languages: Annotated[str, typer.Option("--languages", metavar="XX,XX", help=N_("One or two, such as fr,ar."))]
    message: Annotated[
        list[str] | None, typer.Option("--message", metavar="ID", help=N_("Only this message; may be repeated."))
    ] = None
    paper: Annotated[
        str, typer.Option("--paper", metavar="A3|A4|Letter", help=N_("The size of the page of the poster."))
    ] = "A4"
    accept_findings: Annotated[
        bool, typer.Option("--accept-findings", help=N_("I have read the texts: let those with findings through."))
    ] = False
    force: Force = False


@command("loop-kit", help=N_("Make a poster and radio scripts of what was answered."))
def loop_kit(asked: Opening, workspace: WorkspacePath, kit: Kit) -> None:
    """A text with a finding stays out until somebody says that it was read."""
    from app.files import make_folder, write_whole
    from app.services.paper import loop_kit as making

    languages, paper = inputs.spoken(kit.languages), inputs.paper(kit.paper, making.WALLS)
    folder = Path(kit.to)
    places = {code: folder / f"radio-{code}.pdf" for code in languages}
    wall = folder / "poster.pdf"
    inputs.refuse_existing(str(wall), *map(str, places.values()), force=kit.force)
    with opening.opened(asked, workspace) as opened:
        found = making.candidates(opened, kit.message or ())
        chosen = [one for one in found if kit.accept_findings or not one.findings]
        page, shown = making.poster(opened, chosen, languages, page=paper)
        spoken = {code: making.script(opened, chosen, code)[0] for code in languages}
    make_folder(folder)
    write_whole(wall, page.data, replace=kit.force)
    for code, pages in spoken.items():
        write_whole(places[code], pages.data, replace=kit.force)
    left = len(found) - len(chosen)
    told = ngettext("{count} message stands on the poster.", "{count} messages stand on the poster.", shown)
    words = [told.format(count=shown)]
    if left:
        text = ngettext("{count} text must be read first.", "{count} texts must be read first.", left)
        words.append(text.format(count=left))
    files = [str(wall), *map(str, places.values())]
    findings = [{"record": one.record, "found": list(one.findings)} for one in found if one.findings]
    printing.answer(asked, {"files": files, "messages": shown, "findings": findings}, [*words, *files])


@dataclass(frozen=True)
class Sheet:
    """Where the page goes, and in which languages its fixed words are."""

    to: Annotated[str, typer.Option("--to", metavar="OUT.pdf", help=N_("The file to write."))]
    languages: Annotated[
        str,
        typer.Option("--languages", metavar="XX,XX", help=N_("One or two, such as fr,ar; else that of the card.")),
    ] = ""
    force: Force = False


@command("policy-card", help=N_("Print a policy card for people: a page with its plain words and questions."))
def policy_card(asked: Opening, workspace: WorkspacePath, record: RecordId, sheet: Sheet) -> None:
    """What was written stands as it is; only the fixed words follow the languages."""
    from app.files import write_whole
    from app.services.paper import loop_kit as making

    languages = inputs.spoken(sheet.languages)
    inputs.refuse_existing(sheet.to, force=sheet.force)
    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Drawing")) as progress:
        pages = making.policy_card(opened, record, languages, progress)
    for warning in pages.warnings:
        printing.tell(asked, warning)
    write_whole(Path(sheet.to), pages.data, replace=sheet.force)
    told = _("The policy card is in {file}.").format(file=sheet.to)
    printing.answer(asked, {"id": record, "file": sheet.to, "warnings": list(pages.warnings)}, [told])


@command("give", within="slip", help=N_("Give a slip for a message: a code that is shown once."))
def slip_give(
    asked: Opening,
    workspace: WorkspacePath,
    record: RecordId,
    spoken: Annotated[str, typer.Option("--words", metavar="XX", help=N_("The language of the code."))] = "",
) -> None:
    """The code is not kept."""
    from app.services.feedback import slips

    with opening.opened(asked, workspace) as opened:
        code = slips.give(opened, record, spoken or opened.language)
    printing.answer(asked, {"id": record, "code": code}, [code, _("It is not kept here. Hand it over now.")])


@command("check", within="slip", help=N_("Find what became of a message by the words of its slip."))
def slip_check(
    asked: Opening,
    workspace: WorkspacePath,
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help=N_("The words or digits of the slip."))],
) -> None:
    """A wrong word says so."""
    from app.services.feedback import slips

    with opening.opened(asked, workspace) as opened:
        found = slips.check(opened, " ".join(words))
        status = opened.pack.code_list("feedback_status").label(found.status, asked.language or opened.language)
    plain = {
        "id": found.record,
        "status": found.status,
        "answer": found.answer,
        "not_done": found.not_done,
        "open": found.open,
    }
    told = [status if found.status else _("Waits for an answer"), found.answer, found.not_done]
    printing.answer(asked, plain, [one for one in told if one])
