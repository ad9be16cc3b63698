"""Making a sheet for others: for whom, in which language, on which paper; what points at somebody is read first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.shared import Audience
from app.errors import GroundworkError
from app.files import write_whole
from app.i18n import _, format_number, isolate, language, languages, ngettext
from app.progress import Progress
from app.services.pages import Form, Pages
from app.services.paper import sheets
from app.services.paper.sheets import Order
from app.services.submitting.findings import Finding
from app.settings import PAPERS
from app.ui import printing
from app.ui.look import theme
from app.ui.process.session import Session
from app.ui.process.tasks import Task
from app.ui.widgets.buttons import SECONDARY, Button
from app.ui.widgets.fields.check_field import CheckField
from app.ui.widgets.fields.code_field import CodeField
from app.ui.widgets.text import Label
from app.ui.words.choice import Choice

_MOST = 20
"""So many places are shown to be read; what comes after them stays out, and is counted."""


@dataclass(frozen=True)
class Job:
    """What is made: what somebody must read first, the pages with how much stayed out, and a name for the file."""

    look: Callable[[Order, Progress], Sequence[Finding]]
    draw: Callable[[Order, Progress], tuple[Pages, int]]
    name: str


@dataclass(frozen=True)
class Made:
    """How much stayed out of pages, what else is to be said of them, and what could not be drawn as written."""

    waiting: int
    remark: str = ""
    warnings: tuple[str, ...] = ()


class SheetMaker(QWidget):
    """Three choosers, what must be read, and the button; everybody may read it unless something else is chosen."""

    made = Signal(str)
    """The sentence that says where the page is."""

    def __init__(self, session: Session, words: str, job: Callable[[], Job | None]) -> None:
        """`job` is asked when the button is pressed; None where there is nothing to make now."""
        super().__init__()
        self._session, self._job = session, job
        self._task: Task | None = None
        self._read_for: Order | None = None
        self.ticks: list[tuple[Finding, CheckField]] = []
        readers = {Audience.PUBLIC: _("Everybody"), Audience.PEERS: _("Other organisations")}
        readers[Audience.COORDINATOR] = _("The coordinator")
        self.audience = CodeField(_("Who will read it"), [Choice(one.value, label) for one, label in readers.items()])
        self.spoken = CodeField(_("Language"), [Choice(one.code, one.name) for one in languages()])
        self.paper = CodeField(_("Paper"), [Choice(one, one) for one in PAPERS])
        self.make = Button(words, SECONDARY, "printer")
        self.told = Label("", "small", wraps=True)
        self._lay_out()
        self.audience.edited.connect(self.forget)
        self.make.clicked.connect(self._begin)
        self.forget()

    def _lay_out(self) -> None:
        self.audience.set_value(Audience.PUBLIC.value)
        self.spoken.set_value(language())
        self.paper.set_value(self._session.settings.paper)
        choosers, button, reading = QHBoxLayout(), QHBoxLayout(), QWidget()
        choosers.setSpacing(theme.px(12))
        for field in (self.spoken, self.paper):
            choosers.addWidget(field, 1)
        button.addWidget(self.make)
        button.addStretch(1)
        self.reading = reading
        self._column = QVBoxLayout(reading)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        words = _("Please read these places first. What you do not tick stays out, with its whole text.")
        self._column.addWidget(Label(words, "strong", wraps=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.audience)  # its words are the longest: beside the others they would be cut
        column.addLayout(choosers)
        column.addWidget(reading)
        column.addWidget(self.told)
        column.addLayout(button)

    def forget(self) -> None:
        """Something else is to be made, or for others: what was read for it is read anew."""
        self._read_for = None
        for _finding, tick in self.ticks:
            tick.hide()
            tick.deleteLater()
        self.ticks = []
        self.reading.hide()
        self._tell("")

    def _order(self) -> Order:
        return Order(Audience(self.audience.value()), self.spoken.value(), self.paper.value())

    def _begin(self) -> None:
        """Look first; once everything to be read was shown, keep the answers and make it."""
        job = self._job()
        if job is None or self._task is not None:
            return
        order = self._order()
        if self._read_for is None or self._read_for.audience is not order.audience:
            work = partial(job.look, order)
            self._run(work, _("Reading what you wrote"), lambda found: self._show(job, order, found))
            return
        let_go = {finding.id: True for finding, tick in self.ticks if tick.value()}
        if let_go:
            sheets.decide(self._session.workspace, order, let_go)
        self._draw(job, order)

    def _show(self, job: Job, order: Order, found: Sequence[Finding]) -> None:
        self.forget()
        self._read_for = order
        if not found:
            self._draw(job, order)
            return
        for finding in found[:_MOST]:
            words = _(finding.message).format(text=isolate(finding.matched))
            tick = CheckField(words, isolate(finding.text) if finding.span else "")
            self._column.addWidget(tick)
            self.ticks.append((finding, tick))
        self.reading.show()
        self.ticks[0][1].setFocus()

    def _draw(self, job: Job, order: Order) -> None:
        path = printing.ask_pages(self, job.name)
        if path is not None:
            self._run(partial(write, job, order, path), _("Making the page"), partial(self._say, path))

    def _say(self, path: Path, made: Made) -> None:
        self.forget()
        said = [made.remark] if made.remark else []
        if made.waiting:
            left = ngettext("{count} thing stayed out of it.", "{count} things stayed out of it.", made.waiting)
            said.append(left.format(count=format_number(made.waiting)))
        self._tell("\n".join(said))
        self.made.emit(printing.told(printing.Written(path, made.warnings)))

    def _run(self, work: Callable[[Progress], object], name: str, done: Callable[..., None]) -> None:
        self._after = done
        self.make.setEnabled(False)
        self._task = self._session.tasks.run(work, name, done=self._take, failed=self._fail)
        self._task.cancelled.connect(self._end)

    def _take(self, result: object) -> None:
        self._end()
        self._after(result)

    def _fail(self, error: Exception) -> None:
        self._end()
        if not isinstance(error, GroundworkError):
            raise error
        self._tell(error.sentence(), "bad")

    def _end(self) -> None:
        self._task = None
        self.make.setEnabled(True)

    def _tell(self, sentence: str, tone: str = "") -> None:
        self.told.setText(sentence)
        self.told.set_tone(tone)
        self.told.setVisible(bool(sentence))


def write(job: Job, order: Order, path: Path, progress: Progress) -> Made:
    """Draw the pages as the path's ending says and put them there, whole or not at all."""
    pages, waiting = job.draw(replace(order, form=Form.of(path) or Form.PDF), progress)
    write_whole(path, pages.data, replace=True)
    return Made(waiting, pages.remark, pages.warnings)
