"""The last chapters of a national report: differences of view, gaps, silence, what was withheld, method, annex."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from app.domain.picture.gaps import gaps, unspoken
from app.domain.shared import (
    Audience,
    Contributor,
    Picture,
    ResourcesOfObjective,
    ResourcesTotal,
    SharedActivity,
    SharedChallenge,
    SharedCommitment,
    SharedCommitmentUpdate,
    SharedIndicatorValue,
    SharedNeedOffer,
    SharedPractice,
    SharedProposal,
)
from app.domain.wording import Wording
from app.reports import counted_once
from app.reports.document import Block, Bullets, Column, Fact, Facts, Heading, Notice, Paragraph, Table
from app.reports.national_differences import chapter as chapter_of_views

_SHOWN_ABOVE = (
    *(SharedChallenge, SharedCommitment, SharedCommitmentUpdate),
    *(SharedNeedOffer, SharedPractice, SharedProposal, ResourcesTotal, ResourcesOfObjective, SharedIndicatorValue),
)


def chapters(picture: Picture, wording: Wording) -> Iterator[Block]:
    """In the order in which a reader asks: who disagrees, what is missing, what is hidden, how it was made, by whom."""
    yield from _further(picture, wording)
    yield from chapter_of_views(picture, wording)
    yield from _gaps(picture, wording)
    yield from _silence(picture, wording)
    yield from _withheld(picture, wording)
    yield from _method(picture, wording)
    yield from _annex(picture, wording)


def _further(picture: Picture, wording: Wording) -> Iterator[Block]:
    """What else was told, counted by kind; the workbook lists it."""
    say, number = wording.say.gettext, wording.say.number
    shown = {} if picture.left_out else {kind.KIND for kind in _SHOWN_ABOVE}
    counts = {kind: count for kind, count in picture.further_kinds.items() if kind not in shown}
    if not counts:
        return
    yield Heading(1, say("What else was told"), "further")
    columns = (Column(say("Kind"), weight=4), Column(say("Entries"), "number"))
    yield Table(columns, tuple((wording.kind(kind), number(count)) for kind, count in counts.items()))
    yield Paragraph(say("Each of them stands in the workbook of this picture."), "small")


def _gaps(picture: Picture, wording: Wording) -> Iterator[Block]:
    """Objectives that somebody speaks of and nobody acted on."""
    say, number = wording.say.gettext, wording.say.number
    found = gaps(picture)
    if not found:
        return
    yield Heading(1, say("Gap watch: spoken of, and nobody acted"), "gaps")
    columns = (
        Column(say("Objective"), weight=3),
        Column(say("Needs, proposals and hindrances"), "number"),
        Column(say("Kinds of messages heard"), "number"),
        Column(say("“Nothing done”"), "number"),
    )
    rows = tuple(
        (
            wording.objective(one.view.objective),
            number(one.asked),
            number(len(one.view.feedback)),
            number(one.view.nothing_done),
        )
        for one in found
    )
    yield Table(columns, rows)


def _silence(picture: Picture, wording: Wording) -> Iterator[Block]:
    say = wording.say.gettext
    silent = unspoken(picture)
    if not silent:
        return
    yield Heading(1, say("What nobody wrote about"), "silence")
    yield Paragraph(
        say("Silence is not zero: nobody reported about these objectives, which does not say that nothing was done.")
    )
    yield Bullets(tuple(wording.objective(number) for number in silent))


def _withheld(picture: Picture, wording: Wording) -> Iterator[Block]:
    say, number = wording.say.gettext, wording.say.number
    yield Heading(1, say("What was withheld, and why"), "withheld")
    why = say(
        "Numbers of fewer than {threshold} people are withheld; “withheld for safety” is neither zero nor silence."
    ).format(threshold=number(picture.threshold))
    yield Notice("withheld", wording.cost(picture.numbers, picture.withheld) or say("Small groups"), why)
    if picture.audience is Audience.PUBLIC:
        yield Paragraph(say("Numbers are given in fives, and sums are sums of these."))
    if taken_back := sum(one.taken_back for one in picture.contributors):
        words = wording.say.ngettext(
            "{count} entry that its sender took back is left out.",
            "{count} entries that their senders took back are left out.",
            taken_back,
        )
        yield Paragraph(words.format(count=number(taken_back)))


def _method(picture: Picture, wording: Wording) -> Iterator[Block]:
    say = wording.say.gettext
    yield Heading(1, say("Method and limits"), "method")
    yield Paragraph(
        say(
            "Of each organisation the newest accepted version for a call is counted, once. "
            "What was returned, rejected or not decided is listed above and counted nowhere."
        )
    )
    yield Paragraph(counted_once.method(wording))
    yield Paragraph(
        say(
            "People reached are a range: the lower end is the largest single organisation's count, "
            "because the same people may have come to several; the upper end adds everything."
        )
    )
    yield Paragraph(
        say("Reference pack {version}. Digest {digest}.").format(version=picture.reference, digest=picture.digest),
        "small",
    )


def _annex(picture: Picture, wording: Wording) -> Iterator[Block]:
    """Each contributor that counts: who it is, and what of its work stands in this report."""
    if not picture.counted or picture.left_out:
        return
    yield Heading(1, wording.say.gettext("Annex: each contributor"), "annex")
    for one in picture.counted:
        yield Heading(2, one.organisation.name)
        if one.organisation.description and _for_coordinators(picture):
            yield Paragraph(one.organisation.description)
        yield _contributor(one, picture, wording)


def _for_coordinators(picture: Picture) -> bool:
    return picture.audience in (Audience.OWN, Audience.COORDINATOR)


def _contributor(one: Contributor, picture: Picture, wording: Wording) -> Facts:
    say, number = wording.say.gettext, wording.say.number
    who = one.organisation.id
    own = [told.entry for told in picture.activities if told.organisation.id == who]
    objectives = sorted({n for entry in own if isinstance(entry, SharedActivity) for n in entry.objectives})
    kinds = Counter(told.entry.KIND for told in picture.further if told.organisation.id == who)
    told = [wording.pair(wording.kind(kind), number(count)) for kind, count in kinds.items()]
    # Whom to ask, like every text of its own, was written for whoever it was sent to.
    shown = one.organisation if _for_coordinators(picture) else replace(one.organisation, contact_role="")
    return Facts.filled(
        *(Fact(label, value) for label, value in wording.profile(shown)),
        Fact(say("Version"), number(one.revision)),
        Fact(say("Activities"), number(len(own))),
        Fact(say("Objectives"), wording.say.row([number(n) for n in objectives])),
        Fact(say("What else it told"), wording.say.row(told)),
        compact=True,
    )
