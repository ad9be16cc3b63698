"""Syncing from anywhere in the window: one exchange at a time, on the worker thread, and what came of it in words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.errors import GroundworkError
from app.i18n import _, isolate
from app.progress import Progress
from app.services.opening import stores
from app.services.opening.stores import Place
from app.services.opening.workspace import Workspace
from app.services.syncing import exchanging, learning, sticks
from app.services.syncing.exchanging import NotAdmittedError, Standing, TakenOutError, WhereError
from app.services.syncing.failsafe import ManyDeletionsError
from app.services.syncing.learning import Lesson
from app.services.syncing.spaces import NoSpaceError
from app.ui import sync_words
from app.ui.process.failure import sentence
from app.ui.process.session import Session
from app.ui.shell.banner_place import BannerPlace
from app.ui.shell.deletions_dialog import DeletionsDialog
from app.ui.widgets.top_bar import TopBar

PAGE, LEARNED, WHERE = "syncing", "learned", "place"
"""The page about the laptops, and what on it can be asked for."""
Where = Callable[[Progress], Place]
_FINAL = (NotAdmittedError, TakenOutError)
"""Failures that the same thing done again does not mend."""


class SyncDesk(QObject):
    """Keeps the state line right. What a sync taught is kept in the workspace, so it outlives this window."""

    went = Signal(str, object)
    """A page has to be shown, with an argument."""
    told = Signal(str)
    changed = Signal()
    """A sync began or ended: pages show that."""

    def __init__(self, session: Session, top_bar: TopBar, banners: BannerPlace, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._top_bar, self._banners, self._window = session, top_bar, banners, parent
        self.dialog: DeletionsDialog | None = None
        """The question about many deletions, where it was asked last."""
        for task in session.tasks.running():
            if task.about == sync_words.SYNCING:
                task.finished.connect(self._rest, Qt.ConnectionType.QueuedConnection)
        self.show_state()

    def standing(self) -> Standing | None:
        """How things are; None where this laptop has no others."""
        if self._session.workspace is None:
            return None
        try:
            return exchanging.standing(self._session.workspace)
        except NoSpaceError:
            return None

    def show_state(self) -> None:
        """Tell in the state line what is not yet on other laptops, and when they last met."""
        found = self.standing()
        if found is None:
            self._top_bar.set_state(_("Offline. All saved here"), "cloud-off")
        elif sync_words.is_syncing(self._session):
            self._top_bar.set_state(_("Syncing"), "refresh")
        else:
            told = sync_words.state(found, self._session.workspace.now())
            self._top_bar.set_state(told[0], "refresh" if found.unsent else "cloud", *told[1:])

    def sync(self, place: str = "") -> None:
        """Exchange with the place of this name, else with that of the last time, in the background."""
        if sync_words.is_syncing(self._session):
            return
        if self.standing() is None:
            self.went.emit(PAGE, None)
            return
        try:
            where = exchanging.chosen(self._session.workspace, place)
        except WhereError:
            self._ask_where()
            return
        if where.lacks_secret:
            words = _("“{place}” needs its password on this laptop first.")
            self._banners.tell("info", words.format(place=isolate(where.name)))
            self.went.emit(PAGE, WHERE)
            return
        self._begin(partial(_known, where), allow_deletions=False)

    def sync_with_stick(self, stick: Path) -> None:
        """Exchange with a stick that is in now; it becomes a place where laptops meet."""
        if not sync_words.is_syncing(self._session):
            self._begin(partial(_on_stick, self._session.workspace, stick), allow_deletions=False)

    def meet(self, folder: Path | None) -> None:
        """A laptop that joined fetches everything at once, or asks for what it needs to do so."""
        if folder is None:
            self.sync()
        else:
            self.sync_with_stick(folder)

    def _begin(self, where: Where, *, allow_deletions: bool) -> None:
        self._banners.tell("", "")
        work = partial(_exchange, self._session.workspace, where, allow_deletions=allow_deletions)
        task = self._session.tasks.run(
            work, _("Syncing"), done=self._tell, failed=lambda error: self._fail(error, where)
        )
        task.about = sync_words.SYNCING
        queued = Qt.ConnectionType.QueuedConnection
        task.cancelled.connect(self._say_stopped, queued)
        task.finished.connect(self._rest, queued)
        self.show_state()
        self.changed.emit()

    def _tell(self, lesson: Lesson | None) -> None:
        if lesson is None:
            self.told.emit(_("Synced. There was nothing new for this laptop."))
            return
        self._banners.tell("good", _("Synced. This laptop learned something from the others."))
        self._banners.offer(_("Show it"), self._show_lesson)

    def _show_lesson(self) -> None:
        self._banners.tell("", "")
        self.went.emit(PAGE, LEARNED)

    def _fail(self, error: Exception, where: Where) -> None:
        if not isinstance(error, GroundworkError):
            self._session.tasks.unhandled.emit(error)
            return
        if isinstance(error, ManyDeletionsError):
            self._ask(error, where)
            return
        self._banners.tell("warn", sentence(error), _("Not synced. Everything is kept on this laptop."))
        if not isinstance(error, _FINAL):
            self._banners.offer(_("Try again"), partial(self._begin, where, allow_deletions=False))

    def _ask(self, error: ManyDeletionsError, where: Where) -> None:
        """Before most records go: who did it, which ones, and only then whether they may."""
        self.dialog = DeletionsDialog(error.danger, self._window)
        self.dialog.accepted.connect(partial(self._begin, where, allow_deletions=True))
        self.dialog.rejected.connect(self._say_put_off)
        self.dialog.open()

    def _ask_where(self) -> None:
        if stores.every(self._session.workspace):
            self._banners.tell("info", _("Choose the place where your laptops meet."))
            self.went.emit(PAGE, WHERE)
            return
        words = _("Your laptops have no place to meet yet. A folder, a stick or a server will do.")
        self._banners.tell("info", words)
        self._banners.offer(_("Add a place"), partial(self.went.emit, "settings", "places"))

    def _say_put_off(self) -> None:
        self.told.emit(_("Nothing was put in the trash. Ask who did that before you sync again."))

    def _say_stopped(self) -> None:
        self.told.emit(_("The sync was stopped. What was exchanged stays; the next one goes on there."))

    def _rest(self) -> None:
        self.show_state()
        self.changed.emit()


def _known(place: Place, _progress: Progress) -> Place:
    return place


def _on_stick(workspace: Workspace, stick: Path, _progress: Progress) -> Place:
    return sticks.place_on(workspace, stick)


def _exchange(workspace: Workspace, where: Where, progress: Progress, *, allow_deletions: bool) -> Lesson | None:
    learned = exchanging.sync_now(workspace, where(progress), progress, allow_deletions=allow_deletions)
    return learning.note(workspace, learned)
