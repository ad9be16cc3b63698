"""A labelled control: label above, help or problem below, buddy and accessible name set in one place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look import theme
from app.ui.widgets.text import IconLabel, Label


class Field(QWidget):
    """`control` under its label. A problem replaces the help: red edge, icon and sentence, never colour alone.

    Every kind of field has `edited` (a person changed something) and `left` (the focus went away after a
    change), `value()` and `set_value(...)`; setting a value emits nothing.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, label: str, control: QWidget, help: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self._name, self._help, self._problem = label, help, ""
        self._label = Label(label, "small")
        self._label.setBuddy(control)
        self._note = Label(help, "caption", wraps=True)
        self._mark = IconLabel("alert-circle", "bad", 14)
        self._lay_out()
        self.setFocusProxy(control)
        self._show_note()

    def _lay_out(self) -> None:
        note = QHBoxLayout()
        note.setSpacing(theme.px(4))
        note.addWidget(self._mark)
        note.addWidget(self._note, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(self._label)
        layout.addWidget(self.control, 1 if self._grows() else 0)
        layout.addLayout(note)
        if not self._grows():
            layout.addStretch(1)  # fields in one row stay in line when one of them has a problem

    def label(self) -> str:
        """The label, without its mnemonic."""
        return self._name.replace("&", "")

    def set_help(self, sentence: str) -> None:
        """The sentence under the field while there is no problem."""
        self._help = sentence
        self._show_note()

    def problem(self) -> str:
        """The sentence of the problem shown; empty if there is none."""
        return self._problem

    def set_problem(self, sentence: str) -> None:
        """Show what is wrong and how to put it right; an empty sentence takes it away."""
        if sentence == self._problem:
            return
        self._problem = sentence
        self._show_note()
        for edge in self._edges():
            edge.setProperty("problem", "true" if sentence else "false")
            edge.style().unpolish(edge)
            edge.style().polish(edge)

    def _grows(self) -> bool:
        """Whether the control takes the height that is left over."""
        return False

    def _edges(self) -> list[QWidget]:
        """The widgets that wear the red edge."""
        return [self.control]

    def _show_note(self) -> None:
        self._note.setText(self._problem or self._help)
        self._note.setProperty("role", "problem" if self._problem else "caption")
        self._note.style().unpolish(self._note)
        self._note.style().polish(self._note)
        self._note.setVisible(bool(self._problem or self._help))
        self._mark.setVisible(bool(self._problem))
        for named in {self.control, *self._edges()}:
            named.setAccessibleName(self.label())
            named.setAccessibleDescription(self._problem or self._help)
        if self._problem and QAccessible.isActive():
            changed = QAccessible.Event.DescriptionChanged
            QAccessible.updateAccessibility(QAccessibleEvent(self.control, changed))
