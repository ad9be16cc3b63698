"""Step 4: one person says that everything that leaves was read. The tick is asked each time and never stored."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.shared import SharedEntry
from app.i18n import _, format_number, isolate, ngettext
from app.services.workspace import Workspace
from app.ui import theme, wording
from app.ui.submissions.reading import Seen, is_own
from app.ui.widgets.card import Card
from app.ui.widgets.check_field import CheckField
from app.ui.widgets.text import Label


class ApproveStep(QWidget):
    """In whose name, to whom, how much; and the tick. What changes afterwards takes the tick away."""

    edited = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._entries: tuple[SharedEntry, ...] = ()
        self._lines = [Label("", wraps=True) for _place in range(4)]
        self.tick = CheckField(_("I have read what leaves"), _("This is asked each time."))
        self._problem = Label("", "problem", wraps=True)
        self._problem.hide()
        card = Card(_("Approve"))
        for label in self._lines:
            card.add(label)
        card.add(self.tick)
        card.add(self._problem)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(card)
        column.addStretch(1)
        self.tick.edited.connect(self._tell)

    def show_seen(self, seen: Seen) -> None:
        """Show what is approved; a tick for other content is taken away."""
        if self._entries != seen.review.entries:
            self.tick.set_value(False)
        self._entries = seen.review.entries
        held = sum(one.count for one in seen.held)
        for label, words in zip(self._lines, self._sentences(seen, held), strict=True):
            label.setText(words)
            label.setVisible(bool(words))

    def approved(self) -> tuple[SharedEntry, ...]:
        """Exactly what was approved; empty without a tick."""
        return self._entries if self.tick.value() else ()

    def approve_again(self, entries: object) -> None:
        """Take up an approval after a rebuild; it holds only for the very same content."""
        if isinstance(entries, tuple) and entries and entries == self._entries:
            self.tick.set_value(True)

    def ask(self) -> None:
        """Lead to the tick that is missing."""
        self._problem.setText(_("Please tick this once you have read what leaves."))
        self._problem.show()
        self.tick.setFocus()

    def _sentences(self, seen: Seen, held: int) -> tuple[str, ...]:
        own, call = self._workspace.organisation.name, seen.call
        told = _("In the name of {organisation}, for {period}.")
        named = told.format(organisation=isolate(own), period=wording.period(call.period))
        mine = is_own(self._workspace, call)
        reader = _("For whoever you give it to.") if mine else _("For {coordinator}.")
        items = len(seen.review.items)
        leaves = ngettext("{count} item leaves.", "{count} items leave.", items).format(count=format_number(items))
        stays = ngettext("{count} record stays here.", "{count} records stay here.", held)
        return (
            named,
            reader.format(coordinator=isolate(call.coordinator)),
            leaves,
            stays.format(count=format_number(held)) if held else "",
        )

    def _tell(self) -> None:
        self._problem.hide()
        self.edited.emit()
