"""Commands on the way out: checklist, review, submit."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import inputs, opening, printing, showing
from app.cli.asking import Force, Opening, WorkspacePath
from app.cli.declaring import command
from app.i18n import N_, _
from app.i18n import language as spoken

if TYPE_CHECKING:
    from app.services.reviewing import Review
    from app.services.submissions import Made
    from app.services.workspace import Workspace

CallWords = Annotated[
    str, typer.Option("--call", metavar="C", help=N_("Id or period of the call; not needed if there is only one."))
]
_ANSWERS = {"release": True, "keep": False}
_STAYS = {
    "draft": N_("“{title}” is not complete and stays here."),
    "private": N_("“{title}” is private and stays here."),
    "outside": N_("“{title}” is not asked for by this call and stays here."),
    "government": N_("“{title}” is not for government and stays here."),
    "unsigned": N_("“{title}” waits for somebody's approval and stays here."),
    "withdrawn": N_("“{title}” was taken back before and is not sent again."),
}


@dataclass(frozen=True)
class Outgoing:
    """How a submission goes out."""

    to: Annotated[str, typer.Option("--to", metavar="OUT.pdf", help=N_("The document, with the data inside."))] = ""
    call: CallWords = ""
    languages: Annotated[
        str, typer.Option("--languages", metavar="fr,ar", help=N_("One document for each: OUT.pdf, OUT.ar.pdf."))
    ] = ""
    bundle: Annotated[str, typer.Option("--bundle", metavar="OUT.gwb", help=N_("The data alone, without pages."))] = ""
    seal: Annotated[bool, typer.Option("--seal", help=N_("Only the coordinator can open the data."))] = False
    accept_findings: Annotated[
        bool, typer.Option("--accept-findings", help=N_("Let every finding leave: somebody has read them all."))
    ] = False
    force: Force = False


@dataclass(frozen=True)
class Again:
    """Which submission is given once more, and where to."""

    id: Annotated[str, typer.Option("--id", metavar="ID", help=N_("One submission, by its id from the list."))] = ""
    to: Annotated[str, typer.Option("--to", metavar="OUT.pdf", help=N_("The document, with the data inside."))] = ""
    tongue: Annotated[
        str, typer.Option("--in", metavar="fr", help=N_("Language of the pages; else that of the hand-over."))
    ] = ""
    bundle: Annotated[str, typer.Option("--bundle", metavar="OUT.gwb", help=N_("The data alone, without pages."))] = ""
    force: Force = False


@command("checklist", help=N_("What is missing, blocking or advisable before answering a call."))
def checklist(asked: Opening, workspace: WorkspacePath, call: CallWords = "") -> None:
    """What blocks comes first."""
    from app.services import calls
    from app.services.checklist import points

    with opening.opened(asked, workspace) as opened:
        found = points(opened, calls.find(opened, call))
    items: list[dict[str, object]] = [
        {"code": one.code, "level": one.level, "record": one.record, "field": one.field, "sentence": one.sentence()}
        for one in found
    ]
    printing.answer(asked, {"items": items}, [_table(items)])


@command("review", help=N_("Every item that would leave, with what somebody must look at first."))
def review(
    asked: Opening,
    workspace: WorkspacePath,
    call: CallWords = "",
    decide: Annotated[
        str,
        typer.Option(
            "--decide",
            metavar="FILE.json",
            help=N_("Keep the decisions in this file: finding ids, each with release or keep."),
        ),
    ] = "",
) -> None:
    """Nothing leaves by this; with `--decide` the answers are kept first, all of them or none."""
    from app.services import calls, reviewing

    answers = _answers(decide) if decide else {}
    with opening.opened(asked, workspace) as opened:
        wanted = calls.find(opened, call)
        _refuse_unknown(reviewing.review(opened, wanted), answers)
        for finding, release in answers.items():
            reviewing.decide(opened, wanted, finding, release=release)
        seen = reviewing.review(opened, wanted)
        items = [*_finding_items(seen), *_leaving_items(seen), *_staying_items(opened, seen)]
        cost = _cost(opened, seen.cost.numbers, seen.cost.withheld)
    plain = {
        "call": seen.call.id,
        "undecided": len(seen.undecided),
        "suppression": {"numbers": seen.cost.numbers, "withheld": seen.cost.withheld},
        "items": items,
    }
    printing.answer(asked, plain, [_table(items), *cost])


@command("submit", help=N_("Make the submission: a PDF that carries its own data."))
def submit(asked: Opening, workspace: WorkspacePath, outgoing: Outgoing) -> None:
    """Every file is drawn before the first one is written; unchanged content gives the last submission again."""
    from app.services import calls, submissions

    if not outgoing.to and not outgoing.bundle:
        raise typer.BadParameter(_("Say where the submission goes: --to OUT.pdf, --bundle OUT.gwb, or both."))
    for language in inputs.listed(outgoing.languages):
        if language not in inputs.languages():
            raise typer.BadParameter(inputs.language_missing(language))
    languages = (inputs.listed(outgoing.languages) or (asked.language,)) if outgoing.to else ()
    targets = [_target(outgoing.to, language, at) for at, language in enumerate(languages)]
    inputs.refuse_existing(*targets, outgoing.bundle, force=outgoing.force)
    files: dict[str, bytes] = {}
    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Drawing")) as progress:
        call = calls.find(opened, outgoing.call)
        made = submissions.make(opened, call, seal=outgoing.seal, accept_findings=outgoing.accept_findings)
        for target, language in zip(targets, languages, strict=True):
            pages = submissions.drawn(opened, made, language, progress=progress)
            files[target] = pages.data
            submissions.handed_over(opened, made, language)
            for warning in pages.warnings:
                printing.tell(asked, warning)
        cost = _cost(opened, made.submission.disclosure.counts, made.submission.disclosure.counts_withheld)
    if outgoing.bundle:
        files[outgoing.bundle] = made.bundle
    _write(files, replace=outgoing.force)
    printing.answer(asked, _plain(made, list(files)), [*_words(made, list(files)), *cost])


@command("sent", help=N_("What was sent, exactly as it was; with an id, its file once more, byte for byte the same."))
def sent(asked: Opening, workspace: WorkspacePath, again: Again) -> None:
    """Newest first. The pages are drawn in the language they were handed over in, unless another one is asked for."""
    from app.services import submissions

    inputs.refuse_existing(again.to, again.bundle, force=again.force)
    if again.tongue and again.tongue not in inputs.languages():
        raise typer.BadParameter(inputs.language_missing(again.tongue))
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
            files[again.to] = submissions.drawn(opened, found[0], language).data
        if again.bundle:
            files[again.bundle] = found[0].bundle
    _write(files, replace=again.force)
    heads = (_("Id"), _("Period"), _("Version"), _("Made on"), _("Entries"))
    rows = [(one["id"], one["period"], one["revision"], one["day"], one["records"]) for one in items]
    printing.answer(asked, {"items": items, "files": list(files)}, [printing.Rows(heads, rows)])


def _sent(workspace: Workspace, made: Made) -> dict[str, object]:
    from app.services import submissions

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
    return [sentence.format(revision=made.submission.revision, period=period, files=", ".join(files))]


def _cost(workspace: Workspace, numbers: int, withheld: int) -> list[str]:
    from app.domain.wording import Wording

    sentence = Wording.of(spoken(), workspace.pack).cost(numbers, withheld)
    return [sentence] if sentence else []


def _target(first: str, language: str, at: int) -> str:
    """OUT.pdf for the first language, OUT.ar.pdf for every other one."""
    return first if at == 0 else str(Path(first).with_suffix(f".{language}{Path(first).suffix}"))


def _answers(path: str) -> dict[str, bool]:
    needed = _("an object of finding ids, each with release or keep")
    found = inputs.from_json(path, dict, needed=needed)
    if any(answer not in _ANSWERS for answer in found.values()):
        raise inputs.InputNotJsonError(name=path, needed=needed)
    return {finding: _ANSWERS[answer] for finding, answer in found.items()}


def _refuse_unknown(seen: Review, answers: dict[str, bool]) -> None:
    from app.services.reviewing import FindingMissingError

    known = {finding.id for finding in seen.findings}
    for finding in answers:
        if finding not in known:
            raise FindingMissingError(finding=finding)


def _finding_items(seen: Review) -> list[dict[str, object]]:
    return [
        {
            "code": f"finding:{finding.kind}",
            "level": "done" if finding.answer else "blocking",
            "record": finding.record,
            "field": finding.field,
            "sentence": finding.sentence(),
            "finding": finding.id,
            "answer": finding.answer,
        }
        for finding in seen.findings
    ]


def _leaving_items(seen: Review) -> list[dict[str, object]]:
    found = [(item.record, item.title, item.entry) for item in seen.items]
    found += [("", type(entry).KIND, entry) for entry in (*seen.counts, *seen.withdrawals)]
    return [
        {
            "code": f"leaves:{type(entry).KIND}",
            "level": "done",
            "record": record,
            "field": "",
            "sentence": _("“{title}” leaves.").format(title=title),
            "entry": showing.fields({one.name: getattr(entry, one.name) for one in dataclasses.fields(entry)}),
        }
        for record, title, entry in found
    ]


def _staying_items(workspace: Workspace, seen: Review) -> list[dict[str, object]]:
    from app.services import recording

    items: list[dict[str, object]] = []
    for record, reason in seen.held_back:
        found = recording.open_draft(workspace, recording.kind_of(workspace, record), record).record
        title = getattr(found, "title", "") or type(found).KIND
        sentence = _(_STAYS.get(reason, _STAYS["private"])).format(title=title)
        level = "warning" if reason in ("draft", "unsigned") else "done"
        code = f"stays:{reason}"
        items.append({"code": code, "level": level, "record": record, "field": "", "sentence": sentence})
    return items


def _table(items: list[dict[str, object]]) -> printing.Rows:
    levels = {"blocking": _("must be settled"), "warning": _("look again"), "done": _("fine")}
    rows = [(levels[str(one["level"])], one["sentence"], one.get("finding", one["record"])) for one in items]
    return printing.Rows((_("How it stands"), _("What"), _("Id")), rows)
