"""Commands of a coordinator: receive, inbox, decide, trust."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli import guarding, inputs, opening, printing
from app.cli.asking import Opening, WorkspacePath
from app.cli.coordination import telling
from app.cli.declaring import command
from app.i18n import N_, _, language, ngettext
from app.ordering import by_name
from app.progress import Progress

if TYPE_CHECKING:
    from app.services.coordinating.fetching import Left
    from app.services.coordinating.receiving import Arrival
    from app.services.opening.workspace import Workspace

_VERDICTS = {"accept": "accepted", "return": "returned", "reject": "rejected", "aside": "aside"}
_DECIDED = {
    "accept": N_("The submission of {organisation} is accepted."),
    "return": N_("The submission of {organisation} is returned with questions."),
    "reject": N_("The submission of {organisation} is not used."),
    "aside": N_("The submission of {organisation} is put aside."),
}
_ACCEPT_ALL = "accept-all"


@dataclass(frozen=True)
class Decision:
    """What is decided, and what the sender is told."""

    submission: Annotated[
        str, typer.Argument(metavar="SUBMISSION", help=N_("Its id or the beginning of it; or accept-all."))
    ]
    verdict: Annotated[str, typer.Argument(metavar="accept|return|reject|aside", help=N_("What is decided."))] = ""
    comment: Annotated[str, typer.Option("--comment", metavar="T", help=N_("A sentence for the sender."))] = ""
    fields: Annotated[
        list[str] | None,
        typer.Option("--field", metavar="ID.field=T", help=N_("A question about one field; may be repeated.")),
    ] = None


@dataclass(frozen=True)
class Whom:
    """Who is trusted, and why."""

    organisation: Annotated[
        str, typer.Argument(metavar="ORGANISATION", help=N_("Name or id of who sent something."))
    ] = ""
    fingerprint: Annotated[
        str, typer.Option("--fingerprint", metavar='"12345 …"', help=N_("The digits that the sender told."))
    ] = ""
    reason: Annotated[
        str, typer.Option("--reason", metavar="T", help=N_("Why a key is trusted that replaces another one."))
    ] = ""
    lost: Annotated[
        bool, typer.Option("--lost", help=N_("The key before is only lost: what was accepted under it still counts."))
    ] = False
    all_waiting: Annotated[
        bool, typer.Option("--all-waiting", help=N_("For scripts: trust every new sender without comparing."))
    ] = False


@command("receive", help=N_("Take files and folders into the inbox, in any order, any number of times."))
def receive(
    asked: Opening,
    workspace: WorkspacePath,
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH", help=N_("PDFs, bundles, folders of them."))
    ] = None,
    place: Annotated[
        str, typer.Option("--from", metavar="STORE", help=N_("What is new in this place to exchange files."))
    ] = "",
) -> int:
    """Status 3 if any file is not simply new or newer; each is told with its reason."""
    from app.services.coordinating import fetching, receiving
    from app.services.opening import stores

    if bool(paths) == bool(place):
        raise typer.BadParameter(_("Name files and folders, or one place with --from."))
    if place:
        with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Fetching")) as progress:
            fetched = fetching.fetch(opened, stores.find(opened, place), progress)
            _put_outside(asked, opened, progress)
        return _told_of(asked, fetched.arrivals, fetched.left, known=fetched.known)
    with opening.opened(asked, workspace) as opened, printing.progress(asked, _("Receiving")) as progress:
        arrivals = receiving.receive(opened, [Path(path) for path in paths or ()], progress)
        _put_outside(asked, opened, progress)
    return _told_of(asked, arrivals)


def _put_outside(asked: Opening, opened: Workspace, progress: Progress) -> None:
    """What came in goes where such files are kept, if anywhere; where that cannot be reached it stays here for now."""
    from app.services.coordinating import outside

    if trouble := outside.carry_if_there(opened, progress):
        printing.tell(asked, _("What came in stays in the workspace for now. {reason}").format(reason=trouble))


def _told_of(
    asked: Opening, arrivals: Sequence[Arrival], left: Sequence[Left] = (), *, known: int | None = None
) -> int:
    """Say what became of each file; the exit status."""
    from app.services.coordinating.receiving import Outcome

    taken = (Outcome.NEW, Outcome.REPLACES, Outcome.LEFT_ALONE)
    files = [
        {
            "path": str(one.path),
            "outcome": one.outcome.value,
            "reason": one.reason,
            "submission": one.submission,
            "honoured": one.honoured,
        }
        for one in arrivals
    ]
    rows = [(one.path.name, one.outcome.value, one.submission[:12], one.reason) for one in arrivals]
    rows += [(PurePosixPath(one.name).name, _("left there"), "", one.reason) for one in left]
    table = printing.Rows((_("File"), _("Outcome"), _("Submission"), _("Reason")), rows)
    plain: dict[str, object] = {"files": files}
    words: list[str | printing.Rows] = [table] if rows else [_("There is no PDF and no bundle there.")]
    if known is not None:
        plain |= {"left": [{"name": one.name, "reason": one.reason} for one in left], "known": known}
        told = ngettext("{count} file was here already.", "{count} files were here already.", known)
        words = [*([table] if rows else [_("There is nothing new there.")]), told.format(count=known)]
    printing.answer(asked, plain, words)
    return guarding.DONE if not left and all(one.outcome in taken for one in arrivals) else guarding.HELD_BACK


@command("inbox", help=N_("List what came in, and how each submission stands."))
def inbox(
    asked: Opening,
    workspace: WorkspacePath,
    left_out: Annotated[bool, typer.Option("--left-out", help=N_("Only what does not count, and why."))] = False,
    submission: Annotated[
        str, typer.Option("--of", metavar="SUBMISSION", help=N_("What became of everything in this one."))
    ] = "",
) -> None:
    """The newest first; with the digits to compare before trusting."""
    from app.domain.wording import Wording
    from app.services.coordinating import proving, triage

    if submission:
        telling.fates_of(asked, workspace, submission)
        return
    if left_out:
        telling.left_out(asked, workspace)
        return
    with opening.opened(asked, workspace) as opened:
        found = triage.inbox(opened)
        pages = proving.of_all(opened)
        wording = Wording.of(language(), opened.pack)
    rows = [
        (
            one.id[:12],
            one.name,
            one.period,
            one.revision,
            wording.fate(one.verdict.value),
            _yes(one.trusted),
            one.sender,
        )
        for one in found
    ]
    headings = (
        *(_("Submission"), _("Organisation"), _("Period"), _("Revision"), _("Decided")),
        *(_("Trusted"), _("Digits of the sender's key")),
    )
    words: list[str | printing.Rows] = [printing.Rows(headings, rows)] if rows else [_("Nothing came in yet.")]
    plain = [{**telling.plain(one), "pages": [said and said.value for said in pages.get(one.id, ())]} for one in found]
    printing.answer(asked, {"submissions": plain}, words)


@command(
    "compare", help=N_("Draw what came in once more, and say whether the pages that came show what the data says.")
)
def compare(
    asked: Opening,
    workspace: WorkspacePath,
    submission: Annotated[
        str, typer.Argument(metavar="SUBMISSION", help=N_("Its id or the beginning of it; else all."))
    ] = "",
) -> int:
    """Each file once; status 3 if the pages of any differ. The data counts, whatever the pages say."""
    from app.services.coordinating import proving, triage

    with opening.opened(asked, workspace) as opened:
        chosen = [triage.find(opened, submission)] if submission else list(triage.inbox(opened))
        with printing.progress(asked, _("Comparing")) as progress:
            proving.prove(opened, chosen[0].id if submission else "", progress)
        found = [(one, proof) for one in chosen for proof in proving.known(opened, one.id) if proof.outcome]
    plain = [
        {"submission": one.id, "organisation": one.name, "file": proof.source, "pages": proof.outcome.value}
        for one, proof in found
        if proof.outcome
    ]
    rows = [(one.id[:12], one.name, proof.source, _(proof.outcome.sentence)) for one, proof in found if proof.outcome]
    table = printing.Rows((_("Submission"), _("Organisation"), _("File"), _("Pages")), rows)
    printing.answer(asked, {"files": plain}, [table] if rows else [_("Nothing came in yet.")])
    differing = any(proof.outcome is proving.Outcome.DIFFER for _one, proof in found)
    return guarding.HELD_BACK if differing else guarding.DONE


@command("decide", help=N_("Accept, return, reject or put aside a submission; or accept all of trusted senders."))
def decide(asked: Opening, workspace: WorkspacePath, decision: Decision) -> None:
    """An earlier decision stays in the log."""
    from app.services.coordinating import asking, triage

    if decision.submission == _ACCEPT_ALL and not decision.verdict:
        with opening.opened(asked, workspace) as opened:
            count = triage.accept_all(opened)
        told = ngettext("{count} submission was accepted.", "{count} submissions were accepted.", count)
        printing.answer(asked, {"accepted": count}, [told.format(count=count)])
        return
    if decision.verdict not in _VERDICTS:
        raise typer.BadParameter(_("Say accept, return, reject or aside."))
    verdict = triage.Verdict(_VERDICTS[decision.verdict])
    questions = _questions(decision.fields or [])
    if not asking.says_enough(verdict, decision.comment, questions):
        raise typer.BadParameter(_("Say why with --comment, or ask with --field: it travels back to the sender."))
    with opening.opened(asked, workspace) as opened:
        line = triage.find(opened, decision.submission)
        triage.decide(opened, line.id, verdict, comment=decision.comment, questions=questions)
        line = triage.find(opened, line.id)
    words = [_(_DECIDED[decision.verdict]).format(organisation=line.name)]
    if verdict is triage.Verdict.ACCEPTED and not line.trusted:
        words.append(_("It counts as soon as the sender's key is trusted."))
    printing.answer(asked, telling.plain(line), words)


def _questions(words: list[str]) -> dict[str, str]:
    """Place -> what is asked there; a second question at one place is asked after the first, never instead of it."""
    found: dict[str, str] = {}
    for place, question in map(inputs.pair, words):
        found[place] = f"{found[place]} {question}" if place in found else question
    return found


@command("trust", help=N_("Trust a sender's key, after comparing its digits by telephone."))
def trust(
    asked: Opening,
    workspace: WorkspacePath,
    whom: Whom,
) -> None:
    """A key that replaces another one is trusted only with its digits and a reason, unless that one vouches for it."""
    from app.services.coordinating import triage

    if bool(whom.organisation) == whom.all_waiting:
        raise typer.BadParameter(_("Name one organisation, or say --all-waiting."))
    replacing = triage.Replacing(whom.reason, whom.lost)
    with opening.opened(asked, workspace) as opened:
        if whom.all_waiting:
            triage.trust_all_waiting(opened)
        else:
            triage.trust(opened, whom.organisation, whom.fingerprint, replacing=replacing)
        lines = [one for one in triage.inbox(opened) if one.trusted and one.key is not triage.Key.OLDER]
        trusted = {one.organisation: one for one in lines}
    if whom.all_waiting:
        printing.complain(
            _("Every new sender was trusted WITHOUT comparing digits. Do this in scripts and tests only.")
        )
    ordered = by_name(trusted.values(), lambda one: one.name, language())
    plain = [
        {
            "organisation": one.name,
            "id": one.organisation,
            "fingerprint": one.sender,
            "key": one.key.value,
            "reason": one.reason,
        }
        for one in ordered
    ]
    heads = (_("Organisation"), _("Digits"), _("Why it replaced another key"))
    table = printing.Rows(heads, [(one.name, one.sender, one.reason) for one in ordered])
    printing.answer(asked, {"trusted": plain}, [_("Trusted now:"), table])


def _yes(said: bool) -> str:
    return _("yes") if said else _("no")
