"""The screen of a locked workspace: its passphrase, and no word of what is inside."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import GroundworkError
from app.i18n import _
from app.progress import Cancelled, Progress
from app.services.opening import workspace as workspaces
from app.services.opening.workspace import Workspace
from app.ui.lock.forgotten import Forgotten
from app.ui.lock.getting_ready import GettingReady
from app.ui.look import theme
from app.ui.process import failure
from app.ui.process.tasks import Task, TaskRunner
from app.ui.process.waiting import waiting
from app.ui.widgets.brand import Mark
from app.ui.widgets.buttons import GHOST, PRIMARY, Button, in_row
from app.ui.widgets.fields.line_field import LineField
from app.ui.widgets.scrolling import Scrolling
from app.ui.widgets.text import Label
from app.ui.widgets.top_bar import LanguageButton

_WIDTH = 460


class LockScreen(QWidget):
    """Asks for the passphrase of the workspace at `path`. Enter opens it; an older one is brought up to date first."""

    opened = Signal(object)
    """The Workspace."""
    other_asked = Signal()
    """The person wants another workspace, or a new one."""
    language_chosen = Signal(str)
    """The person reads another language; what they work in is known only once it is open."""

    def __init__(self, path: Path, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path, self._tasks = path, tasks
        self._task: Task | None = None
        self._passphrase = LineField(_("Passphrase"), secret=True)
        self._open = Button(_("Open"), PRIMARY)
        self._other = Button(_("Another workspace"), GHOST)
        self._language = LanguageButton()
        self.forgot = Button(_("Forgot the passphrase?"), GHOST)
        self.forgotten = Forgotten(path)
        self.forgotten.hide()
        self._lay_out()
        self.setFocusProxy(self._passphrase)
        self._open.clicked.connect(self._try)
        self._other.clicked.connect(self.other_asked)
        self._passphrase.entered.connect(self._try)
        self._language.chosen.connect(self.language_chosen)
        self.readying.stop_asked.connect(self._stop)
        self.forgot.clicked.connect(lambda: self._ask_words(on=True))
        self.forgotten.left.connect(lambda: self._ask_words(on=False))
        self.forgotten.opened.connect(self.opened)

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        title = Label(_("Groundwork is locked"), "h2", wraps=True)
        safe = Label(_("Everything is safe on this computer."), "small", wraps=True)
        for label in (title, safe):
            label.setAlignment(middle)
        self._asking, self.readying = QWidget(), GettingReady()
        self.readying.hide()
        buttons = in_row(self._open, self._other)
        asking = QVBoxLayout(self._asking)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.setSpacing(theme.px(12))
        asking.addWidget(self._passphrase)
        asking.addLayout(buttons)
        asking.addWidget(self.forgot, 0, Qt.AlignmentFlag.AlignLeading)
        inside = QWidget()
        inside.setFixedWidth(theme.px(_WIDTH))
        column = QVBoxLayout(inside)
        column.setSpacing(theme.px(12))
        column.addWidget(Mark(44), 0, middle)
        for label in (title, safe):
            column.addWidget(label)
        column.addWidget(self._asking)
        column.addWidget(self.readying)
        column.addWidget(self.forgotten)
        across = QHBoxLayout()  # not an alignment: that would cut a problem which needs two lines
        across.addStretch(1)
        across.addWidget(inside)
        across.addStretch(1)
        body = QWidget()
        down = QVBoxLayout(body)
        down.addStretch(1)
        down.addLayout(across)
        down.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        head.addStretch(1)
        head.addWidget(self._language)
        layout.addLayout(head)
        layout.addWidget(Scrolling(body))

    def _ask_words(self, *, on: bool) -> None:
        """Ask for recovery words instead of the passphrase, or again for the passphrase."""
        self.forgotten.clear()
        self.forgotten.setVisible(on)
        self._asking.setVisible(not on)
        shown = self.forgotten if on else self._passphrase
        self.setFocusProxy(shown)
        shown.setFocus()

    def _try(self) -> None:
        try:
            with waiting():
                workspace = workspaces.open_existing(self._path, self._passphrase.text(), progress=_not_here)
        except GroundworkError as error:
            self._say(error)
        except Cancelled:
            self._get_ready()
        else:
            self._enter(workspace)

    def _get_ready(self) -> None:
        self._show_readying(shown=True)
        work = partial(_open, self._path, self._passphrase.text())
        self._task = self._tasks.run(work, done=self._enter, failed=self._say, progressed=self.readying.show_progress)
        self._task.cancelled.connect(self._ask_again, Qt.ConnectionType.QueuedConnection)

    def _enter(self, workspace: Workspace) -> None:
        self._passphrase.set_value("")
        self.opened.emit(workspace)

    def _say(self, error: Exception) -> None:
        self._show_readying(shown=False)
        self._passphrase.set_problem(failure.sentence(error))
        self._passphrase.select_all()
        self._passphrase.setFocus()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.stop()

    def _ask_again(self) -> None:
        self._show_readying(shown=False)
        self._passphrase.setFocus()

    def _show_readying(self, *, shown: bool) -> None:
        self._asking.setVisible(not shown)
        self.readying.setVisible(shown)
        self.readying.stop.setEnabled(True)
        if shown:
            self.readying.stop.setFocus()


def _not_here(done: int, total: int) -> None:
    """What takes longer than a moment is begun again where the window does not wait for it."""
    raise Cancelled


def _open(path: Path, passphrase: str, progress: Progress) -> Workspace:
    return workspaces.open_existing(path, passphrase, progress=progress)
