"""The cards under the coverage: gap watch, and how many of those who sent something are counted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.compact import Pack
from app.domain.shared import ObjectiveView
from app.i18n import _, format_number, ngettext
from app.ui.look import icons, theme
from app.ui.picture.shown import Shown
from app.ui.picture.silence import alone, known_of, unheard
from app.ui.widgets.buttons import GHOST, SECONDARY, Button
from app.ui.widgets.card import Card
from app.ui.widgets.charts.ring import Ring
from app.ui.widgets.columns import Columns
from app.ui.widgets.text import IconLabel, Label
from app.ui.words import choices, wording

_NAMED = 3


class ObjectiveLines(QWidget):
    """Objectives with their icons, each with what is known of it."""

    def __init__(self, views: Sequence[ObjectiveView], pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(10))
        for view in views:
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Label(choices.objective_name(pack, view.objective), "strong", wraps=True))
            words.addWidget(Label(known_of(view), "caption", wraps=True))
            row = QHBoxLayout()
            row.setSpacing(theme.px(10))
            row.addWidget(IconLabel(icons.objective(view.objective), "warn", 20))
            row.addLayout(words, 1)
            layout.addLayout(row)


class SideCards(Columns):
    """Made anew for each picture."""

    silence_asked = Signal()
    organisations_asked = Signal()
    inbox_asked = Signal()

    def __init__(self, shown: Shown, pack: Pack, parent: QWidget | None = None) -> None:
        gaps, received = self._gaps(shown, pack), self._received(shown)
        super().__init__(gaps, received, parent)

    def _gaps(self, shown: Shown, pack: Pack) -> Card:
        quiet, single = unheard(shown.picture), alone(shown.picture)
        everything = Button(_("Show the silence"), GHOST)
        everything.clicked.connect(lambda: self.silence_asked.emit())
        words = ngettext("Nobody wrote about {count} objective.", "Nobody wrote about {count} objectives.", len(quiet))
        card = Card(_("Gap watch"), words.format(count=format_number(len(quiet))), aside=everything)
        views = (quiet + single)[:_NAMED]
        card.add(ObjectiveLines(views, pack) if views else Label(_("There are none."), "muted"))
        card.body.addStretch(1)
        return card

    def _received(self, shown: Shown) -> Card:
        counted, sent = shown.organisations()
        ring = Ring(_("Organisations counted"))
        ring.set_value(counted, sent)
        rest = sent - counted
        words = ngettext("{count} organisation is not counted yet.", "{count} organisations are not counted yet.", rest)
        said = words.format(count=format_number(rest)) if rest else _("All who sent something are counted.")
        inbox = Button(_("Open the inbox"), SECONDARY, "inbox")
        inbox.clicked.connect(lambda: self.inbox_asked.emit())
        column = QVBoxLayout()
        column.addWidget(Label(said, wraps=True))
        each = Button(_("Show the organisations"), GHOST)
        each.clicked.connect(lambda: self.organisations_asked.emit())
        for button in (inbox, each):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(ring, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        card = Card(_("Submissions received"))
        card.add(row)
        if cost := wording.cost(shown.picture.numbers, shown.picture.withheld):
            card.add(Label(cost, "caption", wraps=True))
        card.body.addStretch(1)
        return card
