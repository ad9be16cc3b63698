"""From paper: the number of a sheet, then field after field in the order of the paper, Enter for the next."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.drafts import Draft
from app.domain.records import Record
from app.errors import GroundworkError
from app.i18n import _, format_number, ngettext
from app.services.paper import sheet_book, transcribing
from app.services.paper.sheet_book import Sheet
from app.ui.from_paper import telling
from app.ui.from_paper.differences import Differences
from app.ui.from_paper.row_fields import RowFields
from app.ui.process.session import Session
from app.ui.widgets.buttons import GHOST, PRIMARY, SECONDARY, Button
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.text import Label

_KEEP_MS = 400


class FromPaperDialog(Dialog):
    """Every row becomes a record when the next one begins. A sheet that was typed in says so, and can be checked.

    `typed` are the sheets of this sitting that made records. While a sheet is checked nothing of the first typing
    is shown before the second is done.
    """

    HEIGHT = 680

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        words = _(
            "Type the number of the sheet, then what is on it. Enter goes to the next field, and to the next row."
        )
        super().__init__(session, _("From paper"), words, parent)
        self.typed: list[Sheet] = []
        self.sheet: Sheet | None = None
        self.checks = False
        self._draft: Draft[Record] | None = None
        self.number = LineField(_("Number of the sheet"), _("The digits beside the code at its head"), longest=40)
        self.told = Label("", "muted", wraps=True)
        self.row = Label("", "h3")
        self.shared: RowFields | None = None
        self.fields: RowFields | None = None
        self.differences = Differences(session)
        self._soon = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._lay_out()
        self._soon.timeout.connect(self._keep)
        self._show_state()

    def _lay_out(self) -> None:
        for part in (self.number, self.told, self.row, self.differences):
            self.column.addWidget(part)
        self.back = Button(_("Take this sheet back"), GHOST, "trash")
        self.rest = Button(_("The rest is empty"), GHOST)
        self.close_button = Button(_("Close"), SECONDARY)
        self.next = Button(_("Go on"), PRIMARY)
        self.put_buttons(self.back, self.rest, self.close_button, self.next)
        self.next.setDefault(False)
        self.back.clicked.connect(self._take_back)
        self.rest.clicked.connect(self._leave_blank)
        self.close_button.clicked.connect(self.accept)
        self.next.clicked.connect(self.go_on)

    def go_on(self) -> None:
        """What Enter does behind the last field: look the sheet up, begin to check it, or keep the row."""
        try:
            if self.sheet is None:
                self._look_up()
            elif self._draft is None:
                self.checks = True
                self._begin_row()
            else:
                self._end_row()
        except GroundworkError as error:
            self.number.set_problem(error.sentence())
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def reject(self) -> None:
        """Esc and the cross lose nothing."""
        self.accept()

    def accept(self) -> None:
        """Keep what is being typed, and close."""
        self._keep()
        super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on: to the next field, then to the next row."""
        if (
            event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            super().keyPressEvent(event)
            return
        parts = [part for part in (self.shared, self.fields) if part is not None and part.isVisible()]
        if any(part.focus_next() for part in parts):
            return
        if self.shared is not None and self.shared.is_used():
            self.fields.focus_first()
            return
        self.go_on()

    def _look_up(self) -> None:
        self.sheet = sheet_book.look_up(self.session.workspace, self.number.value())
        self.number.set_problem("")
        self.number.set_value(self.sheet.number.printed)
        self.checks = False
        form = self.sheet.form
        self.shared = self._put_fields(form.shared) if form.shared else None
        self.fields = self._put_fields(form.asked)
        if self.sheet.is_typed:
            self._show_state()
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._begin_row()

    def _put_fields(self, names: tuple[str, ...]) -> RowFields:
        assert self.sheet is not None
        made = RowFields(self.sheet.form.rules(names), self.session)
        made.edited.connect(self._soon.start)
        self.column.insertWidget(self.column.indexOf(self.differences), made)
        return made

    def _begin_row(self) -> None:
        sheet, workspace = self.sheet, self.session.workspace
        fresh = self._draft is None
        if self.checks:
            shared = self.shared.read() if self.shared and not fresh else {}
            self._draft = Draft(sheet.form.record_class(id="", **shared))
        else:
            known = self.shared.read() if self.shared and not fresh else transcribing.shared(workspace, sheet)
            self._draft = transcribing.begin(workspace, sheet, sheet.next_row, known)
        for part in (self.shared, self.fields):
            if part is not None and (fresh or part is self.fields):
                part.show_record(self._draft.record, self._draft.unread)
        self._show_state()
        first = self.shared if fresh and self.shared and not any(self.shared.read().values()) else self.fields
        first.focus_first()

    def _end_row(self) -> None:
        problem = next((one for part in (self.shared, self.fields) if part and (one := part.first_problem())), None)
        if problem is not None:
            problem.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._soon.stop()
        workspace, sheet, draft = self.session.workspace, self.sheet, self._typed()
        if not self.checks:
            self._took(transcribing.save(workspace, sheet, sheet.next_row, draft))
            return
        decided = self.differences.decided()
        if decided is None:
            return
        found = transcribing.compare(workspace, sheet, sheet.next_check, draft)
        if found and not self.differences.fields:
            self._ask(True)
            self.differences.ask(found)
            return
        self._took(transcribing.check(workspace, sheet, sheet.next_check, draft, decided))

    def _took(self, sheet: Sheet) -> None:
        """The next row, or the next sheet."""
        self.sheet = sheet
        self._ask(False)
        self.differences.ask(())
        if not (sheet.is_checked if self.checks else sheet.is_typed):
            self._begin_row()
            return
        if not self.checks and sheet.records:
            self.typed.append(sheet)
        self._end_sheet(telling.done(sheet, checked=self.checks))

    def _end_sheet(self, sentence: str) -> None:
        for part in (self.shared, self.fields):
            if part is not None:
                self.column.removeWidget(part)
                part.hide()
                part.deleteLater()
        self.sheet = self._draft = self.shared = self.fields = None
        self.number.set_value("")
        self._show_state()
        self.told.setText(sentence)
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, asks: bool) -> None:
        """While differences are decided, nothing else is in sight."""
        for part in (self.shared, self.fields):
            if part is not None:
                part.setVisible(not asks)

    def _typed(self) -> Draft[Record]:
        """The row as it stands in the fields."""
        parts = [part for part in (self.shared, self.fields) if part is not None]
        read = {name: value for part in parts for name, value in part.read().items()}
        unread = {name: text for part in parts for name, text in part.unread().items()}
        return replace(self._draft, record=replace(self._draft.record, **read), unread=unread)

    def _keep(self) -> None:
        """Keep what is being typed of a row that has something in it; a second reading is in memory alone."""
        self._soon.stop()
        if self._draft is None or self.checks or transcribing.is_blank(self.sheet.form, self._typed()):
            return
        self.sheet = transcribing.keep(self.session.workspace, self.sheet, self.sheet.next_row, self._typed())

    def _leave_blank(self) -> None:
        sheet, workspace = self.sheet, self.session.workspace
        if not transcribing.is_blank(sheet.form, self._typed()):
            sheet = transcribing.save(workspace, sheet, sheet.next_row, self._typed())
        self._took(transcribing.leave_blank(workspace, sheet))

    def _take_back(self) -> None:
        sheet_book.take_back(self.session.workspace, self.sheet)
        told = ngettext("{count} record is in the trash.", "{count} records are in the trash.", self.sheet.records)
        self._end_sheet(told.format(count=format_number(self.sheet.records)))

    def _show_state(self) -> None:
        sheet, types = self.sheet, self._draft is not None
        self.number.setEnabled(sheet is None)
        self.told.setText(telling.known(self.session.workspace, sheet) if sheet and (self.checks or not types) else "")
        self.row.setText(telling.progress(sheet, checks=self.checks) if types else "")
        for part in (self.shared, self.fields):
            if part is not None:
                part.setVisible(types)
        is_done = sheet is not None and not types
        self.back.setVisible(is_done and bool(sheet.records))
        self.rest.setVisible(types and not self.checks)
        self.next.setVisible(not is_done or not sheet.is_checked)
        self.next.setText(_("Type it again to check") if is_done else _("Go on"))
