"""One place in a text that somebody must look at: leave it in and say why, keep the text here, or change it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _, isolate
from app.services.submitting.findings import KEEP, REASONS, RELEASE, Finding
from app.ui.look import theme
from app.ui.widgets.buttons import GHOST, SECONDARY, Button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.text import IconLabel, Label

__all__ = ["KEEP", "RELEASE", "Finding", "FindingLine"]


class FindingLine(QWidget):
    """Says what it may be; once answered, what was answered and how to change it."""

    decided = Signal(str, bool)
    """(id of the finding, whether the text leaves as it is)."""
    reasoned = Signal(str, str)
    """(id of the finding, why its text leaves as it is)."""
    changing = Signal(str)
    """The record whose text somebody wants to change."""
    looking = Signal(str)
    """The attached file that somebody wants to see whole."""

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        is_file = finding.of_file
        self.leave_in = self._button(_("Let it go along") if is_file else _("Leave it in"), RELEASE)
        self.keep_here = self._button(_("Keep this file here") if is_file else _("Keep this text here"), KEEP)
        self.look = Button(_("Look at the file"), GHOST, "eye")
        self.look.setAccessibleDescription(finding.sentence())
        self.look.clicked.connect(lambda: self.looking.emit(finding.record))
        self.change = Button(_("Change what is said of it") if is_file else _("Change the text"), GHOST)
        self.change.setAccessibleDescription(finding.sentence())
        self.change.clicked.connect(lambda: self.changing.emit(finding.record))
        self.reasons = [self._reason(code, words) for code, words in REASONS.items()] if _asks_why(finding) else []
        icon, tone = ("alert-octagon", "bad") if not finding.answer else ("circle-check", "good")
        words = QVBoxLayout()
        words.setSpacing(theme.px(4))
        words.addWidget(Label(_told(finding), wraps=True, tone="" if finding.answer else "bad"))
        words.addWidget(self._answers())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        row.setSpacing(theme.px(8))
        column = QVBoxLayout()
        column.addWidget(IconLabel(icon, tone, 18))
        column.addStretch(1)
        row.addLayout(column)
        row.addLayout(words, 1)

    def first_button(self) -> Button:
        """The first answer that can be given."""
        if self.finding.is_unreadable:
            return self.change
        return self.leave_in if self.finding.answer != RELEASE else self.keep_here

    def _answers(self) -> QWidget:
        place = QWidget()
        flow = FlowLayout(place, theme.px(8))
        for button in self.reasons:
            flow.addWidget(button)
        for button, answer in ((self.leave_in, RELEASE), (self.keep_here, KEEP)):
            if self.finding.answer == answer or self.finding.is_unreadable:
                button.setParent(self)
                button.hide()
                continue
            flow.addWidget(button)
        if self.finding.of_file:
            flow.addWidget(self.look)
        else:
            self.look.setParent(self)
            self.look.hide()
        flow.addWidget(self.change)
        return place

    def _reason(self, code: str, words: str) -> Button:
        button = Button(_(words), GHOST)
        button.setAccessibleDescription(self.finding.sentence())
        button.clicked.connect(lambda: self.reasoned.emit(self.finding.id, code))
        return button

    def _button(self, words: str, answer: str) -> Button:
        button = Button(words, GHOST if self.finding.answer else SECONDARY)
        button.setAccessibleDescription(self.finding.sentence())
        button.clicked.connect(lambda: self.decided.emit(self.finding.id, answer == RELEASE))
        return button


def _asks_why(finding: Finding) -> bool:
    """Somebody's own words need no reason: whoever agreed that they leave is in the record."""
    return finding.answer == RELEASE and not finding.reason and finding.span is not None


def _told(finding: Finding) -> str:
    if finding.of_file:
        return _told_of_file(finding)
    if finding.is_unreadable:
        return _(finding.message).format(text=isolate(finding.matched))
    if finding.answer == RELEASE and finding.reason:
        told = _("You read “{text}” and leave it in. Why: {reason}.")
        return told.format(text=isolate(finding.matched), reason=isolate(_(REASONS[finding.reason])))
    if _asks_why(finding):
        return _("You read “{text}” and leave it in. Will you say why?").format(text=isolate(finding.matched))
    if finding.answer == RELEASE:
        return _("You read this and leave it in.")
    if finding.answer == KEEP:
        return _("This whole text stays here and is not sent.")
    if finding.span is None and finding.field != "own_words":
        return _("Nobody has approved this yet. Please read it once more before it leaves.")
    if finding.span is None:
        return _("These are somebody's own words. Please read them once more before they leave.")
    return _(finding.message).format(text=isolate(finding.matched))


def _told_of_file(finding: Finding) -> str:
    if finding.answer == RELEASE:
        return _("You looked at this file and let it go along.")
    if finding.answer == KEEP:
        return _("This file stays here and is not sent.")
    return _("This file may go along. Please look at it once more: who and what can be seen, read or recognised in it?")
