"""Commands about calls: a coordinator makes one, everybody else takes it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import inputs, opening, printing
from app.cli.asking import Force, Opening, WorkspacePath
from app.cli.declaring import command
from app.i18n import N_, _

if TYPE_CHECKING:
    from app.domain.shared import Call, Question


@dataclass(frozen=True)
class Requested:
    """What a call asks for."""

    period: Annotated[str, typer.Option("--period", metavar="P", help=N_("Whole months: 2026-07..2026-09."))]
    to: Annotated[str, typer.Option("--to", metavar="call.gwb", help=N_("The file to send to organisations."))]
    due: Annotated[str, typer.Option("--due", metavar="DAY", help=N_("Answers are wanted by this day."))] = ""
    objectives: Annotated[str, typer.Option("--objectives", metavar="3,7", help=N_("Only about these."))] = ""
    questions: Annotated[
        str, typer.Option("--questions", metavar="Q.json", help=N_("A list of objects with code, text, objective."))
    ] = ""
    title: Annotated[str, typer.Option("--title", metavar="TEXT", help=N_("What the call is called."))] = ""
    languages: Annotated[str, typer.Option("--languages", metavar="fr,ar", help=N_("Languages of answers."))] = ""
    sections: Annotated[
        str, typer.Option("--sections", metavar="activity,practice", help=N_("Only these kinds of entry."))
    ] = ""
    threshold: Annotated[
        int, typer.Option("--threshold", metavar="K", help=N_("A larger smallest group than the rules ask for."))
    ] = 0
    force: Force = False


@command("make", within="call", help=N_("Make a call: the file that asks organisations for their submissions."))
def make(asked: Opening, workspace: WorkspacePath, requested: Requested) -> None:
    """The same call asked for again gives the same file."""
    from app.files import write_whole
    from app.services.submitting import calls

    wanted = _call(requested)
    inputs.refuse_existing(requested.to, force=requested.force)
    with opening.opened(asked, workspace) as opened:
        known = next((one for one in calls.every(opened) if _says(one) == _says(wanted)), None)
        call, data = (known, calls.file_of(opened, known)) if known else calls.make(opened, wanted)
        write_whole(Path(requested.to), data, replace=requested.force)
    words = [
        _("The call {id} for {period} is in {file}.").format(id=call.id, period=call.period.iso, file=requested.to),
        _("Send it to every organisation; it may be read by anybody."),
    ]
    printing.answer(asked, {**plain(call), "file": requested.to}, words)


@command("take", within="call", help=N_("Take a coordinator's call into this workspace."))
def take(
    asked: Opening,
    workspace: WorkspacePath,
    file: Annotated[str, typer.Argument(metavar="call.gwb", help=N_("The coordinator's file."))],
) -> None:
    """Taking it twice changes nothing."""
    from app.services.submitting import calls

    data = inputs.content(file)
    with opening.opened(asked, workspace) as opened:
        call = calls.take(opened, data)
    sentence = _("{coordinator} asks for {period}; answers are wanted by {due}.")
    if not call.due:
        sentence = _("{coordinator} asks for {period}.")
    words = sentence.format(coordinator=call.coordinator, period=call.period.iso, due=call.due)
    questions = printing.Rows((_("Code"), _("Question")), [(one.code, one.text) for one in call.questions])
    printing.answer(asked, plain(call), [words, questions])


def plain(call: Call) -> dict[str, object]:
    """A call as JSON has it."""
    return {
        "id": call.id,
        "coordinator": call.coordinator,
        "title": call.title,
        "period": call.period.iso,
        "due": call.due,
        "objectives": list(call.objectives),
        "questions": [{"code": one.code, "text": one.text, "objective": one.objective} for one in call.questions],
        "languages": list(call.languages),
        "audience": call.audience.value,
        "sections": list(call.sections),
        "threshold": call.smallest,
    }


def _call(requested: Requested) -> Call:
    from app.domain.shared import Call

    if requested.due:
        try:
            date.fromisoformat(requested.due)
        except ValueError as failure:
            sentence = _("“{text}” is not a day. Write it like 2026-11-08.")
            raise typer.BadParameter(sentence.format(text=requested.due)) from failure
    return Call(
        "",
        "",
        inputs.period(requested.period),
        due=requested.due,
        objectives=inputs.numbers(requested.objectives),
        questions=_questions(requested.questions),
        languages=inputs.listed(requested.languages),
        title=requested.title,
        sections=tuple(inputs.listed(requested.sections)),
        threshold=max(requested.threshold, 0),
    )


def _questions(path: str) -> tuple[Question, ...]:
    from app.domain.shared import Question

    if not path:
        return ()
    needed = _("a list of objects with code, text and objective")
    found = inputs.from_json(path, list, needed=needed)
    try:
        return tuple(Question(str(one["code"]), str(one["text"]), int(one.get("objective", 0))) for one in found)
    except (TypeError, KeyError, ValueError, AttributeError) as failure:
        raise inputs.InputNotJsonError(name=path, needed=needed, detail=type(failure).__name__) from failure


def _says(call: Call) -> Call:
    """What a call asks for, whoever made it."""
    return replace(call, id="", coordinator="", signing=b"", recipient="")
