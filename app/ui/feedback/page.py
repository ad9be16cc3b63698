"""What migrants and neighbours told, newest month first, each in the form beside the list."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.domain.records import KINDS, LoopStep
from app.domain.records.feedback import SENSITIVE
from app.i18n import _, format_number, ngettext
from app.services.feedback import loops
from app.services.records import batches, recording
from app.ui.feedback import kinds
from app.ui.feedback.batch_dialog import BatchDialog
from app.ui.feedback.card_bar import CardBar
from app.ui.feedback.form_sections import CONSENT_HINTS
from app.ui.feedback.kinds import CARDS, CONTACTS, FURTHER, MESSAGES
from app.ui.feedback.kiosk_bar import KioskBar
from app.ui.feedback.kit_dialog import KitDialog
from app.ui.feedback.loop_panel import LoopPanel, StepDialog
from app.ui.feedback.sensitive_panel import SensitivePanel
from app.ui.feedback.slip_dialogs import CheckSlipDialog, GiveSlipDialog
from app.ui.feedback.tools import Tools
from app.ui.from_paper.paper_tools import PaperTools
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.widgets.buttons import Button
from app.ui.widgets.fields.beginnings import beginning
from app.ui.widgets.page import Page
from app.ui.widgets.record import record_drafts
from app.ui.widgets.record.record_desk import RecordDesk

_LOW = 460
"""Height in px at 100 % under which the list needs every line."""


class FeedbackPage(Page):
    """List and form side by side; `open` takes the id of any record of this page, a kind, or "new".

    Choosing "sensitive report" stops the form at once: what was typed is dropped, also what was kept of it, and
    a message that had been saved before is erased. Rumours, policy cards and contacts have desks of their own.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._body = QWidget(self)
        self._desks = QStackedWidget(self._body)
        self.desk = RecordDesk(session, kinds.messages(), self._desks)
        self.panel = SensitivePanel(session)
        self.desk.side.addWidget(self.panel)
        self.kiosk = KioskBar()
        self.desk.list.layout().addWidget(self.kiosk)
        self.loop = LoopPanel(session)
        self.tools = Tools()
        self.paper = PaperTools(self, "feedback")
        self.tools.put(self.paper.print, self.paper.type_in)
        self._further: dict[str, RecordDesk] = {}
        self._desks.addWidget(self.desk)
        self.desk.sheet.put_below(self.loop)
        self._lay_out()
        self._connect()
        self.desk.start()
        self._take_up_drafts()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self._desks, 1)
        self.set_body(self._body, scrolls=False)

    def _connect(self) -> None:
        self.desk.toast.connect(self.toast)
        self.desk.shown.connect(self._show_message)
        self.desk.form.edited.connect(self._edited)
        self.kiosk.asked.connect(self.kiosk_asked)
        self.panel.kept.connect(self._told)
        self.panel.left.connect(lambda: self.desk.begin())
        self.panel.contacts_asked.connect(self._enter_contacts)
        self.loop.step_asked.connect(lambda: self._ask_about(StepDialog))
        self.loop.slip_asked.connect(lambda: self._ask_about(GiveSlipDialog))
        self.tools.kinds.chosen.connect(self.show_kind)
        self.tools.batch.clicked.connect(self._enter_batch)
        self.tools.check.clicked.connect(lambda: CheckSlipDialog(self.session, self).open())
        self.tools.tell.clicked.connect(self._tell_people)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the page is low, the list has the room of the sentence about the kiosk."""
        super().resizeEvent(event)
        self.kiosk.words.setVisible(self.height() >= theme.px(_LOW))

    def show_kind(self, code: str) -> None:
        """Show messages, rumours, policy cards or contacts."""
        self.current().settle()
        self.tools.kinds.set_value(code)
        if code in FURTHER and code not in self._further:
            self._further[code] = self._make_desk(code)
            self._further[code].start()
        else:
            self.current().reload()
        self._desks.setCurrentWidget(self.current())

    def current(self) -> RecordDesk:
        """The desk in sight."""
        return self._further.get(self.tools.kinds.value(), self.desk)

    def reload(self) -> None:
        """Show what the workspace holds now; what is being typed stays."""
        self.current().reload()
        self._show_steps()

    def open(self, argument: object) -> None:
        """Show the record with this id where its kind is shown, or begin a new message; an unknown id changes nothing.

        A step is shown under the message it belongs to.
        """
        given = beginning(argument)
        if given is not None:
            self.show_kind(MESSAGES)
            self.desk.begin(given)
        elif isinstance(argument, str) and (kind := KINDS.get(argument)) is not None:
            self.show_kind(kinds.code_of(kind) or MESSAGES)
        elif isinstance(argument, str):
            self._open_record(argument)

    def state(self) -> dict[str, object]:
        """What a rebuild carries over."""
        code = self.tools.kinds.value()
        beside = self._further[code].state() if code in self._further else {}
        return self.desk.state() | {"stopped": self._is_stopped(), "kind": code, "beside": beside}

    def restore(self, state: dict[str, object]) -> None:
        """Take up what `state` gave."""
        self.desk.restore(state)
        if state.get("stopped") is True:
            self.desk.close_record()  # what the list opened by itself was told by somebody else
            self._show_panel(saved_before=False)
        elif (code := str(state.get("kind") or "")) in FURTHER:
            self.show_kind(code)
            beside = state.get("beside")
            self.current().restore(beside if isinstance(beside, dict) else {})

    def keep(self) -> None:
        """Save what is being typed."""
        self.current().settle()

    def primary(self) -> Button | None:
        """Done, or the one button of what stands in its place."""
        return self.panel.save if self._is_stopped() else self.current().primary()

    def filter_field(self) -> QLineEdit:
        """The filter above the list."""
        return self.current().list.search

    def printed_record(self) -> str:
        """The record that is open."""
        self.keep()
        return self.current().form.saved_id()

    def areas(self) -> list[QWidget]:
        """List, form, footer."""
        return [self.desk.list.rows, self.panel] if self._is_stopped() else self.current().areas()

    def _make_desk(self, code: str) -> RecordDesk:
        made = RecordDesk(self.session, kinds.beside(code))
        made.toast.connect(self.toast)
        if code == CARDS:
            made.sheet.put_below(CardBar(self.session, made, lambda sentence: self.toast.emit(sentence, None)))
        self._desks.addWidget(made)
        return made

    def _open_record(self, id: str) -> None:
        workspace = self.session.workspace
        typed = {draft.record.id: type(draft.record) for draft in recording.kept_drafts(workspace)}
        try:
            kind = typed.get(id) or recording.kind_of(workspace, id)
            if kind is LoopStep:
                id = recording.open_draft(workspace, LoopStep, id).record.feedback
                kind = recording.kind_of(workspace, id)
        except recording.RecordMissingError:
            return
        if code := kinds.code_of(kind):
            self.show_kind(code)
            self.current().open_record(id)
            self.current().panes.show_detail()

    def _take_up_drafts(self) -> None:
        """After a crash: go to the kind of what was being typed."""
        if record_drafts.left_behind(self.session.workspace, self.desk.kind.record_class):
            return
        for code, told in FURTHER.items():
            if record_drafts.left_behind(self.session.workspace, told.record_class):
                self.show_kind(code)
                return

    def _enter_contacts(self) -> None:
        self.show_kind(CONTACTS)
        self.current().begin()

    def _edited(self, name: str) -> None:
        if name == "type" and self.desk.form.entries["type"].read() == SENSITIVE:
            self._stop()
        elif name == "consent":
            self._show_consent()

    def _stop(self) -> None:
        """Drop what was typed; a message that had been saved before is erased for good, with its steps."""
        loaded = self.desk.form.loaded()
        saved_before = bool(loaded.base)
        self.desk.discard()
        if saved_before:
            loops.erase_message(self.session.workspace, loaded.record.id)
        self._show_panel(saved_before=saved_before)

    def _show_panel(self, *, saved_before: bool) -> None:
        self.desk.list.select("")
        self.panel.begin(saved_before=saved_before)
        self.desk.show_instead(self.panel)
        self.panel.focus()

    def _told(self) -> None:
        self.desk.close_record()
        self.desk.reload()
        self.desk.go_to_list()
        self.toast.emit(_("The note was kept. Nothing else was."), None)

    def _is_stopped(self) -> bool:
        return self.panel.isVisibleTo(self)

    def _show_message(self) -> None:
        self._show_consent()
        self._show_steps()

    def _show_consent(self) -> None:
        """Say under the field for their words what the agreement allows."""
        level = str(self.desk.form.entries["consent"].read())
        self.desk.form.set_hint("own_words", _(CONSENT_HINTS.get(level, CONSENT_HINTS[""])))

    def _show_steps(self) -> None:
        """The loop of the message in the form; one that was never saved has none yet."""
        loaded = self.desk.form.loaded()
        self.loop.setVisible(not loaded.is_new)
        if not loaded.is_new:
            self.loop.show_message(loaded.record.id)

    def _ask_about(self, dialog: type[StepDialog] | type[GiveSlipDialog]) -> None:
        self.desk.settle()
        dialog(self.session, self.desk.form.loaded().record.id, self).open()

    def _tell_people(self) -> None:
        self.current().settle()
        chosen = self.desk.form.loaded().record.id if self.current() is self.desk else ""
        KitDialog(self.session, chosen, self).open()

    def _enter_batch(self) -> None:
        self.current().settle()
        dialog = BatchDialog(self.session, self)
        dialog.accepted.connect(lambda: self._tell_batch(tuple(dialog.kept)))
        dialog.open()

    def _tell_batch(self, kept: tuple[str, ...]) -> None:
        if kept:
            words = ngettext("{count} message was saved.", "{count} messages were saved.", len(kept))
            undo = partial(batches.take_back, self.session.workspace, kept)
            self.toast.emit(words.format(count=format_number(len(kept))), undo)
