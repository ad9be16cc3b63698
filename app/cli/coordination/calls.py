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
from app.cli.records import filling
from app.i18n import N_, _

if TYPE_CHECKING:
    from app.domain.shared import Audience, Call, Question


_To = Annotated[str, typer.Option("--to", metavar="call.gwb", help=N_("The file to send to organisations."))]
_Due = Annotated[str, typer.Option("--due", metavar="DAY", help=N_("Answers are wanted by this day."))]
_Objectives = Annotated[str, typer.Option("--objectives", metavar="3,7", help=N_("Only about these."))]
_Questions = Annotated[
    str, typer.Option("--questions", metavar="Q.json", help=N_("A list of objects with code, text, objective."))
]
_Indicators = Annotated[
    str, typer.Option("--indicators", metavar="10.7.1,…", help=N_("Numbers asked for: codes, or names of your own."))
]
_Title = Annotated[str, typer.Option("--title", metavar="TEXT", help=N_("What the call is called."))]
_Languages = Annotated[str, typer.Option("--languages", metavar="fr,ar", help=N_("Languages of answers."))]
_Sections = Annotated[
    str, typer.Option("--sections", metavar="activity,practice", help=N_("Only these kinds of entry."))
]
_Threshold = Annotated[
    int, typer.Option("--threshold", metavar="K", help=N_("A larger smallest group than the rules ask for."))
]
_Audience = Annotated[
    str, typer.Option("--audience", metavar="WHO", help=N_("coordinator, peers or public: who will read the answers."))
]
_Named = Annotated[str, typer.Argument(metavar="CALL", help=N_("Its id or the beginning of it, or its period."))]
_KEPT = ("due", "objectives", "questions", "indicators", "languages", "title", "sections", "threshold", "audience")
"""What stays as it was where a change does not name it."""


@dataclass(frozen=True)
class Requested:
    """What a call asks for."""

    period: Annotated[str, typer.Option("--period", metavar="P", help=N_("Whole months: 2026-07..2026-09."))]
    to: _To
    due: _Due = ""
    objectives: _Objectives = ""
    questions: _Questions = ""
    indicators: _Indicators = ""
    title: _Title = ""
    languages: _Languages = ""
    sections: _Sections = ""
    threshold: _Threshold = 0
    audience: _Audience = ""
    force: Force = False


@dataclass(frozen=True)
class Changed:
    """What a later version asks for; what is left out stays as it was."""

    to: _To
    period: Annotated[str, typer.Option("--period", metavar="P", help=N_("Whole months: 2026-07..2026-09."))] = ""
    due: _Due = ""
    objectives: _Objectives = ""
    questions: _Questions = ""
    indicators: _Indicators = ""
    title: _Title = ""
    languages: _Languages = ""
    sections: _Sections = ""
    threshold: _Threshold = 0
    audience: _Audience = ""
    force: Force = False


@command("make", within="call", help=N_("Make a call: the file that asks organisations for their submissions."))
def make(asked: Opening, workspace: WorkspacePath, requested: Requested) -> None:
    """The same call asked for again gives the same file."""
    from app.files import write_whole
    from app.services.submitting import calls

    wanted = _call(requested)
    inputs.refuse_existing(requested.to, force=requested.force)
    with opening.opened(asked, workspace) as opened:
        known = next((one for one in calls.open_(opened) if _says(one) == _says(wanted)), None)
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
    from app.services.submitting import calls, revisions

    data = inputs.content(file)
    with opening.opened(asked, workspace) as opened:
        call = calls.take(opened, data)
        before = revisions.before(call, calls.every(opened))
    parts = revisions.changes(before, call) if before else ()
    sentence = _("{coordinator} asks for {period}; answers are wanted by {due}.")
    if not call.due:
        sentence = _("{coordinator} asks for {period}.")
    words = sentence.format(coordinator=call.coordinator, period=call.period.iso, due=call.due)
    questions = printing.Rows((_("Code"), _("Question")), [(one.code, one.text) for one in call.questions])
    told: list[str | printing.Rows] = [words, questions]
    if call.indicators:
        told.append(printing.Rows((_("Indicators asked for"),), [(one,) for one in call.indicators]))
    if call.withdrawn:
        told = [_("{coordinator} withdrew this call; nobody waits for an answer.").format(coordinator=call.coordinator)]
    elif before:
        told.insert(
            1, _("It changes the call of {day} in: {parts}.").format(day=before.made_on, parts=revisions.words(parts))
        )
    printing.answer(asked, {**plain(call), **({"changed": list(parts)} if call.replaces else {})}, told)


