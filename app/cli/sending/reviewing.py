"""Commands before anything leaves: what is missing, and what would leave: checklist, review."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import inputs, opening, printing, showing
from app.cli.asking import CallWords, Opening, WorkspacePath
from app.cli.declaring import command
from app.i18n import N_, _

if TYPE_CHECKING:
    from app.domain.shared import SharedEntry
    from app.services.opening.workspace import Workspace
    from app.services.submitting.reviewing import Review

_ANSWERS = {"release": True, "keep": False}
_STAYS = {
    "draft": N_("“{title}” is not complete and stays here."),
    "private": N_("“{title}” is private and stays here."),
    "outside": N_("“{title}” is not asked for by this call and stays here."),
    "government": N_("“{title}” is not for government and stays here."),
    "unsigned": N_("“{title}” waits for somebody's approval and stays here."),
    "loose": N_("“{title}” belongs to something that stays here, so it stays, too."),
    "withdrawn": N_("“{title}” was taken back before and is not sent again."),
}


@command("checklist", help=N_("What is missing, blocking or advisable before answering a call."))
def checklist(asked: Opening, workspace: WorkspacePath, call: CallWords = "") -> None:
    """What blocks comes first."""
    from app.services.submitting import calls, reviewing
    from app.services.submitting.checklist import points

    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Reading what you wrote")) as progress:
        wanted = calls.find(opened, call)
        found = points(opened, wanted, reviewing.review(opened, wanted, progress=progress))
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
    from app.services.submitting import calls, reviewing

    answers = _answers(decide) if decide else {}
    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Reading what you wrote")) as progress:
        wanted = calls.find(opened, call)
        seen = reviewing.review(opened, wanted, progress=progress)
        if answers:
            reviewing.decide_all(opened, seen, {finding: (release, "") for finding, release in answers.items()})
            seen = reviewing.review(opened, wanted, progress=progress)
        items = [*_finding_items(seen), *_leaving_items(seen), *_staying_items(opened, seen)]
        cost = showing.cost(opened, seen.cost.numbers, seen.cost.withheld)
    plain = {
        "call": seen.call.id,
        "undecided": len(seen.undecided),
        "suppression": {"numbers": seen.cost.numbers, "withheld": seen.cost.withheld},
        "items": items,
    }
    printing.answer(asked, plain, [_table(items), *cost])


def _answers(path: str) -> dict[str, bool]:
    needed = _("an object of finding ids, each with release or keep")
    found = inputs.from_json(path, dict, needed=needed)
    if not all(isinstance(answer, str) and answer in _ANSWERS for answer in found.values()):
        raise inputs.InputNotJsonError(name=path, needed=needed)
    return {finding: _ANSWERS[answer] for finding, answer in found.items()}


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
    to = seen.enclosed.to.name if seen.enclosed.to else ""
    told = _("“{title}” leaves.")
    alone = _("“{title}” leaves for {name} only.")
    return [
        *(_leaving("leaves", told.format(title=title), entry, record) for record, title, entry in found),
        *(
            _leaving("encloses", alone.format(title=type(entry).KIND, name=to), entry)
            for entry in seen.enclosed.entries
        ),
    ]


def _leaving(code: str, sentence: str, entry: SharedEntry, record: str = "") -> dict[str, object]:
    return {
        "code": f"{code}:{type(entry).KIND}",
        "level": "done",
        "record": record,
        "field": "",
        "sentence": sentence,
        "entry": showing.fields({one.name: getattr(entry, one.name) for one in dataclasses.fields(entry)}),
    }


def _staying_items(workspace: Workspace, seen: Review) -> list[dict[str, object]]:
    from app.services.records import recording

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
