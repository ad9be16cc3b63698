"""Step 4: one person says that everything that leaves was read. The tick is asked each time and never stored."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.roles import Verb
from app.domain.shared import Call, SharedEntry
from app.i18n import _, format_list, format_number, format_sentences, isolate, ngettext
from app.services.opening.workspace import Workspace
from app.services.submitting import approving
from app.ui.look import theme
from app.ui.submissions.leaving_head import counted
from app.ui.submissions.reading import Seen, is_own
from app.ui.widgets.buttons import SECONDARY, Button, in_row
from app.ui.widgets.card import Card
from app.ui.widgets.fields.check_field import CheckField
from app.ui.widgets.text import Label
from app.ui.words import wording

_LINES = 5


class ApproveStep(QWidget):
    """In whose name, to whom, how much; and the tick. What changes afterwards takes the tick away."""

    edited = Signal()
    read_again = Signal()
    """Somebody wants to read what leaves once more."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._entries: tuple[SharedEntry, ...] = ()
        self._call: Call | None = None
        self._is_settled = True
        self._lines = [Label("", wraps=True) for _place in range(_LINES)]
        self.again = Button(_("Read it again"), SECONDARY, "eye")
        self.tick = CheckField(_("I have read what leaves"), _("This is asked each time."))
        self._problem = Label("", "problem", wraps=True)
        self._problem.hide()
        card = Card(_("Approve"))
        for label in self._lines:
            card.add(label)
        row = in_row(self.again)
        card.add(row)
        self.second = Label("", "strong", wraps=True)
        self.second.hide()
        card.add(self.second)
        card.add(self.tick)
        card.add(self._problem)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(card)
        column.addStretch(1)
        self.tick.edited.connect(self._tell)
        self.again.clicked.connect(self.read_again)

    def show_seen(self, seen: Seen) -> None:
        """Show what is approved; a tick for other content is taken away."""
        if self._entries != seen.review.approvable:
            self.tick.set_value(False)
        self._entries, self._call = seen.review.approvable, seen.call
        self._show_second()
        for label, words in zip(self._lines, self._sentences(seen), strict=True):
            label.setText(words)
            label.setVisible(bool(words))

    def approved(self) -> tuple[SharedEntry, ...]:
        """Exactly what was approved, by a second person where one is needed; empty without a tick."""
        return self._entries if self.tick.value() and self._is_settled else ()

    def approve_again(self, entries: object) -> None:
        """Take up an approval after a rebuild; it holds only for the very same content."""
        if isinstance(entries, tuple) and entries and entries == self._entries:
            self.tick.set_value(True)

    def ask(self) -> None:
        """Lead to the tick, or the second person, that is missing."""
        if self.tick.value():
            self._problem.setText(_("Somebody else has to approve this. Lock with Ctrl+L, and hand the laptop over."))
        else:
            self._problem.setText(_("Please tick this once you have read what leaves."))
        self._problem.show()
        self.tick.setFocus()

    def _sentences(self, seen: Seen) -> tuple[str, ...]:
        own, call = self._workspace.organisation.name, seen.call
        told = _("In the name of {organisation}, for {period}.")
        named = told.format(organisation=isolate(own), period=wording.period(call.period))
        mine = is_own(self._workspace, call)
        reader = _("For whoever you give it to.") if mine else _("For {coordinator}.")
        cost = seen.review.cost
        return (
            named,
            reader.format(coordinator=isolate(call.coordinator)),
            format_sentences(counted(seen)),
            _enclosed(seen),
            wording.cost(cost.numbers, cost.withheld),
        )

    def _show_second(self) -> None:
        """Say who else approved exactly this, where the workspace asks for a second person."""
        needed = self._call is not None and approving.needs_second(self._workspace)
        self.second.setVisible(needed)
        self._is_settled = not needed or approving.is_settled(self._workspace, self._call, self._entries)
        if not needed:
            return
        me, team = self._workspace.profile.id, self._workspace.team
        who = approving.approved_by(self._workspace, self._call, self._entries)
        others = [isolate(found.name) for one in who if one != me and (found := team.find(one)) is not None]
        told = _("Approved by {people}.") if others else _("This workspace asks for a second person to approve.")
        self.second.setText(told.format(people=format_list(others)))

    def _tell(self) -> None:
        """Where two people are needed, a tick of somebody who may approve is kept for the other one."""
        self._problem.hide()
        if self._call is not None and not self.tick.value():
            approving.take_back(self._workspace, self._call)
        needed = self._call is not None and approving.needs_second(self._workspace)
        if needed and self.tick.value() and self._workspace.allows(Verb.APPROVE):
            approving.approve(self._workspace, self._call, self._entries)
        self.edited.emit()


def _enclosed(seen: Seen) -> str:
    """How much leaves for an ombudsperson alone."""
    told = seen.review.enclosed
    if told.to is None or not told.entries:
        return ""
    words = ngettext("{count} entry is for {name} only.", "{count} entries are for {name} only.", len(told.entries))
    return words.format(count=format_number(len(told.entries)), name=isolate(told.to.name))
