"""A table of somebody's becomes records: dropped or chosen, told in one sentence, taken back in one step."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from app.domain.roles import Verb
from app.errors import GroundworkError
from app.i18n import _, format_number, isolate, ngettext
from app.progress import Progress
from app.services.opening.workspace import Workspace
from app.services.records import importing, undoing
from app.services.records.importing import Report
from app.ui.look import theme
from app.ui.process.failure import sentence
from app.ui.process.saving import documents
from app.ui.process.session import Session
from app.ui.widgets.buttons import SECONDARY, Button
from app.ui.widgets.card import Card
from app.ui.widgets.drop_area import DropArea
from app.ui.widgets.text import Label

_PATTERNS = "*.csv *.tsv *.txt *.xlsx *.xls *.ods"
_MOST_ROWS = 12
"""Rows that are told one by one; the command `import --problems` writes all of them."""


class TableCard(Card):
    """Reads on the worker thread; each file whole or not at all, and the same file again changes nothing."""

    toast = Signal(str, object)
    """(sentence, undo), as `Page.toast`."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("Bring in a table"))
        self._session = session
        self.drop_area = DropArea(
            _("Drop a spreadsheet here"), _("Exports of KoboToolbox and ODK, HXL and 3W tables, lists of your own")
        )
        self.choose = Button(_("Choose a file"), SECONDARY, "table")
        self.told = Label("", "small", wraps=True)
        self._lay_out()
        self.drop_area.dropped.connect(self.take_in)
        self.choose.clicked.connect(self._ask)
        if not session.workspace.allows(Verb.WRITE):
            self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(10))
        row.addWidget(self.drop_area, 1)
        row.addWidget(self.choose)
        column = QVBoxLayout()
        column.addLayout(row)
        column.addWidget(self.told)
        self.told.hide()
        self.add(column)

    def take_in(self, paths: list[Path]) -> None:
        """Read these tables, one after the other; a mapping file among them says how the others are read."""
        given = next((path for path in paths if path.suffix.lower() == ".json"), None)
        self._say("")
        for path in paths:
            if path != given:
                work = partial(_bring_in, self._session.workspace, path, given)
                done, shown = partial(self._tell, path.name), self.drop_area.show_progress
                task = self._session.tasks.run(
                    work, _("Reading the table"), done=done, failed=self._failed, progressed=shown
                )
                task.finished.connect(self.drop_area.show_rest)

    def _ask(self) -> None:
        kinds = f"{_('Tables, and a mapping file if one is needed')} ({_PATTERNS} *.json)"
        names, _kind = QFileDialog.getOpenFileNames(self, _("Bring in a table"), str(documents()), kinds)
        if names:
            self.take_in([Path(name) for name in names])

    def _tell(self, file: str, report: Report) -> None:
        workspace = self._session.workspace
        written = report.counts["new"] + report.counts["update"]
        if report.batch:
            words = ngettext(
                "{count} record was brought in from {file}.", "{count} records were brought in from {file}.", written
            )
            undo = partial(undoing.undo, workspace, workspace.done.to_undo[-1])
            self.toast.emit(words.format(count=format_number(written), file=isolate(file)), undo)
        else:
            self.toast.emit(_("There was nothing new in {file}.").format(file=isolate(file)), None)
        self._say("\n".join(_unread(report)))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, GroundworkError):
            self._session.tasks.unhandled.emit(error)
            return
        self._say(sentence(error))

    def _say(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))


def _unread(report: Report) -> list[str]:
    """How many rows stayed out, and why the first of them did."""
    count = len({one.row for one in report.problems})
    if not count:
        return []
    words = ngettext("{count} row stayed out, as it could not be read:", "{count} rows stayed out:", count)
    line = _("Row {row}, {column}: {reason}")
    told = [
        line.format(row=format_number(one.row), column=isolate(one.column), reason=one.sentence)
        for one in report.problems[:_MOST_ROWS]
    ]
    return [words.format(count=format_number(count)), *told]


def _bring_in(workspace: Workspace, path: Path, given: Path | None, progress: Progress) -> Report:
    mapping = importing.mapping_for(path, given)
    return importing.bring_in(workspace, path, mapping, progress=progress)
