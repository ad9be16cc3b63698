"""The screen of the first run: one short step at a time, each can be gone back from."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _, language
from app.services.keeping import backup
from app.services.opening import workspace as workspaces
from app.services.opening.workspace import SUFFIX, Founding
from app.ui.first_run.language_step import LanguageStep
from app.ui.first_run.organisation_step import OrganisationStep
from app.ui.first_run.passphrase_step import PassphraseStep
from app.ui.first_run.recover_step import RecoverStep
from app.ui.first_run.request_step import RequestStep
from app.ui.first_run.start_step import StartStep
from app.ui.look import theme
from app.ui.process.saving import documents
from app.ui.process.tasks import TaskRunner
from app.ui.process.waiting import waiting
from app.ui.widgets.brand import Brand
from app.ui.widgets.buttons import GHOST, PRIMARY, Button
from app.ui.widgets.direction import margins
from app.ui.widgets.narrow import Narrow
from app.ui.widgets.scrolling import Scrolling
from app.ui.widgets.top_bar import LanguageButton

LANGUAGE, START, ORGANISATION, PASSPHRASE = "language", "start", "organisation", "passphrase"
JOIN, RECOVER = "join", "recover"
_BEFORE = {START: LANGUAGE, ORGANISATION: START, PASSPHRASE: ORGANISATION, JOIN: START, RECOVER: START}
"""Where "Back" leads from each step."""
_WIDTH = 560


class FirstRun(QWidget):
    """Leads to an open workspace. The passphrase is never part of `state`."""

    made = Signal(object)
    """The new Workspace."""
    opened = Signal(object)
    """A Workspace that is ready: with sample data, or brought back."""
    open_asked = Signal(object)
    """The Path of a workspace that is there already."""
    waits = Signal(object, object)
    """(Path of a workspace that asked to join, its Asked)."""
    language_chosen = Signal(str)

    def __init__(self, *, asks_language: bool, tasks: TaskRunner | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language_step = LanguageStep()
        self._start = StartStep()
        self._organisation = OrganisationStep()
        self._passphrase = PassphraseStep()
        self.request, self.recover = RequestStep(), RecoverStep(tasks)
        self._steps: dict[str, QWidget] = {
            LANGUAGE: self._language_step,
            START: self._start,
            ORGANISATION: self._organisation,
            PASSPHRASE: self._passphrase,
            JOIN: self.request,
            RECOVER: self.recover,
        }
        self._first = LANGUAGE if asks_language else START
        self._step = self._first
        self._back = Button(_("Back"), GHOST, "arrow-left")
        self._language = LanguageButton()
        self._lay_out()
        self._connect()
        self._show(self._first)

    def _lay_out(self) -> None:
        brand = Brand()
        brand.set_narrow(False)
        head = QHBoxLayout()
        head.setContentsMargins(margins(theme.px(8), theme.px(8), theme.px(16), theme.px(8)))
        head.addWidget(brand, 1)
        head.addWidget(self._language)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        for step in self._steps.values():
            column.addWidget(step)
        column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(Scrolling(Narrow(inside, _WIDTH, centred=True)), 1)

    def _connect(self) -> None:
        self._back.clicked.connect(self._go_back)
        self._language.chosen.connect(self.language_chosen)
        self._language_step.chosen.connect(self._take_language)
        start = self._start
        start.new_asked.connect(lambda: self._show(ORGANISATION))
        start.join_asked.connect(lambda: self._show(JOIN))
        start.recover_asked.connect(lambda: self._show(RECOVER))
        start.open_asked.connect(self._ask_file)
        start.samples_asked.connect(self._open_samples)
        self._organisation.finished.connect(lambda: self._show(PASSPHRASE))
        self._passphrase.finished.connect(self._create)
        self.request.requested.connect(self.waits)
        self.recover.recovered.connect(self.opened)

    def state(self) -> dict[str, object]:
        """The step and what was typed about the organisation."""
        return {"step": self._step, "organisation": self._organisation.state()}

    def restore(self, state: dict[str, object]) -> None:
        """Take up what `state` gave; after the language was chosen, the next step."""
        kept = state.get("organisation")
        self._organisation.restore(kept if isinstance(kept, dict) else {})
        step = str(state.get("step") or self._first)
        self._show(step if step in self._steps else self._first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field goes on to the next one, after the last to the button that goes on, past all others."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
            while isinstance(button := self.focusWidget(), Button) and button.property("kind") != PRIMARY:
                self.focusNextChild()
            return
        super().keyPressEvent(event)

    def _show(self, step: str) -> None:
        self._step = step
        for name, widget in self._steps.items():
            widget.setVisible(name == step)
        self._back.setVisible(step != self._first and step != LANGUAGE)
        self._language.setVisible(step != LANGUAGE)
        self.setFocusProxy(self._steps[step])
        self.setFocus()

    def _go_back(self) -> None:
        self._show(_BEFORE.get(self._step, self._first))

    def _take_language(self, code: str) -> None:
        self._show(START)
        self.language_chosen.emit(code)

    def _ask_file(self) -> None:
        kinds = _("Workspaces and backups ({pattern})").format(pattern=f"*{SUFFIX} *{backup.ENDING}")
        name, _kind = QFileDialog.getOpenFileName(self, _("Open a workspace or a backup"), str(documents()), kinds)
        if name.endswith(backup.ENDING):
            self._bring_back(Path(name))
        elif name:
            self.open_asked.emit(Path(name))

    def _bring_back(self, path: Path) -> None:
        """A backup becomes a new workspace among the documents; then its passphrase is asked for."""
        with waiting():
            made = backup.restore(path, backup.place_for(path, documents()))
        self.open_asked.emit(made)

    def _open_samples(self) -> None:
        with waiting():
            from app.services.demonstration import samples

            self.opened.emit(samples.open_sample())

    def _create(self, passphrase: str) -> None:
        founding: Founding = self._organisation.founding(language())
        with waiting():
            made = workspaces.create(self._organisation.path(), passphrase, founding)
        self._passphrase.clear()
        self.made.emit(made)
