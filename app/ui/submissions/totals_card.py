"""What leaves of many records together, and what is taken back of what was sent before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.compact import Pack
from app.domain.shared import FeedbackCount, LoopTotal, ResourcesTotal, SharedEntry, Withdrawal
from app.i18n import _, format_number, isolate, ngettext
from app.ui import wording
from app.ui.submissions.counts_card import CountsCard
from app.ui.widgets.card import Card
from app.ui.widgets.direction import in_line
from app.ui.widgets.text import Label


class TotalsCard(Card):
    """Totals of answers and of money, one line each."""

    def __init__(self, totals: Sequence[SharedEntry], parent: QWidget | None = None) -> None:
        super().__init__(_("Told as totals only"), parent=parent)
        told = _("{label}: {value}")
        for one in totals:
            above = wording.heading(one)[0]
            parts = [told.format(label=label, value=value) for label, value in wording.facts(one)]
            self.add(Label(in_line(isolate(part) for part in (above, *parts)), "small", wraps=True))


class TakenBackCard(Card):
    """How many entries are taken back, and what that means for who has them."""

    def __init__(self, notices: Sequence[Withdrawal], parent: QWidget | None = None) -> None:
        said = _("Whoever receives this no longer shows them, in whatever order the files came. It is for good.")
        super().__init__(_("Taken back of what was sent before"), said, parent=parent)
        count = len({one.target for one in notices})
        words = ngettext("{count} entry is taken back.", "{count} entries are taken back.", count)
        self.add(Label(words.format(count=format_number(count)), "small", wraps=True))


def beside(pack: Pack, entries: Sequence[SharedEntry]) -> list[Card]:
    """The cards for all that no single record is behind; none for what there is nothing of."""
    counts = [one for one in entries if isinstance(one, FeedbackCount)]
    totals = [one for one in entries if isinstance(one, LoopTotal | ResourcesTotal)]
    notices = [one for one in entries if isinstance(one, Withdrawal)]
    made: list[Card] = [CountsCard(pack, counts)] if counts else []
    made += [TotalsCard(totals)] if totals else []
    return [*made, TakenBackCard(notices)] if notices else made
