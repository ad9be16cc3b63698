"""What became of deciding, in words: what was decided, the receipts that were written, and where nothing is shown."""

from __future__ import annotations

from pathlib import Path

from app.i18n import N_, _, format_number, isolate, ngettext
from app.services.coordinating.triage import Verdict
from app.ui.widgets.direction import in_path
from app.ui.widgets.empty_state import EmptyState

_DECIDED = {
    Verdict.ACCEPTED: N_("{name} was accepted."),
    Verdict.RETURNED: N_("{name} was returned with questions."),
    Verdict.REJECTED: N_("{name} is not used."),
    Verdict.ASIDE: N_("{name} was put aside."),
    Verdict.WAITING: N_("{name} waits for a decision again."),
}


def decided_words(verdict: Verdict, name: str) -> str:
    """What was decided about the submission of whom."""
    return _(_DECIDED[verdict]).format(name=isolate(name))


def nothing_shown(*, is_empty: bool) -> EmptyState:
    """Stands where a submission would; `is_empty` says that none came in yet."""
    if not is_empty:
        return EmptyState("inbox", _("Choose a submission"), _("Its checks and its content are shown here."))
    said = _("Drop the files you received, or press Import. They may come in any order, and twice.")
    return EmptyState("inbox", _("Nothing came in yet"), said)


def written_words(folder: Path, count: int) -> str:
    """How many receipts lie where."""
    said = ngettext("{count} receipt is in {folder}.", "{count} receipts are in {folder}.", count)
    return said.format(count=format_number(count), folder=in_path(str(folder)))


def accepted_words(count: int) -> str:
    """How many submissions were accepted at once."""
    said = ngettext("{count} submission was accepted.", "{count} submissions were accepted.", count)
    return said.format(count=format_number(count))
