"""One submission: who and what, whether to trust it, the checks, and what the sender says."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.compact import Pack
from app.domain.shared import SharedActivity, SharedFeedback, Submission
from app.i18n import _, format_number, isolate
from app.services.coordinating.triage import InboxLine, Verdict
from app.ui.inbox.attached_card import AttachedCard
from app.ui.inbox.checks import Asked, checks, holds
from app.ui.inbox.entries import EntriesView
from app.ui.inbox.held import Held, Mark
from app.ui.inbox.pages_row import PagesRow
from app.ui.inbox.questions_card import QuestionsCard
from app.ui.inbox.reading import passages
from app.ui.inbox.summary import alike_telling
from app.ui.inbox.told import TellingRow
from app.ui.inbox.trust_card import TrustCard
from app.ui.look import theme
from app.ui.widgets.buttons import GHOST, SECONDARY, Button
from app.ui.widgets.card import Card
from app.ui.widgets.chip import Chip
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.text import Label, Line
from app.ui.words import wording

_PAGES_AFTER = 2
"""Who and whole come first; then whether the pages show what is read here."""
_MOST = 200
"""Activities shown at once; more are a button away, so that a large submission opens at once."""


@dataclass(frozen=True)
class Shown:
    """Everything a detail is made of; equal values need not be drawn again."""

    line: InboxLine
    mark: Mark
    submission: Submission
    asked: Asked
    others: tuple[InboxLine, ...]
    replaces_key: bool
    alike: int = 0
    """How many likely duplicates it brings, as far as that is known."""

    @classmethod
    def of(cls, line: InboxLine, held: Held, submission: Submission, asked: Asked) -> Shown:
        """What is known of a submission now."""
        return cls(line, held.mark(line), submission, asked, held.others(line), held.has_other_key(line))


class SubmissionView(QWidget):
    """Read-only: what was signed cannot be edited, only answered."""

    compared = Signal(str, object)
    """Digits that a person compared with the sender, and a Replacing."""
    question_asked = Signal(str)
    """Words to be asked of the sender: they belong into the comment."""
    compare_asked = Signal()
    """Somebody wants to see what is probably told twice."""

    def __init__(self, shown: Shown, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown, self._pack = shown, pack
        self.trust_card: TrustCard | None = None
        self.attached: AttachedCard | None = None
        self.pages = PagesRow()
        self.questions = QuestionsCard(shown.submission, pack)
        self._entries = EntriesView(_("What the sender says"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(12))
        self._add_heading()
        self._add_trust()
        self._add_checks()
        self._column.addWidget(self.questions)
        self._add_content()
        self._column.addStretch(1)

    def _add_heading(self) -> None:
        line, mark = self.shown.line, self.shown.mark
        said = _("Submission {version} for {period}: {content}").format(
            version=format_number(line.revision),
            period=wording.period_of(line.period),
            content=holds(self.shown.submission),
        )
        self._column.addWidget(PageHeader(line.name, said, Chip(mark.words, mark.tone), role="h2"))
        if line.comment and line.verdict is not Verdict.WAITING:
            told = _("Your comment, which travels back with the receipt: {comment}")
            self._column.addWidget(Label(told.format(comment=isolate(line.comment)), "small", wraps=True))

    def _add_trust(self) -> None:
        line = self.shown.line
        if line.trusted:
            return
        self.trust_card = TrustCard(line.name, line.sender, replaces=self.shown.replaces_key)
        self.trust_card.compared.connect(self.compared)
        self._column.addWidget(self.trust_card)

    def _add_checks(self) -> None:
        shown = self.shown
        card = Card(_("Checks"))
        told = checks(shown.line, shown.submission, asked=shown.asked, others=shown.others, pack=self._pack)
        for place, telling in enumerate(told):
            if place:
                card.add(Line())
            if place == _PAGES_AFTER:
                card.add(self.pages)
                card.add(Line())
            ask = None
            if telling.ask:
                ask = Button(_("Ask"), SECONDARY)
                ask.clicked.connect(lambda _checked=False, words=telling.ask: self.question_asked.emit(words))
            card.add(TellingRow(telling, ask))
        if shown.alike:
            compare = Button(_("To the duplicates"), SECONDARY)
            compare.clicked.connect(self.compare_asked)
            card.add(Line())
            card.add(TellingRow(alike_telling(shown.alike), compare))
        self._column.addWidget(card)

    def _add_content(self) -> None:
        submission = self.shown.submission
        card = Card(_("What the sender says"), _("Each text stays as its sender wrote it. It cannot be changed here."))
        card.add(self._entries)
        activities = sum(1 for _entry in submission.of(SharedActivity))
        messages = sum(1 for _entry in submission.of(SharedFeedback))
        most = _MOST if max(activities, messages) > _MOST else 0
        self._entries.show_passages(passages(submission, self._pack, most=most))
        if most:
            more = Button(_("Show all {count} activities").format(count=format_number(activities)), GHOST)
            more.clicked.connect(lambda: self._show_all(more))
            card.add(more)
        self._column.addWidget(card)

    def add_attached(self, card: AttachedCard) -> None:
        """Show the files that came along, below what the sender says."""
        self.attached = card
        self._column.insertWidget(self._column.count() - 1, card)

    def _show_all(self, button: Button) -> None:
        button.hide()
        self._entries.show_passages(passages(self.shown.submission, self._pack))
        self._entries.setFocus()
