"""What became of everything in a submission, counted by fate, as its reader's receipt says."""

from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QWidget

from app.domain.terms import When
from app.i18n import _, format_number, isolate, ngettext
from app.services.submitting.told_back import Became
from app.ui.widgets.card import Card
from app.ui.widgets.text import Label
from app.ui.words import wording


class BecameCard(Card):
    """One line a fate; who decided, on which day, and what they wrote above."""

    def __init__(self, became: tuple[Became, ...], parent: QWidget | None = None) -> None:
        first = became[0]
        day = wording.when(When.parse(first.read_on)) if first.read_on else ""
        said = _("Receipt of {reader}, {day}").format(reader=isolate(first.reader), day=day)
        super().__init__(_("What became of it"), said, parent=parent)
        if first.comment:
            self.add(Label(_("They write: {comment}").format(comment=isolate(first.comment)), wraps=True))
        for fate, count in sorted(Counter(one.fate for one in became).items()):
            told = _("{fate}: {count}").format(fate=wording.fate(fate), count=format_number(count))
            self.add(Label(told, wraps=True))
        if asked := sum(len(one.questions) for one in became):
            words = ngettext("{count} question about a field", "{count} questions about fields", asked)
            self.add(Label(words.format(count=format_number(asked)), "strong", wraps=True))
