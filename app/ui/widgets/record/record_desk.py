"""List, form and footer of one kind of record: what every such page does, so that pages add only what is special.

Nothing here asks "save?": leaving a record in any way saves it (see `autosave`). A page puts one desk in its
body, passes the calls of the frame on to it, and listens to `toast`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.drafts import Draft
from app.domain.filling import filled
from app.domain.records import Record
from app.domain.roles import Verb
from app.errors import GroundworkError
from app.i18n import _
from app.services.opening.changes import Change
from app.services.records import recording, undoing
from app.ui.process.session import Session
from app.ui.widgets.buttons import Button
from app.ui.widgets.fields.beginnings import asking_for, beginning
from app.ui.widgets.panes import Panes
from app.ui.widgets.record import record_deeds, record_drafts
from app.ui.widgets.record.record_kind import Kind
from app.ui.widgets.record.record_list import RecordList
from app.ui.widgets.record.record_side import RecordSide


class RecordDesk(QWidget):
    """The records of one kind beside the form of the one that is chosen."""

    toast = Signal(str, object)
    """(sentence, undo), as `Page.toast`."""
    shown = Signal()
    """Another draft, or none, stands in the form."""

    def __init__(self, session: Session, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.kind = session, kind
        self.list = RecordList(session, kind)
        self.side = RecordSide(session, kind)
        self.sheet = self.side.sheet
        self.form = self.sheet.form
        self.autosave = self.sheet.autosave
        self.panes = Panes(self.list, self.side, parent=self)
        self._open, self._given = "", dict[str, str]()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panes)
        self._connect()

    def _connect(self) -> None:
        self.list.chosen.connect(self.open_record)
        self.list.opened.connect(self._enter)
        self.list.pressed.connect(self._press)
        self.list.new_asked.connect(lambda: self.begin())
        self.list.delete_asked.connect(self.remove)
        self.list.filled.connect(self._choose_first)
        self.form.escaped.connect(self.go_to_list)
        self.sheet.back.clicked.connect(self.go_to_list)
        self.sheet.history.clicked.connect(self._show_history)
        self.sheet.review.triggered.connect(self._send_for_review)
        self.sheet.delete.clicked.connect(lambda: self.remove(self._open))
        self.sheet.done.clicked.connect(self.finish)
        self.sheet.welcome_closed.connect(self.sheet.focus)
        self.panes.narrowed.connect(self.sheet.back.setVisible)

    def start(self) -> None:
        """Fill the list; after a crash, open what was typed last and say that nothing is lost."""
        left, beside = record_drafts.taken_up(self.session.workspace, self.kind.record_class)
        self.list.reload()
        if left is not None:
            self._show(left, typed=True)
            self.sheet.welcome_back(beside=beside)

    def reload(self) -> None:
        """Show what the workspace holds now; what is being typed stays as it is."""
        self.list.reload()
        self.sheet.show_review()
        if self._open and not self.autosave.typed:
            self._refresh()

    def open_record(self, id: str) -> None:
        """Leave what is open and show this record; one that does not exist (any more) changes nothing."""
        if id == self._open:
            self.sheet.banner.hide()
            return
        self._leave_open()
        try:
            draft = self._draft_of(id)
        except recording.RecordMissingError:
            return
        self._show(draft)
        if self.list.current_id() != id:
            self.list.select(id)

    def begin(self, given: Mapping[str, str] | None = None) -> None:
        """Leave what is open and begin a new record, the first field ready to be typed in; `given` is filled in.

        Raises NotAllowedError.
        """
        self.session.workspace.may(Verb.WRITE)
        self._leave_open()
        self.list.select("")
        self._given = dict(given or {})
        self._show(filled(self.kind.fresh(self.session.workspace), self._given))
        self.panes.show_detail()
        self.form.focus()

    def finish(self) -> None:
        """Done: save, and either tell what is still missing or go back to the list."""
        title = self.kind.title(self.session, self.form.draft().record)
        self.settle()
        if not self._open:
            return
        found = self.sheet.check(everywhere=True)
        if self.sheet.is_draft():
            self.form.focus_first(found)
            return
        self.toast.emit(self.kind.words.saved(title), None)
        self.go_to_list()

    def settle(self) -> None:
        """Save what was typed and keep the record open; before locking, closing, rebuilding and other pages."""
        self.list.stop()
        saved = self.autosave.finish()
        if saved is not None:
            self._show(self._draft_of(saved.id))
            self.list.reload()
            self.list.select(saved.id)

    def remove(self, id: str) -> None:
        """Put a record in the trash, and offer to take it back."""
        if id == self._open:
            self.settle()
            if self.form.loaded().is_new:
                self.discard()
                self._choose_first()
                self.go_to_list()
                return
        after = self.list.neighbour(id)
        self.close_record()
        sentence, change = record_deeds.trash(self.session, self.kind, id)
        self.list.reload()
        if after:
            self.open_record(after)
        self.toast.emit(sentence, partial(self._take_back, change))

    def close_record(self) -> None:
        """Show no record."""
        self._open = ""
        self.autosave.rest()
        self.form.load(Draft(self.kind.record_class()))
        self.side.show_nothing()
        self.shown.emit()

    def discard(self) -> None:
        """Forget everything that was typed since the last save, and show no record."""
        self.autosave.discard()
        self.close_record()

    def show_instead(self, part: QWidget) -> None:
        """Show a part that `side` took in, until the next record is opened."""
        self.side.setCurrentWidget(part)
        self.panes.show_detail()

    def go_to_list(self) -> None:
        """Give the focus to the list; where there is room for one of the two only, show it."""
        self.panes.show_list()
        self.list.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def state(self) -> dict[str, object]:
        """What survives a rebuild: filter, segment, the record that is open, and which fields were left."""
        return {
            "filter": self.list.search.text(),
            "segment": self.list.segments.value(),
            "open": asking_for(**self._given) if self._is_blank() else self._open,
            **self.form.state(),
        }

    def restore(self, state: dict[str, object]) -> None:
        """Take up what `state` gave."""
        self.list.search.setText(str(state.get("filter") or ""))
        self.list.segments.set_value(str(state.get("segment") or ""))
        self.list.reload()
        opened = str(state.get("open") or "")
        if (given := beginning(opened)) is not None:
            self.begin(given)
        elif opened:
            self.open_record(opened)
        self.form.restore(state)
        self.sheet.check()

    def primary(self) -> Button | None:
        """The button that Ctrl+Enter presses: Done or Change, while a record is open."""
        return self.sheet.primary() if self.side.has_sheet else None

    def areas(self) -> list[QWidget]:
        """The areas that F6 walks through."""
        return [self.list.rows, self.sheet.area, self.sheet.footer]

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page is shown: save what was typed. A window that is only minimised changes nothing."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.settle()

    def _is_blank(self) -> bool:
        """Whether a new record is open of which nothing is kept anywhere."""
        loaded = self.form.loaded()
        return bool(self._open) and loaded.is_new and not loaded.unread and not self.autosave.typed

    def _draft_of(self, id: str) -> Draft[Record]:
        return record_drafts.draft_of(self.session.workspace, self.kind.record_class, id)

    def _show(self, draft: Draft[Record], *, typed: bool = False) -> None:
        self._open = draft.record.id
        self.form.load(draft)
        self.autosave.begin(draft, typed=typed)
        self.side.show_sheet()
        self.sheet.present()
        self.shown.emit()

    def _leave_open(self) -> None:
        """Save what is open; if that fails, its row stays the selected one."""
        try:
            saved = self.autosave.finish()
        except GroundworkError:
            self.list.select(self._open)
            raise
        self._open = ""
        if saved is not None:
            self.list.reload()

    def _refresh(self) -> None:
        try:
            fresh = self._draft_of(self._open)
        except recording.RecordMissingError:
            if not self.form.loaded().is_new:
                self.close_record()  # it was erased meanwhile
            return
        if recording.is_in_trash(self.session.workspace, self._open):
            self.close_record()
            self._choose_first()
        elif fresh != self.form.loaded() and not self.form.loaded().is_new:
            self._show(fresh)

    def _enter(self, id: str) -> None:
        self._press(id)
        self.sheet.focus()

    def _press(self, id: str) -> None:
        self.open_record(id)
        self.panes.show_detail()

    def _choose_first(self) -> None:
        if not self._open and (first := self.list.first()) and self.side.is_empty:
            self.open_record(first)

    def _take_back(self, change: Change) -> None:
        undoing.undo(self.session.workspace, change)
        self.list.reload()
        self.open_record(change.steps[0].record)

    def _send_for_review(self) -> None:
        self.settle()
        record = self.form.loaded().record
        self.toast.emit(record_deeds.send_for_review(self.session, self.kind, record), None)

    def _show_history(self) -> None:
        self.settle()
        if id := self.form.saved_id():
            record_deeds.show_history(self.session, self.kind, id, self, self._tell_back)

    def _tell_back(self, change: Change) -> None:
        self.toast.emit(_("The version is back."), partial(self._take_back, change))
