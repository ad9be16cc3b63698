"""The one window: holds the screen in force (first run, lock, or the frame with its pages) and its own place."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from app.i18n import _, isolate
from app.ui.widgets.brand import NAME, draw_mark
from app.ui.widgets.reading_order import turn

USUAL = QSize(1366, 768)
LEAST = QSize(760, 520)


class MainWindow(QMainWindow):
    """Shows one screen at a time; never knows what is on it."""

    closing = Signal()
    """The window is about to close: keep what is being typed, let go of the workspace."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(LEAST)
        self.resize(USUAL)
        self._held = False
        self._before = self.windowState()
        self.setWindowIcon(_icon())
        self.set_title("")

    def show_screen(self, screen: QWidget) -> None:
        """Put a screen in place of the one there was."""
        self.take_screen()
        self.setCentralWidget(screen)

    def show_alone(self, screen: QWidget) -> None:
        """Put a screen that tells nothing of a workspace in place of the one there was; it has the focus."""
        self.set_title("")
        self.show_screen(screen)
        screen.setFocus()

    def take_screen(self) -> None:
        """Throw the screen away; done before the look changes, because that touches every live widget."""
        old = self.takeCentralWidget()
        if old is not None:
            old.hide()
            old.deleteLater()

    def throw_away(self) -> None:
        """The same, and it is gone at once; only for who was called by nothing that stands on it."""
        old = self.centralWidget()
        self.take_screen()
        if old is not None:
            QApplication.sendPostedEvents(old, QEvent.Type.DeferredDelete)

    def set_title(self, organisation: str) -> None:
        """Name the organisation in the title bar; with an empty name, as when locked, only the program."""
        words = _("{organisation}, {program}").format(organisation=isolate(organisation), program=NAME)
        self.setWindowTitle(words if organisation else NAME)

    def vanish(self) -> None:
        """Blank the title, also that in the task bar, and put the window away."""
        self.setWindowTitle("\N{NO-BREAK SPACE}")
        self.showMinimized()

    def place(self) -> str:
        """Where the window is and how large, to be kept among the settings."""
        return bytes(self.saveGeometry().toBase64().data()).decode("ascii")

    def put(self, place: str) -> None:
        """Put the window where `place` says; something that is no place changes nothing."""
        self.restoreGeometry(QByteArray.fromBase64(place.encode("ascii", "ignore")))

    def hold(self) -> None:
        """Take the whole screen, and close for nobody but the system when it ends."""
        if not self._held:
            self._held, self._before = True, self.windowState()
            self.setWindowState(self._before | Qt.WindowState.WindowFullScreen)

    def release(self) -> None:
        """Be a window again, as large and where it was."""
        if self._held:
            self._held = False
            self.setWindowState(self._before)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes on in the order of reading."""
        return turn(self, QApplication.focusWidget(), forward=next)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed before the window goes; while it is held, it stays."""
        if self._held and not _system_ends():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)


def close_dialogs(application: QApplication) -> None:
    """Nothing that lies over the window may stay when it is locked."""
    for widget in application.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.reject()


def _system_ends() -> bool:
    """Whether the person is being logged off, or the machine goes down: nothing may stand in the way of that."""
    application = QApplication.instance()
    return isinstance(application, QApplication) and application.isSavingSession()


def _icon() -> QIcon:
    drawn = QPixmap(64, 64)
    drawn.fill("transparent")
    painter = QPainter(drawn)
    draw_mark(painter, drawn.rect().toRectF())
    painter.end()
    return QIcon(drawn)
