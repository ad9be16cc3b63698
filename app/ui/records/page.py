"""Records: a chooser of kinds, and for the chosen kind its list beside the form."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from app.domain.records import Attachment, AuthorityRequest, Commitment, rule
from app.i18n import _
from app.services.paper import sheets
from app.services.records import recording, reminders
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.records import kinds
from app.ui.records.answer_letter import AnswerLetter
from app.ui.records.chooser import Chooser
from app.ui.records.promise import Promise
from app.ui.sheet_bar import SheetBar
from app.ui.widgets.buttons import GHOST, Button
from app.ui.widgets.fields.beginnings import beginning
from app.ui.widgets.page import Page
from app.ui.widgets.record import attachment_strip, record_drafts
from app.ui.widgets.record.attachment_strip import AttachmentStrip
from app.ui.widgets.record.record_desk import RecordDesk
from app.ui.widgets.scrolling import Scrolling
from app.ui.widgets.text import Line


def waiting(session: Session) -> int:
    """How many plans and commitments are due soon or late."""
    return len(reminders.due(session.workspace))


class RecordsPage(Page):
    """`open` takes a record's id, the name of a kind, or `new:<kind>` with fields to fill in."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.desk: RecordDesk | None = None
        self.promise: Promise | None = None
        self.letter: AnswerLetter | None = None
        self.evidence: AttachmentStrip | None = None
        self.chooser = Chooser(session)
        self._choosing = Scrolling(self.chooser)
        self.back = Button(_("All kinds"), GHOST, "arrow-left")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._choosing)
        self.set_body(self._stack, scrolls=False)
        self.chooser.chosen.connect(self.choose)
        self.chooser.tables.asked.connect(self._bring_in)
        self.reload()
        self._take_up_drafts()

    def choose(self, name: str) -> None:
        """Show the records of a kind."""
        found = kinds.told(name)
        if found is None or (self.desk is not None and self.desk.kind.record_class is found.record_class):
            return
        self._put_away()
        desk = RecordDesk(self.session, kinds.kind(found))
        desk.toast.connect(self.toast)
        self.desk = desk
        if found.record_class is Commitment:
            self._add_promise(desk)
        if found.record_class is AuthorityRequest:
            self._add_letter(desk)
        if name in rule(Attachment, "about").to:
            most = 1 if found.record_class is Commitment else 0  # the form for pledges takes one file
            self.evidence = attachment_strip.under(desk, most=most)
        if found.record_class in sheets.KINDS:
            desk.sheet.put_below(SheetBar(self.session, desk))
        self._stack.addWidget(self._with_back(desk))
        self._stack.setCurrentIndex(1)
        desk.start()
        desk.list.rows.setFocus()

    def leave(self) -> None:
        """Back to the chooser."""
        name = self.desk.kind.record_class.KIND if self.desk is not None else ""
        self._put_away()
        self.reload()
        self.chooser.focus(name)

    def reload(self) -> None:
        """Show what the workspace holds now; what is being typed stays."""
        if self.desk is not None:
            self.desk.reload()
            self._show_promise()
            if self.evidence is not None:
                self.evidence.reload()
            return
        workspace = self.session.workspace
        self.chooser.show_counts(
            {found.name: recording.count(workspace, recording.Query(found.name)) for found in kinds.TABLE}
        )

    def open(self, argument: object) -> None:
        """Show a record, a kind, or begin a new record of a kind."""
        if not isinstance(argument, str):
            return
        given = beginning(argument)
        if given is not None:
            self._begin(argument, given)
        elif kinds.told(argument) is not None:
            self.choose(argument)
        else:
            self._open_record(argument)

    def state(self) -> dict[str, object]:
        """What a rebuild carries over."""
        if self.desk is None:
            return {}
        return self.desk.state() | {"kind": self.desk.kind.record_class.KIND}

    def restore(self, state: dict[str, object]) -> None:
        """Take up what `state` gave."""
        self.choose(str(state.get("kind") or ""))
        if self.desk is not None and state.get("kind"):
            self.desk.restore(state)

    def printed_record(self) -> str:
        """The record that is open."""
        self.keep()
        return self.desk.form.saved_id() if self.desk is not None else ""

    def keep(self) -> None:
        """Save what is being typed."""
        if self.evidence is not None:
            self.evidence.keep()
        if self.desk is not None:
            self.desk.settle()

    def primary(self) -> Button | None:
        """Done, while a record is open."""
        return self.desk.primary() if self.desk is not None else None

    def filter_field(self) -> QLineEdit | None:
        """The filter above the list."""
        return self.desk.list.search if self.desk is not None else None

    def areas(self) -> list[QWidget]:
        """The chooser; or list, form, footer."""
        return self.desk.areas() if self.desk is not None else [self.chooser]

    def _bring_in(self, paths: list[Path]) -> None:
        self.navigate.emit("import", paths)

    def _begin(self, argument: str, given: dict[str, str]) -> None:
        self.choose(next((part for part in argument.split(":")[1:] if "=" not in part), ""))
        if self.desk is not None:
            self.desk.begin(given)

    def _open_record(self, id: str) -> None:
        try:
            name = recording.kind_of(self.session.workspace, id).KIND
        except recording.RecordMissingError:
            return
        self.choose(name)
        if self.desk is not None and self.desk.kind.record_class.KIND == name:
            self.desk.open_record(id)
            self.desk.panes.show_detail()

    def _take_up_drafts(self) -> None:
        """After a crash: go to the kind of what was being typed."""
        workspace = self.session.workspace
        for found in kinds.TABLE:
            if record_drafts.left_behind(workspace, found.record_class):
                self.choose(found.name)
                return

    def _put_away(self) -> None:
        if self.desk is None:
            return
        self.keep()
        shown = self._stack.widget(1)
        self.desk = self.promise = self.letter = self.evidence = None
        self._stack.setCurrentIndex(0)
        self._stack.removeWidget(shown)
        shown.deleteLater()

    def _with_back(self, desk: RecordDesk) -> QWidget:
        whole, row = QWidget(), QWidget()
        self.back = Button(_("All kinds"), GHOST, "arrow-left")
        self.back.clicked.connect(self.leave)
        beside = QVBoxLayout(row)
        beside.setContentsMargins(theme.px(12), theme.px(6), theme.px(12), theme.px(6))
        beside.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (row, Line()):
            column.addWidget(part)
        column.addWidget(desk, 1)
        return whole

    def _add_promise(self, desk: RecordDesk) -> None:
        self.promise = Promise(self.session)
        self.promise.asked.connect(self.open)
        desk.sheet.put_below(self.promise)
        desk.shown.connect(self._show_promise)
        desk.form.edited.connect(lambda _name: self._tick_answers())

    def _add_letter(self, desk: RecordDesk) -> None:
        self.letter = AnswerLetter(self.session)
        desk.sheet.put_below(self.letter)
        desk.shown.connect(self._show_letter)
        desk.form.edited.connect(lambda _name: self._show_letter())

    def _show_letter(self) -> None:
        if self.letter is not None and self.desk is not None:
            record = self.desk.form.draft().record
            assert isinstance(record, AuthorityRequest)
            self.letter.show_record(record)

    def _tick_answers(self) -> None:
        if self.promise is not None and self.desk is not None:
            record = self.desk.form.draft().record
            assert isinstance(record, Commitment)
            self.promise.answers.show_record(record)

    def _show_promise(self) -> None:
        if self.promise is None or self.desk is None:
            return
        draft = self.desk.form.draft()
        assert isinstance(draft.record, Commitment)
        self.promise.show_record(draft.record, saved=bool(draft.base))
