"""The card with what stays here and why: each record can be opened, or brought nearer to an approval."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.i18n import _, format_number, isolate, ngettext
from app.ui.look import theme
from app.ui.submissions.staying import ASK, ASKED, MEANINGS, READ, REASONS, Held, Kept, step_words
from app.ui.widgets.buttons import GHOST, SECONDARY, Button, in_row
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.direction import leading
from app.ui.widgets.text import Label, Line

_AT_ONCE = 5


class StaysCard(Card):
    """Reason by reason, what can be settled first; five records of each at once, more when asked."""

    opening = Signal(str)
    """The record somebody wants to see."""
    signing = Signal(str)
    """The record for which somebody wants an approval."""

    def __init__(self, held: tuple[Held, ...], parent: QWidget | None = None) -> None:
        explained = _("None of this is in the file. Nobody but you and your team can read it.")
        super().__init__(_("What stays here, and why"), explained, parent=parent)
        for place, one in enumerate(held):
            if place:
                self.add(Line())
            self._add_reason(one)

    def _add_reason(self, one: Held) -> None:
        reason = _(REASONS.get(one.reason, REASONS["private"]))
        words = ngettext("{reason}: {count} record", "{reason}: {count} records", one.count)
        self.add(Label(words.format(reason=reason, count=format_number(one.count)), "strong", wraps=True))
        if one.reason in MEANINGS:
            self.add(Label(_(MEANINGS[one.reason]), "small", wraps=True))
        rows = [self._row(kept) for kept in one.kept]
        for row in rows:
            self.add(row)
        if one.count > len(rows):
            more = ngettext("{count} more", "{count} more", one.count - len(rows))
            self.add(Label(more.format(count=format_number(one.count - len(rows))), "small"))
        self._fold(rows)

    def _fold(self, rows: list[QWidget]) -> None:
        """Hide all but the first rows behind a button."""
        hidden = rows[_AT_ONCE:]
        if not hidden:
            return
        words = ngettext("Show {count} more", "Show {count} more", len(hidden))
        button = Button(words.format(count=format_number(len(hidden))), GHOST)
        for row in hidden:
            row.hide()

        def unfold() -> None:
            for row in hidden:
                row.show()
            button.hide()

        button.clicked.connect(unfold)
        place = in_row(button)
        self.body.insertLayout(self.body.indexOf(hidden[-1]) + 1, place)

    def _row(self, kept: Kept) -> QWidget:
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        words = Label(isolate(kept.title), wraps=True)
        words.setAlignment(leading())
        row.addWidget(words, 1)
        if kept.step == ASKED:
            row.addWidget(Chip(_("In review"), "info"), 0, Qt.AlignmentFlag.AlignVCenter)
        asks = kept.step in (READ, ASK)
        button = Button(step_words(kept.step), SECONDARY if asks else GHOST)
        button.setAccessibleName(_("{action}: {title}").format(action=button.text(), title=kept.title))
        button.clicked.connect(lambda: (self.signing if asks else self.opening).emit(kept.record))
        row.addWidget(button)
        return place
