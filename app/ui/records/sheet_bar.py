"""Under a practice or a commitment: the sheet that others get of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.records import Practice
from app.i18n import _
from app.services import sheets
from app.ui import theme
from app.ui.session import Session
from app.ui.sheet_maker import Job, SheetMaker
from app.ui.widgets.record_desk import RecordDesk
from app.ui.widgets.text import Label, Line


class SheetBar(QWidget):
    """Hidden while the record was never saved; it follows the record that is shown."""

    def __init__(self, session: Session, desk: RecordDesk) -> None:
        super().__init__()
        self._session, self._desk = session, desk
        practice = desk.kind.record_class is Practice
        title = _("A sheet to hand over") if practice else _("The pledge form")
        words = (
            _("One or two pages, filled in from this record, once somebody has approved it.")
            if practice
            else _("The form of the Network with its seven sections, filled in from this record once it is approved.")
        )
        button = _("Make the practice sheet") if practice else _("Make the pledge form")
        self._name = _("practice sheet") if practice else _("pledge form")
        self.maker = SheetMaker(session, button, self._job)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for part in (Line(), Label(title, "h3", wraps=True), Label(words, "small", wraps=True), self.maker):
            column.addWidget(part)
        desk.shown.connect(self._follow)
        self.maker.made.connect(lambda told: desk.toast.emit(told, None))
        if desk.form.loaded().is_new:
            self.hide()

    def _follow(self) -> None:
        self.setVisible(not self._desk.form.loaded().is_new)
        self.maker.forget()

    def _job(self) -> Job | None:
        self._desk.settle()
        record = self._desk.form.saved_id()
        if not record:
            return None
        workspace = self._session.workspace
        return Job(
            lambda order, progress: sheets.crossed(workspace, record, order).undecided,
            partial(sheets.draw, workspace, record),
            self._name,
        )