@command("revise", within="call", help=N_("Change a call: a new version, which names the one before."))
def revise(
    asked: Opening,
    workspace: WorkspacePath,
    call: _Named,
    changed: Changed,
) -> None:
    """What is not named stays as it was."""
    from app.files import write_whole
    from app.services.submitting import calls, revisions

    inputs.refuse_existing(changed.to, force=changed.force)
    with opening.opened(asked, workspace) as opened:
        before = calls.newest_of(opened, calls.find(opened, call))
        fresh, data = calls.revise(opened, before, _changed(before, changed))
        write_whole(Path(changed.to), data, replace=changed.force)
    parts = revisions.changes(before, fresh)
    words = [
        _("Version {number} of the call, changed in {parts}, is in {file}.").format(
            number=fresh.version, parts=revisions.words(parts), file=changed.to
        ),
        _("Send it to everybody who has the one before. Answers to that one stay, and are told apart."),
    ]
    printing.answer(asked, {**plain(fresh), "changed": list(parts), "file": changed.to}, words)


@command("withdraw", within="call", help=N_("Withdraw a call: a last version, which asks nobody any more."))
def withdraw(
    asked: Opening,
    workspace: WorkspacePath,
    call: _Named,
    to: _To,
    force: Force = False,
) -> None:
    """What was answered stays as it is."""
    from app.files import write_whole
    from app.services.submitting import calls

    inputs.refuse_existing(to, force=force)
    with opening.opened(asked, workspace) as opened:
        fresh, data = calls.withdraw(opened, calls.find(opened, call))
        write_whole(Path(to), data, replace=force)
    words = [_("The call for {period} is withdrawn; {file} says so.").format(period=fresh.period.iso, file=to)]
    printing.answer(asked, {**plain(fresh), "file": to}, words)


def plain(call: Call) -> dict[str, object]:
    """A call as JSON has it."""
    return {
        "id": call.id,
        "version": call.version,
        "replaces": call.replaces[-1] if call.replaces else "",
        "withdrawn": call.withdrawn,
        "coordinator": call.coordinator,
        "title": call.title,
        "period": call.period.iso,
        "due": call.due,
        "objectives": list(call.objectives),
        "questions": [{"code": one.code, "text": one.text, "objective": one.objective} for one in call.questions],
        "indicators": list(call.indicators),
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
        objectives=inputs.objectives(requested.objectives),
        questions=_questions(requested.questions),
        indicators=tuple(sorted(set(inputs.listed(requested.indicators)))),
        languages=inputs.spoken(requested.languages),
        audience=_audience(requested.audience or "coordinator"),
        title=requested.title,
        sections=_kinds(requested.sections),
        threshold=max(requested.threshold, 0),
    )


def _changed(before: Call, changed: Changed) -> Call:
    given = _call(Requested(**{**vars(changed), "period": changed.period or before.period.iso}))
    named = {name: getattr(given, name) for name in _KEPT if getattr(changed, name)}
    return replace(before, period=given.period, **named)


def _audience(text: str) -> Audience:
    """Who will read the answers: never the organisation itself alone."""
    from app.domain.shared import Audience

    found = inputs.audience(text)
    if found is Audience.OWN:
        raise typer.BadParameter(_("Others read the answers to a call. Choose coordinator, peers or public."))
    return found


def _kinds(text: str) -> tuple[str, ...]:
    """The kinds of entry that are asked for; of a kind that nobody can send, nothing would ever come."""
    return tuple(filling.kind(name).KIND for name in inputs.listed(text))


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
    """What a call asks for, whoever made it, and when."""
    return replace(call, id="", coordinator="", signing=b"", recipient="", replaces=(), made_on="")
