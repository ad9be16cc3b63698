"""The last chapters of a submission: what was withheld and why, and how its numbers came about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from app.domain.shared import SharedActivity, Submission, Withdrawal
from app.domain.wording import Wording
from app.reports.document import Block, Column, Heading, Notice, Paragraph, Table


def chapters(submission: Submission, wording: Wording) -> Iterator[Block]:
    """Both chapters; they are there also where nothing is withheld, as that is worth knowing."""
    yield from _withheld(submission, wording)
    yield from _method(submission, wording)


def _withheld(submission: Submission, wording: Wording) -> Iterator[Block]:
    say, number = wording.say.gettext, wording.say.number
    disclosure = submission.disclosure
    yield Heading(1, say("What was withheld, and why"), "withheld")
    why = say(
        "Numbers of fewer than {threshold} people are withheld so that nobody can be recognised; "
        "“withheld for safety” is not zero."
    ).format(threshold=number(disclosure.threshold))
    yield Notice("withheld", wording.cost(disclosure.counts, disclosure.counts_withheld) or say("Small groups"), why)
    if disclosure.records_held_back:
        kept = wording.say.ngettext(
            "{count} record of the period stays with the organisation.",
            "{count} records of the period stay with the organisation.",
            disclosure.records_held_back,
        )
        yield Paragraph(kept.format(count=number(disclosure.records_held_back)))
    taken_back = len({one.target for one in submission.of(Withdrawal)})
    if taken_back:
        words = wording.say.ngettext(
            "{count} entry of an earlier version or submission is taken back. Please do not use it any more.",
            "{count} entries of earlier versions or submissions are taken back. Please do not use them any more.",
            taken_back,
        )
        yield Paragraph(words.format(count=number(taken_back)))
    yield Paragraph(
        say(
            "Dates are given as months and places as districts or larger. "
            "Names, documents and legal status are never asked."
        )
    )


def _method(submission: Submission, wording: Wording) -> Iterator[Block]:
    say, number = wording.say.gettext, wording.say.number
    yield Heading(1, say("Method and limits"), "method")
    yield Paragraph(
        say(
            "What is told here was written by the organisation itself and checked by nobody else. People who came to "
            "several activities are counted in each of them, so sums may count one person more than once."
        )
    )
    counted = Counter(one.reach_method for one in submission.of(SharedActivity) if one.reach.value is not None)
    if counted:
        columns = (Column(say("How people were counted"), weight=3), Column(say("Activities"), "number"))
        rows = [
            (wording.label("reach_method", code) or say("not told"), number(n)) for code, n in counted.most_common()
        ]
        yield Table(columns, tuple(rows))
    if submission.previous:
        yield Paragraph(
            say("This is version {revision}. It replaces the version before it.").format(
                revision=number(submission.revision)
            )
        )
    yield Paragraph(
        say(
            "The PDF of this document carries the data, signed with the organisation's key. Reference pack {version}."
        ).format(version=submission.reference),
        "small",
    )
