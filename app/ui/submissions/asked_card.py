"""What readers asked back about records of ours, each with the way to its record."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.records import KINDS, rules
from app.i18n import _, isolate, translation
from app.services.submitting.receipts import Answer, Task
from app.ui.look import theme
from app.ui.widgets.buttons import SECONDARY, Button
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.text import Label, Line
from app.ui.words import wording

TONES = {"accepted": "good", "linked": "good", "returned": "warn", "rejected": "bad"}
"""Of chips with what became of something."""


class AskedCard(Card):
    """One row a question; hidden while nothing is asked."""

    opening = Signal(str)
    """The id of the record that a question is about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        words = _("Answer them in the records, then send a new version.")
        super().__init__(_("Questions about what you sent"), words, parent=parent)
        self._rows: list[QWidget] = []
        self.hide()

    def show_tasks(self, tasks: Iterable[Task]) -> None:
        """Show these instead of what is there."""
        for old in self._rows:
            old.hide()
            old.deleteLater()
        self._rows = []
        for place, task in enumerate(tasks):
            parts = [Line(), self._row(task)] if place else [self._row(task)]
            for part in parts:
                self.add(part)
            self._rows += parts
        self.setVisible(bool(self._rows))

    def _row(self, task: Task) -> QWidget:
        row, words = QWidget(), QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(isolate(task.question), "strong", wraps=True))
        words.addWidget(Label(_about(task), "caption", wraps=True))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        layout.setSpacing(theme.px(10))
        layout.addLayout(words, 1)
        if task.record:
            button = Button(_("Open the record"), SECONDARY)
            button.setAccessibleName(_("{action}: {title}").format(action=button.text(), title=task.question))
            button.clicked.connect(lambda: self.opening.emit(task.record))
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return row


def answer_chip(answer: Answer | None) -> Chip | None:
    """What was decided about a submission; nothing while nothing came back."""
    if answer is None:
        return None
    return Chip(wording.fate(answer.verdict.value), TONES.get(answer.verdict.value, "neutral"))


def answer_words(answer: Answer | None) -> str:
    """Who decided, and how it is known."""
    if answer is None:
        return ""
    if answer.receipt is None:
        return _("Told by telephone")
    said = _("Receipt of {reader}").format(reader=isolate(answer.receipt.reader))
    comment = answer.receipt.comment
    return _("{label}: {value}").format(label=said, value=isolate(comment)) if comment else said


def _about(task: Task) -> str:
    """Who asks, and about which field of what kind of record."""
    kind = KINDS.get(task.kind)
    known = {rule.name: rule.label for rule in rules(kind)} if kind else {}
    label = translation().gettext(known[task.field]) if task.field in known else task.field
    reader = isolate(task.reader)
    if kind is None:
        return _("{reader} asks").format(reader=reader)
    told = _("{reader} asks about {kind}: {field}")
    return told.format(reader=reader, kind=wording.kind(task.kind), field=isolate(label))
