"""The application: one window, the road from first run or lock to the open workspace, and the look in force."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from app import settings as kept_settings
from app.compact import with_older_titles
from app.errors import GroundworkError
from app.services.keeping import team
from app.services.opening.workspace import Workspace
from app.services.records import last_view
from app.services.syncing import joining
from app.settings import Settings
from app.ui.appearance import Appearance
from app.ui.failure_dialog import FailureDialog
from app.ui.first_run.recovery_offer import RecoveryOffer
from app.ui.first_run.screen import FirstRun
from app.ui.first_run.waiting_screen import WaitingScreen
from app.ui.kiosk.ready import Ready
from app.ui.kiosk.screen import Kiosk
from app.ui.lock.screen import LockScreen
from app.ui.process import safekeeping
from app.ui.process.changing import UNSEEN, changed
from app.ui.process.idle import IdleWatch
from app.ui.process.session import Session
from app.ui.process.sleep import SleepWatch
from app.ui.process.tasks import TaskRunner
from app.ui.shell.frame import Frame
from app.ui.shell.main_window import MainWindow, close_dialogs
from app.ui.taking_up import take_up


class Desk(QObject):
    """What is on the table: settings, the window, and the workspace if one is open."""

    locked = Signal()
    """A workspace was closed by a lock; its key is still in the memory of this process."""

    def __init__(self, application: QApplication, settings: Settings, language: str = "") -> None:
        super().__init__(application)
        self._application = application
        self.settings = settings
        self._look = Appearance(application, language, settings)
        self._at_lock = ""  # the language that was chosen at the lock, by whoever comes next
        self.tasks = TaskRunner(self)
        self.workspace: Workspace | None = None
        self.path: Path | None = None
        """The workspace that is open, or was locked last."""
        self._frame: Frame | None = None
        self._kept: dict[str, dict[str, object]] = {}
        """Per person, where they were; in memory only."""
        self._last_page: object = settings.window.get("page", "")
        self._idle = IdleWatch(application, self)
        self._sleep = SleepWatch(self)
        self._look.dress(settings)
        self.window = MainWindow()
        self.window.put(str(settings.window.get("place", "")))
        self.window.closing.connect(self.finish)
        self._idle.gone.connect(self._lock_idle)
        self._idle.slept.connect(self.lock)
        self._sleep.falls_asleep.connect(self._lock_before_sleep)
        application.aboutToQuit.connect(self.tasks.finish)
        self.tasks.unhandled.connect(self.show_failure)

    def start(self, path: Path | None, *, away: bool = False) -> None:
        """Show the first screen: the lock of a workspace, or the first run; put `away` where somebody hid it."""
        chosen = path or self.settings.newest()
        if chosen is not None:
            self.ask_passphrase(chosen)
        else:
            self.show_first_run({})
        self._sleep.listen()
        if away:
            self.window.vanish()
        else:
            self.window.show()

    def show_failure(self, error: BaseException) -> None:
        """Tell the person what went wrong; an expected failure in its own sentence."""
        FailureDialog(error, self.window).exec()

    def show_first_run(self, state: dict[str, object]) -> None:
        """Language, then a workspace; `state` carries what was typed over a change of language."""
        screen = FirstRun(asks_language=not self._look.language, tasks=self.tasks)
        screen.restore(state)
        screen.language_chosen.connect(lambda code: self._speak_in_first_run(code, screen.state()))
        screen.opened.connect(self.enter)
        screen.made.connect(self.offer_recovery)
        screen.open_asked.connect(self.ask_passphrase)
        screen.waits.connect(self.show_waiting)
        self.window.show_alone(screen)

    def ask_passphrase(self, path: Path) -> None:
        """Show the lock of a workspace: nothing of it is on the screen."""
        screen = LockScreen(path, self.tasks)
        screen.opened.connect(self.enter)
        screen.other_asked.connect(lambda: self.show_first_run({"step": "start"}))
        screen.language_chosen.connect(lambda code: self._speak_at_the_lock(code, path))
        self.window.show_alone(screen)

    def enter(self, workspace: Workspace) -> None:
        """A workspace was opened: show its pages, where this person was before; one that waits to join has none."""
        if joining.is_waiting(workspace):
            self.show_waiting(workspace.path, joining.asked_before(workspace))
            workspace.close()
            return
        self._take(workspace)
        if workspace.profile.id not in self._kept and (left := last_view.remembered(workspace)):
            self._kept[workspace.profile.id] = left
        if self._at_lock and not workspace.profile.language:
            team.speak(workspace, self._at_lock)
        self._at_lock = ""
        self._speak(workspace.profile.language)
        self._build()
        if self._frame is not None:
            take_up(workspace, self._frame)
            safekeeping.begin(self._frame.session, self._frame.show_banner)

    def show_waiting(self, path: Path, asked: joining.Asked) -> None:
        """A laptop that asked to join waits for its welcome; nothing of a workspace is on the screen."""
        self._save(self.settings.opened(path))
        screen = WaitingScreen(path, asked)
        screen.joined.connect(self.enter)
        screen.meets.connect(lambda folder: self._frame.syncing.meet(folder))
        screen.other_asked.connect(lambda: self.show_first_run({"step": "start"}))
        self.window.show_alone(screen)

    def offer_recovery(self, workspace: Workspace) -> None:
        """A workspace was made: before its first page, what helps on the day its passphrase is forgotten."""
        self._take(workspace)
        screen = RecoveryOffer(workspace)
        screen.finished.connect(lambda: self.enter(workspace))
        self.window.show_alone(screen)

    def _take(self, workspace: Workspace) -> None:
        """Hold an open workspace: from now on it is locked when nobody is there."""
        if self.path is not None and self.path != workspace.path:
            self._kept = {}
        self.workspace, self.path = workspace, workspace.path
        self._save(self.settings.opened(workspace.path))
        self._watch()

    def lock(self) -> None:
        """Let go of the workspace, at once unless a job holds it; unfinished text is kept, nothing stays in sight."""
        if self.workspace is None or self.path is None or self.tasks.put_off(self.lock):
            return
        self._take_frame()
        self.window.release()
        close_dialogs(self._application)
        following = team.next_language(self.workspace)
        self._let_go()
        self._speak(following)
        self.ask_passphrase(self.path)
        self.locked.emit()

    def offer_kiosk(self) -> None:
        """Say what the kiosk does and cannot do, before it begins; what is being typed is kept first."""
        self._take_frame()
        screen = Ready()
        screen.started.connect(self.start_kiosk)
        screen.given_up.connect(self._build)
        self.window.show_screen(screen)
        screen.setFocus()

    def start_kiosk(self) -> None:
        """Give the whole screen to those who answer, until staff give the passphrase."""
        if self.workspace is None:
            return
        screen = Kiosk(self.workspace)
        screen.left.connect(self._leave_kiosk)
        self.window.show_screen(screen)
        self.window.hold()
        screen.setFocus()

    def _leave_kiosk(self) -> None:
        """Be the window again that it was, on the page where it was."""
        self.window.release()
        self._build()

    def panic(self) -> None:
        """Put the window away before anything else, then lock; its title stays blank until somebody opens it."""
        self.window.vanish()
        if not self.tasks.put_off(self.panic):
            self.lock()
            self.window.vanish()

    def _lock_idle(self) -> None:
        """Nobody is there; a job that somebody started is not cut off by that."""
        if self.tasks.running():
            self._watch()
            return
        self.lock()

    def _lock_before_sleep(self) -> None:
        """The computer is about to sleep; whoever never wants to be locked is not locked by that either."""
        if self.settings.auto_lock:
            self.lock()

    def _watch(self) -> None:
        """Lock after the minutes that are set; while nothing is open there is nothing to lock."""
        self._idle.wait(self.settings.auto_lock if self.workspace is not None else 0)

    def set(self, name: str, value: object) -> None:
        """Change a setting, and build the page again if it changes how everything looks or speaks."""
        if name == "language":
            self._look.language = str(value)
            if self.workspace is not None:
                team.speak(self.workspace, str(value))
        self._save(changed(self.settings, name, value))
        self._watch()
        if name in UNSEEN:
            return
        self._take_frame()
        self.window.throw_away()
        self._look.dress(self.settings)
        self._build()

    def finish(self) -> None:
        """The window closes: keep what is typed, where the window is, and let go of the workspace."""
        self._take_frame()
        self._let_go()

    def _let_go(self) -> None:
        """Keep where the window and this person are, and close the workspace."""
        place: dict[str, object] = {"place": self.window.place(), "page": str(self._last_page)}
        self._save(replace(self.settings, window=place))
        self.tasks.finish()  # a job that still reads would find the workspace closed under it
        if self.workspace is not None:
            with suppress(GroundworkError):  # a full disk costs the place on the page, never the work
                last_view.remember(self.workspace, self._kept.get(self.workspace.profile.id, {}))
            self.workspace.close()
            self.workspace = None
        self._watch()

    def _speak_in_first_run(self, code: str, state: dict[str, object]) -> None:
        self._dress_anew(code, changes=self._look.chosen(code))
        self.show_first_run(state)

    def _speak_at_the_lock(self, code: str, path: Path) -> None:
        self._at_lock = code
        self._dress_anew(code, changes=self._look.chosen(code))
        self.ask_passphrase(path)

    def _speak(self, code: str) -> None:
        """Be in the language that a profile asks for."""
        self._dress_anew(code, changes=self._look.asked(code))

    def _dress_anew(self, code: str, *, changes: bool) -> None:
        if changes:
            self._save(replace(self.settings, language=code))
            self.window.take_screen()
            self._look.dress(self.settings)

    def _build(self) -> None:
        if self.workspace is None:
            return
        self._frame = Frame(Session(self.workspace, self.tasks, self.settings, with_older_titles(self.workspace.pack)))
        self._frame.lock_asked.connect(self.lock)
        self._frame.panic_asked.connect(self.panic)
        later = Qt.ConnectionType.QueuedConnection  # what asks for it is thrown away with its frame
        self._frame.setting_chosen.connect(self.set, later)
        self._frame.kiosk_asked.connect(self.offer_kiosk)
        self.window.set_title(self.workspace.organisation.name)
        self.window.show_screen(self._frame)
        self._frame.restore(self._kept.get(self.workspace.profile.id) or {"page": self._last_page})

    def _take_frame(self) -> None:
        if self._frame is not None and self.workspace is not None:
            self._frame.leave()
            state = self._frame.state()
            self._kept[self.workspace.profile.id], self._last_page = state, state.get("page", "")
            self._frame = None

    def _save(self, settings: Settings) -> None:
        self.settings = settings
        with suppress(OSError):  # a settings folder that cannot be written costs convenience, never work
            kept_settings.save(settings)
