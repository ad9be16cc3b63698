"""The file is there: where it lies, how to look at it, and what to do next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.i18n import _, format_number, isolate
from app.ui.look import theme
from app.ui.submissions.making import Outcome
from app.ui.widgets.buttons import SECONDARY, Button
from app.ui.widgets.card import Card
from app.ui.widgets.direction import in_path
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.text import Label


class ResultCard(Card):
    """Hidden until there is a file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("The PDF is ready"), parent=parent)
        self.outcome: Outcome | None = None
        self.path = Label("", wraps=True)
        self._version, self._next = Label("", "small", wraps=True), Label("", wraps=True)
        self._warnings = Label("", "small", wraps=True, tone="warn")
        self.open_pdf = Button(_("Open the PDF"), SECONDARY, "file-type-pdf")
        self.open_folder = Button(_("Open the folder"), SECONDARY, "folder-open")
        buttons = QWidget()
        flow = FlowLayout(buttons, theme.px(8))
        flow.addWidget(self.open_pdf)
        flow.addWidget(self.open_folder)
        for part in (self.path, self._version, self._warnings, buttons, Label(_("What to do next"), "strong")):
            self.add(part)
        self.add(self._next)
        self.open_pdf.clicked.connect(lambda: _open(self._file()))
        self.open_folder.clicked.connect(lambda: _open(self._file().parent))
        self.hide()

    def show_outcome(self, outcome: Outcome, *, own: bool) -> None:
        """Tell of this file."""
        self.outcome = outcome
        path, revision = outcome.order.path, outcome.made.submission.revision
        words = _("The file {name} in the folder {folder}")
        self.path.setText(words.format(name=in_path(path.name), folder=in_path(str(path.parent))))
        version = _("Version {number}.") if outcome.made.fresh else _("Nothing had changed: version {number} again.")
        told = version.format(number=format_number(revision))
        if outcome.made.envelope_waits:
            waits = _(
                "What changed for the office alone goes along with the next version, so that your coordinator does not "
                "see that it did."
            )
            told = f"{told}\n{waits}"
        self._version.setText(told)
        self._warnings.setText("\n".join(outcome.warnings))
        self._warnings.setVisible(bool(outcome.warnings))
        self._next.setText(_next(outcome, own=own))

    def _file(self) -> Path:
        assert self.outcome is not None, "the card is hidden until there is a file"
        return self.outcome.order.path


def _next(outcome: Outcome, *, own: bool) -> str:
    if own:
        return _("Print it, copy it to a USB stick, or send it by mail to whoever asks what you do.")
    told = _("Copy the file to a USB stick, or send it by mail to {coordinator}. The answer comes back the same way.")
    return told.format(coordinator=isolate(outcome.order.call.coordinator))


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
