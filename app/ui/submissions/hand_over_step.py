"""Step 5: the language, the seal and the folder; then the file, and what to do with it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.domain.shared import Call
from app.i18n import _, language
from app.services.opening.workspace import Workspace
from app.services.pages import Form
from app.ui.look import theme
from app.ui.process.saving import documents
from app.ui.process.tasks import Task
from app.ui.submissions.making import Order, Outcome, beside, proposed
from app.ui.submissions.reading import Seen, is_own
from app.ui.submissions.result_card import ResultCard
from app.ui.widgets.banner import Banner
from app.ui.widgets.buttons import SECONDARY, Button
from app.ui.widgets.card import Card
from app.ui.widgets.direction import in_path, leading
from app.ui.widgets.fields.check_field import CheckField
from app.ui.widgets.text import Label
from app.ui.widgets.tongues_field import TonguesField


class HandOverStep(QWidget):
    """Choices, then progress, then the result; a file of the same name is never written over unasked."""

    ordered = Signal(object)
    """The Order to carry out, after the question about a file that is there already."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._call: Call | None = None
        self.folder = documents()
        self.language = TonguesField(_("What people wrote stays as they wrote it."))
        self.language.set_value(language())
        self.seal = CheckField(_("Seal the data inside"), _("Then only who made the call can open it."))
        both = _("A Word document and a web page, for people. Only the PDF carries the data.")
        self.also = CheckField(_("The same pages to work with, too"), both)
        self._place = Label("", "small", wraps=True)
        self._place.setAlignment(leading())
        self._other = Button(_("Another folder"), SECONDARY, "folder")
        self._bar, self._stop = QProgressBar(), Button(_("Stop"), SECONDARY, "player-stop")
        self._working = QWidget()
        self.result = ResultCard()
        self._question: Banner | None = None
        self._task: Task | None = None
        self._lay_out()
        self._other.clicked.connect(self._ask_folder)
        self._stop.clicked.connect(lambda: self._task.stop() if self._task else None)
        self.language.edited.connect(self._show_place)
        self.seal.edited.connect(self._show_place)

    def _lay_out(self) -> None:
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Making the PDF"))
        row = QHBoxLayout(self._working)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._bar, 1)
        row.addWidget(self._stop)
        self._working.hide()
        place = QHBoxLayout()
        place.addWidget(self._place, 1)
        place.addWidget(self._other)
        self._card = Card(_("Make the PDF"), _("A person reads the pages, a computer the data that travels inside."))
        self._card.body.setSpacing(theme.px(12))
        for part in (self.language, self.seal, self.also, place, self._working):
            self._card.add(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        self._questions = QVBoxLayout()
        column.addWidget(self._card)
        column.addLayout(self._questions)
        column.addWidget(self.result)
        column.addStretch(1)

    def show_seen(self, seen: Seen) -> None:
        """Offer what fits this call; a result for another one goes."""
        if self._call is not None and self._call.id != seen.call.id:
            self.result.hide()
            self.seal.set_value(False)
        self._call = seen.call
        can_seal = bool(seen.call.recipient) and not is_own(self._workspace, seen.call)
        self.seal.setVisible(can_seal)
        self._show_place()

    def order(self) -> Order:
        """What a person has chosen here."""
        path = proposed(self.folder, self._workspace.organisation.name, self._call, self.language.value())
        seal = not self.seal.isHidden() and self.seal.value()
        also = (Form.WORD, Form.WEB) if self.also.value() else ()
        return Order(self._call, path, self.language.value(), seal=seal, also=also)

    def show_work(self, task: Task) -> None:
        """The file is being made."""
        self._take_question()
        self.result.hide()
        self._task = task
        self._bar.setRange(0, 0)
        self._working.show()

    def show_progress(self, done: int, total: int) -> None:
        """How far it is."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def show_rest(self) -> None:
        """Nothing is being made."""
        self._task = None
        self._working.hide()

    def is_working(self) -> bool:
        """Whether a file is being made."""
        return self._task is not None

    def is_done(self) -> bool:
        """Whether the file is there."""
        return not self.result.isHidden()

    def show_outcome(self, outcome: Outcome) -> None:
        """The file is there."""
        self.show_rest()
        self.result.show_outcome(outcome, own=is_own(self._workspace, outcome.order.call))
        self.result.show()
        if self.isVisible():
            self.result.open_pdf.setFocus()

    def ask_about(self, order: Order) -> None:
        """A file of that name is there: replace it, or write another beside it."""
        self.show_rest()
        self._take_question()
        told = _("The file {name} is there already.").format(name=in_path(order.path.name))
        self._question = Banner("warn", told, closable=False)
        keep, replace = Button(_("Use another name"), SECONDARY), Button(_("Replace it"), SECONDARY)
        self._question.add_button(replace)
        self._question.add_button(keep)
        keep.clicked.connect(lambda: self.ordered.emit(_with(order, path=beside(order.path))))
        replace.clicked.connect(lambda: self.ordered.emit(_with(order, replace=True)))
        self._questions.addWidget(self._question)
        keep.setFocus()

    def state(self) -> dict[str, object]:
        """Language, seal, further forms and folder."""
        chosen = {"language": self.language.value(), "seal": self.seal.value(), "also": self.also.value()}
        return {**chosen, "folder": str(self.folder)}

    def restore(self, state: dict[str, object]) -> None:
        """Take up what `state` gave."""
        self.language.set_value(str(state.get("language") or self.language.value()))
        self.seal.set_value(state.get("seal") is True)
        self.also.set_value(state.get("also") is True)
        self.set_folder(Path(str(state.get("folder") or self.folder)))

    def set_folder(self, folder: Path) -> None:
        """Write into this folder from now on."""
        self.folder = folder
        self._show_place()

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, _("Where to put the PDF"), str(self.folder))
        if name:
            self.set_folder(Path(name))

    def _show_place(self) -> None:
        if self._call is None:
            return
        path = self.order().path
        words = _("The file {name} in the folder {folder}")
        self._place.setText(words.format(name=in_path(path.name), folder=in_path(str(path.parent))))

    def _take_question(self) -> None:
        if self._question is not None:
            self._question.hide()
            self._question.deleteLater()
            self._question = None


def _with(order: Order, *, path: Path | None = None, replace: bool = False) -> Order:
    return dataclasses.replace(order, path=path or order.path, replace=replace)
