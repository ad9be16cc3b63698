"""The last step: what was brought in, and how all of it is taken back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _, format_number, isolate, ngettext
from app.services.records.importing import Report
from app.services.records.undoing import Undone
from app.ui.importing import words
from app.ui.look import theme
from app.ui.widgets.buttons import SECONDARY, Button
from app.ui.widgets.text import IconLabel, Label

_MOST = 8


class DoneStep(QWidget):
    """Undo takes back exactly this import; what was changed since is named first, and stays."""

    undo_asked = Signal(str)
    """The import, by its id."""
    look_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.report: Report | None = None
        self.title = Label("", "h2", wraps=True)
        self.told = Label("", wraps=True)
        self.advice = Label("", "small", wraps=True)
        self.changed = Label("", tone="warn", wraps=True)
        self.undo = Button(_("Undo exactly this import"), SECONDARY, "arrow-back-up")
        self.look = Button(_("Look at the records"), SECONDARY, "list-details")
        self._lay_out()
        self.undo.clicked.connect(self._ask)
        self.look.clicked.connect(self.look_asked)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        buttons.addWidget(self.look)
        buttons.addWidget(self.undo)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(IconLabel("circle-check", "accent", 34))
        for part in (self.title, self.told, self.advice, self.changed):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addStretch(1)

    def show_report(self, file: str, report: Report) -> None:
        """Say what became of the table."""
        self.report = report
        written = report.counts["new"] + report.counts["update"]
        if report.batch:
            told = ngettext(
                "{count} record was brought in from {file}.", "{count} records were brought in from {file}.", written
            )
        elif report.counts["same"] and not report.counts["problem"]:
            told = _("Everything in {file} is here already: nothing was added.")
        else:
            told = _("There was nothing new in {file}.")
        self.title.setText(told.format(count=format_number(written), file=isolate(file)))
        self.told.setText(words.counts(report.counts))
        self.advice.setText("\n".join(report.advice[:_MOST]))
        self.changed.hide()
        self.undo.setVisible(bool(report.batch))
        self.undo.setEnabled(True)
        self.look.setVisible(bool(report.batch))

    def show_changed(self, titles: tuple[str, ...]) -> None:
        """Ask once more: these were changed since, and stay as they are."""
        names = "\n".join(isolate(title) for title in titles[:_MOST])
        told = _("These were changed since and will stay as they are. Press Undo again to take back all others:")
        self.changed.setText(f"{told}\n{names}")
        self.changed.show()

    def show_undone(self, undone: Undone) -> None:
        """Say that it was taken back."""
        self.title.setText(undone.sentence())
        self.told.setText("")
        self.advice.setText("")
        self.changed.hide()
        self.undo.setEnabled(False)
        self.look.hide()

    def _ask(self) -> None:
        if self.report is not None:
            self.undo_asked.emit(self.report.batch)
