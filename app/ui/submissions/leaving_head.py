"""What leaves this laptop, counted: how many items, how many numbers are withheld and what that means; and a filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n import _, format_number, format_sentences, ngettext
from app.services.submitting.reviewing import Item
from app.ui.entry_words import kind_words
from app.ui.submissions.reading import Seen
from app.ui.widgets.card import Card
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.text import Label
from app.ui.words import wording
from app.ui.words.choice import Choice

ALL, LOOK, TOTALS, BACK, STAYING = "all", "look", "totals", "back", "stays"


class LeavingHead(Card):
    """Stays where it is while the list below it changes."""

    filtered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        explained = _("This is all that leaves, in the words the recipient will read. Days become months.")
        super().__init__(_("What leaves this laptop"), explained, parent=parent)
        self._counted, self._withheld = Label("", "strong", wraps=True), Label("", "body", wraps=True)
        self._meaning = Label("", "small", wraps=True)
        self.filter = CodeField(_("Show"), ())
        for part in (self._counted, self._withheld, self._meaning, self.filter):
            self.add(part)
        self.filter.edited.connect(self.filtered)

    def show_seen(self, seen: Seen) -> None:
        """Count again; a filter that has nothing left is taken away."""
        review = seen.review
        cost = review.cost
        self._counted.setText(format_sentences(counted(seen)))
        self._withheld.setText(wording.cost(cost.numbers, cost.withheld))
        self._withheld.setVisible(bool(cost.numbers))
        meaning = _(
            "A number about fewer than {count} people, or from which one could be worked out, is not told. "
            "The recipient reads “withheld for safety” in its place. You still have it."
        )
        self._meaning.setText(meaning.format(count=format_number(review.smallest)))
        self._meaning.setVisible(bool(cost.withheld))
        offered = _choices(seen)
        chosen = self.wanted()
        self.filter.set_choices(())
        self.filter.set_choices(offered)
        self.filter.set_value(chosen if chosen in {one.code for one in offered} else ALL)

    def wanted(self) -> str:
        """ALL, LOOK, TOTALS, BACK, STAYING, or a kind of entry."""
        return self.filter.value() or ALL

    def show_all(self) -> None:
        """Take the filter away."""
        self.filter.set_value(ALL)


def passes(item: Item, wanted: str) -> bool:
    """Whether an item is among those wanted."""
    return wanted in (ALL, item.entry.KIND) or (wanted == LOOK and bool(item.findings))


def counted(seen: Seen) -> tuple[str, ...]:
    """How much leaves, is taken back and stays, a sentence each; none for what there is nothing of."""
    leaves, back = seen.leaves, len(seen.taken)
    stays = sum(one.count for one in seen.held)
    told = (
        (leaves, ngettext("{count} item leaves.", "{count} items leave.", leaves)),
        (back, ngettext("{count} entry is taken back.", "{count} entries are taken back.", back)),
        (stays, ngettext("{count} record stays here.", "{count} records stay here.", stays)),
    )
    return tuple(words.format(count=format_number(count)) for count, words in told if count)


def _choices(seen: Seen) -> list[Choice]:
    """Each with how much there is of it; what there is nothing of is not offered."""
    review = seen.review
    kinds = _kinds(review.items)
    told = [
        (ALL, _("Everything"), len(review.entries) + sum(one.count for one in seen.held)),
        (LOOK, _("To look at"), sum(bool(item.findings) for item in review.items) + bool(review.about)),
        *((kind, words, count) for kind, (words, count) in kinds.items()),
        (TOTALS, _("Told as totals only"), len(review.counts)),
        (BACK, _("Taken back"), len(seen.taken)),
        (STAYING, _("What stays here"), sum(one.count for one in seen.held)),
    ]
    named = _("{kind} ({count})")
    return [
        Choice(code, named.format(kind=words, count=format_number(count)) if code != ALL else words)
        for code, words, count in told
        if count or code == ALL
    ]


def _kinds(items: Iterable[Item]) -> dict[str, tuple[str, int]]:
    """Kind to its words and how many there are, in the order of the list."""
    counted = Counter(item.entry.KIND for item in items)
    words = {item.entry.KIND: kind_words(item.entry) for item in items}
    return {kind: (words[kind], count) for kind, count in counted.items()}
