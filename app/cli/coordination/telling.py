"""What of the inbox is told: lines as JSON, what does not count and why, and what became of every entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.cli import opening, printing
from app.cli.asking import Opening
from app.i18n import _, language, ngettext

if TYPE_CHECKING:
    from app.services.coordinating.triage import InboxLine


def left_out(asked: Opening, workspace: str) -> None:
    """Everything that does not count, with the reason."""
    from app.domain.wording import Wording
    from app.services.coordinating import fates

    with opening.opened(asked, workspace) as opened:
        found = fates.left_out(opened)
        wording = Wording.of(language(), opened.pack)
    rows = [
        (one.id[:12], one.name, one.period, one.revision, wording.fate(why.code), why.by, why.comment)
        for one, why in found
    ]
    headings = (
        *(_("Submission"), _("Organisation"), _("Period"), _("Revision"), _("Why")),
        *(_("Decided by"), _("Comment")),
    )
    words = printing.Rows(headings, rows) if rows else _("Everything that came in counts.")
    told = [{**plain(one), "fate": why.code, "by": why.by} for one, why in found]
    printing.answer(asked, {"left_out": told}, [words])


def fates_of(asked: Opening, workspace: str, submission: str) -> None:
    """What became of everything in one submission."""
    from app.domain.wording import Wording
    from app.services.picturing import answering_back, duplicates

    with opening.opened(asked, workspace) as opened:
        found = answering_back.fates_of(opened, submission)
        alike = duplicates.brought(opened, [found.line.id]).get(found.line.id, ())
        wording = Wording.of(language(), opened.pack)
    rows = [
        (one.entry[:12], wording.heading(one.shown)[0] if one.shown else "", wording.fate(one.fate), one.linked[:12])
        for one in found.entries
    ]
    table = printing.Rows((_("Entry"), _("What it is"), _("What became of it"), _("With")), rows)
    kept = _("Its sender kept back {records} records and {numbers} numbers.").format(
        records=found.withheld_records, numbers=found.withheld_counts
    )
    entries = [{"id": one.entry, "kind": one.kind, "fate": one.fate, "linked": one.linked} for one in found.entries]
    kept_back = {"records": found.withheld_records, "numbers": found.withheld_counts}
    told = {**plain(found.line), "fate": found.whole.code, "entries": entries, "withheld": kept_back}
    told["likely_duplicates"] = [[list(side) for side in one.pair] for one in alike]
    words = ngettext(
        "{count} likely duplicate: see duplicates.", "{count} likely duplicates: see duplicates.", len(alike)
    )
    more = [words.format(count=len(alike))] if alike else []
    printing.answer(asked, told, [table, kept, *more])


def plain(one: InboxLine) -> dict[str, object]:
    """A line of the inbox as JSON has it."""
    return {
        "submission": one.id,
        "organisation": one.name,
        "id": one.organisation,
        "call": one.call,
        "period": one.period,
        "revision": one.revision,
        "verdict": one.verdict.value,
        "trusted": one.trusted,
        "key": one.key.value,
        "named_on": one.named_on,
        "counted": one.counted,
        "fingerprint": one.sender,
        "file": one.source,
        "comment": one.comment,
        "questions": dict(one.questions),
    }
