"""One pair: both entries side by side, what speaks for and against it, and what linking does to the numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.compact import Pack
from app.domain.wording import Wording
from app.i18n import _, isolate
from app.services.picturing import reasons
from app.services.picturing.duplicates import Found
from app.ui.look import theme
from app.ui.once.pairs import APART, ONCE, PROPOSED, Shown
from app.ui.once.side import Sides
from app.ui.widgets.card import Card
from app.ui.widgets.text import IconLabel, Label


class PairView(QWidget):
    """Reads, decides nothing; the answers stand in the bar below."""

    def __init__(self, shown: Shown, found: Found, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = shown
        words = Wording.here(pack)
        why = Card(_("Why they may be one activity") if shown.list == PROPOSED else _("What is known of the two"))
        for sentence in _sentences(shown, found, words):
            why.add(_line(sentence))
        effect = Card(_("What linking does"), reasons.effect((shown.one, shown.other), words))
        effect.add(Label(_("Nothing is merged: both stay in every list, with all their texts."), "small", wraps=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(12))
        for part in (Sides(shown, pack), why, effect):
            layout.addWidget(part)
        layout.addStretch(1)


def _sentences(shown: Shown, found: Found, words: Wording) -> Sequence[str]:
    alike = next((each for each in found.alike if each.pair == shown.names), None)
    told = list(reasons.sentences(alike, words)) if alike else []
    if shown.list == ONCE and not shown.is_linked:
        number = isolate(str(getattr(shown.one.entry, "joint_id", "")))
        told.insert(
            0, _("Both have the shared number {number}, so they count once by themselves.").format(number=number)
        )
    if shown.list == ONCE and shown.is_linked:
        told.insert(0, _("They were linked here."))
    if shown.list == APART:
        told.insert(0, _("They were told apart here, and are not proposed again."))
    return told


def _line(sentence: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    row.addWidget(IconLabel("circle-dot", "muted", 16))
    row.addWidget(Label(sentence, "body", wraps=True), 1)
    return row
