"""Commands of receipts: what travels back to senders, and what came back to one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import inputs, opening, printing
from app.cli.asking import Force, Opening, WorkspacePath
from app.cli.declaring import command
from app.i18n import N_, _, language, ngettext

if TYPE_CHECKING:
    from app.services.opening.workspace import Workspace
    from app.services.submitting.receipts import Answer, Task


@command("receipts", help=N_("Write what travels back: a receipt for each submission decided and not told yet."))
def receipts(
    asked: Opening,
    workspace: WorkspacePath,
    to: Annotated[str, typer.Option("--to", metavar="FOLDER", help=N_("The folder to write them into."))],
    again: Annotated[bool, typer.Option("--again", help=N_("Also those that were written before."))] = False,
    force: Force = False,
) -> None:
    """Each only its sender can open; the names of the files name nobody."""
    from app.domain.wording import Wording
    from app.services.coordinating import receipts as written
    from app.services.picturing import answering_back

    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Writing the receipts")) as progress:
        rows = [
            (one.name, one.receipt.verdict, one.file, written.digits(opened, one.receipt.submission))
            for one in answering_back.hand_out(opened, Path(to), progress, replace=force, again=again)
        ]
        wording = Wording.of(language(), opened.pack)
    words = ngettext("{count} receipt was written.", "{count} receipts were written.", len(rows))
    heads = (_("Organisation"), _("Decided"), _("File"), _("Digits for the telephone"))
    plain = [dict(zip(("organisation", "verdict", "file", "digits"), row, strict=True)) for row in rows]
    told: list[str | printing.Rows] = [words.format(count=len(rows))]
    shown = [(name, wording.fate(verdict), *rest) for name, verdict, *rest in rows]
    printing.answer(asked, {"receipts": plain}, [*told, *([printing.Rows(heads, shown)] if rows else [])])


@command("take", within="receipt", help=N_("Take in a receipt that came back."))
def take(
    asked: Opening,
    workspace: WorkspacePath,
    file: Annotated[str, typer.Argument(metavar="FILE", help=N_("The receipt, a .gwb file."))],
) -> None:
    """Only one that was signed by whoever made the call is taken."""
    from app.services.submitting import receipts as taken

    with opening.opened(asked, workspace) as opened:
        answer = taken.take(opened, inputs.content(file))
        _tell(asked, opened, [answer], [one for one in taken.tasks(opened) if one.submission == answer.submission])


@command("heard", within="receipt", help=N_("Keep what was said over the telephone, in twelve digits."))
def heard(
    asked: Opening,
    workspace: WorkspacePath,
    digits: Annotated[list[str], typer.Argument(metavar="DIGITS", help=N_("Three groups of four digits."))],
) -> None:
    """They tell which submission was read and what was decided, and prove nothing."""
    from app.services.submitting import receipts as taken

    with opening.opened(asked, workspace) as opened:
        _tell(asked, opened, [taken.hear(opened, "".join(digits))], [])


@command("fates", within="receipt", help=N_("List what became of every entry of a submission, or of one record."))
def fates(
    asked: Opening,
    workspace: WorkspacePath,
    submission: Annotated[str, typer.Argument(metavar="SUBMISSION", help=N_("Its id or the beginning of it."))] = "",
    record: Annotated[str, typer.Option("--record", metavar="ID", help=N_("The id of a record of your own."))] = "",
) -> None:
    """As the signed receipt of its reader says; nothing before one came back."""
    from app.domain.wording import Wording
    from app.services.submitting import told_back

    if bool(submission) == bool(record):
        raise typer.BadParameter(_("Name a submission, or one record with --record."))
    with opening.opened(asked, workspace) as opened:
        found = told_back.of_record(opened, record) if record else told_back.of_submission(opened, submission)
        wording = Wording.of(language(), opened.pack)
    rows = [
        (
            wording.heading(one.entry)[0] if one.entry else "",
            one.record,
            wording.fate(one.fate),
            one.reader,
            one.read_on,
            " ".join(one.questions.values()),
        )
        for one in found
    ]
    heads = (
        *(_("What it is"), _("Record"), _("What became of it"), _("By")),
        *(_("On"), _("Question")),
    )
    plain = [
        {
            "entry": one.entry.id if one.entry else "",
            "kind": one.kind,
            "record": one.record or record,
            "fate": one.fate,
            "reader": one.reader,
            "read_on": one.read_on,
            "comment": one.comment,
            "questions": dict(one.questions),
        }
        for one in found
    ]
    printing.answer(asked, {"fates": plain}, [printing.Rows(heads, rows) if rows else _("Nothing came back yet.")])


@command("list", within="receipt", help=N_("List what came back, and what is asked about which record."))
def list_(asked: Opening, workspace: WorkspacePath) -> None:
    """Questions that a newer submission answered are not asked any more."""
    from app.services.submitting import receipts as taken

    with opening.opened(asked, workspace) as opened:
        _tell(asked, opened, list(taken.every(opened).values()), list(taken.tasks(opened)))


def _tell(asked: Opening, opened: Workspace, answers: list[Answer], tasks: list[Task]) -> None:
    from app.domain.wording import Wording

    wording = Wording.of(language(), opened.pack)
    rows = [
        (
            one.submission[:12],
            wording.fate(one.verdict.value),
            one.receipt.reader if one.receipt else "",
            one.receipt.comment if one.receipt else "",
            _("signed") if one.proven else _("told by telephone"),
        )
        for one in answers
    ]
    asks = [(one.record, one.field, one.question) for one in tasks]
    heads = (_("Submission"), _("Decided"), _("By"), _("Comment"), _("How it is known"))
    words: list[str | printing.Rows] = [printing.Rows(heads, rows)] if rows else [_("Nothing came back yet.")]
    words += [printing.Rows((_("Record"), _("Field"), _("Question")), asks)] if asks else []
    printing.answer(
        asked,
        {
            "answers": [
                {
                    "submission": one.submission,
                    "verdict": one.verdict.value,
                    "proven": one.proven,
                    "reader": one.receipt.reader if one.receipt else "",
                    "comment": one.receipt.comment if one.receipt else "",
                    "fate": one.receipt.fate if one.receipt else "",
                }
                for one in answers
            ],
            "tasks": [
                {"kind": one.kind, "record": one.record, "field": one.field, "question": one.question} for one in tasks
            ],
        },
        words,
    )
