"""The form of one record with its heading and status above it and the footer with the buttons below."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.domain.drafts import Draft
from app.domain.problems import Problem, blocking
from app.domain.records import Record
from app.domain.roles import Verb
from app.domain.stamps import moment_of
from app.i18n import _, pgettext
from app.services.records import commenting, recording
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import DANGER, GHOST, PRIMARY, SECONDARY, Button, IconButton
from app.ui.widgets.chip import Chip
from app.ui.widgets.footer_bar import FooterBar
from app.ui.widgets.over_footer import over_footer
from app.ui.widgets.page_header import PageHeader
from app.ui.widgets.record import saved_words
from app.ui.widgets.record.autosave import Autosave
from app.ui.widgets.record.pack_line import PackLine
from app.ui.widgets.record.readers_card import ReadersCard
from app.ui.widgets.record.record_form import RecordForm
from app.ui.widgets.record.record_kind import Kind
from app.ui.widgets.record.record_reading import RecordReading
from app.ui.widgets.record.review_card import ReviewCard, status_words


class RecordSheet(QWidget):
    """Shows the draft of its form, whether it is complete, and when it was saved."""

    welcome_closed = Signal()
    """The person has read that nothing is lost."""
    closed = Signal(bool)
    """Whether the record is only shown from now on, as once it was approved; or can be changed."""

    def __init__(self, session: Session, kind: Kind) -> None:
        super().__init__()
        self._session, self._kind = session, kind
        self.form = RecordForm(session, kind.record_class, kind.sections)
        self.chip = Chip("")
        self.header = PageHeader("", "", self.chip, role="h2")
        self.banner = _welcome(self._close_welcome)
        self.back = Button(_("Back to the list"), GHOST, "arrow-left")
        self.history = Button(_("History"), GHOST, "history")
        self.more = IconButton("dots", _("More"))
        self.review = QAction(_("Send for review"), self)
        self._menu = QMenu(self.more)
        self._menu.addAction(self.review)
        self.more.setMenu(self._menu)
        self.request = ReviewCard(session, kind.record_class)
        self.readers = ReadersCard(session, kind.record_class)
        self.pack = PackLine(session)
        self.delete = Button(_("Delete"), DANGER, "trash")
        self.done = Button(pgettext("button", "Done"), PRIMARY)
        self.done.setToolTip(_("Done ({key})").format(key="Ctrl+Enter"))
        self.change = Button(_("Change"), PRIMARY, "pencil")
        self.footer = FooterBar(self.history, self.more, self.delete, self.change, self.done)
        self.reading = RecordReading(session)
        self._unlocked = ""
        self.footer.put_first(self.back)
        self._problems: tuple[Problem, ...] = ()
        self._shown = ""
        self.autosave = Autosave(session.workspace, self.form.draft, self)
        self._lay_out()
        self.form.edited.connect(lambda _name: self._edited())
        self.form.left.connect(lambda _name: self._left())
        self.autosave.kept.connect(lambda: self.say_saved(session.workspace.now()))
        self.autosave.failed.connect(self.say_failed)
        self.change.clicked.connect(self._unlock)
        self.readers.asked.connect(self._go_to)

    def _lay_out(self) -> None:
        for hidden in (self.back, self.banner, self.reading, self.change):
            hidden.hide()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for part in (self.header, self.pack, self.banner, self.request, self.readers, self.reading, self.form):
            column.addWidget(part)
        self._below = QVBoxLayout()
        column.addLayout(self._below)
        column.addStretch(1)
        self._column = column
        self.area = over_footer(self, body, self.footer)

    def put_below(self, part: QWidget) -> None:
        """Put a part under the form, such as what other records say about this one; it scrolls with the form."""
        self._below.addWidget(part)

    def present(self) -> None:
        """Show the draft that the form was given: its heading, its status, when it was saved."""
        draft = self.form.loaded()
        self.banner.hide()
        self.history.setVisible(not draft.is_new)
        self.more.setVisible(not draft.is_new)
        self.request.show_record("" if draft.is_new else draft.record.id)
        self.readers.show_record("" if draft.is_new else draft.record.id)
        self.pack.show_record(None if draft.is_new else draft.record)
        if draft.record.id != self._shown:
            self._shown, self._unlocked = draft.record.id, ""
            self.area.verticalScrollBar().setValue(0)
        self._close_or_open()
        self.check(everywhere=not draft.is_new)
        if draft.is_new:
            self.footer.say(_("What you write is saved by itself."))
            return
        newest = max(stamp for stamps in draft.base.values() for stamp in stamps)
        self.say_saved(moment_of(newest))

    def show_review(self) -> None:
        """Show how far the review is now; what is being typed stays."""
        self.request.reload()
        self._close_or_open()
        self._show_status()

    def primary(self) -> Button | None:
        """The one button that Ctrl+Enter presses: Done, Change, or none for somebody who only reads."""
        return next((button for button in (self.done, self.change) if not button.isHidden()), None)

    def focus(self) -> None:
        """Go to the first field, or to what stands in the place of the fields."""
        if self.reading.isHidden():
            self.form.focus()
        else:
            (self.primary() or self.history).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def check(self, *, everywhere: bool = False) -> tuple[Problem, ...]:
        """Show what is missing or odd, and the status that follows from it."""
        draft = self.form.draft()
        self._problems = recording.problems(self._session.workspace, draft)
        self.form.show_problems(self._problems, everywhere=everywhere)
        self.header.set_words(self._heading(draft))
        self._show_status()
        return self._problems

    def is_draft(self) -> bool:
        """Whether something keeps the record from being complete."""
        return blocking(self._problems)

    def say_saved(self, moment: datetime) -> None:
        """Say when what stands in the form was saved."""
        words = saved_words.saved(moment, self._session.workspace.now())
        if self.footer.sentence.text() != words:
            self.footer.say(words, "circle-check", "good")

    def say_failed(self, sentence: str) -> None:
        """Say why what stands in the form could not be saved; it stays in the form."""
        self.footer.say(sentence, "alert-octagon", "bad")

    def welcome_back(self, *, beside: bool = False) -> None:
        """After a crash: say that nothing is lost; `beside`, that another window had typed here as well."""
        self.banner.say(_welcome_words(beside=beside))
        self.banner.show()

    def _show_status(self) -> None:
        own = (_("Draft"), "neutral") if self.is_draft() else (_("Ready"), "accent")
        words, tone = status_words(self.request.status(), own)
        if (words, tone) != (self.chip.text(), self.chip.tone()):
            self.chip.set_status(words, tone)

    def _heading(self, draft: Draft[Record]) -> str:
        title = self._kind.title(self._session, draft.record)
        untitled = title == self._kind.title(self._session, self._kind.record_class())
        return self._kind.words.fresh if untitled and draft.is_new else title

    def _close_or_open(self) -> None:
        """Show the fields as text where they are approved or this person only reads, else the form."""
        status, draft = self.request.status(), self.form.loaded()
        if status != commenting.APPROVED:
            self._unlocked = ""  # the new version is there: once it is approved it is text again
        may_write = bool(self._session.workspace.allows(Verb.WRITE))
        is_typed = draft.is_new or self.autosave.typed or draft.record.id == self._unlocked
        why = _why_closed(may_write=may_write, approved=status == commenting.APPROVED and not is_typed)
        self.reading.say(why)
        if why:
            self.reading.show_record(draft.record)
        self.reading.setVisible(bool(why))
        self.form.setVisible(not why)
        self.done.setVisible(not why)
        self.change.setVisible(bool(why) and may_write)
        self.delete.setVisible(may_write)
        self.review.setEnabled(not why and status != commenting.ASKED)
        self.closed.emit(bool(why))

    def _unlock(self) -> None:
        self._unlocked = self.form.loaded().record.id
        self._close_or_open()
        self.form.focus()

    def _go_to(self, field: str) -> None:
        """Go to a field that a reader asks about; what is only shown is opened first, by whoever may write."""
        if self.form.isHidden() and not self.change.isHidden():
            self._unlock()
        if field in self.form.entries and not self.form.isHidden():
            self.form.focus(field)

    def _edited(self) -> None:
        self.autosave.touch()
        self.check()

    def _left(self) -> None:
        self.check()
        self.autosave.keep()

    def _close_welcome(self) -> None:
        self.banner.hide()
        self.welcome_closed.emit()


def _why_closed(*, may_write: bool, approved: bool) -> str:
    """Why a record is shown as text, "" where it can be changed."""
    if not may_write:
        return _("Your role in this workspace is to read. What stands here is changed by those who write.")
    if approved:
        return _("This was approved as it is. A change makes a new version, which has to be approved again.")
    return ""


def _welcome(close: object) -> Banner:
    banner = Banner("info", _welcome_words(beside=False), title=_("Groundwork closed unexpectedly"), closable=False)
    go_on = banner.add_button(Button(_("Go on writing"), SECONDARY))
    go_on.clicked.connect(close)
    return banner


def _welcome_words(*, beside: bool) -> str:
    if beside:
        return _("Nothing is lost. Your last text is here; what another window typed is kept beside it, under Review.")
    return _("Nothing is lost. Your last text is here.")
