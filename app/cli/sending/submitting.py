"""Commands on the way out: submit, and what was sent."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import inputs, opening, printing, showing
from app.cli.asking import CallWords, Force, Opening, Paper, WorkspacePath
from app.cli.declaring import command
from app.i18n import N_, _

if TYPE_CHECKING:
    from app.domain.shared import Call
    from app.services.opening.workspace import Workspace
    from app.services.pages import Form
    from app.services.submitting.submissions import Made


@dataclass(frozen=True)
class Outgoing:
    """How a submission goes out."""

    to: Annotated[str, typer.Option("--to", metavar="OUT.pdf", help=N_("The document, with the data inside."))] = ""
    call: CallWords = ""
    languages: Annotated[
        str,
        typer.Option(
            "--languages",
            metavar="fr,ar",
            help=N_("One document for each: OUT.pdf, OUT.ar.pdf. Two in one: fr+ar, or side by side: fr/ar."),
        ),
    ] = ""
    also: Annotated[
        str, typer.Option("--also", metavar="docx,html", help=N_("The same pages to work with, beside the PDF."))
    ] = ""
    bundle: Annotated[str, typer.Option("--bundle", metavar="OUT.gwb", help=N_("The data alone, without pages."))] = ""
    seal: Annotated[bool, typer.Option("--seal", help=N_("Only the coordinator can open the data."))] = False
    accept_findings: Annotated[
        bool, typer.Option("--accept-findings", help=N_("Let every finding leave: somebody has read them all."))
    ] = False
    paper: Paper = "A4"
    force: Force = False


@dataclass(frozen=True)
class Again:
    """Which submission is given once more, and where to."""

    id: Annotated[str, typer.Option("--id", metavar="ID", help=N_("One submission, by its id from the list."))] = ""
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="OUT.pdf|OUT.docx|OUT.html",
            help=N_("The document; as PDF with the data inside. The ending says which kind."),
        ),
    ] = ""
    tongue: Annotated[
        str, typer.Option("--in", metavar="fr", help=N_("Language of the pages; else that of the hand-over."))
    ] = ""
    bundle: Annotated[str, typer.Option("--bundle", metavar="OUT.gwb", help=N_("The data alone, without pages."))] = ""
    paper: Paper = "A4"
    force: Force = False


@command("submit", help=N_("Make the submission: a PDF that carries its own data."))
def submit(asked: Opening, workspace: WorkspacePath, outgoing: Outgoing) -> None:
    """Every file is drawn before the first one is written; unchanged content gives the last submission again."""
    from app.services.pages import Copy
    from app.services.submitting import calls, submissions

    if not outgoing.to and not outgoing.bundle:
        raise typer.BadParameter(_("Say where the submission goes: --to OUT.pdf, --bundle OUT.gwb, or both."))
    for language in inputs.listed(outgoing.languages):
        inputs.refuse_unspoken(language)
    paper = inputs.paper(outgoing.paper)
    languages = (inputs.listed(outgoing.languages) or (asked.language,)) if outgoing.to else ()
    forms = _forms(outgoing)
    targets = {
        (language, form): _target(outgoing.to, language, at, form)
        for at, language in enumerate(languages)
        for form in forms
    }
    inputs.refuse_existing(*targets.values(), outgoing.bundle, force=outgoing.force)
    files: dict[str, bytes] = {}
    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Drawing")) as progress:
        call = calls.find(opened, outgoing.call)
        _tell_of_later(asked, call, calls.newest_of(opened, call))
        with printing.progress(asked, _("Reading what you wrote")) as reading:
            made = submissions.make(
                opened, call, seal=outgoing.seal, accept_findings=outgoing.accept_findings, progress=reading
            )
        for (language, form), target in targets.items():
            pages = submissions.drawn(opened, made, language, copy=Copy(form, paper), progress=progress)
            files[target] = pages.data
            submissions.handed_over(opened, made, language)
            for warning in pages.warnings:
                printing.tell(asked, warning)
        cost = showing.cost(opened, made.submission.disclosure.counts, made.submission.disclosure.counts_withheld)
    if outgoing.bundle:
        files[outgoing.bundle] = made.bundle
    _write(files, replace=outgoing.force)
    printing.answer(asked, _plain(made, list(files)), [*_words(made, list(files)), *cost])


def _tell_of_later(asked: Opening, call: Call, newest: Call) -> None:
    """Whoever names a call that nobody waits for, or an older version of it, is told before the pages are drawn."""
    if newest.withdrawn:
        gone = _("{coordinator} withdrew this call; nobody waits for an answer.")
        printing.tell(asked, gone.format(coordinator=newest.coordinator))
    elif newest.id != call.id:
        later = _("This answers version {before} of the call, and version {number} is here.")
        printing.tell(asked, later.format(before=call.version, number=newest.version))


@command("sent", help=N_("What was sent, exactly as it was; with an id, its file once more, byte for byte the same."))
def sent(asked: Opening, workspace: WorkspacePath, again: Again) -> None:
    """Newest first. The pages are drawn in the language they were handed over in, unless another one is asked for."""
    from app.services.pages import Copy, Form
    from app.services.submitting import submissions

    inputs.refuse_existing(again.to, again.bundle, force=again.force)
    paper = inputs.paper(again.paper)
    inputs.refuse_unspoken(again.tongue)
    if (again.to or again.bundle) and not again.id:
        raise typer.BadParameter(_("Say which submission: --id with an id from the list."))
    files: dict[str, bytes] = {}
    with opening.opened(asked, workspace) as opened:
        found = [one for one in submissions.every(opened) if again.id in ("", one.id)]
        if again.id and not found:
            raise submissions.SubmissionMissingError(id=again.id)
        items = [_sent(opened, one) for one in found]
        if again.to:
            language = again.tongue or (*submissions.languages(opened, found[0]), asked.language)[0]
            copy = Copy(Form.of(Path(again.to)) or Form.PDF, paper)
            files[again.to] = submissions.drawn(opened, found[0], language, copy=copy).data
        if again.bundle:
            files[again.bundle] = found[0].bundle
    _write(files, replace=again.force)
    heads = (_("Id"), _("Period"), _("Version"), _("Made on"), _("Entries"))
    rows = [(one["id"], one["period"], one["revision"], one["day"], one["records"]) for one in items]
    printing.answer(asked, {"items": items, "files": list(files)}, [printing.Rows(heads, rows)])


def _sent(workspace: Workspace, made: Made) -> dict[str, object]:
    from app.services.submitting import submissions

    return {
        "id": made.id,
        "call": made.submission.call,
        "period": made.submission.period.iso,
        "revision": made.submission.revision,
        "day": submissions.day_of(made).isoformat(),
        "sealed": made.sealed,
        "records": len(made.submission.entries),
        "languages": list(submissions.languages(workspace, made)),
    }


def _write(files: dict[str, bytes], *, replace: bool) -> None:
    from app.files import write_whole

    for target, data in files.items():
        write_whole(Path(target), data, replace=replace)


def _plain(made: Made, files: list[str]) -> dict[str, object]:
    return {
        "id": made.id,
        "call": made.submission.call,
        "period": made.submission.period.iso,
        "revision": made.submission.revision,
        "fresh": made.fresh,
        "envelope_waits": made.envelope_waits,
        "records": len(made.submission.entries),
        "held_back": made.submission.disclosure.records_held_back,
        "suppression": {
            "numbers": made.submission.disclosure.counts,
            "withheld": made.submission.disclosure.counts_withheld,
        },
        "files": files,
    }


def _words(made: Made, files: list[str]) -> list[str]:
    sentence = _("Submission number {revision} for {period} is in {files}.")
    if not made.fresh:
        sentence = _("Nothing has changed since submission number {revision} for {period}; it is in {files} again.")
    period = made.submission.period.iso
    told = [sentence.format(revision=made.submission.revision, period=period, files=", ".join(files))]
    if made.envelope_waits:
        told.append(_("What changed for the office alone goes along with the next version (envelope tell --alone)."))
    return told


def _forms(outgoing: Outgoing) -> tuple[Form, ...]:
    """The PDF, and the further forms that were asked for; data go out in a PDF alone."""
    from app.services.pages import Form

    if Form.of(Path(outgoing.to)) not in (None, Form.PDF):
        sentence = _("Only a PDF carries the data. Use --to OUT.pdf, and --also {form} for such a file beside it.")
        raise typer.BadParameter(sentence.format(form=Path(outgoing.to).suffix.lstrip(".")))
    further = tuple(dict.fromkeys(inputs.listed(outgoing.also)))
    for one in further:
        if one not in (Form.WORD, Form.WEB):
            raise typer.BadParameter(_("“{form}” is not made; use docx or html.").format(form=one))
    if further and not outgoing.to:
        raise typer.BadParameter(_("Say where the PDF goes, too: --to OUT.pdf."))
    return (Form.PDF, *map(Form, further))


def _target(first: str, language: str, at: int, form: Form) -> str:
    """OUT.pdf for the first language, OUT.ar.pdf for every other one; OUT.docx and OUT.ar.docx beside them."""
    from app.services.pages import Form

    spoken = language.replace("/", "-")  # two languages side by side
    named = first if at == 0 else str(Path(first).with_suffix(f".{spoken}{Path(first).suffix}"))
    return named if form is Form.PDF else str(Path(named).with_suffix(form.ending))
