"""Two activities side by side, fact beside fact; where there is little room, one under the other."""

from __future__ import annotations

from itertools import compress

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.compact import Pack
from app.domain.shared import SharedActivity, Told
from app.i18n import _, format_list, isolate
from app.ui.look import theme
from app.ui.once.pairs import Shown, title
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.text import Label
from app.ui.words import choices, wording

_LEAST = 250
"""Px at 100 % under which a card has no room for its words."""


class Sides(QWidget):
    """Both entries as they were told; nothing of them can be changed here."""

    def __init__(self, shown: Shown, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(12))
        one, other = shown.one, shown.other
        known = [facts(told, pack) for told in (one, other)]
        told_by_any = [bool(first or second) for (_a, first), (_b, second) in zip(*known, strict=True)]
        for told, found in zip((one, other), known, strict=True):
            self._row.addWidget(
                _card(told, list(compress(found, told_by_any)), waits=told.identity in shown.waiting), 1
            )

    def minimumSizeHint(self) -> QSize:
        """As wide as one card."""
        return QSize(theme.px(_LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other, or one under the other."""
        super().resizeEvent(event)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(below if self.width() < theme.px(2 * _LEAST) else beside)


def facts(told: Told, pack: Pack) -> list[tuple[str, str]]:
    """(label, value) of what is compared; the value of what is not told is empty."""
    entry = told.entry
    assert isinstance(entry, SharedActivity)
    numbers = [choices.objective_name(pack, number) for number in entry.objectives]
    return [
        (_("When"), wording.when(entry.start)),
        (_("Where"), wording.place(entry.place) if entry.place else ""),
        (_("People reached"), "" if entry.reach.not_asked else wording.count(entry.reach)),
        (_("Objectives"), format_list(numbers)),
        (_("Partners"), format_list([isolate(one) for one in entry.partners])),
        (_("Shared number of a joint activity"), isolate(entry.joint_id) if entry.joint_id else ""),
        (_("What happened"), entry.summary),
        (_("What changed"), entry.result),
    ]


def _card(told: Told, found: list[tuple[str, str]], *, waits: bool) -> Card:
    """What one side tells; what the other alone tells is named as not told."""
    card = Card()
    card.setAccessibleName(title(told))
    card.add(Label(title(told), "h3", wraps=True))
    card.add(Label(isolate(told.organisation.name), "caption", wraps=True))
    if waits:
        card.add(Chip(_("Not accepted yet"), "warn"))
    for label, value in found:
        card.add(Label(label, "caption"))
        card.add(Label(value or _("Not told"), "body" if value else "muted", wraps=True))
    card.body.addStretch(1)
    return card
