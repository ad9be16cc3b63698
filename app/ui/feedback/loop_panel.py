"""The loop of a message under its form: what was done so far, the next step, and the slip for who asked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.records import LoopStep, rules
from app.i18n import _, language
from app.services.feedback import loops
from app.services.records import recording
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.buttons import GHOST, PRIMARY, SECONDARY, Button, in_row
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.direction import in_line
from app.ui.widgets.record import record_fields
from app.ui.widgets.text import IconLabel, Label, Line
from app.ui.widgets.when_words import written


class LoopPanel(QWidget):
    """Every step towards the answer of one message, oldest first."""

    step_asked = Signal()
    slip_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.add = Button(_("Add a step"), SECONDARY, "plus")
        self.slip = Button(_("Give a slip"), GHOST, "printer")
        self._rows: list[QWidget] = []
        self._steps = QVBoxLayout()
        self._steps.setSpacing(theme.px(6))
        buttons = in_row(self.add, self.slip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Line())
        column.addWidget(Label(_("The way to an answer"), "h3", wraps=True))
        column.addLayout(self._steps)
        column.addLayout(buttons)
        self.add.clicked.connect(self.step_asked)
        self.slip.clicked.connect(self.slip_asked)

    def show_message(self, message: str) -> None:
        """Show the steps of this message; a message that was never saved has none."""
        for old in self._rows:
            self._steps.removeWidget(old)
            old.hide()
            old.deleteLater()
        found = loops.steps(self._session.workspace, message) if message else ()
        self._rows = [self._row(step) for step in found]
        self._rows = self._rows or [Label(_("No step yet."), "small")]
        for row in self._rows:
            self._steps.addWidget(row)

    def _row(self, step: LoopStep) -> QWidget:
        row = QWidget()
        layout, words = QHBoxLayout(row), QVBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        words.setSpacing(0)
        icon, tone = ("circle-check", "good") if step.answered else ("circle-dot", "muted")
        method = self._session.pack.code_list("feedback_channels").label(step.method, language()) if step.method else ""
        told = _("Answered to the community") if step.answered else ""
        words.addWidget(Label(step.what, wraps=True))
        facts = [written(step.date) if step.date else "", step.role, told, method, step.language]
        words.addWidget(Label(in_line(facts), "caption", wraps=True))
        layout.addWidget(IconLabel(icon, tone, 18))
        layout.addLayout(words, 1)
        return row


class StepDialog(Dialog):
    """One step; "Answered to the community" closes the loop."""

    def __init__(self, session: Session, feedback: str, parent: QWidget | None) -> None:
        words = _("Say what was done. An answer to the community closes the loop.")
        super().__init__(session, _("Add a step"), words, parent)
        self._draft = loops.begin_step(session.workspace, feedback)
        self.entries = {
            rule.name: record_fields.make(rule, session) for rule in rules(LoopStep) if rule.name != "feedback"
        }
        for name, entry in self.entries.items():
            entry.show(getattr(self._draft.record, name))
        for names in (("what",), ("date", "role"), ("answered",), ("method", "language")):
            self.put(*(self.entries[name].field for name in names))
        cancel, self.keep = Button(_("Cancel"), GHOST), Button(_("Keep this step"), PRIMARY)
        self.put_buttons(cancel, self.keep)
        cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self._keep)

    def _keep(self) -> None:
        read: dict[str, Any] = {name: entry.read() for name, entry in self.entries.items()}
        step = replace(self._draft.record, **read)
        draft = replace(self._draft, record=step)
        blocking = {one.field: one.sentence() for one in recording.problems(self.session.workspace, draft)}
        missing = {name: blocking[name] for name in ("what", "date") if name in blocking}
        for name in ("what", "date"):
            self.entries[name].told.set_problem(missing.get(name, ""))
        if not missing:
            loops.add_step(self.session.workspace, step)
            self.accept()
