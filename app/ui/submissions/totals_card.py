"""What leaves of many records together, and what is taken back of what was sent before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.compact import Pack
from app.domain.shared import FeedbackCount, LoopTotal, ResourcesOfObjective, ResourcesTotal, SharedEntry
from app.i18n import _, format_number, isolate, ngettext
from app.ui.submissions.counts_card import CountsCard
from app.ui.submissions.taken import Taken
from app.ui.widgets.card import Card
from app.ui.widgets.direction import in_line
from app.ui.widgets.text import Label
from app.ui.words import wording

_NAMED = 20


class TotalsCard(Card):
    """Totals of answers and of money, one line each."""

    def __init__(self, totals: Sequence[SharedEntry], parent: QWidget | None = None) -> None:
        super().__init__(_("Told as totals only"), parent=parent)
        told = _("{label}: {value}")
        for one in totals:
            above = wording.heading(one)[0]
            parts = [told.format(label=label, value=isolate(value)) for label, value in wording.facts(one)]
            self.add(Label(in_line(isolate(part) for part in (above, *parts)), "small", wraps=True))


class TakenBackCard(Card):
    """What is taken back, entry by entry, and what that means for who has it."""

    def __init__(self, taken: Sequence[Taken], parent: QWidget | None = None) -> None:
        said = _("Whoever receives this no longer shows them, in whatever order the files came. It is for good.")
        super().__init__(_("Taken back of what was sent before"), said, parent=parent)
        words = ngettext("{count} entry is taken back.", "{count} entries are taken back.", len(taken))
        self.add(Label(words.format(count=format_number(len(taken))), "strong", wraps=True))
        for one in taken[:_NAMED]:
            self.add(Label(taken_words(one), "small", wraps=True))
        if more := len(taken) - _NAMED if len(taken) > _NAMED else 0:
            told = ngettext("{count} more", "{count} more", more)
            self.add(Label(told.format(count=format_number(more)), "small"))


def taken_words(one: Taken) -> str:
    """One entry that is taken back: what it was, all of it or the words alone, since when."""
    what = _("only somebody's own words") if one.words_only else _("all of it")
    kind = wording.kind(one.kind) if one.kind else _("An entry of an earlier submission")
    return in_line(isolate(part) for part in (kind, one.title, what, one.since) if part)


def totals(pack: Pack, entries: Sequence[SharedEntry]) -> list[Card]:
    """The cards for what leaves of many records together; none for what there is nothing of."""
    counts = [one for one in entries if isinstance(one, FeedbackCount)]
    others = [one for one in entries if isinstance(one, LoopTotal | ResourcesTotal | ResourcesOfObjective)]
    made: list[Card] = [CountsCard(pack, counts)] if counts else []
    return [*made, TotalsCard(others)] if others else made
